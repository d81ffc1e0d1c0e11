// Keeps the session alive while a page is open. The tokens stay in a cookie that no script can read: this only says when.
(() => {
  const labsToGo = (window.labsToGo ??= {});
  let timer = 0;
  let dueAt = 0;
  let running = null;

  const schedule = (seconds) => {
    clearTimeout(timer);
    // Well before the end, and not all tabs in the same second.
    const wait = Math.max(5, seconds - 90 - Math.random() * 30);
    dueAt = Date.now() + wait * 1000;
    timer = setTimeout(() => labsToGo.refreshSession(), wait * 1000);
  };

  // Refused: the Api did not take the tokens, however new they are.
  const refresh = async (refused) => {
    try {
      const answer = await fetch(`/session/refresh?refused=${refused}`, { method: "POST", credentials: "same-origin", headers: { Accept: "application/json" } });
      if (answer.ok) {
        schedule((await answer.json()).expiresInSeconds);
        return true;
      }
      if (answer.status >= 500) schedule(0);
      return false;
    } catch {
      schedule(0);
      return false;
    }
  };

  labsToGo.refreshSession = (refused = false) => (running ??= refresh(refused).finally(() => (running = null)));
  labsToGo.keepSession = schedule;

  // Timers stand still while a laptop sleeps.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && dueAt && Date.now() > dueAt) labsToGo.refreshSession();
  });
})();
