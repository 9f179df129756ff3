"""The labels that exercise pages put before a value, and the headings that they put over a part.

Labels vary from site to site; each row says which of our fields it may mean. Where a label is used for several things
("Type" for strength on one site, for push on another), the value decides: the first field that knows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from vastus.parse.lines import Line, Marker
from vastus.prose.patterns import any_of
from vastus.prose.sentences import lowered
from vastus.reference.vocabulary import vocabularies

LABELS: dict[str, tuple[str, ...]] = {
    "target muscle group": ("target",),
    "target muscle groups": ("target",),
    "target muscle": ("target",),
    "target muscles": ("target",),
    "target muscle(s)": ("target",),
    "targeted muscles": ("target",),
    "targeted muscle": ("target",),
    "target": ("target",),
    "targets": ("target",),
    "primary muscle group": ("target",),
    "primary muscle groups": ("target",),
    "primary muscle": ("target",),
    "primary muscles": ("target",),
    "primary muscle(s)": ("target",),
    "primary muscles worked": ("target",),
    "primary target": ("target",),
    "primary targets": ("target",),
    "main muscle group": ("target",),
    "main muscle worked": ("target",),
    "main muscle": ("target",),
    "main muscles": ("target",),
    "muscle group": ("target",),
    "muscle groups": ("target",),
    "muscles worked": ("target",),
    "muscles targeted": ("target",),
    "body part": ("target",),
    "primary": ("target",),
    "agonist": ("target",),
    "agonists": ("target",),
    "secondary muscles": ("secondary",),
    "secondary muscle": ("secondary",),
    "secondary muscle(s)": ("secondary",),
    "secondary muscle group": ("secondary",),
    "secondary muscle groups": ("secondary",),
    "secondary muscles worked": ("secondary",),
    "secondary targets": ("secondary",),
    "secondary target": ("secondary",),
    "secondary": ("secondary",),
    "other muscles": ("secondary",),
    "other muscles worked": ("secondary",),
    "synergist": ("secondary",),
    "synergists": ("secondary",),
    "supporting muscles": ("secondary",),
    "assisting muscles": ("secondary",),
    "exercise type": ("type",),
    "training type": ("type",),
    "category": ("type",),
    "type": ("type", "force", "mechanics"),
    "type of exercise": ("type",),
    "equipment required": ("equipment",),
    "required equipment": ("equipment",),
    "equipment needed": ("equipment",),
    "equipment used": ("equipment",),
    "equipment": ("equipment",),
    "mechanics": ("mechanics",),
    "mechanics type": ("mechanics",),
    "mechanic": ("mechanics",),
    "mechanic type": ("mechanics",),
    "execution": ("mechanics",),
    "emphasis": ("mechanics",),
    "movement type": ("mechanics", "force"),
    "joint type": ("mechanics",),
    "force type": ("force",),
    "force": ("force",),
    "forcetype": ("force",),
    "laterality": ("laterality",),
    "experience level": ("level",),
    "experience": ("level",),
    "fitness level": ("level",),
    "skill level": ("level",),
    "level": ("level",),
    "difficulty": ("level",),
    "difficulty level": ("level",),
    "training level": ("level",),
    "also known as": ("aliases",),
    "alternative names": ("aliases",),
    "other names": ("aliases",),
    "aka": ("aliases",),
    "variation of": ("variation_of",),
}
"""Labels, lower case, and the fields that each may mean."""

STRONG = frozenset(
    label
    for label in LABELS
    if " " in label or label in ("mechanics", "equipment", "laterality", "mechanic", "force", "synergists", "secondary")
)
"""Labels that count as evidence of a profile: words that a sentence hardly starts with."""

PROFILE_HEADINGS = frozenset(
    {
        "exercise profile",
        "exercise summary",
        "exercise synopsis",
        "exercise details",
        "exercise data",
        "exercise information",
        "exercise info",
        "exercise stats",
        "exercise facts",
        "profile",
        "summary",
        "at a glance",
        "quick facts",
        "details",
    }
)

WORKOUT_LABELS = (
    "main goal",
    "workout type",
    "program duration",
    "days per week",
    "time per workout",
    "target gender",
    "recommended supps",
    "recommended supplements",
    "workout pdf",
    "training days",
    "training split",
)
"""Labels of workout and programme pages, which look alike but hold no single exercise."""

_START = 4  # letters that tell most lines from labels

_LABELS_LONGEST_FIRST = sorted(LABELS, key=len, reverse=True)
_LONGEST_LABEL = len(_LABELS_LONGEST_FIRST[0])
_BY_START = {
    start: tuple(label for label in _LABELS_LONGEST_FIRST if label.startswith(start))
    for start in {label[:_START] for label in LABELS}
}
_SEPARATOR = re.compile(r"\s*[:|=]\s*|\s*[–—-]\s+|\s*$")
_WORKOUT_STARTS = frozenset(label[:_START] for label in WORKOUT_LABELS)

_KINDS_OF_TIPS = any_of(
    "exercise", "training", "form", "technique", "coaching", "pro", "key", "helpful", "performance", "trainer"
)
_PARTS: Mapping[str, tuple[str, ...]] = {
    "overview": (
        "overview",
        "description",
        "introduction",
        "background",
        "about(?: (?:the|this) exercise)?",
        r"what is (?:it|an? .{2,60}|the .{2,60})\??",
    ),
    "instructions": (
        "instructions?",
        "directions",
        "steps",
        "step[- ]by[- ]step(?: (?:instructions?|guide|form))?",
        "execution",
        "technique",
        "movement",
        "proper form(?: (?:and|&) technique)?",
        "how to(?: (?:do|perform|execute)(?: .{2,60})?)?",
        "how it'?s done",
        "performing the (?:exercise|movement)",
        "(?:exercise )?form",
    ),
    "tips": (
        rf"(?:{_KINDS_OF_TIPS} )?tips(?: (?:and|&) (?:tricks|cues|notes|mistakes|variations))?",
        "tips for (?:better )?.{2,40}",
        "comments and tips",
        "(?:coaching )?(?:cues|notes|points|pointers)",
        "trainer'?s notes",
        "good to know",
        "common (?:mistakes|errors|faults)(?: (?:to avoid|and (?:how to fix them|fixes|corrections)))?",
        "mistakes(?: to avoid)?",
        "things to watch(?: out)? for",
        "safety(?: (?:tips|notes))?",
    ),
}
"""The headings over the parts of a page, by part."""
_PART = re.compile(
    r"(?:(?P<name>.{2,80}?)[\s:–—-]+)??"
    + any_of(*(f"(?P<{part}>{any_of(*headings)})" for part, headings in _PARTS.items()))
    + r"\s*:?"
)
# "Variations & Tips" names no exercise; "Tire Flip: Video Guide & Tips" is the title of the page.
_JOINTS = ("&", "and")
_JOINED = re.compile(r"(?:&|\band)$")
_TITLE = re.compile(r"\b(?:guide|video|tutorial)\b")
_AROUND_NAME = " :–—-"
_NO_NAMES = frozenset({"", "exercise", "the", "movement", "workout", "training", "form", "quick", "general"})
_DIAGRAM = re.compile(r"(?P<value>.{2,60}?)\s+muscle(?:s)? (?:anatomy )?diagram\b.*", re.IGNORECASE)
MAX_HEADING = 90
_PART_WORDS = frozenset(
    "overview description introduction about what background instruction instructions step steps step-by-step execution"
    " technique directions form how performing tips cues notes pointers mistakes errors faults things safety movement"
    " coaching good".split()
)


def part_of(folded: str) -> bool:
    """A quick refusal: whether a line could be the heading of a part at all."""
    return len(folded) <= MAX_HEADING and not _PART_WORDS.isdisjoint(folded.rstrip(": ").split())


def read_part(text: str) -> tuple[str, str] | None:
    """Which part a heading opens, and the exercise's name before it ("" when it names none).

    >>> read_part("Backward Sled Push Instructions")
    ('instructions', 'Backward Sled Push')
    >>> read_part("Exercise Tips:")
    ('tips', '')
    """
    found = _PART.fullmatch(lowered(text))
    if not found:
        return None
    lower = (found["name"] or "").strip(_AROUND_NAME)
    is_joined = lower.endswith(_JOINTS) and _JOINED.search(lower) is not None
    if is_joined and _TITLE.search(lower):
        return None
    part = next(part for part in _PARTS if found[part])
    if lower in _NO_NAMES or is_joined:
        return part, ""
    return part, text[: found.end("name")].strip(_AROUND_NAME)


def read_diagram(text: str) -> str | None:
    """The muscle group named by the caption of an anatomy diagram."""
    found = _DIAGRAM.fullmatch(text)
    return found["value"] if found else None


@cache
def _value_words() -> frozenset[str]:
    known = vocabularies()
    words = {"none", "n/a", "na"}
    for vocabulary in (known.groups, known.equipment, known.types, known.mechanics, known.force, known.level):
        words.update(word.split(" ")[0] for word in vocabulary.words())
    return frozenset(words)


_FIRST_WORD = re.compile(r"[^\W\d_]+(?:/[aA])?")


def read_label(text: str) -> tuple[str, int] | None:
    """The label that a line starts with and where its value starts, or None.

    Label and value may be glued ("MechanicsCompound"). Without a separator, what follows must look like a value: a
    capital right behind the label, or a word that a vocabulary knows.

    >>> read_label("Experience LevelBeginner")
    ('experience level', 16)
    >>> read_label("Force yourself to stay tall") is None
    True
    """
    head = text[:_LONGEST_LABEL].lower()
    for label in _BY_START.get(head[:_START], ()):
        if head.startswith(label):
            break
    else:
        return None
    end = len(label)
    separator = _SEPARATOR.match(text, end)
    if separator:
        return label, separator.end()
    rest = text[end:]
    if rest[0].isupper():
        return (label, end) if text[end - 1].islower() or text[end - 1] == ")" else None
    if rest[0].isspace() and len(rest) <= 80:  # noqa: PLR2004  # a value, not a sentence
        word = _FIRST_WORD.search(rest)
        if word and word.group().casefold() in _value_words() and rest.strip()[0].isupper():
            return label, end + len(rest) - len(rest.lstrip())
    return None


class LabelCounts(Struct, frozen=True):
    """How many different labels of a profile, and of a workout, the lines of a page start with."""

    profile: int
    workout: int


LONGEST_LABELLED = 120  # characters; what is longer is a sentence


def count_labels(lines: Iterable[Line]) -> LabelCounts:
    """Count the labels that tell a profile page from a workout page."""
    profile: set[str] = set()
    workout: set[str] = set()
    for line in lines:
        if line.label and line.label[0] in STRONG and len(line.words.text) <= LONGEST_LABELLED:
            profile.add(LABELS[line.label[0]][0])
        if line.folded[:_START] in _WORKOUT_STARTS and len(line.words.text) <= LONGEST_LABELLED:
            workout.update(label for label in WORKOUT_LABELS if line.folded.startswith(label))
    return LabelCounts(len(profile), len(workout))


_RUN_ON = re.compile(
    r"Exercise Profile|Target Muscle Group|Exercise Type|Equipment Required|Mechanics|Force Type|Experience Level"
    r"|Secondary Muscles"
)
_RUNS_ON_FROM = 3  # labels in one line


def labelled(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with the labels that they start with."""
    for line in lines:
        if "Force Type" in line.words.text and "Exercise Type" in line.words.text:
            yield from map(_labelled, _parted(line))
        else:
            yield _labelled(line) if line.folded[:_START] in _BY_START else line


def _labelled(line: Line) -> Line:
    line.label = read_label(line.words.text)
    return line


def _parted(line: Line) -> Iterator[Line]:
    """A profile that was pasted as one single line, taken apart at its labels; any other line as it is."""
    text = line.words.text
    starts = [found.start() for found in _RUN_ON.finditer(text)]
    if len(starts) < _RUNS_ON_FROM:
        yield line
        return
    starts = sorted({0, *starts})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        words = line.words.cut(start, end)
        if words:
            yield Line(words, line.indent, Marker.NONE, line.gap, folded=words.text.lower())
