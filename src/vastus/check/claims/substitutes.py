"""What a page offers instead, other than for a sled: what can be said of equal loads, and what cannot."""

from collections.abc import Iterator

from vastus.check.claims.contraction import WEIGHTS
from vastus.check.claims.places import tip_places
from vastus.check.claims.reading import Reading
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.equipment import Equipment
from vastus.units import STANDARD_GRAVITY as G

_EXAMPLE_KG = 10.0
_COMPUTED_ON_SLEDS = (Equipment.CAR, Equipment.PLATE)


def check_substitutes(page: Reading) -> Iterator[Claim]:
    """One claim for implements that are weights too, one for those that are not, one for other exercises."""
    equipment = set(page.exercise.equipment or ())
    offered = [swap.to for swap in page.exercise.swaps]
    implements = [Equipment(each) for each in offered if each in {*Equipment}]
    if page.setup.implement is not None:
        implements = [each for each in implements if each not in _COMPUTED_ON_SLEDS]
    weights = [each for each in implements if each in WEIGHTS and equipment & WEIGHTS and each not in equipment]
    others = [each for each in implements if each not in weights and each not in equipment]
    if weights:
        text = (
            f"Equal mass is equal weight, m g: {_EXAMPLE_KG:g} kg are {_EXAMPLE_KG * G:.0f} N in any shape. Where it "
            "hangs from the hand changes its lever, so the exercise is as hard only where the lever is the same."
        )
        yield Claim(
            "equivalence", f"{_named(weights)} can stand in", _where(page, weights), Verdict.DEPENDS,
            Basis(BasisKind.COMPUTATION, text, {"mass_kg": _EXAMPLE_KG, "weight_n": round(_EXAMPLE_KG * G, 1)}),
        )  # fmt: skip
    if others:
        text = "No equal load can be stated: nobody has compared the two. Two sets at the same effort find one."
        yield Claim(
            "equivalence",
            f"{_named(others)} can stand in",
            _where(page, others),
            Verdict.UNTESTED,
            Basis(BasisKind.NONE, text),
        )
    exercises = [each for each in offered if each not in {*Equipment}]
    if exercises:
        text = "Which exercise may replace another is a coach's judgement; no study that we know of compares them."
        named = ", ".join(each.replace("-", " ") for each in exercises)
        yield Claim("equivalence", f"{named} can stand in", "swaps", Verdict.OPINION, Basis(BasisKind.OPINION, text))


def _named(implements: list[Equipment]) -> str:
    return ", ".join(each.value.replace("_", " ") for each in implements)


def _where(page: Reading, implements: list[Equipment]) -> str:
    for where, tip in tip_places(page.exercise):
        if set(tip.equipment) & set(implements):
            return where
    return "swaps"
