"""The editorial rules, one change of a good page at a time."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from vastus.check.editorial.coverage import crossed, holes
from vastus.check.editorial.graph import check_graph
from vastus.check.editorial.page import check_own_page
from vastus.check.editorial.repeats import check_originality, check_repeats
from vastus.check.editorial.sources import ReadSource
from vastus.domain.anatomy import Muscle, MuscleGroup, MuscleRole
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Dose,
    Exercise,
    ExerciseType,
    Force,
    Goal,
    Laterality,
    Level,
    Measure,
    MuscleInvolvement,
    Posture,
    Range,
    Relation,
    RelationKind,
    Step,
    StepKind,
    Tip,
    TipKind,
    Use,
)
from vastus.domain.page import Page
from vastus.domain.source import Citation, Confidence, Grade
from vastus.reference.vocabulary import vocabularies
from vastus.usecases.read_pages import ReadExercise, read_pages

MUSCLES = vocabularies().muscles
READ = (ReadSource(("ACSM 2009",), Confidence.VERIFIED), ReadSource(("Hearsay 1999",), Confidence.UNVERIFIED))


def own_page(name: str) -> Exercise:
    path = Path(__file__).resolve().parents[1] / "library" / "exercises" / f"{name}.md"
    (read,) = read_pages([Page(path.read_text("utf-8"), path=path.name)], vocabularies())
    assert isinstance(read, ReadExercise)
    return replace(read.exercise, citations=(Citation("Our judgement: the doses.", Confidence.JUDGEMENT),))


GOOD = own_page("farmers-carry")
BRACHIALIS = MuscleInvolvement(Muscle.BRACHIALIS, MuscleRole.AGONIST, Grade.EXPERT)


def rules(exercise: Exercise) -> list[str]:
    return sorted({finding.rule for finding in check_own_page(exercise, MUSCLES, READ)})


def first_step(text: str) -> Exercise:
    return replace(GOOD, instructions=(replace(GOOD.instructions[0], text=text), *GOOD.instructions[1:]))


def test_a_good_page_has_no_findings() -> None:
    assert rules(GOOD) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"family": None}, "part-missing"),
        ({"aliases": ()}, "part-missing"),
        ({"noise": None}, "part-missing"),
        ({"contraction": None}, "part-missing"),
        ({"uses": ()}, "part-missing"),
        ({"name": "Farmers Carrying"}, "id-and-name"),
        ({"overview": "One sentence."}, "overview-length"),
        ({"instructions": GOOD.instructions[:2]}, "step-count"),
        ({"instructions": tuple(s for s in GOOD.instructions if s.kind is not StepKind.REPEAT)}, "step-kind"),
        ({"tips": GOOD.tips[:3]}, "tip-count"),
        ({"tips": GOOD.tips[1:3] + GOOD.tips[5:]}, "safety-missing"),
        ({"tips": GOOD.tips[2:]}, "fault-count"),
        ({"tips": (*GOOD.tips, Tip("You rush.", TipKind.FAULT))}, "fault-part"),
        ({"swaps": GOOD.swaps[:1]}, "swap-count"),
        ({"swaps": (replace(GOOD.swaps[0], reason=None), *GOOD.swaps[1:])}, "swap-part"),
        ({"relations": (Relation(RelationKind.VARIATION_OF, "suitcase-carry"),)}, "relation-part"),
        ({"printed": {"demand": "grip"}}, "unknown-key"),
        ({"source": replace(GOOD.source, license=None)}, "license"),
        ({"citations": ()}, "citation-missing"),
        ({"laterality": Laterality.BILATERAL}, "sides"),
        ({"name": "Walking Carry", "id": "walking-carry", "laterality": Laterality.UNILATERAL}, "sides"),
        ({"posture": Posture.SUPINE}, "posture-demand"),
        ({"demands": ()}, "room-demand"),
        ({"force": Force.STATIC_STRETCHING}, "mobility-type"),
        ({"name": "Carry Mobility", "id": "carry-mobility"}, "mobility-type"),
        ({"type": ExerciseType.SMR}, "type-and-force"),
        ({"type": ExerciseType.STRETCHING}, "goal-of-type"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_missing_or_does_not_agree_is_told(change: dict[str, object], rule: str) -> None:
    assert rule in rules(replace(GOOD, **change))  # type: ignore[arg-type]  # each is a field


@pytest.mark.parametrize(
    ("muscles", "rule"),
    [
        ([], "part-missing"),
        ([MuscleInvolvement(Muscle.SOLEUS, MuscleRole.SYNERGIST, Grade.EXPERT)], "agonist-missing"),
        ([*GOOD.muscles, BRACHIALIS], "agonist-outside-target"),
        ([*GOOD.muscles, replace(BRACHIALIS, role=MuscleRole.SYNERGIST)], "muscle-without-group"),
        ([m for m in GOOD.muscles if m.muscle is not Muscle.FINGER_FLEXORS], "target-without-agonist"),
        ([m for m in GOOD.muscles if m.muscle is not Muscle.SOLEUS], "secondary-without-muscle"),
        ([replace(m, evidence=None) for m in GOOD.muscles], "evidence-missing"),
    ],
)  # fmt: skip
def test_the_groups_follow_from_the_muscles(muscles: Iterable[MuscleInvolvement], rule: str) -> None:
    assert rule in rules(replace(GOOD, muscles=tuple(muscles)))


def test_a_muscle_of_no_group_is_free() -> None:
    free = MuscleInvolvement(Muscle.TIBIALIS_ANTERIOR, MuscleRole.SYNERGIST, Grade.EXPERT)
    assert rules(replace(GOOD, muscles=(*GOOD.muscles, free))) == []


@pytest.mark.parametrize(
    ("dose", "rule"),
    [
        (None, "dose-missing"),
        (Dose(measures=(Measure.LOAD,)), "dose-missing"),
        (Dose(sets=Range(3, 3)), "dose-measures"),
        (Dose(measures=(Measure.REPS,), sets=Range(3, 3), reps=Range(8, 8)), "dose-measures"),
        (Dose(measures=(Measure.TIME,), sets=Range(3, 3), distance_m=Range(8, 8)), "dose-measures"),
        (Dose(measures=(Measure.TIME,), sets=Range(3, 3), time_s=Range(8, 8), load="heavy"), "dose-measures"),
        (Dose(measures=(Measure.TIME,), sets=Range(3, 3), time_s=Range(4000, 4000)), "dose-size"),
        (Dose(measures=(Measure.TIME,), sets=Range(3, 3), time_s=Range(10, 90)), "dose-range"),
        (Dose(measures=(Measure.TIME,), sets=Range(3, 3)), "dose-incomplete"),
    ],
)
def test_a_dose_is_in_measures_that_the_exercise_has(dose: Dose | None, rule: str) -> None:
    assert rule in rules(replace(GOOD, uses=(Use(Goal.STRENGTH, dose),)))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Carries prevent back pain.", "promise"),
        ("It cures a stiff neck.", "promise"),
        ("If it clicks you have a tear.", "diagnosis"),
        ("Numb fingers are a sign of impingement.", "diagnosis"),
        ("Make sure to stand tall.", "filler"),
        ("Return to the starting position.", "filler"),
        ("Engage your core.", "filler"),
        ("The lifter stands tall.", "voice"),
        ("Stand tall!", "voice"),
        ("Stand tall — then walk.", "voice"),
        ("Take 45 lb in each hand.", "unit"),
        ("Take 20kg in each hand.", "unit"),
        ("Walk for 30 secs.", "unit"),
        ("Do 8-12 steps.", "unit"),
        ("Do 3 x 8 steps.", "unit"),
        ("Hold the center of the handle.", "spelling"),
        ("Walk " + "and walk " * 21, "sentence-length"),
        ("Studies found more grip.", "claim-uncited"),
        ("Take 10 % off.", "number-uncited"),
    ],
)
def test_words_that_we_do_not_write_are_told(text: str, rule: str) -> None:
    assert rules(first_step(text.strip())) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "If you have a strain, ask a clinician first.",
        "Press your heels down and grip the centre of the handle.",
        "Take 20 kg and walk 15 m in 30 s at 45°.",
        "Walk a half-step ahead of a well-trained partner.",
    ],
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert rules(first_step(text)) == []


def test_a_hard_page_is_told() -> None:
    hard = "Individualised neuromuscular coordination necessitates progressive familiarisation. " * 3
    assert "reading-level" in rules(
        replace(GOOD, instructions=tuple(Step(hard.strip(), s.kind) for s in GOOD.instructions))
    )


def test_a_mark_is_never_better_than_what_was_read() -> None:
    def marked(text: str) -> Exercise:
        return replace(GOOD, citations=(Citation(text, Confidence.VERIFIED),))

    assert rules(marked("ACSM 2009: three to five minutes of rest.")) == []
    assert rules(marked("Somebody 2031: it works.")) == ["source-unread"]
    assert rules(marked("Hearsay 1999: it works.")) == ["source-unread"]


# -- all pages together ----------------------------------------------------------------------------------------------


def page(name: str, *relations: Relation, level: Level = Level.BEGINNER, **fields: object) -> Exercise:
    return Exercise(name, name.title(), family="carry", relations=relations, level=level, **fields)  # type: ignore[arg-type]  # each is a field


def graph(*pages: Exercise, families: tuple[str, ...] = ("carry",)) -> list[tuple[str, str]]:
    return sorted((name, finding.rule) for name, finding in check_graph({each.id: each for each in pages}, families))


def to(name: str, kind: RelationKind = RelationKind.VARIATION_OF) -> Relation:
    return Relation(kind, name, "x")


def test_a_family_hangs_together() -> None:
    assert graph(page("a", to("b")), page("b"), page("c", to("b"))) == []
    assert graph(page("a", to("b")), page("b"), page("c")) == [("c", "family-apart")]


def test_a_family_is_on_the_list_and_the_list_has_no_empty_one() -> None:
    assert graph(page("a"), families=("carry", "walk")) == [("walk", "family-empty")]
    assert graph(page("a"), families=()) == [("a", "family-unknown")]


def test_every_link_leads_to_a_page_or_an_implement() -> None:
    tip = Tip("No load?", TipKind.SUBSTITUTE, to="y", children=())
    assert graph(page("a", to("x"), tips=(tip,))) == [("a", "link-missing"), ("a", "link-missing")]


def test_a_name_belongs_to_one_page() -> None:
    assert graph(page("a", to("b"), aliases=("B",)), page("b")) == [("a", "name-taken")]
    assert graph(page("a", to("b"), aliases=("c",)), page("b", aliases=("C",))) == [("b", "name-taken")]
    assert graph(page("a", aliases=("a",))) == [("a", "name-taken")]


def test_progress_has_no_cycle_and_never_becomes_easier() -> None:
    harder, easier = RelationKind.PROGRESSION_OF, RelationKind.REGRESSION_OF
    assert graph(page("a", to("b", harder)), page("b", to("a", easier))) == []
    assert graph(page("a", to("b", harder)), page("b", to("a", harder))) == [
        ("a", "progress-cycle"),
        ("b", "progress-cycle"),
    ]
    assert graph(page("a", to("b", harder)), page("b", level=Level.ADVANCED)) == [("a", "level-order")]


def test_opposites_say_so_on_both_sides() -> None:
    opposite = RelationKind.OPPOSITE_OF
    assert graph(page("a", to("b", opposite)), page("b", to("a", opposite))) == []
    assert graph(page("a", to("b", opposite)), page("b")) == [("b", "opposite-one-sided")]


def repeated(*overviews: str) -> list[tuple[str, str]]:
    pages = {f"p{number}": page(f"p{number}", overview=text) for number, text in enumerate(overviews)}
    return sorted((name, finding.rule) for name, finding in check_repeats(pages))


def test_no_sentence_stands_on_two_pages() -> None:
    assert repeated("Walk tall with a heavy bag.", "Walk tall, with a HEAVY bag.") == [
        ("p0", "sentence-repeated"),
        ("p1", "sentence-repeated"),
    ]
    assert repeated("Walk tall with bags.", "Walk tall with bags.") == []


def test_a_sentence_with_one_word_changed_is_told() -> None:
    said = "walk down the lane with both bags held close until the {} of it"
    assert repeated(said.format("end"), said.format("last metre")) == [("p1", "words-repeated")]


def test_eight_words_of_others_are_told() -> None:
    own = {"p": page("p", overview="You walk down the lane with both bags held close.")}
    assert [
        f.rule for _, f in check_originality(own, [("book", "… down the lane with both bags held close, and")])
    ] == ["not-original"]
    assert list(check_originality(own, [("book", "down the lane with both bags held")])) == []


def test_holes_of_the_coverage_are_counted() -> None:
    one = page("a", type=ExerciseType.CONDITIONING, equipment=(Equipment.SLED,), target=(MuscleGroup.QUADS,))
    found = {hole.what: (hole.count, hole.least) for hole in holes([one])}
    assert found["pages"] == (1, 240)
    assert found["target quads"] == (1, 8)
    assert found["target neck"] == (0, 3)
    assert found["type conditioning"] == (1, 35)
    assert found["equipment sled"] == (1, 3)
    assert found["conditioning with a sled"] == (1, 14)
    assert "level beginner" not in found
    assert "equipment other" not in found
    assert crossed([one], "equipment") == {("quads", "sled"): 1}
