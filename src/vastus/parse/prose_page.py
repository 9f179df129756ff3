"""Plain prose about one exercise: headings and lists, no labelled profile. A best effort, and it says so."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vastus.domain.page import Draft, Finding, Rejected, Severity
from vastus.parse import labels
from vastus.parse.evidence import speaks_of_exercise
from vastus.parse.form import Form
from vastus.parse.lines import Line, Marker
from vastus.parse.opened import Opened
from vastus.parse.profile_page import NO_NAME, read_lines, workout_reason

_FEWEST_STEPS = 2
_MOST_LINES = 20_000  # a text longer than that is no exercise page


def _lines(opened: Opened) -> list[Line]:
    return opened.seen.lines if opened.looks_like_html else opened.lines


def identify(opened: Opened) -> bool:
    """Any text or HTML that is not JSON: this form comes last and refuses with a reason."""
    return not opened.looks_like_json


def _has_instructions(lines: Sequence[Line]) -> bool:
    return any(
        part is not None and part[0] == "instructions"
        for line in lines
        if line.marker not in (Marker.BULLET, Marker.NUMBER) and labels.part_of(line.folded)
        for part in (labels.read_part(line.words.text),)
    )


def _headed(lines: Sequence[Line]) -> list[Line]:
    """The lines with a heading put over the longest numbered list, where the page has none of its own."""
    best = (0, 0)
    start = count = 0
    for at, line in enumerate(lines):
        if line.marker is Marker.NUMBER:
            if count == 0 or line.number == 1:
                start, count = at, 0
            count += 1
            best = max(best, (count, -start))
        elif not (count and line.marker in (Marker.NONE, Marker.BULLET) and not line.gap):
            count = 0
    if best[0] < _FEWEST_STEPS:
        return list(lines)
    at = -best[1]
    first = lines[at]
    heading = Line(replace(first.words, text="Instructions"), 0, Marker.HEADING, 1, folded="instructions")
    return [*lines[:at], heading, *lines[at:]]


def read(opened: Opened) -> Iterator[Draft | Rejected]:
    """The exercise that a prose page describes, or why it is none."""
    lines = _lines(opened)
    if not lines:
        yield Rejected("the page is empty" if not opened.text.strip() else "the page has no text to read")
        return
    if len(lines) > _MOST_LINES:
        yield Rejected(f"the text has {len(lines)} lines; no exercise page is that long")
        return
    reason = workout_reason(opened.label_counts)
    if reason:
        yield Rejected(reason)
        return
    document = opened.seen if opened.looks_like_html else None
    headed = lines if _has_instructions(lines) else _headed(lines)
    draft = read_lines(headed, opened, FORM.name, document)
    if isinstance(draft, Rejected):
        if draft.reason == NO_NAME and speaks_of_exercise([line.words.text for line in headed]):
            yield draft
            return
        yield Rejected("nothing on the page looks like an exercise")
        return
    spoken = ("equipment", "target", "secondary")
    values = [value.text for field in draft.fields if field.name in spoken for value in field.values]
    texts = [draft.name.text, *values, *(item.words.text for item in draft.instructions)]
    sentences = sum(item.words.text.count(".") for item in draft.instructions)
    if max(len(draft.instructions), sentences) < _FEWEST_STEPS or not speaks_of_exercise(texts):
        yield Rejected("nothing on the page looks like an exercise: no profile, and no steps that move a body")
        return
    yield replace(draft, findings=(_BEST_EFFORT, *draft.findings))


_BEST_EFFORT = Finding(
    rule="best-effort",
    field="source",
    severity=Severity.INFO,
    message="the page has no profile; name, steps and tips were taken from its headings and lists as well as that goes",
    hint="check it against the page, and fill in the profile",
)

FORM = Form("prose", "a prose page about one exercise, with headings and lists (best effort)", identify, read)
