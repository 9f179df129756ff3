"""Labels and headings: what opens a value or a part, and the sentences that only look like it."""

import pytest

from vastus.parse import labels


def read(text: str) -> tuple[str, str] | None:
    found = labels.read_label(text)
    return (found[0], text[found[1] :]) if found else None


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("MechanicsCompound", "mechanics", "Compound"),
        ("Force TypePush (Bilateral)", "force type", "Push (Bilateral)"),
        ("Equipment RequiredEZ Bar", "equipment required", "EZ Bar"),
        ("Mechanics: Compound", "mechanics", "Compound"),
        ("MECHANICS: COMPOUND", "mechanics", "COMPOUND"),
        ("Mechanics | Compound", "mechanics", "Compound"),
        ("Mechanics = Compound", "mechanics", "Compound"),
        ("Mechanics – Compound", "mechanics", "Compound"),
        ("Mechanics - Compound", "mechanics", "Compound"),
        ("Mechanics Compound", "mechanics", "Compound"),
        ("Experience Level   Beginner", "experience level", "Beginner"),
        ("Secondary Muscles None", "secondary muscles", "None"),
        ("Force Type N/A", "force type", "N/A"),
        ("Secondary Muscles", "secondary muscles", ""),
        ("Secondary Muscles:", "secondary muscles", ""),
        ("Target Muscle(s): Quads", "target muscle(s)", "Quads"),
        ("Target Muscle GroupQuads", "target muscle group", "Quads"),
        ("Difficulty: easy", "difficulty", "easy"),
        ("Type: Strength", "type", "Strength"),
    ],
)
def test_a_label_is_read_however_its_value_is_parted_from_it(text: str, label: str, value: str) -> None:
    assert read(text) == (label, value)


@pytest.mark.parametrize(
    "text",
    [
        "Force yourself to stay tall",
        "Mechanics matter less than effort",
        "Target the quads by standing narrow",
        "Primary muscles are the quads",
        "Level your hips before you start",
        "Equipment that wobbles is left at home",
        "Experience helps here",
        "Types of squat",
        "Typewriter",
        "Levels out at the top",
        "Your Equipment: Barbell",
        "",
        "   ",
    ],
)
def test_a_sentence_that_starts_like_a_label_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("Backward Sled Push Overview", "overview", "Backward Sled Push"),
        ("Overview", "overview", ""),
        ("Description:", "overview", ""),
        ("Exercise Instructions", "instructions", ""),
        ("How to Do It", "instructions", ""),
        ("Steps", "instructions", ""),
        ("LATERAL BOX JUMP INSTRUCTIONS", "instructions", "LATERAL BOX JUMP"),
        ("Kettlebell Swing (American) Tips", "tips", "Kettlebell Swing (American)"),
        ("Exercise Tips:", "tips", ""),
        ("Tips and Tricks", "tips", ""),
        ("Common Mistakes", "tips", ""),
        ("Coaching Cues", "tips", ""),
        ("Variations & Tips", "tips", ""),
    ],
)
def test_a_heading_opens_a_part_and_may_name_the_exercise(text: str, part: str, name: str) -> None:
    assert labels.part_of(text.casefold())
    assert labels.read_part(text) == (part, name)


@pytest.mark.parametrize(
    "text",
    [
        "Tipsy Bar Walk",
        "Overviewed",
        "Related Exercises",
        "Instructional Video Library",
        "Tire Flip: Video Exercise Guide & Tips",
    ],
)
def test_another_heading_opens_no_part(text: str) -> None:
    assert labels.read_part(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Quads Muscle Anatomy Diagram", "Quads"),
        ("Hip Flexors muscles diagram", "Hip Flexors"),
        ("A diagram of the quads", None),
        ("Muscle Anatomy Diagram", None),
    ],
)
def test_a_diagrams_caption_names_the_target(text: str, value: str | None) -> None:
    assert labels.read_diagram(text) == value


def test_every_label_means_a_field_of_ours() -> None:
    known = {
        "target",
        "secondary",
        "type",
        "equipment",
        "mechanics",
        "force",
        "laterality",
        "level",
        "aliases",
        "variation_of",
    }
    assert {field for fields in labels.LABELS.values() for field in fields} <= known
    assert all(label == label.casefold().strip() for label in labels.LABELS)
