"""Finding: what is told beside the answer, above all where there is none."""

from collections.abc import Iterable

import pytest
from ranking import index

from vastus.domain.query import Facet
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.explain_query import excluded_for_nothing, facets_meant, muscles_asked
from vastus.usecases.find_exercises import Found, ask, find_exercises

KNOWN = vocabularies()


class _Lines:
    """A library whose lines are ids."""

    def state(self) -> str:
        return "as it is"

    def rows_of(self, ids: Iterable[str], _: str | None = None) -> list[str]:
        return list(ids)


def found(text: str) -> Found:
    return find_exercises(ask(text, {}, KNOWN), index(), _Lines(), KNOWN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "underwater basket",
        "zzzzqqq",
        '"no eccentric"',
        "漢字",
        "quads target:neck zzzz",
        "-sled sled",
        "!!",
    ],
)
def test_where_nothing_fits_something_is_near(text: str) -> None:
    answer = found(text)
    assert bool(answer.near) is not bool(answer.total)


def test_a_misspelled_word_before_a_known_one_is_understood() -> None:
    assert "dumbbell-bench-press" in found("dumbel bench").items[:2]


def test_a_phrase_that_is_nowhere_is_proposed_without_quotation_marks() -> None:
    wider = {each.left_out: each.query for each in found('"no eccentric"').wider}
    assert wider == {'""': "eccentric:none,little"}
    assert found(wider['""']).total


def test_each_wider_query_finds_what_it_says() -> None:
    for text in ("underwater basket", '"sled basket" quads', "row posture:seated target:calves"):
        wider = found(text).wider
        assert wider
        assert [each.total for each in wider] == [found(each.query).total for each in wider]


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("seated", Facet("posture", ("seated",))),
        ("seated row", Facet("posture", ("seated",))),
        ("quiet", Facet("noise", ("quiet",))),
        ("beginner", Facet("level", ("beginner",))),
        ("upper back", Facet("muscle", ("upper_back",))),
    ],
)
def test_a_word_that_names_a_facet_offers_it_and_is_looked_for_all_the_same(text: str, facet: Facet) -> None:
    answer, offers = found(text), facets_meant(ask(text, {}, KNOWN), index(), KNOWN)
    offer = next(each for each in offers if each.facet == facet)
    assert offer.total == found(offer.query).total
    assert answer.total >= offer.total  # nothing is lost by not filtering


def test_words_that_name_no_facet_offer_none() -> None:
    assert facets_meant(ask("row curl posture:seated", {}, KNOWN), index(), KNOWN) == ()


def test_leaving_out_what_stands_nowhere_is_told() -> None:
    assert excluded_for_nothing(ask("sled -zzzzq -push", {}, KNOWN), index()) == ("zzzzq",)
    assert found("sled -zzzzq -push").total == found("sled -push").total


@pytest.mark.parametrize(
    ("text", "named", "excluded"),
    [
        ("hamstrings", {"hamstrings"}, set[str]()),
        ("hamstr", {"hamstrings"}, set[str]()),  # half typed
        ("quads no sled", {"quads"}, set[str]()),
        ("glutes without quads", {"glutes"}, {"quads"}),
        ("target:abs -muscle:chest,lats", {"abs"}, {"chest", "lats"}),
        ("biceps brachii curl", {"biceps"}, set[str]()),
        ('-"lower back"', set[str](), {"lower_back"}),
        ("muscle:quads", set[str](), set[str]()),  # chosen, which the figure shows itself
        ("back squat", set[str](), set[str]()),
    ],
)
def test_a_question_is_about_the_muscles_that_it_names_or_leaves_out(
    text: str, named: set[str], excluded: set[str]
) -> None:
    asked = muscles_asked(ask(text, {}, KNOWN))
    assert {str(each) for each in asked.named} == named
    assert {str(each) for each in asked.excluded} == excluded
