"""The profile page, read line by line: values wherever a site puts them, parts, lists, and what the page leaves out."""

import pytest

from vastus.domain.page import Draft, Item, Page, ProfileField, Rejected
from vastus.parse.forms import parse_page
from vastus.parse.profile_page import HTML, TEXT

PROFILE = """Exercise Profile
Exercise TypeStrength
Equipment RequiredBarbell
MechanicsCompound
"""
STEPS = """Bench Pull Instructions
1. Lie face down on the bench.
2. Pull the bar up.
"""


def draft(text: str) -> Draft:
    (found,) = parse_page(Page(text), TEXT)
    assert isinstance(found, Draft), found
    return found


def html_draft(body: str) -> Draft:
    (found,) = parse_page(Page(f"<!DOCTYPE html><html><body>{body}</body></html>"), HTML)
    assert isinstance(found, Draft), found
    return found


def field(read: Draft, name: str) -> ProfileField | None:
    found = [each for each in read.fields if each.name == name]
    assert len(found) <= 1 or all(not each.values for each in found[1:])
    return found[0] if found else None


def values(text: str, name: str) -> list[str]:
    return [value.text for each in draft(text).fields if each.name == name for value in each.values]


def texts(items: tuple[Item, ...]) -> list[str]:
    return [item.words.text for item in items]


@pytest.mark.parametrize(
    "profile",
    [
        "Target Muscle Group: Lats\n",
        "Target Muscle GroupLats\n",
        "Target Muscle Group\nLats\n",
        "• Target Muscle Group\n  Lats\n",
        "Target Muscle Group\n\nLats\n\nLats Muscle Anatomy Diagram\n",
        "Target Muscle Group\n\n\nLats Muscle Anatomy Diagram\n",
        "• Target Muscle Group\n• Force TypePull\nTarget Muscle Group\n\nLats\n",
        "• Target Muscle Group\nLats Muscles Diagram\n",
    ],
    ids=[
        "colon",
        "glued",
        "next line",
        "below a bullet",
        "own heading",
        "diagram alone",
        "blank, then heading",
        "diagram",
    ],
)
def test_the_target_is_found_wherever_it_stands(profile: str) -> None:
    assert set(values(PROFILE + profile + STEPS, "target")) == {"Lats"}


def test_a_stated_target_wins_over_the_diagrams() -> None:
    assert values(f"{PROFILE}Target: Lats\nQuads Muscle Anatomy Diagram\n{STEPS}", "target") == ["Lats"]


def test_secondary_muscles_may_be_blank_none_or_absent() -> None:
    blank = field(draft(f"{PROFILE}Secondary Muscles\n\n{STEPS}"), "secondary")
    none = field(draft(f"{PROFILE}Secondary Muscles: None\n{STEPS}"), "secondary")
    absent = field(draft(PROFILE + STEPS), "secondary")
    assert blank is not None
    assert (blank.values, blank.says_none) == ((), False)
    assert none is not None
    assert (none.values, none.says_none) == ((), True)
    assert absent is None


@pytest.mark.parametrize("word", ["None", "none", "NONE", "-", "–", "nil"])
def test_a_page_says_none_in_many_ways(word: str) -> None:
    secondary = field(draft(f"{PROFILE}Secondary Muscles: {word}\n{STEPS}"), "secondary")
    assert secondary is not None
    assert (secondary.values, secondary.says_none) == ((), True)


@pytest.mark.parametrize("word", ["N/A", "n/a", "Unknown", "TBD", "?", "Not specified"])
def test_a_page_that_does_not_know_says_nothing(word: str) -> None:
    force = field(draft(f"{PROFILE}Force Type: {word}\n{STEPS}"), "force")
    assert force is not None
    assert (force.values, force.says_none) == ((), False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Secondary Muscles: Biceps, Forearms, Traps", ["Biceps", "Forearms", "Traps"]),
        ("Secondary Muscles: Biceps; Forearms", ["Biceps", "Forearms"]),
        ("Secondary Muscles\n  Biceps, Forearms\n", ["Biceps", "Forearms"]),
        ("Secondary Muscles\nBiceps\nForearms\n", ["Biceps", "Forearms"]),
        ("Secondary Muscles\n  • Biceps\n  • Forearms\n", ["Biceps", "Forearms"]),
        ("Secondary Muscles: Biceps (long head, mostly), Traps", ["Biceps (long head, mostly)", "Traps"]),
    ],
)
def test_several_values_are_parted(line: str, expected: list[str]) -> None:
    assert values(f"{PROFILE}{line}\n{STEPS}", "secondary") == expected


