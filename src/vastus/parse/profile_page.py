"""The profile page: labelled values, then Overview, Instructions and Tips, as text or as saved HTML.

Sites print the same page in many ways: label and value glued, on two lines, or parted by a colon; the target in the
profile list, below a heading of its own, or only in the caption of its diagram. Lines are read in order, one state at
a time; whatever belongs nowhere is kept as a section.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vastus.domain.page import Draft, Finding, Item, ProfileField, Rejected, Section, Severity, Words
from vastus.domain.source import Source
from vastus.parse import labels
from vastus.parse.form import Form
from vastus.parse.html_lines import Seen
from vastus.parse.identity import page_key
from vastus.parse.labels import LabelCounts
from vastus.parse.lines import RULE, Line, Marker, joined
from vastus.parse.opened import Opened
from vastus.reference.vocabulary import folded, vocabularies

_NONE = frozenset({"none", "nil", "no secondary muscles", "-", "–", "—"})
_NOT_SAID = frozenset({"n/a", "na", "not applicable", "unknown", "tbd", "?", "null", "not specified"})
_END = re.compile(
    r"(?:previous|next) (?:article|post|exercise|page)\b.*|related (?:exercises?|articles?|posts?|workouts?|content|videos?)\b.*"
    r"|(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)\b.*|post(?:ed)? (?:a )?comment\b.*|you (?:may|might) also like\b.*"
    r"|more exercises\b.*|popular (?:exercises|workouts|articles)\b.*|similar exercises\b.*|about the author\b.*|share this\b.*"
    r"|more like this\b.*|see also\b.*|filed under\b.*|posted in\b.*|tags?:.*|you are visitor\b.*|guestbook\b.*|sign up\b.*|subscribe\b.*|join the discussion\b.*|log ?in to (?:comment|reply)\b.*|(?:all )?rights reserved\b.*|© .*",
    re.IGNORECASE,
)
_END_STARTS = frozenset(
    "pre nex rel com lea pos you mor pop sim abo sha sig sub joi log all rig see fil tag gue".split()
) | {"©", "© ", "©2"}
_TITLE_TAIL = re.compile(
    r"\s*(?:[|»·•].*|(?:[:–—-]|\b101\b)?\s*(?:\b101\b\s*)?(?:video\s+)?(?:exercise\s+)?(?:video\s+)?(?:guide|tutorial|demonstration|how to|instructions?)\b.*)$",
    re.IGNORECASE,
)
_SITE_TAIL = re.compile(r"\s+[–—-]\s+.*$")
_STEP_NUMBER = re.compile(r"\d{1,2}[.)]?")
_NUMBERED = re.compile(r"(?:step\s*)?\d{1,2}\s*[.):]\s*", re.IGNORECASE)
_TERMINAL = ".!?:;…”\"')"
_SEPARATOR = re.compile(r"[,;•](?![^()]{0,80}\))")
_EVIDENCE = 3  # so many labels make a profile page
_FEW = 2  # so many do when their values are known; one may stand in a sentence
_CUT_LENGTH = 25


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    fields: list[ProfileField] = field(default_factory=list[ProfileField])
    parts: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    names: list[str] = field(default_factory=list[str])
    before: list[Line] = field(default_factory=list[Line])
    rest: list[tuple[str, list[Line]]] = field(default_factory=list[tuple[str, list[Line]]])
    diagram: ProfileField | None = None


def _split_values(words: Words) -> tuple[Words, ...]:
    """Split a list of values at commas, semicolons and bullets; brackets keep their content together."""
    text = words.text
    if not ("," in text or ";" in text or "•" in text):
        return (words,)
    values: list[Words] = []
    start = 0
    for separator in _SEPARATOR.finditer(text):
        values.append(words.cut(start, separator.start()))
        start = separator.end()
    values.append(words.cut(start))
    return tuple(value for value in values if value.text)


def _field(label: str, printed: str, values: Sequence[Words]) -> ProfileField:
    """A labelled value under the first of our fields that knows it."""
    candidates = labels.LABELS[label]
    split = tuple(part for value in values for part in _split_values(value))
    if len(split) == 1 and split[0].text.casefold() in _NONE:
        return ProfileField(printed, candidates[0], (), says_none=True)
    if len(split) == 1 and split[0].text.casefold() in _NOT_SAID:
        return ProfileField(printed, candidates[0], ())
    name = candidates[0]
    if len(candidates) > 1 and split:
        known = vocabularies()
        tables = {"type": known.types, "force": known.force, "mechanics": known.mechanics}
        for candidate in candidates:
            if tables[candidate].find(split[0].text.split("(")[0]):
                name = candidate
                break
    return ProfileField(printed, name, split)


def _is_end(line: Line) -> bool:
    """Whether a line opens what stands below the page: comments, links, a footer."""
    folded = line.folded
    return (folded[:3] in _END_STARTS or folded[0].isdigit()) and _END.fullmatch(folded) is not None


def _is_list(text: str) -> bool:
    """Whether a long line is a list of short values."""
    parts = text.split(",")
    return len(parts) > 3 and max(map(len, parts)) < 40 and text[-1] != "."  # noqa: PLR2004  # values are short


def _is_part(line: Line) -> tuple[str, str] | None:
    if line.marker in (Marker.NUMBER, Marker.BULLET) or not labels.part_of(line.folded):
        return None
    text = line.words.text
    if text[-1] in ".!" or "," in text:
        return None
    return labels.read_part(text)


class _Reader:
    """Reads the lines of one page, state by state."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.found = _Found()
        self.at = 0

    def read(self) -> None:
        """Sort every line into the profile, a part, or the rest."""
        section: list[Line] = self.found.before
        in_parts = in_profile = False
        level = 0
        while self.at < len(self.lines):
            line = self.lines[self.at]
            text = line.words.text
            self.at += 1
            part = _is_part(line)
            if part and not (
                in_profile and not in_parts and labels.read_label(text) and line.marker is not Marker.HEADING
            ):
                kind, name = part
                if name:
                    self.found.names.append(name)
                section = self.found.parts.setdefault(kind, [])
                in_parts, in_profile = True, False
                level = line.number if line.marker is Marker.HEADING else 0
                continue
            if in_parts and line.gap == RULE and line.marker is not Marker.HEADING:
                section = self._rest("")
                in_parts = False
            if in_parts and line.marker is Marker.NONE and _STEP_NUMBER.fullmatch(text) and self.at < len(self.lines):
                following = self.lines[self.at]
                if following.marker is Marker.NONE:
                    following.marker, following.number = Marker.NUMBER, int(text.strip(".)"))
                    continue
            if (in_parts or in_profile) and line.marker is not Marker.NUMBER and _is_end(line):
                section = self._rest(text)
                in_parts = in_profile = False
                continue
            if line.folded.rstrip(":") in labels.PROFILE_HEADINGS:
                in_parts, in_profile, section = False, True, self._rest(text)
                continue
            diagram = labels.read_diagram(text) if "diagram" in line.folded else None
            if diagram:
                self.found.diagram = ProfileField(
                    "Muscle Anatomy Diagram", "target", (line.words.cut(0, len(diagram)),)
                )
                continue
            label = None if in_parts and line.marker is not Marker.HEADING else labels.read_label(text)
            if label and self._labelled(line, *label):
                if not in_profile:
                    section = self._rest("")
                    in_profile, in_parts = True, False
                continue
            if in_parts and line.marker is Marker.HEADING and not line.number > level > 0:
                section = self._rest(text)
                in_parts = False
                continue
            if in_parts and self._parts_lists(section, line):
                section = self._rest(text)
                in_parts = False
                continue
            if in_profile and ":" in text and self._unknown_label(line):
                continue
            section.append(line)

    def _parts_lists(self, section: Sequence[Line], line: Line) -> bool:
        """Whether a line is the unmarked heading of another list: set off, between bullets, in a part without any so far."""
        return (
            line.marker is Marker.NONE
            and line.gap > 0
            and _is_caption(line.words.text)
            and self.at < len(self.lines)
            and self.lines[self.at].marker is Marker.BULLET
            and bool(section)
            and all(above.marker is Marker.BULLET or above.continues for above in section)
        )

    def _rest(self, heading: str) -> list[Line]:
        lines: list[Line] = []
        self.found.rest.append((heading.rstrip(": "), lines))
        return lines

    def _labelled(self, line: Line, label: str, value_at: int) -> bool:
        words = line.words
        value = words.cut(value_at)
        printed = words.text[: len(label)]
        values: list[Words] = [value] if value.text else []
        if not values:
            values = self._following(line, label)
        self.found.fields.append(_field(label, printed, values))
        return True

    def _following(self, line: Line, label: str) -> list[Words]:
        """The value of a label that stands alone: the lines below it, as far as they can be its value."""
        values: list[Words] = []
        while self.at < len(self.lines):
            following = self.lines[self.at]
            text = following.words.text
            if (
                following.marker is Marker.HEADING
                or (
                    following.marker is Marker.BULLET
                    and following.indent <= line.indent
                    and line.marker is Marker.BULLET
                )
                or following.marker is Marker.NUMBER
                or (len(text) > 120 and not _is_list(text))  # noqa: PLR2004  # a sentence
                or labels.read_label(text)
                or "diagram" in following.folded
                or _is_part(following)
                or following.folded.rstrip(":") in labels.PROFILE_HEADINGS
                or (values and following.gap)
                or not self._can_be_value(label, following, is_first=not values)
            ):
                break
            self.at += 1
            values.append(following.words)
        return values

    def _can_be_value(self, label: str, line: Line, *, is_first: bool) -> bool:
        """Whether a line below a lone label is its value: directly below anything short, later only a known word."""
        text = line.words.text
        if text[-1] in ".!?" and " " in text:
            return False
        if is_first and line.marker is Marker.NONE and (not line.gap or self._stands_between_labels(line)):
            return ":" not in text
        known = vocabularies()
        name = labels.LABELS[label][0]
        table = {
            "target": known.groups, "secondary": known.groups, "equipment": known.equipment, "type": known.types,
            "mechanics": known.mechanics, "force": known.force, "level": known.level, "laterality": known.laterality,
        }.get(name)  # fmt: skip
        if table is None:
            return False
        first = _split_values(line.words)
        return all(
            table.find(re.sub(r"\s*\(.*\)$", "", value.text)) or folded(value.text) in _NONE for value in first
        ) and bool(first)

    def _stands_between_labels(self, line: Line) -> bool:
        """Whether a short line is followed by a label, as values in a grid of cells are."""
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        return (
            line.gap == 1
            and len(line.words.text) <= 40  # noqa: PLR2004  # a value
            and following is not None
            and (labels.read_label(following.words.text) is not None or _is_part(following) is not None)
        )

    def _unknown_label(self, line: Line) -> bool:
        """Keep "Utility: Basic" under the page's own label."""
        words = line.words
        label, _, value = words.text.partition(":")
        if len(label) > 40 or len(value) > 120 or label.count(" ") > 4 or not label[:1].isalpha():  # noqa: PLR2004  # a sentence
            return False
        if value.strip():
            self.found.fields.append(ProfileField(label.strip(), None, (words.cut(len(label) + 1),)))
            return True
        if self.at < len(self.lines):
            following = self.lines[self.at]
            text = following.words.text
            if not following.gap and following.marker is Marker.NONE and ":" not in text and len(text) <= 120:  # noqa: PLR2004  # a sentence
                self.at += 1
                self.found.fields.append(ProfileField(label.strip(), None, (following.words,)))
                return True
        return False


