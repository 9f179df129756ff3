"""What each step does, and what an exercise is counted in."""

import pytest

from vastus.domain.exercise import Dose, Measure, Step, StepKind
from vastus.domain.page import Item, Words
from vastus.profile.steps import read_dose, read_steps
from vastus.prose.passage import passage

LOAD, SET_UP, EXECUTE, REPEAT, OTHER = StepKind.LOAD, StepKind.SET_UP, StepKind.EXECUTE, StepKind.REPEAT, StepKind.OTHER


def items(*texts: str) -> list[Item]:
    found: list[Item] = []
    at = 0
    for text in texts:
        found.append(Item(Words(text, ((0, at),))))
        at += len(text) + 1
    return found


def steps(read: list[Item]) -> tuple[Step, ...]:
    return read_steps(read, [passage(item.words) for item in read])


def kinds(*texts: str) -> list[StepKind]:
    return [step.kind for step in steps(items(*texts))]


def dose(*texts: str) -> Dose | None:
    read = items(*texts)
    return read_dose([passage(item.words) for item in read], steps(read))


def measures(*texts: str) -> list[str]:
    found = dose(*texts)
    return [str(measure) for measure in found.measures] if found else []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Load the desired weight onto the sled.", LOAD),
        ("Add plates to the belt.", LOAD),
        ("Select a weight on the stack.", LOAD),
        ("Choose the right resistance.", LOAD),
        ("Set the pin at the weight you want.", LOAD),
        ("Load your hips by pushing them back.", EXECUTE),
        ("Set up in an athletic position facing away from the sled.", SET_UP),
        ("Setup in an athletic position.", SET_UP),
        ("Stand with your feet hip-width apart.", SET_UP),
        ("Lie on your back with your knees bent.", SET_UP),
        ("Grab the handles with an overhand grip.", SET_UP),
        ("To begin, kneel on a mat.", SET_UP),
        ("Your feet should be flat on the floor. This is your starting position.", SET_UP),
        ("Drive the sled forward by extending each leg repeatedly.", EXECUTE),
        ("Lower the bar to the chest.", EXECUTE),
        ("Exhale and press the weight up.", EXECUTE),
        ("Repeat until you reach the desired number of steps.", REPEAT),
        ("Repeat for the desired number of repetitions.", REPEAT),
        ("Then repeat on the other side.", REPEAT),
        ("Continue for 30 seconds.", REPEAT),
        ("Switch sides.", REPEAT),
        ("Complete all reps on one leg.", REPEAT),
        ("Note: this can be done with a band.", OTHER),
        ("Caution: keep the floor clear.", OTHER),
        ("Variations: use a kettlebell.", OTHER),
    ],
)
def test_a_step_has_the_kind_that_its_words_say(text: str, kind: StepKind) -> None:
    assert kinds(text) == [kind]


def test_after_the_movement_has_begun_a_posture_is_part_of_it() -> None:
    """ "Stand up" ends a squat; it sets nothing up."""
    assert kinds("Take the bar.", "Lower into a squat.", "Stand up.") == [SET_UP, EXECUTE, EXECUTE]


def test_a_kind_points_to_the_words_it_comes_from() -> None:
    (step,) = steps(items("Now repeat the movement."))
    assert step.evidence is not None
    assert "Now repeat the movement."[slice(*step.evidence)] == "Now repeat"


def test_a_stated_kind_is_not_guessed_over() -> None:
    (step,) = steps([Item(Words("Stand up."), stated={"kind": "execute"})])
    assert step.kind is EXECUTE


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Load the desired weight onto the sled.",), "load"),
        (("Choose a suitable load.", "Squat."), "load"),
        (
            ("Lower it.", "Repeat until you reach the desired number of steps, distance, or time."),
            "steps distance time",
        ),
        (("Repeat for the desired number of repetitions.",), "reps"),
        (("Perform the recommended amount of reps.",), "reps"),
        (("Walk until you have covered the planned distance.",), "distance"),
        (("Hold for 30 seconds.",), "time"),
        (("Walk for 40m.",), "distance"),
        (("Do as many reps as you can in 60 seconds.",), "reps time"),
        (("Hold for the prescribed time.",), "time"),
        (("Go for 20 metres.",), "distance"),
        (("Continue for the required duration.",), "time"),
        (("Do 12 repetitions, then switch sides.",), "reps"),
    ],
)
def test_the_measures_come_from_the_words(texts: tuple[str, ...], expected: str) -> None:
    assert measures(*texts) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "Raise one leg at a time.",
        "Step back into a lunge.",
        "Take a step back.",
        "Take two steps back from the rack.",
        "Move both arms at the same time.",
        "Take two seconds to lower the bar.",
        "Lower the weight over three seconds.",
        "Hold for 2 seconds at the top.",
        "Stand with your feet 30 cm apart.",
        "Place the box 2 feet in front of you.",
        "Keep your hands shoulder-width apart.",
        "Each time you land, bend your knees.",
        "Load your hips by pushing them back.",
    ],
)
def test_words_that_count_nothing_are_no_measure(text: str) -> None:
    assert measures(text) == []


@pytest.mark.parametrize("text", ["Repeat the above steps.", "Repeat steps 2 to 4.", "Repeat these steps for reps."])
def test_the_steps_of_the_instructions_are_not_paces(text: str) -> None:
    assert "steps" not in measures(text)


def test_a_dose_points_to_the_words_it_comes_from() -> None:
    texts = ("Load the desired weight.", "Push.", "Repeat for steps or time.")
    found = dose(*texts)
    assert found is not None
    page = " ".join(texts)
    assert [page[a:b] for a, b in found.spans] == ["Load the desired weight", "steps", "time"]
    assert found.measures == (Measure.LOAD, Measure.STEPS, Measure.TIME)


def test_a_page_that_counts_nothing_has_no_dose() -> None:
    assert dose("Sit.", "Stand.") is None
    assert dose() is None
