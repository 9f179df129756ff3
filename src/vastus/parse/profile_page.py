"""The profile page: labelled values, then Overview, Instructions and Tips, as text or as saved HTML.

Sites print the same page in many ways: label and value glued, on two lines, or parted by a colon; the target in the
profile list, below a heading of its own, or only in the caption of its diagram. Whatever belongs nowhere is kept as a
section.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from vastus.domain.page import Draft, Finding, Item, Rejected, Section, Severity, Words
from vastus.domain.source import Source
from vastus.parse.controls import parted
from vastus.parse.form import Form
from vastus.parse.html_lines import Seen
from vastus.parse.identity import page_key
from vastus.parse.items import Listed, ends_sentence, read_items, texts
from vastus.parse.json_ld import broken_blocks
from vastus.parse.labels import LONGEST_LABELLED, LabelCounts, read_label
from vastus.parse.lines import Line, joined
from vastus.parse.opened import Opened
from vastus.parse.profile_values import is_known
from vastus.parse.sorting import Sorted, sort_lines
from vastus.parse.title import exercise_name, named_at, stated_name

_EVIDENCE = 3  # so many labels make a profile page
_FEW = 2  # so many do when their values are known; one may stand in a sentence
_SHORTEST_CUT = 25  # characters of a last line that may have been cut
_SHORTEST_PARAGRAPH = 40  # characters; what is shorter may be a label
_SHORTEST_KEPT = 3  # characters; "0" and "12" above a page count visitors
_EXCERPT = 80
NO_NAME = "the page does not say which exercise it is; name it in the first line, as '# Name' or 'Name: …'"


def read_lines(lines: Sequence[Line], opened: Opened, form: str, document: Seen | None = None) -> Draft | Rejected:
    """The exercise that the lines of a page describe; `document` is given for HTML."""
    found = sort_lines(lines)
    if not (found.fields or found.parts):
        return Rejected("the page has none of the labels and headings of an exercise page")
    title = document.title if document else None
    stated = stated_name(found.before, found.fields)
    name = exercise_name(
        found.names, found.before,
        stated=stated and stated[0], heading=document.heading if document else None, title=title,
    )  # fmt: skip
    if name is None or not any(character.isalpha() for character in name.text):
        return Rejected(NO_NAME)
    steps = read_items(found.parts.get("instructions", []))
    tips = read_items(found.parts.get("tips", []))
    overview = texts(found.parts.get("overview", [])) or _unheaded(found)
    label = stated[1] if stated and stated[0] is name else None  # its line is used up
    naming = {name.text.casefold(), (label or name.text).casefold()}
    fields = [each for each in found.fields if each.name or each.label != label]
    if found.diagram and not any(each.name == "target" and each.values for each in fields):
        fields.append(found.diagram)
    sections, kept, controls = _sections(found, {"Instructions": steps, "Tips": tips}, naming)
    text = document.text if document else opened.text
    address = opened.page.url or (document.url if document else None)
    return Draft(
        name=name,
        source=Source(path=opened.page.path, form=form, url=address, title=title, retrieved=opened.page.retrieved),
        key=page_key(address, text),
        fields=tuple(each for each in fields if each.name != "aliases"),
        aliases=tuple(value for each in fields if each.name == "aliases" for value in each.values),
        overview=overview,
        instructions=tuple(_flat(item) for item in steps.items),
        tips=(*steps.second, *tips.items, *tips.second),
        sections=sections,
        kept=kept,
        text=text,
        findings=(*opened.page.findings, *_findings(found, lines, steps, overview), *controls),
    )


def _findings(found: Sorted, lines: Sequence[Line], steps: Listed, overview: Sequence[Words]) -> Iterator[Finding]:
    """What a reader of the page should know about how it was read."""
    if steps.second:
        yield _second_list(steps.second[0].words)
    if overview and not found.parts:
        yield _no_headings(overview[0])
    cut = _cut_part(found, lines)
    if cut:
        yield _cut_page(cut, lines[-1].words)


def _flat(item: Item) -> Item:
    """A step with the bullets below it in its text: steps do not nest, and nothing is lost."""
    if not item.children:
        return item
    return Item(joined([item.words, *(child.words for child in item.children)]))


def _unheaded(found: Sorted) -> tuple[Words, ...]:
    """The paragraphs of a page without any headings, taken from what was left over."""
    if found.parts:
        return ()
    kept: list[Words] = []
    for index, (heading, lines) in enumerate(found.rest):
        paragraphs = texts(lines)
        if paragraphs and all(len(words.text) > _SHORTEST_PARAGRAPH for words in paragraphs):
            kept += paragraphs
            found.rest[index] = (heading, [])
    return tuple(kept)


def _sections(
    found: Sorted, parts: dict[str, Listed], naming: Collection[str]
) -> tuple[tuple[Section, ...], tuple[Words, ...], tuple[Finding, ...]]:
    """Whatever has no place of its own, under the heading that it stood under; its words; and what was left out."""
    before = [
        line
        for line in found.before
        if line.words.text.casefold() not in naming and len(line.words.text) >= _SHORTEST_KEPT
    ]
    widgets: list[Line] = []
    rest: list[tuple[str, tuple[Words, ...]]] = []
    for heading, lines in (("", before), *found.rest):
        told, controls = parted(lines)
        widgets += controls
        rest.append((heading, texts(told)))
    rest += [(heading, tuple(listed.leads)) for heading, listed in parts.items()]
    sections = tuple(Section(heading, tuple(words.text for words in kept)) for heading, kept in rest if kept)
    return sections, tuple(words for _, kept in rest for words in kept), (_controls(widgets),) if widgets else ()


def _controls(lines: Sequence[Line]) -> Finding:
    return Finding(
        rule="page-controls",
        field="page",
        severity=Severity.INFO,
        message="the page has controls, such as a timer or buttons; their words were left out",
        excerpt=", ".join(line.words.text for line in lines)[:_EXCERPT],
        span=lines[0].words.span(),
    )


def _cut_part(found: Sorted, lines: Sequence[Line]) -> str | None:
    """The part in which the page stops in the middle of a sentence, or None."""
    last = lines[-1]
    text = last.words.text
    part = next((name for name, each in found.parts.items() if each and each[-1] is last), None)
    if part is None or text[-1] in ".!?…”\"')’*:" or len(text) < _SHORTEST_CUT:
        return None
    others = [line.words.text for each in found.parts.values() for line in each if line is not last]
    ended = sum(ends_sentence(other) for other in others)
    return part if ended * 2 >= len(others) else None  # some pages never end a sentence with a full stop


def _cut_page(part: str, words: Words) -> Finding:
    return Finding(
        rule="cut-page",
        field=part,
        severity=Severity.WARNING,
        message="the page stops in the middle of a sentence",
        excerpt=words.text[-_EXCERPT:],
        hint="look the end up at the source; what is there was kept",
        span=words.span(),
    )


def _second_list(words: Words) -> Finding:
    return Finding(
        rule="second-list",
        field="tips",
        severity=Severity.INFO,
        message="a second list without a heading follows the instructions; it was read as tips",
        excerpt=words.text[:_EXCERPT],
        span=words.span(),
    )


def _no_headings(words: Words) -> Finding:
    return Finding(
        rule="no-headings",
        field="overview",
        severity=Severity.WARNING,
        message="the page has no headings for its text; it was kept as the overview, unsorted",
        excerpt=words.text[:_EXCERPT],
        hint="look whether parts of it are instructions",
        span=words.span(),
    )


def workout_reason(counts: LabelCounts) -> str | None:
    """Why a page is a workout and not an exercise, or None."""
    return "this is a workout or a programme, not one exercise" if counts.workout >= _FEW else None


def _identify(lines: Sequence[Line], counts: LabelCounts) -> bool:
    if counts.workout >= _FEW:
        return counts.profile + counts.workout >= _EVIDENCE
    if counts.profile >= _EVIDENCE:
        return True
    is_named = any(named_at(line.words.text) is not None for line in lines[:_FEW])
    fewest = 1 if is_named else _FEW  # a page that begins with its name's label goes on with a profile
    return counts.profile >= fewest and _known_values(lines) >= fewest


def _known_values(lines: Sequence[Line]) -> int:
    """How many labels have a value behind them that a vocabulary knows."""
    count = 0
    for line in lines:
        text = line.words.text
        found = read_label(text) if len(text) <= LONGEST_LABELLED else None
        count += found is not None and is_known(found[0], text[found[1] :])
    return count


def identify_text(opened: Opened) -> bool:
    """A plain text with at least three labels of a profile, or two with values that are known."""
    return not opened.looks_like_html and not opened.looks_like_json and _identify(opened.lines, opened.label_counts)


def read_text(opened: Opened) -> Iterator[Draft | Rejected]:
    """The exercise of a profile page that was saved or pasted as text."""
    reason = workout_reason(opened.label_counts)
    yield Rejected(reason) if reason else read_lines(opened.lines, opened, TEXT.name)


def identify_html(opened: Opened) -> bool:
    """An HTML document whose visible text has the labels of a profile page."""
    return opened.looks_like_html and _identify(opened.seen.lines, opened.label_counts)


def read_html(opened: Opened) -> Iterator[Draft | Rejected]:
    """The exercise of a profile page that was saved as HTML."""
    reason = workout_reason(opened.label_counts)
    if reason:
        yield Rejected(reason)
        return
    found = read_lines(opened.seen.lines, opened, HTML.name, opened.seen)
    broken = tuple(broken_blocks(opened))
    if broken and isinstance(found, Draft):
        found = replace(found, findings=(*found.findings, *broken))
    yield found


TEXT = Form(
    "profile-page", "a profile page saved as text: labelled values, instructions, tips", identify_text, read_text
)
HTML = Form("html-profile", "the same page saved as HTML, with the site around it", identify_html, read_html)
