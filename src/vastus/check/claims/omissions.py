"""What the page does not say although somebody may get hurt: `hazards.csv` against all its words."""

from collections.abc import Iterator

from vastus.check.claims.reading import Reading
from vastus.domain.claim import Basis, BasisKind, Claim, Verdict
from vastus.domain.source import Confidence
from vastus.reference.evidence import hazards

WHERE = "not on the page"


def check_omissions(page: Reading) -> Iterator[Claim]:
    """A claim for each hazard of such an exercise that no word of the page speaks of."""
    if not page.exercise.instructions:
        return
    for hazard in hazards():
        if page.fits(hazard.applies) and not hazard.unless.search(page.words):
            kind = BasisKind.OPINION if hazard.mark is Confidence.JUDGEMENT else BasisKind.CITATION
            yield Claim(
                "safety",
                f"the page does not say {hazard.says}",
                WHERE,
                Verdict.DEPENDS,
                Basis(kind, f"{hazard.why} {hazard.source} [{hazard.mark}]"),
            )
