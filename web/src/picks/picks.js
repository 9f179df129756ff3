// What was ticked for comparing, kept for this tab while the list beside it changes.

const KEY = "picks";
const MOST = 4;

const boxes = () => [...document.querySelectorAll(".pick input")];

function kept() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, MOST) : [];
  } catch {
    return []; // storage is switched off, or holds what we did not write
  }
}

function keep(ids) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // storage is switched off: the boxes themselves still work
  }
}

/** Takes down what is ticked on this page, beside what was ticked on others. */
export function keepPicks() {
  const here = boxes();
  const shown = new Set(here.map((box) => box.value));
  const ids = kept().filter((id) => !shown.has(id));
  for (const box of here) if (box.checked) ids.push(box.value);
  keep(ids.slice(0, MOST));
}

/** Ticks again what is on this page, and lets the tray and its form know of the rest. */
export function restorePicks() {
  const ids = kept();
  for (const box of boxes()) box.checked = ids.includes(box.value);
  show(ids);
}

function show(ids) {
  const tray = document.querySelector(".tray");
  if (!tray) return;
  const shown = new Set(boxes().map((box) => box.value));
  for (const old of tray.querySelectorAll("input")) old.remove();
  for (const id of ids.filter((each) => !shown.has(each))) {
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name: "ids", value: id });
    tray.append(hidden);
  }
  tray.classList.toggle("used", ids.length > 0);
  for (const box of boxes()) box.disabled = ids.length >= MOST && !box.checked;
  tray.querySelector("[data-tray]").textContent =
    ids.length === 1 ? "1 chosen, one more to compare" : `${ids.length} chosen${ids.length === MOST ? ", four is the most" : ""}`;
}

document.addEventListener("change", (event) => {
  if (!event.target.closest?.(".pick")) return;
  keepPicks();
  show(kept());
});
document.addEventListener("reset", () => {
  keep([]);
  setTimeout(restorePicks); // when the boxes are empty
});
addEventListener("pageshow", restorePicks);
