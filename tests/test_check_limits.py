"""Numbers beyond what is possible or sensible are findings; what a page can well say is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.check.limits import check_limits, excesses
from vastus.check.page import check_page
from vastus.domain.claim import Verdict
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise, Step, Tip
from vastus.domain.page import Page, Severity
from vastus.domain.source import Confidence
from vastus.reference.limits import limits
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.check_claims import check_claims
from vastus.usecases.read_pages import Refused, read_pages

ROOT = Path(__file__).resolve().parents[1]


def beyond(text: str, *equipment: Equipment) -> list[tuple[str, float]]:
    exercise = Exercise(id="x", name="X", tips=(Tip(text),), equipment=equipment or None)
    return [(excess.limit.id, round(excess.amount, 6)) for excess in excesses(exercise)]


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("This burns 5000 calories per rep.", "energy_repetition", 5000),
        ("It burns 5,000 kcal with every repetition and 90 kcal each rep.", "energy_repetition", 90),
        ("You burn 900 calories in 10 minutes.", "energy_minute", 90),
        ("You burn 6,000 calories an hour.", "energy_minute", 100),
        ("Hold for 90 minutes.", "hold", 5400),
        ("Hold the plank for up to 2 hours.", "hold", 7200),
        ("Pause at the bottom for 1200 seconds.", "hold", 1200),
        ("Do 900 sets a day.", "sets", 900),
        ("Repeat for 2,000 repetitions.", "repetitions", 2000),
    ],
)
def test_a_number_beyond_its_limit_is_told(text: str, name: str, amount: float) -> None:
    assert (name, amount) in beyond(text)


@pytest.mark.parametrize(
    "text",
    [
        "A person of 68 kg burns over 300 calories in 30 minutes.",
        "A hard round burns up to 15 calories a minute.",
        "Hold for 30 to 60 seconds.",
        "Hold for 2 minutes each side.",
        "Hold a pace at which you can talk for 90 minutes.",
        "Walk for 90 minutes.",
        "Hold the bar 30 cm from the wall for 5 sets of 5.",
        "Nobody burns 5000 calories per rep.",
        "Don't hold for 90 minutes.",
        "Over a month that makes 2000 reps.",
        "Do 3 sets of 8 to 12 reps.",
        "It burns 5000 calories.",
        "Two sets at 1:30, then rest 90 minutes.",
    ],
)
def test_what_a_page_can_well_say_is_let_alone(text: str) -> None:
    assert beyond(text) == []


def test_a_load_is_judged_only_where_it_is_lifted() -> None:
    text = "Work up to 3000 kg."
    assert beyond(text, Equipment.BARBELL) == [("bar_load", 3000)]
    assert beyond(text, Equipment.SLED) == beyond(text, Equipment.CAR) == beyond(text) == []
    assert beyond("Work up to 400 kg.", Equipment.BARBELL) == []
    assert beyond("Work up to 1,000 lb.", Equipment.BARBELL) == []
    ((name, amount),) = beyond("Work up to 2,000 lb.", Equipment.BARBELL)
    assert name == "bar_load"
    assert amount == pytest.approx(2000 * 0.45359237)  # the pound as defined


@given(seconds=st.integers(min_value=1, max_value=36_000))
def test_a_hold_is_told_from_its_limit_on_whatever_its_unit(seconds: int) -> None:
    is_beyond = seconds > limits()["hold"].most
    assert bool(beyond(f"Hold for {seconds} seconds.")) == is_beyond
    assert bool(beyond(f"Hold for {seconds / 60:.9f} minutes.")) == is_beyond or seconds == limits()["hold"].most


@given(low=st.integers(1, 600), more=st.integers(0, 600))
def test_of_a_range_the_higher_end_counts(low: int, more: int) -> None:
    assert bool(beyond(f"Hold for {low} to {low + more} seconds.")) == (low + more > limits()["hold"].most)


def test_the_finding_names_place_bound_and_what_it_rests_on() -> None:
    step = Step("Hold for 90 minutes.", span=(10, 30))
    (finding,) = check_limits(Exercise(id="x", name="X", instructions=(step,)))
    assert (finding.rule, finding.field, finding.severity) == ("beyond-limit", "instructions", Severity.WARNING)
    assert finding.span == (10, 30)
    assert "step 1" in finding.message
    assert "90 minutes" in finding.message
    assert "600" in finding.message
    assert "judgement" in (finding.hint or "")


def test_energy_that_cannot_be_is_a_contradicted_claim() -> None:
    claims = check_claims(Exercise(id="x", name="X", overview="This burns 5000 calories per rep."))
    ((kind, verdict, numbers),) = [
        (claim.kind, claim.verdict, claim.basis.numbers) for claim in claims if "5000" in claim.says
    ]
    assert (kind, verdict) == ("energy", Verdict.CONTRADICTED)
    assert numbers == {"claimed_energy_kcal": 5000, "most_energy_kcal": limits()["energy_repetition"].most}


def test_every_limit_has_a_source_and_a_judged_one_says_so() -> None:
    for limit in limits().values():
        assert limit.source
        assert limit.most > 0
        if limit.mark is Confidence.JUDGEMENT:
            assert "judgement" in limit.says
    # 7.5 L of oxygen a minute at 5 kcal a litre, as the row says
    assert 7.5 * 5 < limits()["energy_minute"].most < 2 * 7.5 * 5
    assert limits()["energy_repetition"].most == limits()["energy_minute"].most * 1


def test_our_own_library_has_no_number_beyond_a_limit() -> None:
    pages = [Page(path.read_text("utf-8")) for path in sorted((ROOT / "library" / "exercises").glob("*.md"))]
    assert pages
    reads = [read for read in read_pages(pages, vocabularies()) if not isinstance(read, Refused)]
    assert [finding for read in reads for finding in check_page(read.exercise) if finding.rule == "beyond-limit"] == []
