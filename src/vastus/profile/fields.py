"""Labelled values → ids of the closed vocabularies, with a finding wherever the page's word is not quite ours."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from vastus.domain.anatomy import MuscleGroup
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import ExerciseType, Force, Laterality, Level, Mechanics
from vastus.domain.page import Finding, ProfileField, Severity, Words
from vastus.reference.vocabulary import Match, Vocabularies, Vocabulary

T = TypeVar("T", bound=StrEnum)

NOT_TAKEN = frozenset({"unknown-value", "several-values", "bracket-not-read"})
"""Rules of findings whose span holds words of a field that are not in the exercise."""
_BRACKET = re.compile(r"\s*[(\[]([^)\]]*)[)\]]?\s*$")
_AMOUNT = re.compile(
    r"^(?:an? |the |some |your |one |two |(?:\d+|1-2) ?x? |light |heavy |adjustable |optional )*"
    r"(?:pairs? of |sets? of )?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:/|&|\+|\band\b|\bor\b|\bwith\b)\s*", re.IGNORECASE)
_SPAN_OF_LEVELS = re.compile(r"\b(?:to|through)\b|[-–—]", re.IGNORECASE)


class Profile(Struct):
    """The typed values of a page's profile and what a reader should know about them."""

    type: ExerciseType | None = None
    equipment: tuple[Equipment, ...] | None = None
    mechanics: Mechanics | None = None
    force: Force | None = None
    laterality: Laterality | None = None
    level: Level | None = None
    target: tuple[MuscleGroup, ...] | None = None
    secondary: tuple[MuscleGroup, ...] | None = None
    printed: dict[str, str] = {}
    findings: list[Finding] = []


def read_fields(fields: Sequence[ProfileField], known: Vocabularies) -> Profile:
    """Resolve every labelled value; the page's own words are kept in `printed`."""
    profile = Profile()
    by_name: dict[str, list[ProfileField]] = {}
    for each in fields:
        if each.name is None or each.name == "variation_of":
            if not each.values and not each.says_none:
                profile.findings.append(_blank(each.name or each.label, each.label))
            _keep(profile, each.name or each.label, (value.text for value in each.values))
        else:
            by_name.setdefault(each.name, []).append(each)
    for name, group in by_name.items():
        _read_group(profile, name, group, known)
    return profile


def _keep(profile: Profile, name: str, texts: Iterable[str], ids: Iterable[str] = ()) -> None:
    """Keep the page's words, unless they are our ids already."""
    texts = tuple(dict.fromkeys(texts))
    if not texts or texts == tuple(ids):
        return
    text = ", ".join(texts)
    before = profile.printed.get(name)
    if before is None:
        profile.printed[name] = text
    elif text not in before.split(", "):
        profile.printed[name] = f"{before}, {text}"


def _read_group(profile: Profile, name: str, group: Sequence[ProfileField], known: Vocabularies) -> None:
    values = _distinct([value for each in group for value in each.values])
    if not values:
        if any(each.says_none for each in group) and name in ("target", "secondary", "equipment"):
            setattr(profile, name, ())
            profile.printed[name] = "None" if len(group) == 1 and group[0].label != name else ""
            if not profile.printed[name]:
                del profile.printed[name]
            return
        profile.findings.append(_blank(name, group[0].label))
        return
    ids: tuple[str, ...] = ()
    if name in ("target", "secondary"):
        found = _groups(profile, name, values, known)
        setattr(profile, name, found or None)
        ids = found
    elif name == "equipment":
        equipment = _many(profile, name, values, known.equipment)
        profile.equipment = equipment or None
        ids = equipment
    elif name == "force":
        _force(profile, values, known)
        ids = (profile.force or "",)
    else:
        ids = (_single(profile, name, values, known) or "",)
    _keep(profile, name, (value.text for value in values), ids)


def _single(profile: Profile, name: str, values: Sequence[Words], known: Vocabularies) -> str | None:
    if name == "type":
        profile.type = _one(profile, name, values, known.types)
    elif name == "mechanics":
        profile.mechanics = _one(profile, name, values, known.mechanics)
    elif name == "laterality":
        profile.laterality = _one(profile, name, values, known.laterality)
    else:
        profile.level = _one(profile, name, values, known.level)
    return getattr(profile, name)


