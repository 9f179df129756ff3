"""What is said of a substitute: with what, what changes, what is safer, which load."""

import math

import pytest
from test_swap_agreement import library

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Demand, ExerciseType
from vastus.domain.interval import Interval
from vastus.errors import NothingLeft, QueryError
from vastus.reference.surfaces import Constant, surfaces
from vastus.reference.swaps import swap_facts
from vastus.reference.vocabulary import vocabularies
from vastus.swap.ground import Known
from vastus.swap.kit import Kit
from vastus.swap.substitute import Substitute
from vastus.units import STANDARD_GRAVITY
from vastus.usecases.swap_exercise import kit_of, known_load, swap_exercise


def a_kit(have: str | None = None, without: str = "") -> Kit:
    return kit_of(None if have is None else [have], [without], swap_facts(), vocabularies())


def swaps(
    query: str, have: str | None = None, without: str = "", *, load: Known | None = None
) -> dict[str, Substitute]:
    """Everything to do instead, by id or implement."""
    exercise = library().candidates[query].exercise
    found = swap_exercise(exercise, a_kit(have, without), library(), limit=500, load=load)
    return {item.implement or item.of.id: item for item in found.items}


KITS = [
    (None, ""),
    ("dumbbell,bench", ""),
    ("none", ""),
    ("kettlebell", "overhead"),
    (None, "sled,impact"),
    ("band", "grip"),
]


@pytest.mark.parametrize(("have", "without"), KITS)
def test_nothing_is_offered_that_is_not_there_or_to_be_avoided(have: str | None, without: str) -> None:
    kit = a_kit(have, without)
    for number, query in enumerate(sorted(library().candidates)):
        if number % 7:
            continue
        try:
            found = swaps(query, have, without)
        except NothingLeft:
            continue
        for item in found.values():
            assert item.uses is not None
            assert all(kit.has(each) for each in item.uses), (query, item.of.id, item.uses)
            assert not kit.spared & set(item.of.demands)


@pytest.mark.parametrize(("have", "without"), KITS)
def test_less_equipment_never_gives_more(have: str | None, without: str) -> None:
    for query in ("back-squat", "sled-push", "plank"):
        everything = swaps(query)
        for name, item in swaps(query, have, without).items():
            if item.implement is None:
                assert name in everything or len(everything) == 500


def test_a_car_in_place_of_a_sled_comes_with_load_inertia_and_safety() -> None:
    car = swaps("backward-sled-push", "car")["car"]
    computed = car.equal_load.computed
    assert computed is not None
    numbers = computed.numbers
    facts = surfaces()
    mu = facts.fact(Constant.KINETIC_FRICTION, "turf_gym").interval
    rolling = facts.fact(Constant.ROLLING_RESISTANCE, "asphalt_new").interval
    assert numbers["car_n"] == pytest.approx(numbers["car_kg"] * STANDARD_GRAVITY * rolling.value)
    assert numbers["sled_kg"] == pytest.approx(numbers["car_n"] / (STANDARD_GRAVITY * mu.value))
    assert numbers["sled_kg_low"] < numbers["sled_kg"] < numbers["sled_kg_high"]
    assert numbers["inertia_kg"] > numbers["car_kg"]
    assert numbers["rolls_on_m"] == pytest.approx(1.04 / (2 * STANDARD_GRAVITY * rolling.value), rel=1e-6)
    assert "inertia" in computed.text
    assert computed.mark == "A"
    assert any("rolls on" in note.text for note in car.safety)
    assert any("do not see" in note.text for note in car.safety)


def test_the_published_car_is_found_at_its_friction() -> None:
    """A car of 1500 kg on flat asphalt resists like 45 to 91 kg of sled at mu 0.33: 0.010 and 0.02 over 0.33."""
    known = Known(surface="turf_gym")
    numbers = swaps("sled-push", "car", load=known)["car"].equal_load.computed
    assert numbers is not None
    mu = surfaces().fact(Constant.KINETIC_FRICTION, "turf_gym").interval.value
    at_published_mu = numbers.numbers["sled_kg"] * mu / 0.33
    assert 45 <= at_published_mu <= 91


