// Signs the browser off when nobody has used it for a while, in whichever tab, and asks a minute before. The Api ends the session by itself
// as well: the timers of a sleeping machine stand still.
(() => {
  const lastUse = "labstogo-used";
  const signedOff = "labstogo-signed-off";
  const reportEvery = 60_000;
  const dialog = document.getElementById("idle-dialog");
  const left = document.getElementById("idle-left");

  // Milliseconds. Without a limit yet the Api has not answered.
  let limit = 0;
  let used = 0;
  let writtenAt = 0;
  let reportedAt = 0;
  let trailing = 0;
  let leaving = false;

  const leave = () => {
    leaving = true;
    location.replace(`/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
  };

  const report = async () => {
    clearTimeout(trailing);
    trailing = 0;
    const asked = (reportedAt = Date.now());
    try {
      const answer = await fetch("/session/active", {
        method: "POST",
        credentials: "same-origin",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ idleSeconds: Math.max(0, Math.round((asked - used) / 1000)) }),
      });
      if (answer.status === 401) leave();
      if (!answer.ok) return;
      const { logOffSeconds, idleSeconds } = await answer.json();
      limit = logOffSeconds * 1000;
      used = Math.max(used, asked - idleSeconds * 1000);
    } catch {
      // The server is away; the next use, or the next minute, reports again.
    }
  };

  const use = () => {
    const now = Date.now();
    used = now;
    if (now - writtenAt > 1000) {
      writtenAt = now;
      localStorage.setItem(lastUse, now);
    }
    if (now - reportedAt > reportEvery) report();
    // The last use of a minute counts as well.
    else trailing ||= setTimeout(report, reportedAt + reportEvery - now);
  };

  const stay = () => {
    dialog.close();
    reportedAt = 0;
    use();
  };

  const signOff = async () => {
    leaving = true;
    localStorage.setItem(signedOff, Date.now());
    try {
      await fetch("/session/sign-out?leftAlone=true", { method: "POST", credentials: "same-origin", redirect: "manual" });
    } finally {
      leave();
    }
  };

  const look = () => {
    const now = Date.now();
    if (leaving) return;
    if (!limit) {
      if (now - reportedAt > reportEvery) report();
      return;
    }
    const rest = used + limit - now;
    if (rest <= 0) signOff();
    else if (rest > Math.min(60_000, limit / 2)) dialog.open && dialog.close();
    else {
      if (!dialog.open) dialog.showModal();
      left.textContent = Math.ceil(rest / 1000);
    }
  };

  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(kind, () => dialog.open || leaving || use(), { capture: true, passive: true });
  }
  addEventListener("storage", ({ key, newValue }) => {
    if (key === lastUse) used = Math.max(used, Number(newValue));
    else if (key === signedOff && newValue) leave();
    look();
  });
  for (const kind of ["visibilitychange", "resume"]) document.addEventListener(kind, () => document.hidden || look());
  addEventListener("pageshow", look);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  document.getElementById("idle-stay").addEventListener("click", stay);
  document.getElementById("idle-leave").addEventListener("click", signOff);

  // Coming to a page is a use of it; that it reloads itself, as after a lost connection, is none.
  const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload";
  used = reloaded ? Number(localStorage.getItem(lastUse)) || Date.now() : Date.now();
  if (!reloaded) localStorage.setItem(lastUse, used);
  report();
  setInterval(look, 1000);
})();
