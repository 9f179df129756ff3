"""The muscle figure: put together as text, rendered as PNG, and as cards of a list in a browser."""

import importlib
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from measure import Report, spent

import vastus
from vastus.domain.anatomy import MuscleGroup
from vastus.draw.levels import worked_by
from vastus.draw.palette import Theme
from vastus.draw.picker import picker
from vastus.draw.sprite import card, sprite
from vastus.reference.figure import figure_parts
from vastus.reference.vocabulary import vocabularies

ROUNDS, CALLS = 25, 40
PNG_ROUNDS, WIDTH = 15, 800  # px
CARDS, MANY = 20, 500
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WAIT_S = 120


def bench() -> Report:
    """Text always; the other renderers and the browser where they are installed."""
    report = Report("figures", f"{ROUNDS} rounds of {CALLS} calls; PNG {WIDTH} px wide; {CARDS} and {MANY} cards")
    _texts(report)
    _pictures(report)
    _cards(report)
    return report


def _texts(report: Report) -> None:
    known, parts = vocabularies(), figure_parts()
    exercise = vastus.library()["backward-sled-push"]
    worked = worked_by(exercise, known.muscles)
    numbers = {str(group): 1.0 * number for number, group in enumerate(MuscleGroup)}
    uses: dict[str, Callable[[], object]] = {
        "exercise, for a page": lambda: vastus.figure(exercise).embedded("a"),
        "exercise, a file": lambda: vastus.figure(exercise).svg(),
        "exercise, flat": lambda: vastus.figure(exercise).svg(Theme.DARK),
        "heat, for a page": lambda: vastus.figure(heat=numbers).embedded("a"),
        "picker": lambda: picker(known, parts),
        "card": lambda: card(worked, known, parts, file="/figure.svg"),
    }
    for name, draw in uses.items():
        draw()
        rounds = [spent(lambda draw=draw: [draw() for _ in range(CALLS)]).cpu_s / CALLS * 1e6 for _ in range(ROUNDS)]
        report.add(name, "µs", rounds, target=200 if name == "exercise, for a page" else None)


def _pictures(report: Report) -> None:
    """What renders the same flat figure; packages that are not here are left out."""
    svg = vastus.figure("backward-sled-push").svg(Theme.LIGHT, width=WIDTH)
    draw: dict[str, Callable[[], object]] = {"resvg-py": lambda: _resvg(svg)}
    try:
        cairosvg = importlib.import_module("cairosvg")
        draw["CairoSVG"] = lambda: cairosvg.svg2png(bytestring=svg.encode(), output_width=WIDTH)
    except (ImportError, OSError):  # the package, or the system's cairo
        pass
    try:
        skia = importlib.import_module("skia")
        draw["skia-python"] = lambda: _skia(skia, svg)
    except ImportError:
        pass
    tool = shutil.which("rsvg-convert")
    if tool:
        command = [tool, "--width", str(WIDTH)]
        draw["rsvg-convert, a process"] = lambda: subprocess.run(
            command, input=svg.encode(), stdout=subprocess.PIPE, check=True
        )
    for name, render in draw.items():
        render()
        rounds = [spent(render).wall_s * 1e3 for _ in range(PNG_ROUNDS)]
        report.add(f"PNG, {name}", "ms", rounds, floor=None if name == "resvg-py" else "PNG, resvg-py")


def _resvg(svg: str) -> bytes:
    from vastus.draw.png import png

    return png(svg, WIDTH)


def _skia(skia: object, svg: str) -> bytes:
    made = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode()))  # type: ignore[attr-defined]  # no stubs
    surface = skia.Surface(WIDTH, WIDTH)  # type: ignore[attr-defined]  # as above
    made.setContainerSize(skia.Size(WIDTH, WIDTH))  # type: ignore[attr-defined]  # as above
    made.render(surface.getCanvas())
    return bytes(surface.makeImageSnapshot().encodeToData())


