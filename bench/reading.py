"""Reading one page: parse, build, check, in milliseconds."""

import statistics
from collections.abc import Callable
from pathlib import Path

from measure import Report, spent

from vastus.check.page import check_page
from vastus.domain.page import Draft, Page
from vastus.pages.files import read_pages
from vastus.parse.forms import parse_page
from vastus.profile.build import build_exercise
from vastus.reference.vocabulary import vocabularies

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "seed" / "backward-sled-push.txt"
OWN = ROOT / "tests" / "pages" / "own-backward-push.txt"
ROUNDS, CALLS = 25, 40


def bench() -> Report:
    """One page in the seed's form, read again and again."""
    path = SEED if SEED.exists() else OWN
    page = next(iter(read_pages([str(path)])))
    if not isinstance(page, Page):
        raise TypeError(f"{path} cannot be read")
    known = vocabularies()
    draft = next(iter(parse_page(page)))
    if not isinstance(draft, Draft):
        raise TypeError(f"{path} is no exercise")
    exercise, _ = build_exercise(draft, known)
    stages: dict[str, Callable[[], object]] = {
        "parse": lambda: list(parse_page(page)),
        "build": lambda: build_exercise(draft, known),
        "check": lambda: check_page(exercise),
        "floor: split the lines": lambda: [line.strip() for line in page.text.split("\n")],
    }
    rounds: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(ROUNDS + 2):  # two to warm up
        for name, work in stages.items():
            took = spent(lambda work=work: [work() for _ in range(CALLS)])
            rounds[name].append(took.wall_s / CALLS * 1e3)
    rounds = {name: values[2:] for name, values in rounds.items()}
    read = ("parse", "build", "check")
    whole = [sum(values) for values in zip(*(rounds[name] for name in read), strict=True)]
    middle = sum(statistics.median(rounds[name]) for name in read)
    where = "the seed" if path == SEED else "our own page in the seed's form"
    report = Report("reading", f"one page understood, {where}, {len(page.text)} characters, {ROUNDS} rounds of {CALLS}")
    floor = "floor: split the lines"
    report.add("page", "ms", whole, floor=floor, target=0.7)
    for name in read:
        report.add(name, "ms", rounds[name], share=statistics.median(rounds[name]) / middle)
    report.add(floor, "ms", rounds[floor])
    return report
