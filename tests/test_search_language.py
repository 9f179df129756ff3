"""The query language: text to clauses and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.domain.exercise import Demand
from vastus.domain.query import MAX_LIMIT, Facet, Not, Phrase, Query, Word
from vastus.errors import QueryError
from vastus.faces.labels import facet_label
from vastus.reference.demands import DEMAND_LABELS
from vastus.reference.vocabulary import vocabularies
from vastus.search.facets import facet_value
from vastus.search.language import LONGEST, MOST_CLAUSES, parse_query, print_query

KNOWN = vocabularies()
WEIGHTS = ("barbell", "dumbbell", "kettlebell", "plate", "ez_bar", "trap_bar", "fat_bar")
NO_SLED = Not(Facet("equipment", ("sled",)))


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("", ()),
        ("Sled  PUSH", (Word("sled"), Word("push"))),
        ("push-up abs/core", (Word("push"), Word("up"), Word("abs"), Word("core"))),
        ('"no eccentric"', (Phrase("no eccentric"),)),
        ('"never closed', (Phrase("never closed"),)),
        ("muscle:quads", (Facet("muscle", ("quads",)),)),
        ("muscle:quadriceps,Glutes", (Facet("muscle", ("quads", "glutes")),)),
        ('equipment:"trap bar"', (Facet("equipment", ("trap_bar",)),)),
        ("muscle:vastus_lateralis", (Facet("muscle", ("quads",)),)),
        ("-level:expert", (Not(Facet("level", ("advanced",))),)),
        ("-jump", (Not(Word("jump")),)),
        ('-"box jump"', (Not(Phrase("box jump")),)),
        ("quads no sled", (Word("quads"), NO_SLED)),
        ("quads without a sled", (Word("quads"), NO_SLED)),
        ("NOT sled", (NO_SLED,)),
        ("quads w/o sled", (Word("quads"), NO_SLED)),
        ("i don't have a sled", (Word("i"), NO_SLED)),
        ("dont use the sled", (NO_SLED,)),
        ("not bad", (Not(Word("bad")),)),
        ("not a", (Word("not"),)),
        ("without knee flexion", (Not(Facet("demand", ("knee_flexion_deep",))),)),
        ("low impact", (Not(Facet("demand", ("impact",))),)),
        ("row for distance", (Word("row"), Facet("measure", ("distance",)))),
        ("counted in distance", (Facet("measure", ("distance",)),)),
        ("distance", (Word("distance"),)),
        ("for", (Word("for"),)),
        ("seated row", (Word("seated"), Word("row"))),  # a name may hold it
        ("no weights", (Not(Facet("equipment", WEIGHTS)),)),
        ("no trap bar deadlift", (Not(Facet("equipment", ("trap_bar",))), Word("deadlift"))),
        ("without deep knee flexion", (Not(Facet("demand", ("knee_flexion_deep",))),)),
        ("no impact", (Not(Facet("demand", ("impact",))),)),
        ("no eccentric load", (Facet("eccentric", ("none", "little")),)),
        ("no equipment", (Facet("equipment", ("none",)),)),
        ("no hands", (Not(Word("hands")),)),
        ("no burpees quads", (Not(Word("burpees")), Word("quads"))),
        ("not seated row", (Not(Facet("posture", ("seated",))), Word("row"))),
        ("no noise", (Facet("noise", ("quiet",)),)),
        ("quads or glutes", (Facet("muscle", ("quads", "glutes")),)),
        ("barbell or dumbbell row", (Facet("equipment", ("barbell", "dumbbell")), Word("row"))),
        ("row or curl", (Word("row"), Word("curl"))),
        ("concentric only", (Facet("eccentric", ("none",)),)),
        ("level:adv", (Facet("level", ("advanced",)),)),  # half typed
        ("muscle:qua", (Facet("muscle", ("quads",)),)),
        ("demand:spinal_l", (Facet("demand", ("spinal_load",)),)),
        ("no", (Word("no"),)),
        ("the", (Word("the"),)),
        ("the squat", (Word("squat"),)),
        ("sled sled", (Word("sled"),)),
        ("posture:seated noise:quiet", (Facet("posture", ("seated",)), Facet("noise", ("quiet",)))),
        ("a\x00b\x1b[31m", (Word("b"), Word("31m"))),
        ("<script>alert(1)</script>", (Word("scriptalert1"), Word("script"))),
    ],
)
def test_a_text_is_read_as_clauses(text: str, clauses: tuple[object, ...]) -> None:
    assert parse_query(text, KNOWN) == clauses


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("muscel:quads", "there is no facet 'muscel'", "did you mean 'muscle'?"),
        ("muscle:quds", "'quds' is no muscle", "quads"),
        ("level:godlike", "'godlike' is no level", "beginner"),
        ("posture:seatd", "'seatd' is no posture", "seated"),
        ("muscle:,", "there is no value behind 'muscle:'", "leave it out"),
        ("x" * (LONGEST + 1), f"at most {LONGEST} characters", "leave some words out"),
        (" ".join(f"w{n}" for n in range(MOST_CLAUSES + 1)), f"at most {MOST_CLAUSES} words", "leave some out"),
    ],
)
def test_what_cannot_be_understood_is_said_with_a_hint(text: str, said: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text, KNOWN)
    assert said in str(caught.value)
    assert hint in (caught.value.hint or "")


@given(st.text(max_size=LONGEST))
def test_any_text_is_a_query_or_an_error(text: str) -> None:
    try:
        clauses = parse_query(text, KNOWN)
    except QueryError:
        return
    again = parse_query(print_query(clauses), KNOWN)
    assert parse_query(print_query(again), KNOWN) == again


_WORDS = st.sampled_from(["sled", "push", "press", "row", "hamstring", "développé"]).map(Word)
_PHRASES = st.sampled_from(["no eccentric", "box jump", "one leg at a time"]).map(Phrase)
_FACETS = st.sampled_from(
    [
        Facet("muscle", ("quads", "glutes")),
        Facet("level", ("advanced",)),
        Facet("equipment", ("none",)),
        Facet("family", ("sled push",)),
    ]
)


@given(
    st.lists(
        st.one_of(_WORDS, _PHRASES, _FACETS, st.one_of(_WORDS, _PHRASES, _FACETS).map(Not)), unique=True, max_size=8
    )
)
def test_printed_clauses_are_read_as_the_same_clauses(clauses: list[Word | Phrase | Facet | Not]) -> None:
    assert parse_query(print_query(clauses), KNOWN) == tuple(clauses)


@pytest.mark.parametrize("limit", [-1, 0, MAX_LIMIT + 1])
def test_a_wrong_limit_is_refused(limit: int) -> None:
    with pytest.raises(QueryError):
        Query((), limit)


@pytest.mark.parametrize("demand", Demand)
def test_a_demand_is_found_by_the_name_that_pages_show(demand: Demand) -> None:
    shown = facet_label("demand", demand, vocabularies())
    assert shown.lower() == DEMAND_LABELS[demand]
    assert facet_value("demand", shown, vocabularies()) == demand