def test_a_plate_drags_with_the_hands_on_it() -> None:
    plate = swaps("backward-sled-push", "plate")["plate"]
    assert plate.of.id == "low-sled-push"
    assert plate.equal_load.computed is not None
    numbers = plate.equal_load.computed.numbers
    assert [round(numbers[name]) for name in ("sled_kg_low", "sled_kg_high")] == [30, 45]
    assert any("forward instead of backward" in each for each in plate.changes)


def test_the_load_that_one_knows_is_carried_over() -> None:
    known = Known(Interval.exact(100.0))
    drag = swaps("sled-push", "sled", load=known)["sled-drag"].equal_load.computed
    assert drag is not None
    assert drag.numbers["ratio"] == pytest.approx(1 / 0.7)
    assert drag.numbers["total_kg"] == pytest.approx(100 / 0.7)
    push = swaps("sled-drag", "sled", load=known)["sled-push"].equal_load.computed
    assert push is not None
    assert push.numbers["total_kg"] == pytest.approx(70)
    backward = swaps("sled-push", "sled", load=known)["backward-sled-drag"].equal_load.computed
    assert backward is not None
    assert backward.numbers["ratio"] == 1.0
    assert "nobody has measured" in backward.text
    car = swaps("sled-push", "car", load=known)["car"].equal_load.computed
    assert car is not None
    assert car.numbers["equal_car_kg"] == pytest.approx(100 * 0.35 / 0.0125)


def test_more_sled_is_never_less_of_anything() -> None:
    found = [swaps("sled-push", "plate", load=Known(Interval.exact(mass)))["plate"] for mass in (40.0, 60.0, 90.0)]
    plates = [item.equal_load.computed.numbers["equal_plate_kg"] for item in found if item.equal_load.computed]
    assert plates == sorted(plates)
    assert plates[2] - plates[0] == pytest.approx(50)


def test_no_load_is_computed_where_nothing_computes_one() -> None:
    for query in ("back-squat", "bench-press", "plank", "band-row", "sled-row", "rowing-machine"):
        for item in swaps(query).values():
            assert item.equal_load.computed is None, (query, item.of.id)
            assert item.equal_load.finding.why
            assert item.equal_load.finding.source


@pytest.mark.parametrize(
    ("query", "have", "name", "way"),
    [
        ("back-squat", "kettlebell", "goblet-squat", "lifted"),
        ("back-squat", "none", "bodyweight-squat", "own"),
        ("seated-cable-row", "band", "band-row", "own"),
        ("leg-extension", "band", "band", "elastic"),
        ("farmers-carry", "kettlebell", "suitcase-carry", "carried"),
        ("plank", "none", "bear-hold", "hold"),
        ("rowing-machine", "machine", "stationary-bike", "pace"),
        ("foam-roll-quads", "none", "standing-quad-stretch", "stretch"),
        ("sled-drag", "tire,rope", "tire-drag", "given"),
    ],
)
def test_the_two_sets_fit_what_is_done(query: str, have: str, name: str, way: str) -> None:
    assert swaps(query, have)[name].equal_load.finding.id == way


def test_safety_follows_demands_gained_and_lost() -> None:
    front, leg_press = swaps("back-squat")["front-squat"], swaps("back-squat")["leg-press"]
    assert ("demand", "wrist_extension", "gained") in {(note.what, note.id, note.when) for note in front.safety}
    assert ("demand", "spinal_load", "lost") in {(note.what, note.id, note.when) for note in leg_press.safety}
    for item in (front, leg_press):
        effects = [note.effect for note in item.safety]
        assert effects == sorted(effects)  # riskier before safer


def test_every_demand_has_both_notes_and_every_row_its_mark() -> None:
    notes = swap_facts().safety
    for demand in Demand:
        assert ("demand", demand, "gained") in notes
        assert ("demand", demand, "lost") in notes
    for found in notes.values():
        assert all(note.source and note.mark and note.effect in {"riskier", "safer"} for note in found)