PAGE = """<!doctype html><meta charset="utf-8"><title>cards</title><link rel="stylesheet" href="/figure.css">
<style>
li{height:80px;list-style:none}
.box{display:block;width:64px;height:62px;background:#ddd}
.all .vf-card{content-visibility:visible}
</style>
<ul id="first"></ul><ul id="list"></ul><script type="module">
const cards = await (await fetch("/cards.json")).json(), rounds = 15, found = {};
const frame = () => new Promise(done => requestAnimationFrame(() => {
  const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }));
const list = document.getElementById("list"), first = document.getElementById("first");
const drawn = () => [...list.querySelectorAll("use")].slice(0, 1).every(use => use.getBBox().width > 0);
async function take(count, kind) {
  list.textContent = ""; list.className = kind; await frame(); await frame();
  const one = i => kind === "boxes" ? '<span class="box"></span>' : cards[i % cards.length];
  const items = Array.from({length: count}, (_, i) => `<li>${one(i)}</li>`);
  const start = performance.now();
  list.innerHTML = items.join("");
  await frame();
  while (!drawn()) await frame();
  return performance.now() - start;
}
first.innerHTML = `<li>${cards[0]}</li>`;  // the file is cached once
for (let i = 0; i < 20; i++) await frame();
const takes = [["boxes", 20, "boxes"], ["cards", 20, "lazy"], ["many boxes", 500, "boxes"],
  ["many cards, lazy", 500, "lazy"], ["many cards, all", 500, "all"]];
for (const [name, count, kind] of takes) {
  found[name] = []; await take(count, kind);
  for (let i = 0; i < rounds; i++) found[name].push(await take(count, kind));
}
await fetch("/found", {method: "POST", body: JSON.stringify(found)});
</script>"""


def _cards(report: Report) -> None:
    """Milliseconds of the browser's main thread, from inserting the list to the end of the frame that shows it."""
    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if browser is None:
        print("figures: no Chromium here, so no cards")
        return
    found = _measured(browser)
    report.add(f"{CARDS} plain boxes, Chromium", "ms", found["boxes"])
    report.add(f"{CARDS} cards, Chromium", "ms", found["cards"], floor=f"{CARDS} plain boxes, Chromium")
    added = [max(0.0, each - statistics.median(found["boxes"])) for each in found["cards"]]
    report.add(f"{CARDS} cards add", "ms", added, target=50)
    for name in ("many boxes", "many cards, lazy", "many cards, all"):
        report.add(f"{MANY}: {name}", "ms", found[name])


def _measured(browser: str) -> dict[str, list[float]]:
    known, parts = vocabularies(), figure_parts()
    cards = [
        card(worked_by(each, known.muscles), known, parts, file="/figure.svg") for each in vastus.library().values()
    ]
    files = {
        "/": ("text/html", PAGE),
        "/figure.css": ("text/css", vastus.figure_stylesheet()),
        "/figure.svg": ("image/svg+xml", sprite()),
        "/cards.json": ("application/json", json.dumps(cards)),
    }
    answer: list[dict[str, list[float]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, text = files.get(self.path, ("text/plain", ""))
            self.send_response(200 if text else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(text.encode())

        def do_POST(self) -> None:
            answer.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's own name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ours = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    if ours is not None:
        os.sched_setaffinity(0, range(os.cpu_count() or 1))  # a browser is several processes
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=900,1800"]
        address = f"http://127.0.0.1:{server.server_port}/"
        running = subprocess.Popen(
            [*command, f"--user-data-dir={Path(profile)}", address],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + WAIT_S
        while not answer and running.poll() is None and time.monotonic() < end:
            time.sleep(0.1)
        running.terminate()
        running.wait(timeout=20)
    server.shutdown()
    if ours is not None:
        os.sched_setaffinity(0, ours)
    if not answer:
        raise RuntimeError("the browser gave no answer")
    return answer[0]
