"""What people type finds what they mean: judged questions over the shipped library, and the laws behind them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ranking import Question, answer, index, questions, shipped

from vastus.domain.exercise import ExerciseType
from vastus.domain.query import Facet, Not, Query, Word
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import plain
from vastus.search.language import IDLE, parse_query
from vastus.usecases.explain_query import read_as

KNOWN = vocabularies()
_UNTOUCHED_MET = 0.9  # of the part of the table that weights were never tuned on


@pytest.mark.parametrize("question", questions(untouched=False), ids=lambda each: each.typed)
def test_what_is_typed_finds_what_is_meant(question: Question) -> None:
    assert question.is_met(answer(question.typed).ids, shipped()), answer(question.typed).ids[: question.first + 2]


def test_so_does_the_untouched_part_of_the_table() -> None:
    asked = questions(untouched=True)
    met = sum(question.is_met(answer(question.typed).ids, shipped()) for question in asked)
    assert met >= _UNTOUCHED_MET * len(asked)


def test_every_name_finds_its_exercise_first() -> None:
    assert [each.name for each in shipped().values() if answer(each.name).ids[0] != each.id] == []


def test_every_alias_finds_its_exercise_first_or_another_that_is_called_so() -> None:
    called: dict[str, set[str]] = {}
    for each in shipped().values():
        for name in (each.name, *each.aliases):
            called.setdefault(plain(name), set()).add(each.id)
    missed = {alias: ids for alias, ids in called.items() if answer(alias).ids[0] not in ids}
    assert missed == {}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("bench", "bench-press"), ("pull", "pull-up"), ("push", "push-up"), ("lateral sl", "lateral-sled-drag"),
        ("wrist flexor str", "wrist-flexor-stretch"), ("band", "band-pull-apart"), ("1 arm row", "dumbbell-row"),
    ],
)  # fmt: skip
def test_a_name_that_begins_so_comes_before_what_only_has_the_words(typed: str, first: str) -> None:
    assert answer(typed).ids[0] == first


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("no burpees", "squat-jump"), ("no squats quads", "leg-press"), ("without seated row", "dumbbell-row"),
        ('"sled push" no backward', "sled-push"), ("hamstrings no romanian", "lying-leg-curl"),
        ("no push", "barbell-curl"), ("no xyz quads", "leg-press"), ("quads no sl", "leg-press"),
    ],
)  # fmt: skip
def test_what_is_called_so_or_is_of_that_kind_is_left_out_and_no_more(typed: str, kept: str) -> None:
    """What only speaks of it in its text stays."""
    ids = answer(typed, 500).ids
    said = next(each.clause for each in parse_query(typed, KNOWN) if isinstance(each, Not))
    words = [said.text] if isinstance(said, Word) else []
    names = {each: plain(" ".join((shipped()[each].name, *shipped()[each].aliases))).split() for each in ids}
    assert kept in ids
    assert [each for each in ids for word in words if word in names[each]] == []


def test_where_nothing_fits_what_has_the_facets_is_nearest() -> None:
    query = Query(parse_query('muscle:quads equipment:sled -level:advanced "no eccentric"', KNOWN))
    assert answer('muscle:quads equipment:sled -level:advanced "no eccentric"').total == 0
    near = [shipped()[each] for each in index().near(query, 3)]
    assert all(
        "sled" in (each.equipment or ()) and "quads" in (each.target or ()) + (each.secondary or ()) for each in near
    )


def test_no_name_is_taken_for_a_facet() -> None:
    names = {name for each in shipped().values() for name in (each.name, *each.aliases)}
    assert [name for name in names if any(isinstance(each, Facet) for each in parse_query(name, KNOWN))] == []


@given(st.sampled_from(sorted(shipped())), st.data())
def test_more_letters_never_find_more(exercise_id: str, data: st.DataObject) -> None:
    name = plain(shipped()[exercise_id].name)
    end = data.draw(st.integers(1, len(name)))
    start = name.rfind(" ", 0, end) + 2  # behind the first letter of the last word
    *others, last = name[:end].split()
    assume(last not in IDLE and last not in others)  # such a word asks for nothing, and its first letters do
    totals = [answer(name[:at]).total for at in range(min(start, end), end + 1)]
    assert totals == sorted(totals, reverse=True)
    assert exercise_id in answer(name[:end], 500).ids


_ASKED = [
    "sled", "row", "quads", "bench p", "push ups", '"sled push"', "dumbel bench", "sled -jump", "seated", "k", "",
    "no sled row", "dead lift", "prowler", 'row "cable"', "level:beginner sled", "sled type:conditioning",
]  # fmt: skip


@given(st.sampled_from(_ASKED), st.data())
def test_each_count_is_what_its_chip_gives(typed: str, data: st.DataObject) -> None:
    clauses = parse_query(typed, KNOWN)
    counts = answer(typed).facets
    name = data.draw(st.sampled_from(sorted(name for name, values in counts.items() if values)))
    value = data.draw(st.sampled_from(sorted(counts[name])))
    others = tuple(each for each in clauses if not (isinstance(each, Facet) and each.name == name))
    for chosen in ((*others, Facet(name, (value,))), (Facet(name, (value,)), *others)):
        assert index().search(Query(chosen)).total == counts[name][value] == index().count(chosen)


@pytest.mark.parametrize(
    "facet", ["muscle:hamstrings", "target:glutes", "muscle:quads equipment:none", "muscle:calves"]
)
def test_a_list_of_a_muscle_begins_with_what_trains_it_before_all_others(facet: str) -> None:
    asked = parse_query(facet, KNOWN)[0]
    assert isinstance(asked, Facet)
    ids = answer(facet, 500).ids

    def rank(exercise_id: str) -> tuple[bool, bool, bool]:
        exercise = shipped()[exercise_id]
        target = exercise.target or ()
        is_strength = exercise.type is ExerciseType.STRENGTH
        return target[:1] != asked.values or not is_strength, asked.values[0] not in target, not is_strength

    assert [each for each in ids if not rank(each)[0]] == list(ids[: sum(not rank(each)[0] for each in ids)])
    assert sorted(ids, key=lambda each: rank(each)[1]) == list(ids)
    assert len(ids) == len(set(ids)) == answer(facet).total


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("bech press", "bench press"), ("dedlift", "deadlift"), ("hamstrngs sled", "hamstrings sled"),
        ("kettelbell swing level:beginner", "kettlebell swing level:beginner"), ("squat", None), ("benc", None),
        ("push ups", None), ("xyzzy", None), ('"bech press"', None), ("-bech", None), ("prowler", None),
    ],
)  # fmt: skip
def test_a_mistake_is_told_as_what_it_was_read(typed: str, read: str | None) -> None:
    assert read_as(Query(parse_query(typed, KNOWN)), index()) == read


def test_no_name_is_told_to_be_misspelled() -> None:
    names = [name for each in shipped().values() for name in (each.name, *each.aliases)]
    assert [each for each in names if read_as(Query(parse_query(each, KNOWN)), index())] == []