def test_lowering_that_comes_on_top_is_told() -> None:
    told = swaps("backward-sled-push", "none")["split-squat"]
    assert ("eccentric", "full", "gained") in {(note.what, note.id, note.when) for note in told.safety}
    assert "The way down is worked, too" in told.changes


def test_changes_say_muscles_sides_and_counting() -> None:
    told = swaps("back-squat", "dumbbell,bench")["rear-foot-elevated-split-squat"].changes
    assert any("One side at a time" in each for each in told)
    told = swaps("pull-up", "dumbbell,bench")["chest-supported-row"].changes
    assert any(each.startswith("Lats help only") for each in told)
    assert all(each and each == each.strip() for item in swaps("burpee").values() for each in item.changes)


def test_a_kettlebell_is_held_like_a_dumbbell() -> None:
    found = swaps("walking-lunge", "kettlebell")
    assert found["kettlebell"].of.id == "walking-lunge"
    assert found["reverse-lunge"].uses == (Equipment.KETTLEBELL,)
    assert any("in place of dumbbell" in each for each in found["reverse-lunge"].changes)


def test_a_bar_to_hang_from_is_not_replaced_by_dumbbells() -> None:
    assert "inverted-row" not in swaps("ring-row", "dumbbell,bench")
    assert "bent-over-row" in swaps("pendlay-row", "dumbbell")
    powerlifts = [
        item for item in swaps("back-squat", "dumbbell").values() if item.of.type is ExerciseType.POWERLIFTING
    ]
    assert powerlifts == []


def test_nearly_everything_may_be_swapped() -> None:
    """With everything at hand hardly an exercise stands alone."""
    lonely: list[str] = []
    for query in library().candidates:
        try:
            swaps(query)
        except NothingLeft:
            lonely.append(query)
    assert len(lonely) <= len(library()) / 100


@pytest.mark.parametrize(
    ("have", "without", "message", "hint"),
    [
        ("cabel", "", "'cabel' is no equipment", "did you mean cable?"),
        ("", "", "nothing is named as what you have", "none"),
        (None, "knee_flexon_deep", "neither equipment nor a demand", "knee_flexion_deep"),
        (None, "zzz", "neither equipment nor a demand", "demands are"),
        ("sled,band", "sled", "sled cannot be both", "once"),
    ],
)
def test_words_that_are_not_understood_are_told(have: str | None, without: str, message: str, hint: str) -> None:
    with pytest.raises(QueryError, match=message) as told:
        a_kit(have, without)
    assert hint in (told.value.hint or "")


def test_other_words_are_understood() -> None:
    kit = a_kit("prowler, Kettle Bells", "deep knee bend, jumps")
    assert kit.have == {Equipment.SLED, Equipment.KETTLEBELL}
    assert kit.spared == {Demand.KNEE_FLEXION_DEEP, Demand.IMPACT}


def test_an_empty_answer_says_what_emptied_it_and_what_is_nearest() -> None:
    with pytest.raises(NothingLeft, match="pull-up is left with the floor alone") as told:
        swaps("pull-up", "none")
    assert "chin-up (needs pull_up_bar)" in (told.value.hint or "")
    with pytest.raises(NothingLeft, match="without grip") as told:
        swaps("pull-up", "pull_up_bar", "grip")
    with pytest.raises(NothingLeft, match="together"):
        swaps("barbell-curl", "car", "grip,wrist_extension")


@pytest.mark.parametrize("limit", [0, -1, 501])
def test_a_limit_out_of_bounds_is_refused(limit: int) -> None:
    exercise = library().candidates["plank"].exercise
    with pytest.raises(QueryError, match=str(limit)):
        swap_exercise(exercise, Kit(), library(), limit=limit)


def test_a_load_is_read_with_its_unit() -> None:
    known = known_load("225lb", "gym turf")
    assert known is not None
    assert known.surface == "turf_gym"
    assert known.total_kg is not None
    assert math.isclose(known.total_kg.value, 102.058, rel_tol=1e-5)
    assert known_load(None, None) is None