def _distinct(values: Sequence[Words]) -> Sequence[Words]:
    if len(values) == 1:
        return values
    seen: dict[str, Words] = {}
    for value in values:
        seen.setdefault(value.text.casefold(), value)
    return list(seen.values())


def _blank(name: str, label: str) -> Finding:
    return Finding(
        rule="blank-label",
        field=name,
        severity=Severity.INFO,
        message=f"the label '{label}' has nothing behind it",
        hint="silent is not the same as 'None': fill it in if you know",
    )


def _unknown(name: str, value: Words, known: Vocabulary[T]) -> Finding:
    nearest = known.nearest(value.text)
    return Finding(
        rule="unknown-value",
        field=name,
        severity=Severity.WARNING,
        message=f"'{value.text}' is none of the known {known.name}; the page's words are kept",
        excerpt=value.text,
        hint=f"did you mean {' or '.join(nearest)}?" if nearest else f"'vastus vocabulary {name}' lists the known ones",
        span=value.span(),
    )


def _near(name: str, value: Words, kept: str) -> Finding:
    return Finding(
        rule="near-value",
        field=name,
        severity=Severity.INFO,
        message=f"'{value.text}' was read as '{kept}': close, not the same",
        excerpt=value.text,
        span=value.span(),
    )


def _lookup(known: Vocabulary[T], text: str) -> Match[T] | None:
    """The value for a word, tried as it stands, then without brackets, amounts and plural."""
    found = known.find(text)
    if found:
        return found
    bare = _AMOUNT.sub("", _BRACKET.sub("", text)).strip()
    if not bare:
        return None
    return known.find(bare) or (known.find(bare[:-1]) if bare.endswith("s") else None)


def _many(profile: Profile, name: str, values: Iterable[Words], known: Vocabulary[T]) -> tuple[T, ...]:
    """Every value that a row knows, in the page's order, each once."""
    kept: dict[T, None] = {}
    for value in values:
        if (found := known.find(value.text)) and found.is_exact:  # nearly always
            kept[found.value] = None
            continue
        for part in _parts(value, known):
            found = _lookup(known, part.text)
            if found is None:
                profile.findings.append(_unknown(name, part, known))
                continue
            if not found.is_exact:
                profile.findings.append(_near(name, part, found.value))
            kept[found.value] = None
    return tuple(kept)


def _parts(value: Words, known: Vocabulary[T]) -> Iterator[Words]:
    """A value as it stands when it is known, else split at "and", "/" and the like when a part is known."""
    if _lookup(known, value.text) is not None:
        yield value
        return
    cuts: list[Words] = []
    start = 0
    for split in _SEVERAL.finditer(value.text):
        cuts.append(value.cut(start, split.start()))
        start = split.end()
    cuts.append(value.cut(start))
    cuts = [cut for cut in cuts if cut.text]
    if len(cuts) > 1 and any(_lookup(known, cut.text) for cut in cuts):
        yield from cuts
    else:
        yield value


def _groups(profile: Profile, name: str, values: Iterable[Words], known: Vocabularies) -> tuple[MuscleGroup, ...]:
    """Muscle groups; an anatomical muscle is filed under its main group, with a finding."""
    kept: dict[MuscleGroup, None] = {}
    for value in values:
        if (found := known.groups.find(value.text)) and found.is_exact:  # nearly always
            kept[found.value] = None
            continue
        for part in _muscle_parts(value, known):
            found = _lookup(known.groups, part.text)
            if found is not None:
                if not found.is_exact:
                    profile.findings.append(_near(name, part, found.value))
                kept[found.value] = None
                continue
            muscle = known.muscles.find(part.text) or known.muscles.find(_BRACKET.sub("", part.text))
            if muscle is None or not muscle.groups:
                inside = _BRACKET.search(part.text)
                found = known.groups.find(inside[1]) if inside else None
                if found is None:
                    profile.findings.append(_unknown(name, part, known.groups))
                    continue
                profile.findings.append(_near(name, part, found.value))
                kept[found.value] = None
                continue
            profile.findings.append(
                Finding(
                    rule="muscle-as-group",
                    field=name,
                    severity=Severity.INFO,
                    message=f"'{part.text}' is an anatomical muscle; it was filed under the group '{muscle.groups[0]}'",
                    excerpt=part.text,
                    span=part.span(),
                )
            )
            kept[muscle.groups[0]] = None
    return tuple(kept)


