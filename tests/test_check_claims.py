"""Claims of a page: what is computed can be redone by hand, what is cited fits, and a quiet page is left in peace."""

import math
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from strategies import exercises

from vastus.check.claims.all_claims import claims_of
from vastus.check.claims.reading import Reading
from vastus.check.claims.setup import BACK, HANDS, LINE, PRESS, PULL, PUSH
from vastus.check.claims.statics import example_for
from vastus.domain.anatomy import MuscleGroup
from vastus.domain.claim import BasisKind, Claim, Verdict
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import (
    Contraction,
    Exercise,
    Force,
    Laterality,
    Share,
    Step,
    Swap,
    Tip,
    TipKind,
    Travel,
)
from vastus.domain.source import Confidence
from vastus.pages.files import read_pages as files
from vastus.reference.evidence import evidence, hazards
from vastus.reference.vocabulary import vocabularies
from vastus.settings import shipped_library
from vastus.units import STANDARD_GRAVITY as G
from vastus.usecases.read_pages import Refused, read_pages

OWN = Path(__file__).parent / "pages" / "own-backward-push.txt"
BESIDE = Path(__file__).resolve().parents[2] / "shared"
SEED = BESIDE / "seed" / "backward-sled-push.txt"


def read(path: Path) -> list[Exercise]:
    if not path.exists():
        pytest.skip(f"{path.name} stands beside the repository, and is not there")
    found = read_pages(files([str(path)]), vocabularies())
    return [each.exercise for each in found if not isinstance(each, Refused)]


@pytest.fixture(scope="module", params=[OWN, SEED], ids=["own", "seed"])
def page(request: pytest.FixtureRequest) -> Exercise:
    (exercise,) = read(request.param)
    return exercise


def kinds(claims: tuple[Claim, ...], kind: str, verdict: Verdict | None = None) -> list[Claim]:
    return [each for each in claims if each.kind == kind and verdict in {None, each.verdict}]


def one(claims: tuple[Claim, ...], kind: str, *, about: str = "", where: str | None = None) -> Claim:
    (found,) = [e for e in kinds(claims, kind) if about in e.says.lower() and where in {None, e.where}]
    return found


# the page that the product was asked for, and one of its form in other words


def test_step_and_tip_that_cannot_both_be_followed_are_a_contradiction(page: Exercise) -> None:
    found = one(claims_of(page), "contradiction", about="torso")
    assert (found.where, found.verdict, found.basis.kind) == ("step 2, tip 1", Verdict.CONTRADICTED, BasisKind.PAGE)
    assert "recline" in found.basis.text


def test_a_lower_contact_moves_the_pressure_back_by_mu_a_metre(page: Exercise) -> None:
    found = one(claims_of(page), "posture", about="lower")
    numbers = found.basis.numbers
    assert found.verdict is Verdict.SUPPORTED
    for height, center in (("height_m", "center_of_pressure_m"), ("height_lower_m", "center_of_pressure_lower_m")):
        assert numbers[center] == pytest.approx(numbers["cog_m"] + numbers["mu"] * numbers[height], abs=1e-4)
    assert numbers["center_of_pressure_lower_m"] < numbers["center_of_pressure_m"]


def test_a_recline_moves_the_pressure_back_and_costs_force_and_grip(page: Exercise) -> None:
    (found,) = [e for e in kinds(claims_of(page), "posture") if "grip_limit_n" in e.basis.numbers]
    n = found.basis.numbers
    theta = math.radians(n["angle_deg"])
    assert found.verdict is Verdict.SUPPORTED
    assert n["force_n"] == pytest.approx(
        n["mu"] * n["mass_kg"] * G / (math.cos(theta) - n["mu"] * math.sin(theta)), rel=1e-4
    )
    assert n["grip_limit_n"] == pytest.approx(
        n["shoe_mu"] * n["athlete_kg"] * G / (math.cos(theta) + n["shoe_mu"] * math.sin(theta)), rel=1e-4
    )
    assert n["center_of_pressure_m"] == pytest.approx(
        n["cog_m"] + n["mu"] * n["height_m"] - n["mu"] * math.tan(theta) * (n["cog_m"] - n["push_at_m"]), abs=1e-4
    )
    assert n["center_of_pressure_m"] < n["center_of_pressure_level_m"]
    assert n["force_n"] > n["force_level_n"]
    assert n["grip_limit_n"] < n["grip_limit_level_n"]


