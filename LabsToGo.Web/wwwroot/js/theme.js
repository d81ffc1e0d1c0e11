// Runs before the first paint, so that a dark page never flashes white.
(() => {
  const labsToGo = (window.labsToGo ??= {});
  const device = matchMedia("(prefers-color-scheme: dark)");
  const read = (name) => document.cookie.split("; ").find((part) => part.startsWith(name + "="))?.slice(name.length + 1);
  const write = (name, value) => (document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`);

  const apply = () => {
    const choice = read("theme");
    const dark = choice === "dark" || (choice !== "light" && device.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    write("theme-seen", dark ? "dark" : "light");
    return dark;
  };

  labsToGo.theme = {
    choose(choice) {
      write("theme", choice);
      return apply();
    },
  };
  device.addEventListener("change", apply);
  apply();
})();
