"""What a step or tip of our own form states about itself, made readable: words become ids, mistakes become findings."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from vastus.domain.exercise import MAX_SLUG, SLUG, Goal, StepKind, TipKind
from vastus.domain.page import Finding, Item, Severity
from vastus.reference.vocabulary import Vocabularies, folded

_GOALS = {folded(goal): goal.value for goal in Goal}


def readable_items(
    items: Sequence[Item], kinds: type[StepKind | TipKind], known: Vocabularies
) -> tuple[tuple[Item, ...], list[Finding]]:
    """The items with only what can be built from in `stated`, and a finding for everything that was left out."""
    if not any(item.stated or item.children for item in items):  # nearly always
        return tuple(items), []
    findings: list[Finding] = []
    return tuple(_readable(item, kinds, known, findings) for item in items), findings


def _readable(item: Item, kinds: type[StepKind | TipKind], known: Vocabularies, findings: list[Finding]) -> Item:
    if not item.stated and not item.children:
        return item
    children = tuple(_readable(child, kinds, known, findings) for child in item.children)
    stated = dict(item.stated)
    field = "instructions" if kinds is StepKind else "tips"
    if stated.get("kind") not in {None, *kinds}:
        findings.append(_wrong(item, field, str(stated.pop("kind")), "is no kind that is known"))
    if "equipment" in stated:
        stated["equipment"] = tuple(dict.fromkeys(_equipment(item, _texts(stated["equipment"]), known, findings)))
    if "goals" in stated:
        stated["goals"] = tuple(dict.fromkeys(_goals(item, _texts(stated["goals"]), findings)))
    to = stated.get("to")
    if isinstance(to, str) and (len(to) > MAX_SLUG or not SLUG.fullmatch(to)):
        findings.append(_wrong(item, field, to, "is no exercise's id (lower-case words joined by hyphens)"))
        del stated["to"]
    _drop_misplaced(item, stated, findings)
    return replace(item, stated=stated, children=children)


def _texts(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _equipment(item: Item, words: Sequence[str], known: Vocabularies, findings: list[Finding]) -> Iterator[str]:
    for word in words:
        found = known.equipment.find(word)
        if found is None:
            findings.append(_wrong(item, "tips", word, "is none of the known equipment"))
        else:
            yield found.value


def _goals(item: Item, words: Sequence[str], findings: list[Finding]) -> Iterator[str]:
    for word in words:
        goal = _GOALS.get(folded(word))
        if goal is None:
            findings.append(_wrong(item, "tips", word, f"is no goal; goals are {', '.join(Goal)}"))
        else:
            yield goal


_PARTS: Mapping[str, frozenset[str]] = {
    "sign": frozenset({TipKind.FAULT}),
    "causes": frozenset({TipKind.FAULT}),
    "fixes": frozenset({TipKind.FAULT}),
    "equipment": frozenset({TipKind.SUBSTITUTE}),
    "to": frozenset({TipKind.SUBSTITUTE}),
    "condition": frozenset({TipKind.SUBSTITUTE, TipKind.INDIVIDUAL}),
    "advice": frozenset({TipKind.INDIVIDUAL}),
    "goals": frozenset({TipKind.PROGRAMMING}),
}
"""Which kinds of tip have which part."""


def _drop_misplaced(item: Item, stated: dict[str, object], findings: list[Finding]) -> None:
    """Leave out the parts that this kind of tip does not have."""
    kind = stated.get("kind")
    for part, kinds in _PARTS.items():
        if stated.get(part) and kind is not None and kind not in kinds:
            findings.append(_wrong(item, "tips", part, f"has no place in a tip of kind {kind}"))
            del stated[part]


def _wrong(item: Item, field: str, word: str, why: str) -> Finding:
    return Finding(
        rule="wrong-value",
        field=field,
        severity=Severity.ERROR,
        message=f"'{word}' {why}",
        excerpt=item.words.text[:80],
        hint="docs/markdown-form.md shows what may stand there",
        span=item.words.span(),
    )
