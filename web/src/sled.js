// The sled calculator answers while a slider moves: the form is asked as it would be sent, and the answer put in place.
// The address is always that of the page one would have got without this.

const PAUSE = 90; // ms without a change before the server is asked

const form = document.getElementById("sled-form");
let asking = new AbortController();
let timer = 0;

function address() {
  const query = new URLSearchParams();
  for (const [name, text] of new FormData(form)) if (text.trim()) query.append(name, text);
  return `/sled?${query}`;
}

async function answer() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const asked = address();
  try {
    const reply = await fetch(asked, { signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const parts = page.querySelectorAll("[data-live]"); // the same on both pages; none where something went wrong
    if (signal.aborted) return;
    parts.forEach((part) => document.querySelector(`[data-live=${part.dataset.live}]`).replaceChildren(...part.childNodes));
    history.replaceState(null, "", asked);
    for (const input of form.elements) {
      const twin = input.id ? page.getElementById(input.id) : null;
      if (twin?.hasAttribute("aria-invalid")) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

form.addEventListener("input", (event) => {
  if ("whole" in event.target.dataset) return form.requestSubmit(); // what an own sled fills has no slider any more
  const said = event.target.parentElement.querySelector("output");
  if (said) said.textContent = event.target.value;
  clearTimeout(timer);
  timer = setTimeout(answer, PAUSE);
});