def test_the_lines_below_a_value_are_not_its_value() -> None:
    text = f"{PROFILE}Secondary Muscles: Biceps\n\nBench Pull Overview\n\nA row.\n\n{STEPS}"
    assert values(text, "secondary") == ["Biceps"]


def test_brackets_in_the_name_belong_to_the_name() -> None:
    read = draft(f"{PROFILE}Swing (American) Instructions\n1. Hike the bell back.\n2. Snap the hips.\n")
    assert read.name.text == "Swing (American)"
    assert field(read, "laterality") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PROFILE + STEPS, "Bench Pull"),
        ("Bench Pull: Video Exercise Guide & Tips\n\n" + PROFILE + STEPS.replace("Bench Pull ", ""), "Bench Pull"),
        ("Seal Row Video Exercise Guide\n12 Comments\n\n" + PROFILE + STEPS.replace("Bench Pull ", ""), "Seal Row"),
        ("# Seal Row\n" + PROFILE + STEPS.replace("Bench Pull ", ""), "Seal Row"),
        ("Seal Row\n" + PROFILE + STEPS + "Bench Pull Tips\n1. Chest down.\n", "Bench Pull"),
    ],
    ids=["heading", "title", "title above counters", "marked title", "headings agree"],
)
def test_the_name_is_what_the_headings_agree_on(text: str, name: str) -> None:
    assert draft(text).name.text == name


def test_a_page_without_a_name_is_refused() -> None:
    (found,) = parse_page(Page(PROFILE + "Instructions\n1. Sit.\n2. Stand.\n"), TEXT)
    assert isinstance(found, Rejected)
    assert "which exercise" in found.reason


def test_bullets_below_a_tip_belong_to_it() -> None:
    read = draft(
        f"{PROFILE}{STEPS}Bench Pull Tips\n1. Elbows.\n   • Wide for the back.\n   • Close for the lats.\n2. Chest.\n"
    )
    assert texts(read.tips) == ["Elbows.", "Chest."]
    assert texts(read.tips[0].children) == ["Wide for the back.", "Close for the lats."]


def test_bullets_below_a_step_are_read_into_it() -> None:
    read = draft(f"{PROFILE}Bench Pull Instructions\n1. Set up:\n   - bench\n   - bar\n2. Pull.\n")
    assert texts(read.instructions) == ["Set up: bench bar", "Pull."]


def test_tips_inside_the_instructions_are_tips() -> None:
    read = draft(f"{PROFILE}{STEPS}\nExercise Tips:\n\n1. Chest down.\n2. Elbows back.\n")
    assert (len(read.instructions), texts(read.tips)) == (2, ["Chest down.", "Elbows back."])


def test_a_second_list_that_starts_anew_is_read_as_tips_with_a_finding() -> None:
    read = draft(f"{PROFILE}{STEPS}\n1. Chest down.\n2. Elbows back.\n")
    assert texts(read.instructions) == ["Lie face down on the bench.", "Pull the bar up."]
    assert texts(read.tips) == ["Chest down.", "Elbows back."]
    assert [finding.rule for finding in read.findings] == ["second-list"]


def test_bold_headings_between_numbered_steps_do_not_part_them() -> None:
    read = draft(
        f"{PROFILE}Bench Pull Instructions\n\n**Setting up**\n\n1. Lie down.\n\n**Doing it**\n\n2. Pull.\n3. Lower.\n"
    )
    assert texts(read.instructions) == ["Lie down.", "Pull.", "Lower."]
    assert [section.paragraphs for section in read.sections] == [("Setting up", "Doing it")]


