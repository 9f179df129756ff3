"""What a page is silent about, and all checks together."""

import pytest
from msgspec.structs import replace

from vastus.check.completeness import check_completeness
from vastus.check.page import check_page
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.exercise import Exercise, Laterality, Step, Tip
from vastus.domain.page import Finding, Severity
from vastus.domain.source import Source

WHOLE = Exercise(
    "x",
    "X",
    target=(MuscleGroup.QUADS,),
    overview="It works the quads.",
    instructions=(Step("Sit."),),
    tips=(Tip("Breathe."),),
)


def missing(exercise: Exercise) -> list[Finding]:
    return list(check_completeness(exercise))


def test_a_whole_page_lacks_nothing() -> None:
    assert missing(WHOLE) == []


@pytest.mark.parametrize(
    ("changed", "field", "severity"),
    [
        (replace(WHOLE, instructions=()), "instructions", Severity.WARNING),
        (replace(WHOLE, target=None), "target", Severity.WARNING),
        (replace(WHOLE, target=()), "target", Severity.WARNING),
        (replace(WHOLE, overview=None), "overview", Severity.INFO),
        (replace(WHOLE, tips=()), "tips", Severity.INFO),
    ],
    ids=lambda value: str(value)[:12],
)
def test_each_missing_part_is_a_finding(changed: Exercise, field: str, severity: Severity) -> None:
    (finding,) = missing(changed)
    assert (finding.rule, finding.field, finding.severity) == ("missing-section", field, severity)


def test_a_catalogs_record_has_no_place_for_overview_and_tips() -> None:
    record = Exercise("x", "X", source=Source(form="wger", record="7"))
    assert [finding.field for finding in missing(record)] == ["instructions", "target"]


def test_all_checks_are_made_in_the_order_of_the_page() -> None:
    page = replace(
        WHOLE,
        secondary=(MuscleGroup.QUADS,),
        laterality=Laterality.BILATERAL,
        instructions=(Step("Keep your torso upright."), Step("Alternate legs.")),
        tips=(Tip("Your torso should be inclined."),),
        overview=None,
    )
    rules = [finding.rule for finding in check_page(page)]
    assert rules == ["target-repeated", "laterality-conflict", "contradiction", "missing-section"]


def test_checking_never_changes_the_exercise() -> None:
    before = repr(WHOLE)
    check_page(WHOLE)
    assert repr(WHOLE) == before
