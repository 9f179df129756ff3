// On every page: remembers in which units numbers were asked for, and asks for the same on the next exercise.

const KEY = "units";

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: the address alone says it
  }
}

const asked = new URLSearchParams(location.search).get("units");
if (asked) {
  try {
    localStorage.setItem(KEY, asked);
  } catch {
    // as above
  }
}

function carry(event) {
  const link = event.target.closest?.("a[href]");
  const units = kept();
  if (!link || !units || link.origin !== location.origin || !/^\/(exercises\/|compare$)/.test(link.pathname)) return;
  const address = new URL(link.href);
  if (address.searchParams.has("units") || address.pathname.endsWith(".json")) return;
  if (units === "metric") return; // what is shown unless something else is asked for
  address.searchParams.set("units", units);
  link.href = address.href;
}

for (const name of ["click", "auxclick", "contextmenu"]) addEventListener(name, carry, { capture: true });
