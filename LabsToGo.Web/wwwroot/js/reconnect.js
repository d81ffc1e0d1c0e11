// The dialog that Blazor's own states open and close; see ReconnectDialog.razor for the words.
const dialog = document.getElementById("components-reconnect-modal");

const retry = async () => {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    // False: the server answers but has forgotten this page.
    if (!(await Blazor.reconnect())) location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
};

const retryWhenVisible = () => {
  if (document.visibilityState === "visible") retry();
};

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "show" && !dialog.open) dialog.showModal();
  else if (detail.state === "hide") dialog.close();
  else if (detail.state === "failed") document.addEventListener("visibilitychange", retryWhenVisible);
  else if (detail.state === "rejected") location.reload();
});
dialog.addEventListener("cancel", (event) => event.preventDefault());
document.getElementById("reconnect-retry").addEventListener("click", retry);
document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());
