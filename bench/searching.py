"""Searching 100,000 exercises: words with typing mistakes, lists without words, and the counts of all facets."""

import gc
import random
import time
from collections.abc import Iterator

from measure import Report, peak_mb
from pages import HOW, WHAT, WHERE, WITH

from vastus.domain.query import Query
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import Document
from vastus.search.index import Index, build_index
from vastus.search.language import parse_query

EXERCISES, QUERIES, ROUNDS = 100_000, 300, 3
LISTS = ("", "level:beginner", "level:beginner,advanced -equipment:sled", "muscle:quads type:strength", "target:traps")
PAGES = 40  # of each list, spread over all of it
_LEVELS, _TYPES = ("beginner", "intermediate", "advanced"), ("strength", "conditioning", "stretching")
_TEXT = 60  # words of prose an exercise


def documents(count: int) -> Iterator[Document]:
    """Exercises as the index takes them; the same ones every time."""
    chance = random.Random(1)
    known = vocabularies()
    prose = [f"{first}{second}" for first in ("ba", "co", "du", "fi", "lo", "mu", "ne", "ra") for second in WORDS]
    for number in range(count):
        tool, what = chance.choice(sorted(WITH)), chance.choice(sorted(WHAT))
        name = f"{chance.choice(HOW)} {chance.choice(WHERE)} {tool} {what} {number % 997}".lower()
        force, target, secondary = WHAT[what]
        groups = [found.value for word in (target, *secondary.split(", ")) if (found := known.groups.find(word))]
        found = known.equipment.find(WITH[tool])
        yield Document(
            id=f"exercise-{number}",
            name=name,
            aliases=(),
            target=target.lower(),
            muscles=secondary.lower(),
            equipment=tool.lower(),
            labels=force.lower(),
            text=" ".join(chance.choices(prose, k=_TEXT)),
            facets={
                "muscle": tuple(groups),
                "target": (groups[0],),
                "equipment": (found.value,) if found else (),
                "type": (chance.choice(_TYPES),),
                "level": (chance.choice(_LEVELS),),
                "force": (force.lower(),),
            },
        )


WORDS = [f"{first}{second}" for first in "bcdfglmnprst" for second in ("and", "ent", "ill", "ont", "urn", "ack", "eam")]


def misspelled(word: str, chance: random.Random) -> str:
    """The word with two neighbors swapped or one letter gone."""
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    return (
        word[:at] + word[at + 1 :]
        if chance.random() < 0.5
        else word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    )


def questions() -> list[str]:
    """What is asked: two or three words of names, every other one misspelled, a facet in every third."""
    chance = random.Random(2)
    asked: list[str] = []
    for number in range(QUERIES):
        words = [chance.choice(sorted(WITH)).lower(), chance.choice(sorted(WHAT)).lower()]
        if number % 4 == 0:
            words.insert(0, chance.choice(HOW).lower())
        if number % 2:
            words[-1] = misspelled(words[-1], chance)
        asked.append(" ".join(words) + (" level:beginner" if number % 3 == 0 else ""))
    return asked


def bench() -> Report:
    """Build once, ask again and again."""
    known = vocabularies()
    made = list(documents(EXERCISES))
    report = Report(
        "searching", f"{EXERCISES:,} exercises in memory, {QUERIES} questions, half misspelled, {ROUNDS} rounds"
    )
    start = time.perf_counter()
    index = build_index(made)
    report.add("build", "s", [time.perf_counter() - start])
    del made
    gc.collect()
    queries = [Query(parse_query(text, known)) for text in questions()]
    whole: dict[str, list[float]] = {"median": [], "p99": [], "without counts, median": [], "without counts, p99": []}
    empty = 0
    for _ in range(ROUNDS):
        for label, counts in (("", True), ("without counts, ", False)):
            took: list[float] = []
            for query in queries:
                start = time.thread_time()
                answer = index.search(query, counts=counts)
                took.append((time.thread_time() - start) * 1e3)
                empty += counts and not answer.total
            took.sort()
            whole[f"{label}median"].append(took[len(took) // 2])
            whole[f"{label}p99"].append(took[int(len(took) * 0.99)])
    for name, rounds in whole.items():
        report.add(name, "ms CPU", rounds, target=10.0 if name == "p99" else None)
    for name, figures in _lists(index).items():
        report.add(name, "ms CPU", figures, target=0.15 if name.endswith("p99") else None)
    report.add("questions without an answer", "of 100", [100 * empty / ROUNDS / QUERIES])
    report.add("peak memory, the exercises made for it included", "MB", [peak_mb()])
    return report


def _lists(index: Index) -> dict[str, list[float]]:
    """Pages of lists without words: the first of each list, and then all of them."""
    known = vocabularies()
    clauses = [parse_query(text, known) for text in LISTS]
    first = [_cpu_ms(index, Query(each)) for each in clauses]
    totals = [index.search(Query(each, 1)).total for each in clauses]
    pages = [
        Query(each, 20, total * page // PAGES)
        for each, total in zip(clauses, totals, strict=True)
        for page in range(PAGES)
    ]
    rounds = [sorted(_cpu_ms(index, page) for page in pages) for _ in range(ROUNDS)]
    return {
        "lists without words, first page of each for the first time": first,
        "lists without words, any page, median": [each[len(each) // 2] for each in rounds],
        "lists without words, any page, p99": [each[int(len(each) * 0.99)] for each in rounds],
    }


def _cpu_ms(index: Index, query: Query) -> float:
    start = time.thread_time()
    index.search(query)
    return (time.thread_time() - start) * 1e3