def _ends_sentence(text: str) -> bool:
    return text[-1] in _TERMINAL


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the page's lines were broken at a fixed width."""
    loose = sum(
        not _ends_sentence(a.words.text) and not b.gap and b.marker is Marker.NONE and b.words.text[0].islower()
        for a, b in zip(lines, lines[1:], strict=False)
    )
    return loose > 1


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that belong together: a marked item or a paragraph with the lines it was wrapped into."""
    groups: list[list[Line]] = []
    wrapped = _is_wrapped(lines)
    width = max((line.indent + len(line.words.text) for line in lines), default=0) if wrapped else 0
    for line in lines:
        if groups and line.marker is Marker.NONE and line.continues:
            last = groups[-1][-1]
            text = last.words.text
            if (
                (
                    not _ends_sentence(text)
                    or line.words.text[0].islower()
                    or (wrapped and last.indent + len(text) > width * 0.75)
                )
                and last.marker is not Marker.HEADING
                and not text.endswith(":")
            ):
                groups[-1].append(line)
                continue
        groups.append([line])
    return groups


def _texts(lines: Sequence[Line]) -> tuple[Words, ...]:
    return tuple(joined([line.words for line in group]) for group in paragraphs(lines))


@dataclass(slots=True)
class Listed:
    """What a part holds: items, a second list that followed without a heading, and lines that are no items."""

    items: list[Item]
    second: list[Item]
    leads: list[Words]


def read_items(lines: Sequence[Line]) -> Listed:
    """The steps or tips of a part, nested bullets under the item above them."""
    groups = paragraphs(lines)
    has_numbers = any(group[0].marker is Marker.NUMBER for group in groups)
    has_markers = has_numbers or any(group[0].marker is Marker.BULLET for group in groups)
    lists: list[list[tuple[Words, list[Item]]]] = [[]]
    leads: list[Words] = []
    top_indent = min((g[0].indent for g in groups if g[0].marker in (Marker.BULLET, Marker.NUMBER)), default=0)
    last_number = 0
    for group in groups:
        head = group[0]
        words = joined([line.words for line in group])
        items = lists[-1]
        if head.marker is Marker.NONE or head.marker is Marker.HEADING:
            stripped = _NUMBERED.match(words.text)
            if stripped and stripped.end() < len(words.text):
                items.append((words.cut(stripped.end()), []))
            elif (words.text.endswith(":") and len(words.text) < 60) or (
                has_markers and (not items or head.marker is Marker.HEADING or _is_caption(words.text))
            ):  # noqa: PLR2004  # a small heading
                leads.append(words)
            elif has_markers and head.indent > top_indent:
                _below(items, words)
            else:
                items.append((words, []))
            continue
        is_nested = (
            items
            and (head.indent > top_indent or (has_numbers and head.marker is Marker.BULLET))
            and not (head.marker is Marker.NUMBER and head.number == last_number + 1 and head.indent <= top_indent)
        )
        if is_nested:
            items[-1][1].append(Item(words))
            continue
        restarts = head.marker is Marker.NUMBER and head.number == 1 and last_number > 1
        parted = head.marker is Marker.BULLET and head.gap >= 2 and items  # noqa: PLR2004  # one blank line is spacing
        if restarts or parted:
            lists.append([])
            items = lists[-1]
        last_number = head.number
        items.append((words, []))
    return Listed(
        [Item(words, tuple(children)) for words, children in lists[0]],
        [Item(words, tuple(children)) for later in lists[1:] for words, children in later],
        leads,
    )


def _is_caption(text: str) -> bool:
    """A short line between items that is no sentence: a small heading, a picture's caption."""
    return len(text) < 40 and text[-1] not in _TERMINAL  # noqa: PLR2004  # no sentence is that short