def test_tilt_alone_adds_no_drag_under_constant_friction(page: Exercise) -> None:
    found = one(claims_of(page), "tipping")
    n = found.basis.numbers
    assert found.verdict is Verdict.DEPENDS
    assert n["force_n"] == pytest.approx(n["mu"] * n["normal_n"], rel=1e-4)
    assert "plough" in found.basis.text
    assert "not been measured" in found.basis.text


def test_an_upright_trunk_needs_the_feet_in_front(page: Exercise) -> None:
    found = one(claims_of(page), "posture", where="step 2")
    n = found.basis.numbers
    assert found.verdict is Verdict.DEPENDS
    assert n["lean_offset_m"] == pytest.approx(n["force_level_n"] * n["height_m"] / (n["athlete_kg"] * G), abs=1e-4)


def test_a_car_is_not_equal_in_force_or_inertia(page: Exercise) -> None:
    found = one(claims_of(page), "equivalence", about="car")
    n = found.basis.numbers
    assert found.verdict is Verdict.DEPENDS
    assert n["force_n_low"] == pytest.approx(n["rolling_resistance_low"] * n["car_kg"] * G, rel=1e-4)
    assert n["equal_sled_kg_high"] == pytest.approx(n["rolling_resistance_high"] * n["car_kg"] / n["mu"], rel=1e-3)
    assert n["glide_m_low"] > 10 * n["glide_sled_m"]
    assert n["start_n"] > 10 * n["start_sled_n"]


def test_a_plate_has_no_height_for_a_back(page: Exercise) -> None:
    found = one(claims_of(page), "equivalence", about="plate")
    n = found.basis.numbers
    assert found.verdict is Verdict.CONTRADICTED
    assert n["force_n_low"] == pytest.approx(n["mu"] * (n["plate_kg"] * G + n["hand_force_n_low"]), abs=0.1)
    assert "no height" in found.basis.text


def test_bilateral_is_alternating(page: Exercise) -> None:
    found = one(claims_of(page), "laterality")
    assert (found.says, found.verdict, found.basis.kind) == ("bilateral", Verdict.CONTRADICTED, BasisKind.PAGE)
    assert "alternating" in found.basis.text
    assert "Step 3" in found.basis.text


def test_eccentric_work_is_small_at_the_knee_and_not_zero_for_the_body(page: Exercise) -> None:
    found = one(claims_of(page), "contraction")
    n = found.basis.numbers
    assert found.verdict is Verdict.DEPENDS
    assert n["work_j"] == pytest.approx(n["mu"] * n["mass_kg"] * G * n["step_m"], rel=1e-4)
    assert n["body_lowering_j"] == pytest.approx(n["athlete_kg"] * G * n["body_drop_m"], rel=1e-4)
    assert 0 < n["lowering_share"] < 0.25


@pytest.mark.parametrize(
    ("muscle", "verdict", "source"),
    [
        ("lower back", Verdict.CONTRADICTED, "Maddigan 2014"),
        ("calves", Verdict.SUPPORTED, "Maddigan 2014"),
        ("quads", Verdict.SUPPORTED, "Ryu 2009"),
        ("hamstrings", Verdict.DEPENDS, "Maddigan 2014"),
    ],
)
def test_muscles_are_judged_by_evidence(page: Exercise, muscle: str, verdict: Verdict, source: str) -> None:
    found = one(claims_of(page), "muscle", about=f"{muscle} as")
    assert (found.verdict, found.basis.kind) == (verdict, BasisKind.CITATION)
    assert source in found.basis.text
    assert found.basis.text.endswith("[V]")


