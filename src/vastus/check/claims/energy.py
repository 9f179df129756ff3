"""Energy: what a page says to be burned, against what a body can turn over."""

from collections.abc import Iterator

from vastus.check.claims.places import shortened
from vastus.check.claims.reading import Reading
from vastus.check.limits import excesses
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict


def check_energy(page: Reading) -> Iterator[Claim]:
    """A claim for every energy that no body can turn over; others are left to what studies say."""
    for excess in excesses(page.exercise):
        limit = excess.limit
        if limit.id.startswith("energy"):
            yield Claim(
                "energy",
                shortened(excess.sentence.text),
                excess.sentence.where,
                Verdict.CONTRADICTED,
                Basis(
                    BasisKind.COMPUTATION,
                    f"{limit.says} [{limit.mark}].",
                    _numbers(limit.id, excess.amount, limit.most),
                ),
            )


def _numbers(name: str, claimed: float, most: float) -> dict[str, float]:
    unit = "energy_kcal" if name == "energy_repetition" else "rate_kcal_per_min"
    return {f"claimed_{unit}": claimed, f"most_{unit}": most}
