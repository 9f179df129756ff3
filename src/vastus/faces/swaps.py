"""Substitutes as every face tells them: the JSON shape that other programs rely on, and the words for people."""

from collections.abc import Mapping

import msgspec

from vastus.faces.labels import words
from vastus.swap.judgement import Part
from vastus.swap.substitute import EqualLoad, Substitute
from vastus.usecases.swap_exercise import Swaps


def swaps_json(swaps: Swaps) -> bytes:
    """What to do instead of an exercise."""
    return msgspec.json.encode({"for": swaps.of.id, "items": [_substitute(item) for item in swaps.items]})


def _substitute(item: Substitute) -> dict[str, object]:
    return {
        ("implement" if item.implement else "id"): item.implement or item.of.id,
        "score": round(item.score, 3),
        "parts": {part: None if value is None else round(value, 3) for part, value in item.parts.items()},
        "changes": item.changes,
        "safety": [
            {"effect": note.effect, "text": note.text, "mark": note.mark, "source": note.source} for note in item.safety
        ],
        "equal_load": _equal_load(item.equal_load),
    }


def _equal_load(load: EqualLoad) -> dict[str, object]:
    told, finding = load.computed or load.finding, load.finding
    return {
        "is_computed": load.computed is not None,
        "text": load_words(load),
        "numbers": load.computed.numbers if load.computed else {},
        "find": [finding.first, finding.second],
        "mark": told.mark,
        "source": told.source,
    }


def load_words(load: EqualLoad) -> str:
    """The load in words, or why there is none."""
    return load.computed.text if load.computed else load.finding.why


def substitute_name(item: Substitute) -> str:
    """What a substitute is called: "Sled Push", or "Sled Push, with car"."""
    if item.implement is None:
        return item.of.name
    return f"{item.of.name}, with {words(item.implement)}"


def part_words(parts: Mapping[Part, float | None]) -> str:
    """What a score is made of: "muscles 0.81, movement 0.54"."""
    return ", ".join(f"{name} {value:.2f}" for name, value in parts.items() if value is not None)
