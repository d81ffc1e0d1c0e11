const accounts = document.querySelector("[data-password]");
accounts.addEventListener("click", ({ target }) => {
  if (!target.dataset.email) return;
  document.getElementById("email").value = target.dataset.email;
  document.getElementById("password").value = accounts.dataset.password;
  document.querySelector("form button[type=submit]").focus();
});
// Until now a click would have been lost.
for (const button of accounts.querySelectorAll("button")) button.disabled = false;
