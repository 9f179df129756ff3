"""How often the ranking agrees with swaps that were judged before it was written; tests/corpus/README.md says how."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from command import settings
from msgspec.structs import replace

from vastus.bootstrap import Parts
from vastus.domain.exercise import Exercise
from vastus.reference.swaps import swap_facts
from vastus.reference.vocabulary import vocabularies
from vastus.settings import shipped_library
from vastus.swap.candidate import candidate_of
from vastus.swap.judgement import Part
from vastus.swap.substitutes import Swapping
from vastus.usecases.load_library import read_library
from vastus.usecases.swap_exercise import kit_of

CORPUS = Path(__file__).parent / "corpus"
TRIPLES, CLOSE = (
    [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]
    for name in ("swaps.jsonl", "swaps-close.jsonl")
)
TUNED = [triple for number, triple in enumerate(TRIPLES, 1) if number % 3]
UNTOUCHED = [triple for number, triple in enumerate(TRIPLES, 1) if number % 3 == 0]


@cache
def exercises() -> tuple[Exercise, ...]:
    return tuple(page.exercise for page in read_library(shipped_library(), vocabularies()))


@cache
def library() -> Swapping:
    return Swapping(map(candidate_of, exercises()), swap_facts(), vocabularies())


def names(triple: dict, among: Swapping) -> list[str]:
    """The whole answer to a triple's question, best first."""
    have = triple["have"] or None
    kit = kit_of(have, triple["without"], swap_facts(), vocabularies())
    found = among.substitutes(among.candidates[triple["query"]], kit, len(among))
    return [item.implement or item.of.id for item in found]


def agreeing(triples: Iterable[dict], among: Swapping) -> float:
    """The share of triples whose better swap is offered, and before the worse one if that is offered at all."""
    agreed = []
    for triple in triples:
        found = names(triple, among)
        place = {name: at for at, name in enumerate(found)}
        agreed.append(place.get(triple["better"], len(found)) < place.get(triple["worse"], len(found)))
    return sum(agreed) / len(agreed)


def test_every_triple_names_what_there_is() -> None:
    known = library().candidates
    assert len(TRIPLES) >= 90
    for triple in (*TRIPLES, *CLOSE):
        assert triple["query"] in known
        assert triple["because"]
        assert triple["better"] != triple["worse"]
    assert len({tuple(map(str, triple.values())) for triple in TRIPLES}) == len(TRIPLES)


@pytest.mark.parametrize(
    ("triples", "floor"),
    [(TUNED, 0.92), (UNTOUCHED, 0.92), (CLOSE, 0.84)],
    ids=["tuned", "untouched", "close calls"],
)
def test_the_ranking_agrees_with_the_judged_swaps(triples: list[dict], floor: float) -> None:
    assert agreeing(triples, library()) >= floor


def test_the_ranking_holds_without_what_pages_name() -> None:
    """Most of it is in the profiles: pages that name no swap are served nearly as well."""
    bare = Swapping(
        (candidate_of(replace(each, swaps=(), relations=(), tips=())) for each in exercises()),
        swap_facts(),
        vocabularies(),
    )
    triples = [triple for triple in TRIPLES if triple["better"] in bare.candidates]
    assert agreeing(triples, bare) >= 0.85


def test_a_ranking_at_random_does_not_pass() -> None:
    """The measure itself: taking the answer backward agrees with hardly anything."""
    among = library()
    backward = 0
    for triple in UNTOUCHED:
        found = names(triple, among)[::-1]
        place = {name: at for at, name in enumerate(found)}
        backward += place.get(triple["better"], len(found)) < place.get(triple["worse"], -1)
    assert backward / len(UNTOUCHED) < 0.2


def test_parts_are_between_nothing_and_the_same() -> None:
    among = library()
    for number, query in enumerate(sorted(among.candidates)):
        if number % 10:
            continue
        for item in among.substitutes(among.candidates[query], kit_of(None, (), swap_facts(), vocabularies()), 500):
            assert set(item.parts) == set(Part)
            assert all(value is None or 0 <= value <= 1 for value in item.parts.values())
            assert 0 < item.score <= 1
            assert item.changes or item.parts[Part.MOVEMENT] is not None
            assert item.equal_load.finding.first
            assert item.implement or item.of.id != query


def test_an_instance_serves_the_same_exercises(tmp_path: Path) -> None:
    parts = Parts(settings(tmp_path))
    assert set(parts.swapping.candidates) == {row.id for row in parts.reader.rows()}
    assert parts.swapping is parts.swapping
