// On every page: remembers in which units numbers were asked for, and asks for the same on the next exercise; the key /
// leads to the search field, unless somebody switched it off (one key alone may get in the way of speech input).

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage is switched off: the address alone says it
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // as above
  }
}

const asked = new URLSearchParams(location.search).get("units");
if (asked) keep("units", asked);

function carry(event) {
  const link = event.target.closest?.("a[href]");
  const units = kept("units");
  if (!link || !units || link.origin !== location.origin || !/^\/(exercises\/|compare$)/.test(link.pathname)) return;
  const address = new URL(link.href);
  if (address.searchParams.has("units") || address.pathname.endsWith(".json")) return;
  if (units === "metric") return; // what is shown unless something else is asked for
  address.searchParams.set("units", units);
  link.href = address.href;
}

for (const name of ["click", "auxclick", "contextmenu"]) addEventListener(name, carry, { capture: true });

const field = document.getElementById("q");
const keys = document.querySelector("[data-keys]");

function useKey(isUsed) {
  if (isUsed) field.setAttribute("aria-keyshortcuts", "/");
  else field.removeAttribute("aria-keyshortcuts");
}

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (!field.hasAttribute("aria-keyshortcuts")) return;
  if (event.target.closest?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});

useKey(kept("key") !== "off");
if (keys) {
  const box = keys.querySelector("input");
  keys.hidden = false;
  box.checked = kept("key") !== "off";
  box.addEventListener("change", () => {
    keep("key", box.checked ? "on" : "off");
    useKey(box.checked);
  });
}
