"""The index: what is found, in which order, and the counts beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vastus.domain.anatomy import Muscle, MuscleRole
from vastus.domain.anatomy import MuscleGroup as G
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Contraction,
    Demand,
    Dose,
    Exercise,
    ExerciseType,
    Level,
    Measure,
    MuscleInvolvement,
    Relation,
    RelationKind,
    Share,
    Step,
)
from vastus.domain.query import Facet, Not, Phrase, Query, Word
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import document_of
from vastus.search.facets import COUNTED
from vastus.search.index import Index, build_index
from vastus.search.language import parse_query

KNOWN = vocabularies()


def a(name: str, target: G, *equipment: Equipment, **fields: object) -> Exercise:
    exercise = Exercise(id=name.lower().replace(" ", "-"), name=name, target=(target,), equipment=equipment)
    return replace(exercise, **fields)  # type: ignore[arg-type]


SHELF = (
    a("Bench Press", G.CHEST, Equipment.BARBELL, Equipment.BENCH, level=Level.BEGINNER, secondary=(G.TRICEPS,)),
    a("Dumbbell Bench Press", G.CHEST, Equipment.DUMBBELL, Equipment.BENCH, level=Level.BEGINNER),
    a("Close Grip Bench Press", G.TRICEPS, Equipment.BARBELL, Equipment.BENCH, level=Level.INTERMEDIATE),
    a("Bench Press Pin Hold", G.CHEST, Equipment.BARBELL, level=Level.ADVANCED),
    a("Push Up", G.CHEST, Equipment.BODYWEIGHT, level=Level.BEGINNER),
    a(
        "Backward Sled Drag",
        G.QUADS,
        Equipment.SLED,
        aliases=("reverse pull",),
        type=ExerciseType.CONDITIONING,
        contraction=Contraction(eccentric=Share.LITTLE),
        dose=Dose((Measure.LOAD, Measure.DISTANCE)),
    ),
    a("Leg Curl", G.HAMSTRINGS, Equipment.MACHINE),
    a(
        "Back Squat",
        G.QUADS,
        Equipment.BARBELL,
        demands=(Demand.KNEE_FLEXION_DEEP, Demand.SPINAL_LOAD),
        muscles=(MuscleInvolvement(Muscle.VASTUS_MEDIALIS, MuscleRole.AGONIST),),
    ),
    a("Wall Sit", G.QUADS, Equipment.BODYWEIGHT, instructions=(Step("Slide down a wall as for a squat and stay."),)),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(document_of(exercise, KNOWN) for exercise in sorted(SHELF, key=lambda each: each.name))


def found(index: Index, text: str, limit: int = 20) -> tuple[str, ...]:
    return index.search(Query(parse_query(text, KNOWN), limit)).ids


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bench press", "bench-press"),  # an exact name wins over longer ones
        ("bech press", "bench-press"),
        ("bnech pres", "bench-press"),
        ("benc", "bench-press"),  # the word is not finished
        ("db bench", "dumbbell-bench-press"),
        ("reverse pull", "backward-sled-drag"),  # an exact alias
        ("prowler", "backward-sled-drag"),
        ("reverse sled", "backward-sled-drag"),
        ("pushup", "push-up"),
        ("push-up", "push-up"),
        ("pressup", "push-up"),
        ("vastus medialis", "back-squat"),  # of the muscles that the page names
        ("squats", "back-squat"),
        ("quads no sled", "back-squat"),
        ("no eccentric", "backward-sled-drag"),
        ("measure:distance", "backward-sled-drag"),
        ('"slide down a wall"', "wall-sit"),
    ],
)
def test_what_people_type_finds_what_they_mean(index: Index, text: str, first: str) -> None:
    assert found(index, text)[0] == first


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("no equipment", {"push-up", "wall-sit"}),
        ("quads without spinal load", {"backward-sled-drag", "wall-sit"}),
        ("quads no deep knee flexion", {"backward-sled-drag", "wall-sit"}),
        ("muscle:triceps", {"bench-press", "close-grip-bench-press"}),
        ("target:triceps", {"close-grip-bench-press"}),
        ("bench -level:beginner", {"close-grip-bench-press", "bench-press-pin-hold"}),
        ('"bench press" -barbell', {"dumbbell-bench-press"}),
        ("equipment:sled,machine", {"backward-sled-drag", "leg-curl"}),
        ("curl", {"leg-curl"}),  # a word that stands somewhere is not taken for a misspelled one
        ("zzzz", set()),
    ],
)
def test_facets_and_exclusions_hold(index: Index, text: str, ids: set[str]) -> None:
    assert set(found(index, text)) == ids


def test_pages_of_an_answer_together_are_the_answer(index: Index) -> None:
    whole = found(index, "press")
    pages = [index.search(Query(parse_query("press", KNOWN), 2, at)).ids for at in range(0, 8, 2)]
    assert tuple(each for page in pages for each in page) == whole


def test_everything_is_listed_by_name(index: Index) -> None:
    assert found(index, "") == tuple(each.id for each in sorted(SHELF, key=lambda each: each.name.lower()))


_CHOICES = {
    "muscle": ("chest", "quads", "triceps"),
    "equipment": ("barbell", "bodyweight", "none"),
    "level": ("beginner", "advanced"),
}
_SHELF_INDEX = build_index(document_of(exercise, KNOWN) for exercise in SHELF)


@given(
    st.dictionaries(st.sampled_from(sorted(_CHOICES)), st.integers(0, 7), max_size=3),
    st.sampled_from(["", "press", "bench"]),
)
def test_each_count_is_what_choosing_that_value_would_find(picks: dict[str, int], words: str) -> None:
    chosen = {
        name: tuple(value for bit, value in enumerate(_CHOICES[name]) if bits >> bit & 1)
        for name, bits in picks.items()
    }
    clauses = (*parse_query(words, KNOWN), *(Facet(name, values) for name, values in chosen.items() if values))
    counts = _SHELF_INDEX.search(Query(clauses)).facets
    assert set(counts) == set(COUNTED)
    for name, values in counts.items():
        others = tuple(each for each in clauses if not (isinstance(each, Facet) and each.name == name))
        for value, count in values.items():
            assert _SHELF_INDEX.count((*others, Facet(name, (value,)))) == count


def test_what_is_near_is_told_where_nothing_fits(index: Index) -> None:
    query = Query(parse_query("bench muscle:hamstrings", KNOWN))
    assert index.search(query).total == 0
    assert "leg-curl" in index.near(query, 9)


def test_a_query_of_exclusions_alone_is_answered(index: Index) -> None:
    clauses = (Not(Facet("equipment", ("barbell",))),)
    assert index.count(clauses) == sum(Equipment.BARBELL not in (each.equipment or ()) for each in SHELF)


def _without_columns() -> Index:
    large = build_index(document_of(exercise, KNOWN) for exercise in sorted(SHELF, key=lambda each: each.name))
    vars(large)["_standing"] = None  # as where there are many exercises
    return large


_AS_LARGE = _without_columns()
_CLAUSES = [
    Word("press"), Word("bench"), Word("sqat"), Word("b"), Word("extensoin"), Phrase("bench press"),
    Not(Word("barbell")),
    Facet("muscle", ("quads", "chest")), Facet("equipment", ("barbell",)), Not(Facet("level", ("beginner",))),
    Facet("level", ("advanced", "beginner")), Not(Facet("equipment", ("sled", "none"))), Facet("target", ("quads",)),
    Facet("family", ("nobody",)), Facet("license", ("none",)),
]  # fmt: skip


@given(st.lists(st.sampled_from(_CLAUSES), max_size=4, unique=True), st.integers(1, 5), st.integers(0, 3))
def test_a_small_library_is_answered_as_a_large_one(
    index: Index, clauses: list[Word | Phrase | Facet | Not], limit: int, start: int
) -> None:
    names = [clause.name for clause in clauses if isinstance(clause, Facet)]
    query = Query(tuple(clauses) if len(names) == len(set(names)) else tuple(clauses[:1]), limit, start)
    assert index.search(query) == _AS_LARGE.search(query)
    assert index.search(query, counts=False).facets == {}


def _without_lists() -> Index:
    slow = _without_columns()
    vars(slow.ranking)["_listed"] = {}  # all words are left to tantivy's automata
    return slow


_SLOW = _without_lists()


@given(st.lists(st.text("abcelprsu", min_size=2, max_size=9).map(Word), max_size=3), st.integers(0, 2))
def test_lists_of_words_find_what_automata_find(words: list[Word], cut: int) -> None:
    for clauses in (words, [*words, Word("barbell"[cut:]), Word("quad"), Word("chst")][-3:]):
        query = Query(tuple(dict.fromkeys(clauses)))
        assert _AS_LARGE.search(query) == _SLOW.search(query)
        assert _AS_LARGE.near(query, 9) == _SLOW.near(query, 9)


def test_who_names_an_exercise_as_related_is_known_with_the_kind() -> None:
    shelf = (
        replace(SHELF[0], relations=(Relation(RelationKind.PROGRESSION_OF, "push-up"),)),
        replace(SHELF[1], relations=(Relation(RelationKind.VARIATION_OF, "push-up"),)),
        replace(SHELF[2], relations=(Relation(RelationKind.VARIATION_OF, "bench-press"),)),
    )
    index = build_index(document_of(exercise, KNOWN) for exercise in shelf)
    assert set(index.naming("push-up")) == {
        (RelationKind.PROGRESSION_OF, "bench-press"),
        (RelationKind.VARIATION_OF, "dumbbell-bench-press"),
    }
    assert index.naming("nobody") == ()
    assert index.naming("x" * 5_000 + "\x00") == ()


def test_one_mistake_is_looked_for_before_two() -> None:
    index = build_index(document_of(a(name, G.QUADS), KNOWN) for name in ("Extension Hold", "Extensible Hold"))
    assert found(index, "extensoin hold") == ("extension-hold",)
    assert found(index, "extnsoin hold") == ("extension-hold",)