def _muscle_parts(value: Words, known: Vocabularies) -> Iterator[Words]:
    if known.groups.find(value.text) or known.muscles.find(_BRACKET.sub("", value.text)):
        yield value
        return
    parts = list(_parts(value, known.groups))
    if len(parts) == 1:
        split: list[Words] = []
        start = 0
        for at in _SEVERAL.finditer(value.text):
            split.append(value.cut(start, at.start()))
            start = at.end()
        split.append(value.cut(start))
        if len(split) > 1 and all(known.muscles.find(part.text) for part in split):
            parts = split
    yield from parts


def _one(profile: Profile, name: str, values: Sequence[Words], known: Vocabulary[T]) -> T | None:
    """The value of a field that holds one; None when the page gives a span or several that differ."""
    found = _lookup(known, values[0].text) if len(values) == 1 else None
    if found is None:
        return _one_of(profile, name, values, known)
    if not found.is_exact:
        profile.findings.append(_near(name, values[0], found.value))
    return found.value


def _one_of(profile: Profile, name: str, values: Sequence[Words], known: Vocabulary[T]) -> T | None:
    """The same where no row knows the value as it stands, or where there are several."""
    whole = values[0]
    if len(values) == 1:
        parts = list(_parts(whole, known))
        if len(parts) == 1 and _SPAN_OF_LEVELS.search(whole.text):
            ends = [_lookup(known, part) for part in _SPAN_OF_LEVELS.split(whole.text)]
            if len(ends) == 2 and all(ends):  # noqa: PLR2004  # from, to
                profile.findings.append(_several(name, whole))
                return None
    else:
        parts = list(values)
    found = [(part, _lookup(known, part.text)) for part in parts]
    for part, match in found:
        if match is None:
            profile.findings.append(_unknown(name, part, known))
    matches = [(part, match) for part, match in found if match is not None]
    if not matches:
        return None
    exact = [entry for entry in matches if entry[1].is_exact] or matches
    if len({match.value for _, match in exact}) > 1:
        taken = exact[0][1].value if name == "type" else None
        left = [part for part, match in found if match is None or match.value is not taken]
        profile.findings.append(_several(name, left[0], [part.text for part, _ in exact], left[-1]))
        return taken
    for part, match in matches:
        if not match.is_exact:
            profile.findings.append(_near(name, part, exact[0][1].value))
    return exact[0][1].value


def _several(name: str, value: Words, texts: Sequence[str] = (), last: Words | None = None) -> Finding:
    """A finding on what was not taken: `value`, or all from there to `last`."""
    start, end = value.span(), (last or value).span()
    shown = ", ".join(texts) or value.text
    kept = "the first was taken" if name == "type" else "none was taken"
    return Finding(
        rule="several-values",
        field=name,
        severity=Severity.WARNING,
        message=f"the page gives several values for one field ({shown}); {kept}",
        excerpt=shown,
        hint="decide for one, or leave it open",
        span=start and end and (start[0], end[1]),
    )


def _force(profile: Profile, values: Sequence[Words], known: Vocabularies) -> None:
    """Force type, with the laterality that pages put in brackets behind it."""
    value = values[0]
    bracket = _BRACKET.search(value.text)
    bare = value.cut(0, bracket.start()) if bracket else value
    side = known.laterality.find(bracket[1]) if bracket else None
    if bracket and side is not None:
        profile.laterality = profile.laterality or side.value
    elif bracket and bracket[1].strip():
        profile.findings.append(
            Finding(
                rule="bracket-not-read",
                field="force",
                severity=Severity.INFO,
                message=f"'{bracket[1].strip()}' behind the force type says nothing about the sides",
                excerpt=value.text,
                span=value.span(bracket.start()),
            )
        )
    if bare.text:
        profile.force = _one(profile, "force", [bare, *values[1:]], known.force)
