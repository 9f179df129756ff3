"""The values behind a profile's labels, still in the page's words: split where it lists several, named by our field."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from vastus.domain.page import ProfileField, Words
from vastus.parse.labels import LABELS
from vastus.reference.vocabulary import Vocabulary, folded, vocabularies

_NONE = frozenset({"none", "nil", "no secondary muscles", "-", "–", "—"})
_NOT_SAID = frozenset({"n/a", "na", "not applicable", "unknown", "tbd", "?", "null", "not specified"})
_SEPARATOR = re.compile(r"[,;•](?![^()]{0,80}\))")
_BRACKETS = re.compile(r"\s*\(.*\)$")


@cache
def _tables() -> "Mapping[str, Vocabulary[StrEnum]]":
    known = vocabularies()
    return {
        "target": known.groups, "secondary": known.groups, "equipment": known.equipment, "type": known.types,
        "mechanics": known.mechanics, "force": known.force, "level": known.level, "laterality": known.laterality,
    }  # type: ignore[return-value]  # fmt: skip  # read only: any vocabulary is one of text ids


def split_values(words: Words) -> tuple[Words, ...]:
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


def profile_field(label: str, printed: str, values: Sequence[Words]) -> ProfileField:
    """A labelled value under the first of our fields that knows it."""
    candidates = LABELS[label]
    split = tuple(part for value in values for part in split_values(value))
    if len(split) == 1:
        only = split[0].text.casefold()
        if only in _NONE or only in _NOT_SAID:
            return ProfileField(printed, candidates[0], (), says_none=only in _NONE)
    name = candidates[0]
    if len(candidates) > 1 and split:
        first = split[0].text.split("(")[0]
        name = next((each for each in candidates if _tables()[each].find(first)), name)
    return ProfileField(printed, name, split)


def is_known(label: str, text: str) -> bool:
    """Whether a vocabulary that the label may mean knows the first value of a text."""
    first = text.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].strip()
    return any(_tables()[name].find(first) is not None for name in LABELS[label] if name in _tables())


def all_known(label: str, words: Words) -> bool:
    """Whether every value of a line is one that the label's vocabulary knows, or says that there is none."""
    table = _tables().get(LABELS[label][0])
    if table is None:
        return False
    return all(
        table.find(_BRACKETS.sub("", value.text)) or folded(value.text) in _NONE for value in split_values(words)
    )


def says_none(folded_text: str) -> bool:
    """Whether a value, in lower case, says that there is none, or that it is not said."""
    return folded_text in _NONE or folded_text in _NOT_SAID


def is_list(text: str) -> bool:
    """Whether a long line is a list of short values."""
    parts = text.split(",")
    return len(parts) > _FEW_VALUES and max(map(len, parts)) < _LONGEST_VALUE and text[-1] != "."


_FEW_VALUES = 3
_LONGEST_VALUE = 40  # characters
