// The link's token stands behind the #, which browsers keep to themselves: it goes into the form, and out of the address bar.
(() => {
  const field = document.getElementById("token");
  if (!field) return;
  if (location.hash.length > 1) {
    field.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }
  if (!field.value) {
    document.getElementById("no-code").hidden = false;
    field.form.hidden = true;
  }
})();