def test_soreness_and_rehab_say_how_thin_the_evidence_is(page: Exercise) -> None:
    claims = claims_of(page)
    assert "11 trained men" in one(claims, "soreness").basis.text
    assert "No trial of a sled" in one(claims, "rehab").basis.text
    assert {one(claims, kind).verdict for kind in ("soreness", "rehab")} == {Verdict.DEPENDS}


def test_where_to_look_is_an_opinion_said_once(page: Exercise) -> None:
    found = one(claims_of(page), "gaze")
    assert (found.verdict, found.basis.kind, found.where) == (Verdict.OPINION, BasisKind.OPINION, "tip 3")
    assert not [e for e in claims_of(page) if e.where.startswith("tip 3.")]


def test_a_foot_that_slips_and_a_path_that_is_not_clear_are_missed(page: Exercise) -> None:
    missed = kinds(claims_of(page), "safety", Verdict.DEPENDS)
    said = " ".join(each.says for each in missed)
    assert {each.where for each in missed} == {"not on the page"}
    for word in ("foot slips", "path must be clear", "car is pushed"):
        assert word in said


def test_the_seed_says_nothing_of_a_lane_that_nobody_sees() -> None:
    (seed,) = read(SEED)
    assert any("nobody sees" in each.says for each in claims_of(seed))


def test_a_total_body_exercise_without_arms_is_denied_by_its_own_list() -> None:
    (seed,) = read(SEED)
    found = one(claims_of(seed), "muscle", about="total body")
    assert (found.verdict, found.basis.kind) == (Verdict.CONTRADICTED, BasisKind.PAGE)
    assert "arms" in found.basis.text


# structure, not names: the same rules on pages made here

PUSH_STEPS = (
    Step("Load the sled."),
    Step("Stand facing away from the sled with your back against the poles."),
    Step("Push it by straightening one leg after the other."),
)


def a_push(**changes: object) -> Exercise:
    exercise = Exercise("x", "Shove", equipment=(Equipment.SLED,), force=Force.PUSH, instructions=PUSH_STEPS)
    return structs.replace(exercise, **changes)


@pytest.mark.parametrize(
    ("name", "steps", "equipment", "expected"),
    [
        ("Shove", PUSH_STEPS, (Equipment.SLED,), (Equipment.SLED, PUSH, Travel.BACKWARD, BACK)),
        ("Prowler Push", ("Lean into the poles and drive.",), (Equipment.OTHER,), (Equipment.SLED, PUSH, None, HANDS)),
        ("Sled Drag", ("Walk backward on straps.",), (Equipment.SLED,), (Equipment.SLED, PULL, Travel.BACKWARD, LINE)),
        ("Sled Row", ("Pull the handles, step back.",), (Equipment.SLED,), (Equipment.SLED, PULL, None, LINE)),
        ("Sled Chest Press", ("Punch the poles away.",), (Equipment.SLED,), (Equipment.SLED, PRESS, None, HANDS)),
        ("Leg Press", ("Push the sled away.",), (Equipment.MACHINE,), (None, None, None, None)),
        ("Hack Squat", ("Lower the sled.",), (Equipment.OTHER,), (None, None, None, None)),
        ("Reverse Fly", ("Raise the bells.",), (Equipment.DUMBBELL,), (None, None, None, None)),
    ],
)  # fmt: skip
def test_the_setup_is_read_from_structure(
    name: str, steps: tuple[str | Step, ...], equipment: tuple[Equipment, ...], expected: tuple[object, ...]
) -> None:
    told = tuple(each if isinstance(each, Step) else Step(each) for each in steps)
    force = Force.PUSH if "Push" in name or name == "Shove" else None
    setup = Reading(Exercise("x", name, equipment=equipment, force=force, instructions=told)).setup
    assert (setup.implement, setup.action, setup.travel, setup.contact) == expected


