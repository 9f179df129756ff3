"""Concentric, eccentric, isometric: what a page says, against what the implement gives back.

A weight that returns to where it was takes m g h up and gives m g h back, so its way down is full eccentric work unless
somebody drops it. Sleds are in `on_the_sled`.
"""

from collections.abc import Iterator

from vastus.check.claims.places import clause
from vastus.check.claims.reading import Reading
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Contraction, ExerciseType, Force, Measure, Share
from vastus.prose.patterns import whole_words
from vastus.units import STANDARD_GRAVITY as G

_WORDS = whole_words("eccentric", "concentric", "negatives?", "lowering phase", "isometric", "lowered", "no way down")
WEIGHTS = frozenset({
    Equipment.BARBELL, Equipment.DUMBBELL, Equipment.KETTLEBELL, Equipment.EZ_BAR, Equipment.TRAP_BAR, Equipment.PLATE,
    Equipment.FAT_BAR, Equipment.SANDBAG, Equipment.LOG,
})  # fmt: skip
"""Implements that are lifted and come down again by their weight alone."""
_FIXED_PATH = frozenset({
    Equipment.MACHINE, Equipment.CABLE, Equipment.BODYWEIGHT, Equipment.LANDMINE, Equipment.RINGS,
    Equipment.PULL_UP_BAR, Equipment.DIP_BARS, Equipment.MEDICINE_BALL,
})  # fmt: skip
"""What also comes back by weight alone, when the page says that it is lowered: stacks, the body itself."""
_LIFTED = (Force.PUSH, Force.PULL, Force.PRESS, Force.HINGE)
_UNTRAINED = (ExerciseType.SMR, ExerciseType.STRETCHING)
_EXAMPLE_KG, _EXAMPLE_M = 20.0, 0.5


def check_contraction(page: Reading) -> Iterator[Claim]:
    """The contraction profile of everything but sleds."""
    stated = page.exercise.contraction
    if stated is None or page.exercise.type in _UNTRAINED or not any(_shares(stated)):
        return
    where, says = told_at(page)
    yield Claim("contraction", says, where, *_judged(page, stated))


def _shares(stated: Contraction) -> tuple[Share | None, ...]:
    return stated.concentric, stated.eccentric, stated.isometric


def told_at(page: Reading) -> tuple[str, str]:
    """Where the page speaks of contractions, and its words; else the profile."""
    for sentence in page.sentences:
        if _WORDS.search(sentence.lower):
            return sentence.where, clause(sentence, _WORDS)
    stated = page.exercise.contraction or Contraction()
    names = zip(("concentric", "eccentric", "isometric"), _shares(stated), strict=True)
    return "profile", ", ".join(f"{'no' if share is Share.NONE else share} {name}" for name, share in names if share)


def _is_still(page: Reading) -> bool:
    """Whether the profile calls the force static, and the exercise is not counted in a way that is gone."""
    measures = page.exercise.dose.measures if page.exercise.dose else ()
    is_gone = Measure.DISTANCE in measures or Measure.STEPS in measures
    return page.exercise.force in (Force.STATIC, Force.ISOMETRIC) and not is_gone


def _judged(page: Reading, stated: Contraction) -> tuple[Verdict, Basis]:
    equipment = set(page.exercise.equipment or ())
    if stated.isometric is Share.FULL and _is_still(page) and Share.FULL not in (stated.concentric, stated.eccentric):
        return Verdict.SUPPORTED, Basis(
            BasisKind.PAGE, "The profile calls the force static: where no joint moves, all is isometric."
        )
    is_weight = equipment & WEIGHTS or (equipment & _FIXED_PATH and stated.eccentric is Share.FULL)
    if is_weight and page.exercise.force in _LIFTED and stated.concentric is Share.FULL:
        work = _EXAMPLE_KG * G * _EXAMPLE_M
        numbers = {
            "mass_kg": _EXAMPLE_KG,
            "height_m": _EXAMPLE_M,
            "work_up_j": round(work, 1),
            "work_down_j": round(-work, 1),
        }
        text = (
            f"A weight that comes down to where it started gives back all the work: m g h, for {_EXAMPLE_KG:g} kg and "
            f"{_EXAMPLE_M:g} m {work:.0f} J up and {work:.0f} J down."
        )
        if stated.eccentric is Share.FULL:
            return Verdict.SUPPORTED, Basis(BasisKind.COMPUTATION, text, numbers)
        if stated.eccentric is not None:
            return Verdict.DEPENDS, Basis(
                BasisKind.COMPUTATION, text + " Less only where it is dropped or thrown.", numbers
            )
    return Verdict.UNTESTED, Basis(
        BasisKind.NONE, "Nothing that we can compute or look up says how the work is shared."
    )