def _below(items: list[tuple[Words, list[Item]]], words: Words) -> None:
    """A paragraph indented below an item belongs to it."""
    above, children = items[-1]
    items[-1] = (joined([above, words]), children)


def _title(text: str) -> str:
    shortened = _TITLE_TAIL.sub("", text).strip(" :–—-|")
    return shortened or text.strip()


_NO_NAME = re.compile(
    r"\d+|skip to .*|home\b.*|.*[/›»>].*|menu|search|exercises?|.*\b(?:views?|votes?|reads?|ratings?)\b.*|[\d.,]+k? (?:comments?|shares?|likes?)",
    re.IGNORECASE,
)


def _name(found: _Found, heading: str | None, title: str | None) -> Words | None:
    """The exercise's name: what its headings agree on, else the title above the profile."""
    if found.names:
        most = Counter(name.casefold() for name in found.names).most_common(1)[0][0]
        return Words(next(name for name in found.names if name.casefold() == most))
    if heading:
        return Words(_title(heading))
    above = [line for line in found.before if len(line.words.text) <= labels.MAX_HEADING]
    titles = [line for line in above if line.marker is Marker.HEADING]
    for line in (*titles, *reversed(above)):
        text = line.words.text
        is_title = line.marker is Marker.HEADING or ":" not in _title(text)
        if is_title and not _NO_NAME.fullmatch(text) and not (text[-1] in ".!?" and " " in text):
            name = _title(text)
            at = text.find(name)
            return line.words.cut(at, at + len(name)) if at >= 0 else Words(name)
    return Words(_title(_SITE_TAIL.sub("", title))) if title else None