def test_the_ground_that_the_page_names_sets_the_friction() -> None:
    on_turf, on_grass = Reading(a_push()), Reading(a_push(overview="Do it on grass."))
    assert example_for(on_grass).mu > example_for(on_turf).mu


def a_fault(fixes: tuple[str, ...] = (), causes: tuple[str, ...] = ()) -> Exercise:
    tip = Tip("It tips.", TipKind.FAULT, sign="the nose of the sled digs in", fixes=fixes, causes=causes)
    return a_push(tips=(tip,))


@pytest.mark.parametrize(
    ("fix", "verdict"),
    [
        ("set up lower on the poles", Verdict.SUPPORTED),
        ("slide your back down", Verdict.SUPPORTED),
        ("avoid setting up too high on the poles: hold lower", Verdict.SUPPORTED),
        ("set up higher on the poles", Verdict.CONTRADICTED),
        ("recline a little", Verdict.SUPPORTED),
        ("do not lean back", Verdict.CONTRADICTED),
        ("stay upright", Verdict.CONTRADICTED),
        ("move the plates toward the poles", Verdict.SUPPORTED),
        ("move the plates to the front", Verdict.CONTRADICTED),
        ("start the push smoothly", Verdict.SUPPORTED),
    ],
)
def test_a_fix_that_makes_it_worse_is_contradicted(fix: str, verdict: Verdict) -> None:
    found = [each for each in claims_of(a_fault(fixes=(fix,))) if each.where == "tip 1"]
    assert {each.verdict for each in found} == {verdict}
    assert all(each.basis.kind is BasisKind.COMPUTATION for each in found)


@pytest.mark.parametrize(
    ("cause", "verdict"),
    [
        ("your back meets the poles too high", Verdict.SUPPORTED),
        ("you have become upright", Verdict.SUPPORTED),
        ("you hold the poles too low", Verdict.CONTRADICTED),
        ("the plates sit at the far end", Verdict.SUPPORTED),
    ],
)
def test_a_cause_is_judged_the_other_way(cause: str, verdict: Verdict) -> None:
    (found,) = [each for each in claims_of(a_fault(causes=(cause,))) if each.where == "tip 1"]
    assert found.verdict is verdict


def test_a_contact_at_the_shoulder_blades_is_computed_there() -> None:
    steps = (PUSH_STEPS[0], Step("Stand facing away with your shoulder blades against the poles."), PUSH_STEPS[2])
    assert example_for(Reading(a_push(instructions=steps))).height_m > example_for(Reading(a_push())).height_m


def test_an_outright_same_job_is_contradicted() -> None:
    tip = Tip(
        "No sled? Push a car, it's the same job.", TipKind.SUBSTITUTE, equipment=(Equipment.CAR,), condition="no sled"
    )
    found = one(claims_of(a_push(tips=(tip,), swaps=(Swap("car"),))), "equivalence")
    assert (found.verdict, found.where) == (Verdict.CONTRADICTED, "tip 1")


def test_hands_that_push_a_plate_are_another_matter_than_a_back() -> None:
    hands = a_push(instructions=(Step("Lean into the sled with straight arms and drive."),), swaps=(Swap("plate"),))
    assert one(claims_of(hands), "equivalence").verdict is Verdict.DEPENDS


def test_words_of_safety_silence_the_omission() -> None:
    careful = a_push(tips=(Tip("Clear the lane, wear shoes that grip, and let a partner watch the seams."),))
    assert kinds(claims_of(a_push()), "safety")
    assert {e.says for e in kinds(claims_of(careful), "safety")} == {"the page does not say where the poles may press"}


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(Share.NONE, Verdict.DEPENDS), (Share.LITTLE, Verdict.SUPPORTED), (Share.FULL, Verdict.CONTRADICTED)],
)
def test_eccentric_work_on_a_sled(share: Share, verdict: Verdict) -> None:
    assert one(claims_of(a_push(contraction=Contraction(Share.FULL, share))), "contraction").verdict is verdict