def test_a_heading_set_off_between_bullets_ends_the_steps() -> None:
    """What stands below an unknown heading is kept under it, not taken for steps."""
    read = draft(f"{PROFILE}Bench Pull Instructions\n- Lie down.\n- Pull.\n\nMy two cents\n- A thick bar is nicer.\n")
    assert texts(read.instructions) == ["Lie down.", "Pull."]
    assert [(section.heading, section.paragraphs) for section in read.sections] == [
        ("My two cents", ("A thick bar is nicer.",))
    ]


def test_headings_between_bullets_from_the_start_part_the_steps_only() -> None:
    read = draft(f"{PROFILE}Bench Pull Instructions\n\nSet-up\n- Lie down.\n- Grip.\n\nThe pull\n- Pull.\n- Lower.\n")
    assert texts(read.instructions) == ["Lie down.", "Grip.", "Pull.", "Lower."]


def test_lines_broken_at_a_margin_are_one_item() -> None:
    text = (
        f"{PROFILE}Bench Pull Instructions\n1. Lie face down on the bench and let the\narms hang straight.\n"
        "2. Pull the bar up until it touches the\nbench below you.\n"
    )
    assert texts(draft(text).instructions) == [
        "Lie face down on the bench and let the arms hang straight.",
        "Pull the bar up until it touches the bench below you.",
    ]


def test_steps_without_any_marker_are_a_line_each() -> None:
    read = draft(f"{PROFILE}Bench Pull Instructions\n\nLie face down.\n\nPull the bar up.\n\nLower it.\n")
    assert texts(read.instructions) == ["Lie face down.", "Pull the bar up.", "Lower it."]


def test_numbers_typed_into_paragraphs_are_no_part_of_the_words() -> None:
    read = html_draft(
        "<h1>Bench Pull</h1><p>Mechanics: Compound</p><p>Force Type: Pull</p><p>Experience Level: Beginner</p>"
        "<h2>Instructions</h2><p>Step 1: Lie down.</p><p>2) Pull.</p>"
    )
    assert texts(read.instructions) == ["Lie down.", "Pull."]


def test_a_page_cut_in_mid_word_says_so() -> None:
    read = draft(f"{PROFILE}{STEPS}Bench Pull Tips\n1. Keep the chest on the pad.\n2. Do not jerk the bar off the grou")
    assert len(read.tips) == 2
    (finding,) = read.findings
    assert (finding.rule, finding.field) == ("cut-page", "tips")


def test_what_follows_the_page_is_not_part_of_it() -> None:
    read = draft(
        f"{PROFILE}{STEPS}Bench Pull Tips\n1. Chest down.\n\nRelated Exercises\n1. Seal Row\n\n3 Comments\nGreat!\n"
    )
    assert texts(read.tips) == ["Chest down."]


def test_an_unknown_label_is_kept_under_its_own_name() -> None:
    read = draft(f"{PROFILE}Utility: Basic\n{STEPS}")
    assert [(each.label, [value.text for value in each.values]) for each in read.fields if each.name is None] == [
        ("Utility", ["Basic"])
    ]


def test_a_label_of_several_meanings_is_told_by_its_value() -> None:
    assert values(f"{PROFILE}Type: Pull\n{STEPS}", "force") == ["Pull"]
    assert values(f"Equipment RequiredSled\nMechanicsCompound\nForce TypePush\nType: Strength\n{STEPS}", "type") == [
        "Strength"
    ]


def test_text_that_belongs_nowhere_is_kept_as_a_section() -> None:
    read = draft(f"{PROFILE}{STEPS}\n## History\n\nIt came from rowing.\n")
    assert [(section.heading, section.paragraphs) for section in read.sections] == [
        ("History", ("It came from rowing.",))
    ]


def test_a_workout_is_refused() -> None:
    text = f"Main GoalBuild Muscle\nWorkout TypeSplit\nDays Per Week4\n{PROFILE}{STEPS}"
    (found,) = parse_page(Page(text))
    assert isinstance(found, Rejected)
    assert "workout" in found.reason


def test_three_labels_make_a_profile_page_and_one_does_not() -> None:
    (three,) = parse_page(Page(PROFILE + STEPS))
    assert isinstance(three, Draft)
    assert three.source.form == "profile-page"
    (one,) = parse_page(Page("Equipment: bench\n\n" + STEPS))
    assert not isinstance(one, Draft) or one.source.form == "prose"