def _sections(found: _Found, leads: Sequence[tuple[str, Sequence[Words]]], name: str) -> tuple[Section, ...]:
    """Whatever has no place of its own, under the heading that it stood under."""
    kept: list[Section] = []
    before = [
        line
        for line in found.before
        if line.words.text.casefold() != name.casefold() and len(line.words.text) > 2  # noqa: PLR2004  # counters
    ]
    for heading, lines in [("", before), *found.rest]:
        texts = tuple(words.text for words in _texts(lines))
        if texts:
            kept.append(Section(heading, texts))
    kept += [Section(heading, tuple(words.text for words in texts)) for heading, texts in leads if texts]
    return tuple(kept)


def _cut_finding(found: _Found, lines: Sequence[Line]) -> Finding | None:
    """A page that stops in the middle of a sentence."""
    if not lines or not found.parts:
        return None
    last = lines[-1]
    in_part = any(part and part[-1] is last for part in found.parts.values())
    text = last.words.text
    if not in_part or text[-1] in ".!?…”\"')’*:" or len(text) < _CUT_LENGTH:
        return None
    others = [part_line.words.text for part in found.parts.values() for part_line in part if part_line is not last]
    if sum(_ends_sentence(other) for other in others) * 2 < len(others):
        return None  # a page that never ends its sentences with a full stop
    return Finding(
        rule="cut-page",
        field=next(name for name, part in found.parts.items() if part and part[-1] is last),
        severity=Severity.WARNING,
        message="the page stops in the middle of a sentence",
        excerpt=text[-60:],
        hint="look the end up at the source; what is there was kept",
        span=last.words.span(),
    )


