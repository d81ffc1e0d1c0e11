// The sign-in page's second way in. The tokens stay on the server: the answer is a cookie that no script reads, and where to go.
(() => {
  const button = document.getElementById("use-passkey");
  const problem = document.getElementById("passkey-problem");

  const post = async (path, body) => {
    const answer = await fetch(path, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body) });
    const json = await answer.json();
    if (!answer.ok) throw new Error(json.detail);
    return json;
  };

  const signIn = async () => {
    const { options, ceremony } = await post("/session/passkey/options", {});
    const shown = await window.labsToGo.passkeys.show(options);
    if (shown.problem) throw new Error(shown.problem);
    const { next } = await post(`/session/passkey${location.search}`, { ceremony, credential: shown.credential });
    location.assign(next);
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    problem.hidden = true;
    try {
      await signIn();
    } catch (error) {
      problem.textContent = error.message || "The server can't be reached just now. Please try again in a moment.";
      problem.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
  button.disabled = false;
})();
