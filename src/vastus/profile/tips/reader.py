"""The tips of a page: each with its kind, its parts and the tips below it."""

from collections.abc import Iterable, Sequence

from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Goal, Tip, TipKind
from vastus.domain.page import Item, Span, Words
from vastus.profile.tips.reading import Reading
from vastus.profile.tips.understanding import understand


def read_tips(items: Iterable[Item]) -> tuple[Tip, ...]:
    """Every tip with its kind, its parts and the tips below it."""
    return tuple(_tip(item) for item in items)


def _tip(item: Item) -> Tip:
    children = read_tips(item.children)
    if item.stated.get("kind"):
        return _stated_tip(item, children)
    words = item.words
    reading = understand(words.text)
    if reading.kind is TipKind.CUE and children and all(child.kind is TipKind.INDIVIDUAL for child in children):
        reading = Reading(TipKind.INDIVIDUAL)
    return Tip(
        text=words.text,
        kind=reading.kind,
        sign=_cut(words, reading.sign) if reading.sign else None,
        causes=_cuts(words, reading.causes) if reading.causes else (),
        fixes=_cuts(words, reading.fixes) if reading.fixes else (),
        equipment=reading.equipment,
        condition=reading.missing or (_cut(words, reading.condition) if reading.condition else None),
        advice=_cut(words, reading.advice) if reading.advice else None,
        goals=reading.goals,
        children=children,
        span=words.span(),
        evidence=words.span(*reading.evidence) if reading.evidence else None,
    )


def _cut(words: Words, span: Span) -> str | None:
    return words.text[span[0] : span[1]].strip() or None


def _cuts(words: Words, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for a, b in spans if (text := words.text[a:b].strip())))


def _stated_tip(item: Item, children: tuple[Tip, ...]) -> Tip:
    """A tip of our own form, which says itself what it is."""
    stated = item.stated
    return Tip(
        text=item.words.text,
        kind=TipKind(str(stated["kind"])),
        causes=_strings(stated.get("causes")),
        fixes=_strings(stated.get("fixes")),
        equipment=tuple(Equipment(value) for value in _strings(stated.get("equipment"))),
        goals=tuple(Goal(value) for value in _strings(stated.get("goals"))),
        children=children,
        span=item.words.span(),
        sign=_string(stated.get("sign")),
        condition=_string(stated.get("condition")),
        advice=_string(stated.get("advice")),
        to=_string(stated.get("to")),
    )


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()  # type: ignore[reportUnknownVariableType]
