"""The page that the product was asked for: read whole, and every quarrel on it found.

Our own page has the form and the quarrels of the seed in other words; the seed itself stands beside the repository.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from vastus.check.page import check_page
from vastus.domain.exercise import (
    Contraction,
    Exercise,
    Facing,
    Goal,
    Measure,
    Relation,
    RelationKind,
    Share,
    StepKind,
    TipKind,
)
from vastus.domain.page import Finding, Page, Severity
from vastus.pages.files import read_pages
from vastus.parse.forms import parse_page
from vastus.profile.build import build_exercise
from vastus.reference.vocabulary import vocabularies

OWN = Path(__file__).parent / "pages" / "own-backward-push.txt"
SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "backward-sled-push.txt"


@dataclass(frozen=True)
class Expected:
    """What differs between the two pages."""

    file: Path
    id: str
    name: str
    secondary: str
    variation_of: str
    paragraphs: int
    called_primary: str
    signs: tuple[str, ...]
    causes: tuple[str, ...]
    fixes: tuple[str, ...]


EXPECTED = (
    Expected(
        file=OWN,
        id="reverse-sled-shove",
        name="Reverse Sled Shove",
        secondary="abs calves glutes hamstrings lower_back",
        variation_of="sled-march",
        paragraphs=2,
        called_primary="calves, glutes",
        signs=("biting into the ground",),
        causes=("too upright",),
        fixes=("a little lower", "leaning back"),
    ),
    Expected(
        file=SEED,
        id="backward-sled-push",
        name="Backward Sled Push",
        secondary="abs adductors calves glutes hamstrings lower_back upper_back",
        variation_of="sled-drag",
        paragraphs=2,
        called_primary="calves, glutes, hamstrings",
        signs=("digging into the floor",),
        causes=("too upright",),
        fixes=("lower on the handles", "inclined"),
    ),
)


@dataclass(frozen=True)
class Case:
    expected: Expected
    exercise: Exercise
    findings: tuple[Finding, ...]
    text: str

    def rules(self) -> dict[str, Finding]:
        return {finding.rule: finding for finding in self.findings}


@pytest.fixture(params=EXPECTED, ids=["own", "seed"])
def case(request: pytest.FixtureRequest) -> Case:
    expected: Expected = request.param
    if not expected.file.exists():
        pytest.skip("the seed stands beside the repository, and is not there")
    (page,) = read_pages([str(expected.file)])
    assert isinstance(page, Page)
    (draft,) = parse_page(page)
    exercise, findings = build_exercise(draft, vocabularies())  # type: ignore[arg-type]  # a refusal would fail here
    return Case(expected, exercise, (*findings, *check_page(exercise)), page.text)


def test_the_profile_is_read_whole(case: Case) -> None:
    exercise = case.exercise
    assert (exercise.id, exercise.name) == (case.expected.id, case.expected.name)
    assert (exercise.type, exercise.mechanics, exercise.force) == ("conditioning", "compound", "push")
    assert (exercise.laterality, exercise.level, exercise.equipment) == ("bilateral", "beginner", ("sled",))
    assert exercise.secondary == tuple(case.expected.secondary.split())
    assert exercise.source.form == "profile-page"
    assert exercise.aliases == exercise.muscles == exercise.claims == exercise.sections == ()


def test_the_target_is_read_from_the_diagrams_caption(case: Case) -> None:
    assert case.exercise.target == ("quads",)
    assert case.exercise.printed["target"] == "Quads"


def test_the_pages_own_words_are_kept_beside_the_ids(case: Case) -> None:
    assert case.exercise.printed["force"] == "Push (Bilateral)"


def test_the_overview_keeps_its_paragraphs(case: Case) -> None:
    assert len((case.exercise.overview or "").split("\n\n")) == case.expected.paragraphs


def test_each_step_has_its_kind(case: Case) -> None:
    kinds = [step.kind for step in case.exercise.instructions]
    assert kinds == [StepKind.LOAD, StepKind.SET_UP, StepKind.EXECUTE, StepKind.REPEAT]


def test_it_is_counted_in_load_steps_distance_or_time(case: Case) -> None:
    dose = case.exercise.dose
    assert dose is not None
    assert dose.measures == (Measure.LOAD, Measure.STEPS, Measure.DISTANCE, Measure.TIME)
    words = [case.text[start:end] for start, end in dose.spans]
    assert words[0].lower().startswith("load")
    assert words[1] in ("steps", "strides")
    assert words[2:] == ["distance", "time"]


def test_tips_have_kinds_and_nesting(case: Case) -> None:
    fault, substitute, individual, programming = case.exercise.tips
    assert fault.kind is TipKind.FAULT
    assert substitute.kind is TipKind.SUBSTITUTE
    assert individual.kind is TipKind.INDIVIDUAL
    assert programming.kind is TipKind.PROGRAMMING
    assert [child.kind for child in individual.children] == [TipKind.INDIVIDUAL] * 2


def test_the_fault_has_sign_cause_and_fixes(case: Case) -> None:
    fault = case.exercise.tips[0]
    said = {"sign": fault.sign or "", "causes": " | ".join(fault.causes), "fixes": " | ".join(fault.fixes)}
    assert [part for part in case.expected.signs if part not in said["sign"]] == []
    assert [part for part in case.expected.causes if part not in said["causes"]] == []
    assert [part for part in case.expected.fixes if part not in said["fixes"]] == []
    assert len(fault.fixes) == len(case.expected.fixes)


def test_the_substitute_names_what_to_push_instead(case: Case) -> None:
    substitute = case.exercise.tips[1]
    assert substitute.equipment == ("car", "plate")
    assert (substitute.to, substitute.condition) == (None, "no sled")
    assert [(swap.to, swap.reason, swap.surface) for swap in case.exercise.swaps] == [
        ("car", "no sled", None),
        ("plate", "no sled", "turf"),
    ]


def test_the_nested_tips_have_a_condition_and_an_advice(case: Case) -> None:
    extension, flexion = case.exercise.tips[2].children
    assert "extension bias" in (extension.condition or "")
    assert "looking down" in (extension.advice or "")
    assert "flexion bias" in (flexion.condition or "")
    assert "looking up" in (flexion.advice or "")


def test_the_programming_tip_names_rehab_and_conditioning(case: Case) -> None:
    assert set(case.exercise.tips[3].goals) == {Goal.REHAB, Goal.CONDITIONING}


def test_no_eccentric_part_leaves_the_concentric_one(case: Case) -> None:
    contraction = case.exercise.contraction
    assert contraction == Contraction(Share.FULL, Share.NONE, None)
    assert contraction is not None
    assert contraction.span is not None
    start, end = contraction.span
    assert "eccentric" in case.text[start:end]


def test_the_relation_and_the_uses_come_from_the_overview(case: Case) -> None:
    assert case.exercise.relations == (Relation(RelationKind.VARIATION_OF, case.expected.variation_of),)
    assert [use.goal for use in case.exercise.uses][:2] == [Goal.CONDITIONING, Goal.STRENGTH]


def test_the_athlete_faces_away_from_the_sled(case: Case) -> None:
    assert case.exercise.movement is not None
    assert case.exercise.movement.facing is Facing.AWAY


def test_muscles_called_primary_and_listed_as_secondary_are_found(case: Case) -> None:
    finding = case.rules()["role-conflict"]
    assert finding.field == "secondary"
    assert case.expected.called_primary in finding.message
    assert (finding.excerpt or "?") in (case.exercise.overview or "")


def test_bilateral_with_alternating_legs_is_found(case: Case) -> None:
    finding = case.rules()["laterality-conflict"]
    assert (finding.field, finding.severity) == ("laterality", Severity.WARNING)
    assert finding.excerpt == case.exercise.instructions[2].text


def test_the_posture_against_itself_is_found(case: Case) -> None:
    finding = case.rules()["contradiction"]
    assert finding.field == "instructions"
    assert "step 2 and tip 1" in finding.message
    assert "torso" in finding.message
    assert finding.span == case.exercise.instructions[1].span


def test_nothing_else_is_found(case: Case) -> None:
    assert sorted(case.rules()) == ["contradiction", "laterality-conflict", "role-conflict"]


def test_every_span_points_to_its_words(case: Case) -> None:
    exercise = case.exercise
    texts = [*exercise.instructions, *exercise.tips, *exercise.tips[2].children]
    assert [case.text[slice(*(part.span or (0, 0)))] for part in texts] == [part.text for part in texts]