def test_the_same_page_as_text_and_as_html_reads_the_same() -> None:
    text = draft(
        f"{PROFILE}Secondary Muscles: Biceps, Traps\n{STEPS}Bench Pull Tips\n1. Elbows.\n   • Wide.\n2. Chest.\n"
    )
    html = html_draft(
        "<ul><li>Exercise Type<b>Strength</b><li><span>Equipment Required</span>Barbell<li>Mechanics: Compound"
        "<li>Secondary Muscles<div>Biceps, Traps</div></ul>"
        "<h2>Bench Pull Instructions</h2><ol><li>Lie face down on the bench.<li>Pull the bar up.</ol>"
        "<h2>Bench Pull Tips</h2><ol><li>Elbows.<ul><li>Wide.</ul><li>Chest.</ol>"
    )
    for name in ("type", "equipment", "mechanics", "secondary"):
        one, other = field(text, name), field(html, name)
        assert one is not None
        assert other is not None
        assert [value.text for value in one.values] == [value.text for value in other.values]
    assert texts(text.instructions) == texts(html.instructions)
    assert [(item.words.text, texts(item.children)) for item in text.tips] == [
        (item.words.text, texts(item.children)) for item in html.tips
    ]


def test_a_step_number_on_a_line_of_its_own_numbers_the_next_line() -> None:
    read = draft(f"{PROFILE}Bench Pull Instructions\n1\nLie down.\n2\nPull.\n")
    assert texts(read.instructions) == ["Lie down.", "Pull."]


NAMED = """{line}
Equipment: Sandbag

Instructions
1. Lift the sandbag onto your chest.
2. Walk across the yard.
"""


@pytest.mark.parametrize(
    "line",
    [
        "Name: Garden Carry",
        "Title: Garden Carry",
        "Exercise: Garden Carry",
        "Exercise Name: Garden Carry",
        "EXERCISE NAME : Garden Carry",
        "**Name:** Garden Carry",
        "Name:\nGarden Carry",
        "Exercise Name\nGarden Carry",
    ],
)
def test_a_page_may_begin_with_a_label_for_its_name(line: str) -> None:
    (read,) = parse_page(Page(NAMED.format(line=line)))
    assert isinstance(read, Draft)
    assert read.name.text == "Garden Carry"
    start, end = read.name.span() or (0, 0)
    assert read.text[start:end] == "Garden Carry"
    assert [value.text for each in read.fields for value in each.values] == ["Sandbag"]
    assert not read.sections  # the line is used up
    assert len(read.instructions) == 2


def test_the_names_label_may_stand_within_the_profile() -> None:
    read = draft("Equipment: Sandbag\nExercise: Garden Carry\nMechanics: Compound\nForce Type: Pull\n")
    assert read.name.text == "Garden Carry"
    assert [each.name for each in read.fields] == ["equipment", "mechanics", "force"]


def test_what_the_headings_agree_on_comes_before_a_label() -> None:
    read = draft("Title: Our ten favourites\n" + PROFILE + STEPS)
    assert read.name.text == "Bench Pull"
    assert "Title: Our ten favourites" in [text for section in read.sections for text in section.paragraphs]


@pytest.mark.parametrize("line", ["Name: 12", "Name: Write your name here, then send it.", "Name: exercises", "Name:"])
def test_a_label_without_a_name_behind_it_names_nothing(line: str) -> None:
    (read,) = parse_page(Page(f"{line}\n\n{PROFILE}"), TEXT)
    assert isinstance(read, Rejected)


def test_a_page_without_a_name_is_told_how_to_name_its_exercise() -> None:
    (read,) = parse_page(Page(PROFILE), TEXT)
    assert isinstance(read, Rejected)
    assert "which exercise" in read.reason
    assert "# Name" in read.reason
    assert "first line" in read.reason


@pytest.mark.parametrize("page", ["Title: Blue Kettle\nEquipment: Stove\n", "Name: Sam\nMessage: see you at six\n"])
def test_a_name_alone_makes_no_exercise(page: str) -> None:
    (read,) = parse_page(Page(page))
    assert isinstance(read, Rejected)