@pytest.mark.parametrize(("share", "verdict"), [(Share.FULL, Verdict.SUPPORTED), (Share.LITTLE, Verdict.DEPENDS)])
def test_a_weight_gives_back_what_lifting_it_took(share: Share, verdict: Verdict) -> None:
    curl = Exercise(
        "x", "Curl", equipment=(Equipment.BARBELL,), force=Force.PULL, contraction=Contraction(Share.FULL, share)
    )
    found = one(claims_of(curl), "contraction")
    assert found.verdict is verdict
    assert found.basis.numbers["work_up_j"] == -found.basis.numbers["work_down_j"]


@pytest.mark.parametrize(
    ("laterality", "text", "verdict"),
    [
        (Laterality.BILATERAL, "Hold it with both hands and press.", Verdict.SUPPORTED),
        (Laterality.BILATERAL, "Breathe.", Verdict.UNTESTED),
        (Laterality.BILATERAL, "Alternate legs.", Verdict.CONTRADICTED),
        (Laterality.ALTERNATING, "Alternate legs.", Verdict.SUPPORTED),
        (Laterality.UNILATERAL, "Finish one side, then switch sides.", Verdict.SUPPORTED),
        (Laterality.UNILATERAL, "Breathe.", Verdict.UNTESTED),
        (Laterality.UNILATERAL, "Push with one leg after the other.", Verdict.CONTRADICTED),
    ],
)
def test_sides_are_held_against_the_steps(laterality: Laterality, text: str, verdict: Verdict) -> None:
    exercise = Exercise("x", "X", laterality=laterality, instructions=(Step(text),))
    assert one(claims_of(exercise), "laterality").verdict is verdict


def test_evidence_for_pushing_with_the_legs_is_not_for_an_arm_press() -> None:
    press = a_push(name="Sled Chest Press", target=(MuscleGroup.QUADS,))
    assert one(claims_of(press), "muscle").verdict is Verdict.UNTESTED


@pytest.mark.parametrize(
    "text",
    [
        "Keep your back flat throughout.",
        "Keep your eyes on the floor.",
        "This will be your starting position.",
        "If the shoulder is sore, leave this out.",
        "In rehabilitation the plan comes from your clinician.",
        "Raised feet make it harder on the hip flexors.",
        "Use whatever part of the back you want to emphasize.",
        "Stand with your feet apart and brace.",
    ],
)
def test_advice_is_no_claim(text: str) -> None:
    assert claims_of(Exercise("x", "X", instructions=(Step(text),), tips=(Tip(text),), overview=text)) == ()


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("It strengthens the grip for climbers.", "effect", Verdict.UNTESTED),
        ("Tuck the elbows, as this will protect the cuff.", "effect", Verdict.UNTESTED),
        (
            "Do not let the knee travel, as this will put undue stress on the knee joint.",
            "joint_load",
            Verdict.UNTESTED,
        ),
        ("It is one of the best exercises for the chest.", "value", Verdict.OPINION),
        ("The shove is a variation of the march.", "kinship", Verdict.OPINION),
        ("Slow lowering brings more soreness the next day.", "soreness", Verdict.SUPPORTED),
        ("The eccentric part builds the most muscle mass.", "growth", Verdict.DEPENDS),
    ],
)
def test_what_nobody_can_test_is_said_so(text: str, kind: str, verdict: Verdict) -> None:
    assert one(claims_of(Exercise("x", "X", overview=text)), kind).verdict is verdict


