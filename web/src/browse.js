// Search as you type, and filters without a new page. The server's own page is asked for, and its parts are put in
// place; the address is always that of the page one would have got without this.

import { keepPicks, restorePicks } from "./picks/picks.js";

const PAUSE = 140; // ms without a key before the server is asked
const REACH = 22; // px: half a fingertip
const PARTS = ["hero", "body", "results", "filters"];

const input = document.getElementById("q");
const told = document.getElementById("told");
let asking = new AbortController();
let timer = 0;
let shown = location.pathname + location.search;

const part = (root, name) => root.querySelector(`[data-live="${name}"]`);

/** What has the focus, so that its twin on the new page can be found. */
function focused() {
  const key = document.activeElement?.dataset?.key;
  if (key) return `[data-key="${CSS.escape(key)}"]`;
  const label = document.activeElement?.closest?.("svg a")?.getAttribute("aria-label");
  return label ? `svg a[aria-label="${CSS.escape(label)}"]` : null;
}

function putInPlace(page) {
  const focus = focused();
  const open = new Map([...document.querySelectorAll("details[data-key]")].map((each) => [each.dataset.key, each.open]));
  for (const name of PARTS) {
    const fresh = part(page, name);
    if (!fresh) return false; // a question that was refused: the whole page says so
    for (const each of fresh.querySelectorAll("details[data-key]")) {
      if (open.has(each.dataset.key)) each.open ||= open.get(each.dataset.key);
    }
  }
  const body = part(document, "body"); // on a phone it makes room for an answer, but not while keys walk through it
  body.classList.toggle("held", body.querySelector(":focus-visible") !== null);
  for (const name of PARTS) part(document, name).replaceChildren(...part(page, name).childNodes);
  document.title = page.title;
  restorePicks();
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  told.textContent = document.querySelector(".count-line :is(h1, h2)").textContent;
  return true;
}

/** Shows the answer to an address. `remember` is what history does: "push", "replace" or nothing. */
async function show(address, remember) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  keepPicks();
  try {
    const answer = await fetch(address, { signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (signal.aborted) return;
    if (!putInPlace(page)) {
      if (remember === "replace") return; // half typed: "muscle:" becomes a question with the next key
      location.assign(address);
      return;
    }
    shown = address;
    if (document.activeElement === input) scrollTo(0, 0); // what was typed has its best answers at the top
    const place = location.hash === "#filters" ? location.hash : ""; // the sheet stays open
    if (remember === "push") history.pushState(null, "", address + place);
    if (remember === "replace") history.replaceState(null, "", address + place);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address); // the browser says what is wrong better than we can
  }
}

/** The part of the body that is nearest to a point beside it, within a fingertip: looked for along a spiral. */
function nearest(x, y) {
  let link;
  for (let turn = 0; !link && turn < REACH; turn += 0.06) {
    link = document.elementFromPoint(x + turn * Math.cos(40 * turn), y + turn * Math.sin(40 * turn))?.closest(".vf-link");
  }
  return link;
}

function addressOf(question) {
  return question ? `/?${new URLSearchParams({ q: question })}` : "/";
}

if (input && told) {
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(addressOf(input.value.trim()), "replace"), PAUSE);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show(addressOf(input.value.trim()), "push");
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // puts the keyboard away
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const { target } = event;
    const near = target.closest?.(".body-filter svg") && nearest(event.clientX, event.clientY);
    const link = near || target.closest?.("[data-live] a");
    const href = link?.getAttribute("href");
    if (!href?.startsWith("/") || link.rel) return; // to the next and previous page one goes
    const address = new URL(href, location.origin);
    if (address.pathname !== "/" || address.searchParams.has("cursor")) return;
    event.preventDefault();
    input.value = address.searchParams.get("q") ?? "";
    show(address.pathname + address.search, "push");
  });
  addEventListener("popstate", () => {
    const address = location.pathname + location.search;
    if (address === shown) return; // to and from the filters, which are a part of the page
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    show(address);
  });
  restorePicks();
}
