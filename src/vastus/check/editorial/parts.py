"""Parts that every page of ours has, and how many of each."""

import re
from collections.abc import Iterator

from vastus.check.editorial.texts import remark
from vastus.domain.exercise import Demand, Exercise, ExerciseType, Level, StepKind, TipKind
from vastus.domain.page import Finding
from vastus.prose.sentences import plain, sentences

_ALWAYS = ("family", "type", "equipment", "mechanics", "force", "laterality", "level", "target", "contraction",
           "posture", "noise", "dose", "overview")  # fmt: skip
_STEPS = (3, 8)
_OVERVIEW = (2, 4)  # sentences
_TIPS = 4
_FAULTS = 2
_SWAPS = 2
_NEEDED_STEPS = (StepKind.SET_UP, StepKind.EXECUTE, StepKind.REPEAT)
_HARMLESS = frozenset({ExerciseType.STRETCHING, ExerciseType.WARMUP, ExerciseType.ACTIVATION})
_POSITIONS = frozenset({Demand.KNEELING, Demand.SUPINE, Demand.PRONE})


def check_parts(exercise: Exercise) -> Iterator[Finding]:
    """A finding for each part that is missing or too small."""
    for name in _ALWAYS:
        if not getattr(exercise, name):
            yield remark("part-missing", name, "it is not filled in", "fill it in; docs/editing.md says how to choose")
    yield from _identity(exercise)
    yield from _overview(exercise)
    yield from _steps(exercise)
    yield from _tips(exercise)
    yield from _links(exercise)
    contraction = exercise.contraction
    if contraction and None in (contraction.concentric, contraction.eccentric, contraction.isometric):
        yield remark("part-missing", "contraction", "one of the three is not said", "say full, little or none for each")
    if exercise.source.license != "CC-BY-SA-4.0":
        yield remark(
            "license", "source", f"the license is {exercise.source.license}",
            "write {license: CC-BY-SA-4.0, author: Vastus contributors}",
        )  # fmt: skip
    for label in exercise.printed:
        if not hasattr(exercise, label):
            yield remark("unknown-key", label, "the front matter has a key that is none of ours", "mend its spelling")


def _identity(exercise: Exercise) -> Iterator[Finding]:
    slug = re.sub(r"[^a-z0-9]+", "-", plain(exercise.name).lower().replace("'", "")).strip("-")
    if slug != exercise.id:
        yield remark("id-and-name", "id", f"the name '{exercise.name}' makes the id {slug}", "change the one or other")
    if not exercise.aliases:
        yield remark("part-missing", "aliases", "there is none", "add the other names that people really use")


def _overview(exercise: Exercise) -> Iterator[Finding]:
    count = sum(len(sentences(part)) for part in (exercise.overview or "").split("\n\n"))
    if exercise.overview and not _OVERVIEW[0] <= count <= _OVERVIEW[1]:
        yield remark(
            "overview-length", "overview", f"it has {count} sentences",
            "say in two to four what it is for and what is special about it",
        )  # fmt: skip


def _steps(exercise: Exercise) -> Iterator[Finding]:
    steps = exercise.instructions
    if not _STEPS[0] <= len(steps) <= _STEPS[1]:
        yield remark("step-count", "instructions", f"there are {len(steps)} steps", "write three to eight")
    kinds = {step.kind for step in steps}
    for kind in _NEEDED_STEPS:
        if kind not in kinds:
            label = kind.replace("_", " ").capitalize()
            yield remark("step-kind", "instructions", f"no step is labeled '{label}'", f"write one as *{label}.*")


def _tips(exercise: Exercise) -> Iterator[Finding]:
    tips = exercise.tips
    if len(tips) < _TIPS:
        yield remark("tip-count", "tips", f"there are {len(tips)}", "write at least four")
    faults = [(number, tip) for number, tip in enumerate(tips, 1) if tip.kind is TipKind.FAULT]
    if len(faults) < _FAULTS:
        yield remark("fault-count", "tips", f"there are {len(faults)} faults", "write at least two **Fault.** tips")
    for number, fault in faults:
        for part, value in (("Sign", fault.sign), ("Cause", fault.causes), ("Fix", fault.fixes)):
            if not value:
                yield remark("fault-part", f"tip {number}", f"the fault has no {part.lower()}", f"add a '- {part}:'")
    if _is_risky(exercise) and not any(tip.kind is TipKind.SAFETY for tip in tips):
        yield remark(
            "safety-missing", "tips", "an exercise of this kind needs a safety tip",
            "say who should ask first, what to watch, or what to stop at, as **Safety.**",
        )  # fmt: skip


def _is_risky(exercise: Exercise) -> bool:
    demands = frozenset(exercise.demands) - _POSITIONS
    return bool(demands) or exercise.level is not Level.BEGINNER or exercise.type not in _HARMLESS


def _links(exercise: Exercise) -> Iterator[Finding]:
    if len({swap.to for swap in exercise.swaps}) < _SWAPS:
        yield remark("swap-count", "swaps", f"there are {len(exercise.swaps)}", "offer at least two different ones")
    for swap in exercise.swaps:
        if swap.to == exercise.id:
            yield remark("swap-self", f"swap {swap.to}", "it offers the page itself", "name another exercise")
        for name in ("reason", "what_changes"):
            if not getattr(swap, name):
                yield remark("swap-part", f"swap {swap.to}", f"it has no {name}", f"add {name}")
    for relation in exercise.relations:
        if not relation.what_changes:
            yield remark("relation-part", f"relation to {relation.to}", "it has no what_changes", "say what differs")
