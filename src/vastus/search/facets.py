"""The facets of an exercise: their names, their values, and the reading of a typed word as one of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from vastus.domain.exercise import Demand, Exercise, Goal, Measure, Noise, Posture, Share
from vastus.domain.query import Facet, Not
from vastus.errors import QueryError
from vastus.reference.demands import DEMAND_LABELS
from vastus.reference.vocabulary import Vocabularies, Vocabulary, folded

NOTHING = "none"
"""The value of `equipment` for an exercise that needs nothing but the body."""


@dataclass(frozen=True, slots=True)
class FacetKind:
    """One facet. `is_counted` tells whether answers count its values."""

    name: str
    values: Callable[[Exercise], Iterable[str]]
    is_counted: bool = True


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _equipment(exercise: Exercise) -> tuple[str, ...]:
    equipment = exercise.equipment or ()
    return (*equipment, NOTHING) if set(equipment) == {"bodyweight"} or exercise.equipment == () else equipment


def _share(name: str) -> Callable[[Exercise], tuple[str, ...]]:
    return lambda exercise: _one(getattr(exercise.contraction, name) if exercise.contraction else None)


FACETS: Mapping[str, FacetKind] = {
    kind.name: kind
    for kind in (
        FacetKind("muscle", lambda it: dict.fromkeys((*(it.target or ()), *(it.secondary or ())))),
        FacetKind("equipment", _equipment),
        FacetKind("type", lambda it: _one(it.type)),
        FacetKind("level", lambda it: _one(it.level)),
        FacetKind("force", lambda it: _one(it.force)),
        FacetKind("mechanics", lambda it: _one(it.mechanics)),
        FacetKind("laterality", lambda it: _one(it.laterality)),
        FacetKind("posture", lambda it: _one(it.posture)),
        FacetKind("noise", lambda it: _one(it.noise)),
        FacetKind("measure", lambda it: it.dose.measures if it.dose else ()),
        FacetKind("demand", lambda it: it.demands or ()),
        FacetKind("goal", lambda it: dict.fromkeys(use.goal for use in it.uses)),
        FacetKind("eccentric", _share("eccentric")),
        FacetKind("target", lambda it: it.target or (), is_counted=False),
        FacetKind("family", lambda it: _one(it.family), is_counted=False),
        FacetKind("license", lambda it: _one(it.source.license), is_counted=False),
    )
}
COUNTED = tuple(name for name, kind in FACETS.items() if kind.is_counted)

_LISTS: Mapping[str, type[StrEnum]] = {
    "posture": Posture,
    "noise": Noise,
    "measure": Measure,
    "demand": Demand,
    "goal": Goal,
    "eccentric": Share,
}
_OPEN = frozenset({"family", "license"})  # any text is a value

# What people call a demand, beside its id.
_DEMANDS: Mapping[str, Demand] = {
    **{folded(label): demand for demand, label in DEMAND_LABELS.items()},
    "deep knee flexion": Demand.KNEE_FLEXION_DEEP,
    "knee flexion": Demand.KNEE_FLEXION_DEEP,
    "knee bend": Demand.KNEE_FLEXION_DEEP,
    "bending the knees": Demand.KNEE_FLEXION_DEEP,
    "deep hip flexion": Demand.HIP_FLEXION_DEEP,
    "jumping": Demand.IMPACT,
    "jumps": Demand.IMPACT,
    "running": Demand.RUNNING_ROOM,
    "gripping": Demand.GRIP,
    "spine load": Demand.SPINAL_LOAD,
    "twisting": Demand.SPINAL_ROTATION,
    "lying": Demand.SUPINE,
}

_WEIGHTS = ("barbell", "dumbbell", "kettlebell", "plate", "ez_bar", "trap_bar", "fat_bar")
_WEIGHTS_ARE_CALLED = frozenset({"weights", "weight", "free weights"})
_SAID_MEASURES = frozenset({"distance", "time", "reps", "steps"})
_NAMED = ("posture", "noise", "level", "equipment", "type", "laterality", "mechanics", "muscle", "goal")
"""The facets whose values people name by a word alone."""
LONGEST_SAYING = 3  # words
_SHORTEST_BEGUN = 2  # letters of a value that is not typed to its end


def _vocabulary(name: str, known: Vocabularies) -> Vocabulary[Any] | None:
    return {
        "muscle": known.groups, "target": known.groups, "equipment": known.equipment, "type": known.types,
        "level": known.level, "force": known.force, "mechanics": known.mechanics, "laterality": known.laterality,
    }.get(name)  # fmt: skip


def facet_value(name: str, word: str, known: Vocabularies) -> str:
    """The id of a facet's value that a typed word stands for.

    Raises:
        QueryError: there is no such facet, or none of its values is called so.
    """
    if name not in FACETS:
        near = get_close_matches(name, FACETS, n=1)
        raise QueryError(
            f"there is no facet '{name[:40]}'",
            f"did you mean '{near[0]}'?" if near else f"there are {', '.join(FACETS)}",
        )
    if not word.strip():
        raise QueryError(f"{name} is asked for without a value", f"give one, or leave {name} out")
    found = _find(name, word, known)
    if found is not None:
        return found
    table = _vocabulary(name, known)
    values = [str(value) for value in (table.rows if table else _LISTS[name])]
    begun = _begun(name, word, known)
    if len(begun) == 1:
        return begun.pop()
    near = (
        table.nearest(word[:100]) if table else tuple(get_close_matches(folded(word[:100]).replace(" ", "_"), values))
    )
    hint = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(values)}"
    raise QueryError(f"'{word[:60]}' is no {name}", hint)


def _find(name: str, word: str, known: Vocabularies) -> str | None:
    table = _vocabulary(name, known)
    if name == "equipment" and folded(word) in {NOTHING, "nothing", "no equipment"}:
        return NOTHING
    if table is not None:
        match = table.find(word)
        if match is not None:
            return str(match.value)
        muscle = known.muscles.find(word) if name in {"muscle", "target"} else None
        return str(muscle.groups[0]) if muscle and muscle.groups else None
    if name in _OPEN:
        return word.strip() or None
    text = folded(word)
    if name == "demand" and text in _DEMANDS:
        return str(_DEMANDS[text])
    identifier = text.replace(" ", "_")
    return identifier if identifier in {str(value) for value in _LISTS[name]} else None


def _begun(name: str, word: str, known: Vocabularies) -> set[str]:
    """The values that are called something whose last typed word goes on: none for a single letter, or a whole word."""
    text = folded(word)
    if len(text) < _SHORTEST_BEGUN:
        return set()
    table = _vocabulary(name, known)
    called = {each: str(match.value) for each, match in table.words().items()} if table else _called(name)
    return {value for each, value in called.items() if each.startswith(text) and each[len(text) :][:1].isalpha()}


def _called(name: str) -> Mapping[str, str]:
    return {folded(str(value).replace("_", " ")): str(value) for value in _LISTS[name]}


def excluded_by(words: str, known: Vocabularies) -> Facet | None:
    """The values that `no WORDS` or `without WORDS` excludes, or None when the words name none.

    >>> from vastus.reference.vocabulary import vocabularies
    >>> excluded_by("overhead", vocabularies())
    Facet(name='demand', values=('overhead',))
    >>> excluded_by("prowler", vocabularies())
    Facet(name='equipment', values=('sled',))
    """
    if words in _WEIGHTS_ARE_CALLED:
        return Facet("equipment", _WEIGHTS)
    for name, table in (("equipment", known.equipment), ("demand", None), ("muscle", known.groups)):
        match = table.find(words) if table else None
        if match and match.is_exact and words != "no equipment":
            return Facet(name, (str(match.value),))
        demand = _find("demand", words, known) if table is None else None
        if demand:
            return Facet(name, (demand,))
    return None


def said(words: str) -> Facet | Not | None:
    """The facet that a saying of several words stands for, or None. None of them may be in a name of an exercise.

    >>> said("for distance")
    Facet(name='measure', values=('distance',))
    """
    if words in {"low impact", "joint friendly"}:
        return Not(Facet("demand", (str(Demand.IMPACT),)))
    if words in {"for beginners", "beginner friendly"}:
        return Facet("level", ("beginner",))
    if words in {"concentric only", "only concentric"}:
        return Facet("eccentric", (str(Share.NONE),))
    if words in {"bodyweight only", "body weight only"}:
        return Facet("equipment", (NOTHING,))
    before, _, measure = words.rpartition(" ")
    if before in {"for", "counted in", "measured in"} and measure in _SAID_MEASURES:
        return Facet("measure", (measure,))
    return None


def facets_named(words: str, known: Vocabularies) -> list[Facet]:
    """The facets that have a value which is called so.

    >>> from vastus.reference.vocabulary import vocabularies
    >>> facets_named("quiet", vocabularies()), facets_named("row", vocabularies())
    ([Facet(name='noise', values=('quiet',))], [])
    """
    named: list[Facet] = []
    for name in _NAMED:
        table = _vocabulary(name, known)
        match = table.find(words) if table else None
        value = (str(match.value) if match.is_exact else None) if match else _find(name, words, known)
        if value:
            named.append(Facet(name, (value,)))
    return named