def read_lines(lines: list[Line], opened: Opened, form: str, document: Seen | None = None) -> Draft | Rejected:
    """The exercise that the lines of a page describe; `document` is given for HTML."""
    heading, title, url = (document.heading, document.title, document.url) if document else (None, None, None)
    text = document.text if document else opened.text
    reader = _Reader(lines)
    reader.read()
    found = reader.found
    if not (found.fields or found.parts):
        return Rejected("the page has none of the labels and headings of an exercise page")
    name = _name(found, heading, title)
    if name is None or not any(character.isalpha() for character in name.text):
        return Rejected("the page does not say which exercise it is")
    steps = read_items(found.parts.get("instructions", []))
    tips = read_items(found.parts.get("tips", []))
    findings: list[Finding] = []
    tip_items = [*tips.items, *tips.second]
    if steps.second:
        findings.append(_second_list(steps.second[0]))
        tip_items = [*steps.second, *tip_items]
    overview = _texts(found.parts.get("overview", []))
    if not overview and not found.parts:
        overview = _unheaded(found)
        if overview:
            findings.append(_no_headings(overview[0]))
    cut = _cut_finding(found, lines)
    if cut:
        findings.append(cut)
    fields = [*found.fields]
    aliases = tuple(value for each in fields if each.name == "aliases" for value in each.values)
    if found.diagram and not any(each.name == "target" and each.values for each in fields):
        fields.append(found.diagram)
    page = opened.page
    address = page.url or url
    return Draft(
        name=name,
        source=Source(path=page.path, form=form, url=address, title=title, retrieved=page.retrieved),
        key=page_key(address, text),
        fields=tuple(each for each in fields if each.name != "aliases"),
        aliases=aliases,
        overview=overview,
        instructions=tuple(_folded_children(item) for item in steps.items),
        tips=tuple(tip_items),
        sections=_sections(found, [("Instructions", steps.leads), ("Tips", tips.leads)], name.text),
        text=text,
        findings=(*page.findings, *findings),
    )