# laws


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(exercises())
def test_any_exercise_gets_its_claims(exercise: Exercise) -> None:
    claims = claims_of(exercise)
    assert claims == claims_of(exercise)
    for claim in claims:
        assert claim.says
        assert claim.where
        assert claim.basis.text
        if claim.verdict is Verdict.OPINION:
            assert claim.basis.kind is BasisKind.OPINION
        if claim.verdict is Verdict.UNTESTED:
            assert claim.basis.kind is BasisKind.NONE
        if claim.basis.kind is BasisKind.COMPUTATION:
            assert claim.basis.numbers
            assert all(map(math.isfinite, claim.basis.numbers.values()))


@given(height=st.floats(0.1, 1.5), lower=st.floats(0.01, 1.0), mu=st.floats(0.1, 0.9), mass=st.floats(10, 500))
def test_a_lower_push_always_moves_the_pressure_back_whatever_the_mass(
    height: float, lower: float, mu: float, mass: float
) -> None:
    it = replace(example_for(Reading(a_push())), mu=mu, mass_kg=mass)
    assert it.center_m(height * lower) <= it.center_m(height) + 1e-12
    assert it.center_m(height) == pytest.approx(replace(it, mass_kg=2 * mass).center_m(height))


@given(angle=st.floats(0.5, 40), mu=st.floats(0.1, 0.8))
def test_a_recline_always_costs_force_and_grip(angle: float, mu: float) -> None:
    it = replace(example_for(Reading(a_push())), mu=mu)
    assert it.push_n(angle) > it.push_n()
    assert it.grip_n(angle) < it.grip_n()
    assert it.center_m(it.height_m, angle) < it.center_m(it.height_m)


# the evidence


def test_no_row_of_evidence_names_an_exercise_id_or_a_whole_sentence() -> None:
    ids = {path.stem for path in (shipped_library() / "exercises").glob("*.md")}
    for row in (*evidence(), *hazards()):
        pattern = row.applies.named.pattern if row.applies.named else ""
        assert not any(name in pattern for name in ids if "-" in name)
        assert len(pattern) < 120


def test_every_row_of_evidence_has_its_source_and_mark() -> None:
    assert len({row.id for row in evidence()}) == len(evidence())
    for row in evidence():
        assert row.source
        assert row.says.endswith((".", ")"))
        assert row.mark is Confidence.VERIFIED


# guards against seeing what is not there


@pytest.fixture(scope="module")
def library() -> list[Exercise]:
    return read(shipped_library() / "exercises")


def test_the_library_contradicts_itself_nowhere(library: list[Exercise]) -> None:
    found = [(each.id, claim) for each in library for claim in kinds(claims_of(each), "contradiction")]
    assert found == []


def test_statics_is_for_sleds_alone(library: list[Exercise]) -> None:
    for exercise in library:
        if not any("sled" in text for text in (exercise.id, *(exercise.equipment or ()))):
            claims = Counter(each.kind for each in claims_of(exercise))
            assert not set(claims) & {"posture", "tipping", "load", "start", "grip", "safety", "level"}, exercise.id


def test_no_laterality_of_the_library_is_denied(library: list[Exercise]) -> None:
    assert [e.id for e in library for c in kinds(claims_of(e), "laterality", Verdict.CONTRADICTED)] == []


def test_one_page_in_a_hundred_at_most_is_contradicted(library: list[Exercise]) -> None:
    denied = [e.id for e in library if any(c.verdict is Verdict.CONTRADICTED for c in claims_of(e))]
    assert len(denied) <= len(library) / 100, denied


@pytest.mark.parametrize("name", ["free-exercise-db.json", "exercemus-exercises.json"])
def test_catalogs_without_lasting_contradictions_get_none(name: str) -> None:
    exercises = read(BESIDE / "data" / name)
    claims = [(each.id, claim) for each in exercises for claim in claims_of(each)]
    assert [found for found in claims if found[1].kind == "contradiction"] == []
    assert [found for found in claims if found[1].verdict is Verdict.CONTRADICTED] == []
