"""Swapping among 1,000 exercises: the ranking with its ten best told in full, against a bare look at all muscles."""

import time

from measure import Report
from msgspec.structs import replace

from vastus.reference.swaps import swap_facts
from vastus.reference.vocabulary import vocabularies
from vastus.settings import shipped_library
from vastus.swap.candidate import Candidate, candidate_of
from vastus.swap.substitutes import Swapping
from vastus.usecases.load_library import read_library
from vastus.usecases.swap_exercise import kit_of

EXERCISES, ASKED, ROUNDS = 1_000, 100, 5
_KITS = ((None, ()), (["dumbbell,bench"], ()), (None, ["sled,spinal_load"]), (["none"], ()))


def candidates() -> list[Candidate]:
    """The shipped library, again and again under other ids until there are enough."""
    pages = [page.exercise for page in read_library(shipped_library(), vocabularies())]
    found: list[Candidate] = []
    for number in range(EXERCISES):
        page = pages[number % len(pages)]
        found.append(candidate_of(replace(page, id=f"{page.id}-{number}", name=f"{page.name} {number}", aliases=())))
    return found


def bench() -> Report:
    """Make the features once, then ask: every exercise in turn, with every kit."""
    known, facts = vocabularies(), swap_facts()
    made = candidates()
    report = Report("swapping", f"{EXERCISES:,} exercises, {ASKED} questions with {len(_KITS)} kits, {ROUNDS} rounds")
    start = time.perf_counter()
    again = [candidate_of(each.exercise) for each in made]
    report.add("features of all", "ms", [(time.perf_counter() - start) * 1e3])
    among = Swapping(again, facts, known)
    kits = [kit_of(have, without, facts, known) for have, without in _KITS]
    asked = made[:: EXERCISES // ASKED][:ASKED]
    whole: dict[str, list[float]] = {"a look at all muscles": [], "median": [], "p99": []}
    for _ in range(ROUNDS):
        floor, took = [], []
        for number, of in enumerate(asked):
            start = time.thread_time()
            sum(bool(of.groups.shared(each.groups)) for each in again)
            floor.append((time.thread_time() - start) * 1e3)
            start = time.thread_time()
            among.substitutes(of, kits[number % len(kits)], 10)
            took.append((time.thread_time() - start) * 1e3)
        took.sort()
        whole["a look at all muscles"].append(sorted(floor)[len(floor) // 2])
        whole["median"].append(took[len(took) // 2])
        whole["p99"].append(took[int(len(took) * 0.99)])
    report.add("a look at all muscles", "ms CPU", whole["a look at all muscles"])
    for name in ("median", "p99"):
        report.add(name, "ms CPU", whole[name], floor="a look at all muscles", target=20.0)
    return report