def _folded_children(item: Item) -> Item:
    """A step with the bullets below it in its text: steps do not nest, and nothing is lost."""
    if not item.children:
        return item
    return Item(joined([item.words, *(child.words for child in item.children)]))


def _unheaded(found: _Found) -> tuple[Words, ...]:
    kept: list[Words] = []
    for index, (heading, lines) in enumerate(found.rest):
        texts = _texts(lines)
        if texts and all(len(words.text) > 40 for words in texts):  # noqa: PLR2004  # paragraphs, not labels
            kept += texts
            found.rest[index] = (heading, [])
    return tuple(kept)


def _second_list(item: Item) -> Finding:
    return Finding(
        rule="second-list",
        field="tips",
        severity=Severity.INFO,
        message="a second list without a heading follows the instructions; it was read as tips",
        excerpt=item.words.text[:80],
        span=item.words.span(),
    )


def _no_headings(words: Words) -> Finding:
    return Finding(
        rule="no-headings",
        field="overview",
        severity=Severity.WARNING,
        message="the page has no headings for its text; it was kept as the overview, unsorted",
        excerpt=words.text[:80],
        hint="look whether parts of it are instructions",
        span=words.span(),
    )


def workout_reason(counts: LabelCounts) -> str | None:
    """Why a page is a workout and not an exercise, or None."""
    if counts.workout >= _FEW:
        return "this is a workout or a programme, not one exercise"
    return None


def _identify(lines: Sequence[Line], counts: LabelCounts) -> bool:
    if counts.workout >= _FEW:
        return counts.profile + counts.workout >= _EVIDENCE
    return counts.profile >= _EVIDENCE or (counts.profile >= _FEW and _known_values(lines) >= _FEW)


def _known_values(lines: Sequence[Line]) -> int:
    """How many labels have a value behind them that a vocabulary knows."""
    known = vocabularies()
    tables = {
        "target": known.groups, "secondary": known.groups, "equipment": known.equipment, "type": known.types,
        "mechanics": known.mechanics, "force": known.force, "level": known.level, "laterality": known.laterality,
    }  # fmt: skip
    count = 0
    for line in lines:
        found = labels.read_label(line.words.text) if len(line.words.text) <= 120 else None  # noqa: PLR2004  # a sentence
        if found:
            value = line.words.text[found[1] :].split(",")[0].split("(")[0].strip()
            count += any(tables[name].find(value) is not None for name in labels.LABELS[found[0]] if name in tables)
    return count


def identify_text(opened: Opened) -> bool:
    """A plain text with at least three profile labels, or two and a known heading."""
    return not opened.looks_like_html and not opened.looks_like_json and _identify(opened.lines, opened.label_counts)


def read_text(opened: Opened) -> Iterator[Draft | Rejected]:
    """The exercise of a profile page that was saved or pasted as text."""
    reason = workout_reason(opened.label_counts)
    if reason:
        yield Rejected(reason)
        return
    yield read_lines(opened.lines, opened, TEXT.name)


def identify_html(opened: Opened) -> bool:
    """An HTML document whose visible text has the labels of a profile page."""
    return opened.looks_like_html and _identify(opened.seen.lines, opened.label_counts)


def read_html(opened: Opened) -> Iterator[Draft | Rejected]:
    """The exercise of a profile page that was saved as HTML."""
    page = opened.seen
    reason = workout_reason(opened.label_counts)
    if reason:
        yield Rejected(reason)
        return
    yield read_lines(page.lines, opened, HTML.name, page)


TEXT = Form(
    "profile-page", "a profile page saved as text: labelled values, instructions, tips", identify_text, read_text
)
HTML = Form("html-profile", "the same page saved as HTML, with the site around it", identify_html, read_html)
