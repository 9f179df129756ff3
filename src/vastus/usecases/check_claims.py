"""Check what an exercise's page claims. Apart from `check_exercises`, which needs the parsers and the web does not."""

from vastus.check.claims.all_claims import claims_of
from vastus.domain.claim import Claim
from vastus.domain.exercise import Exercise


def check_claims(exercise: Exercise) -> tuple[Claim, ...]:
    """What an exercise's page claims: as the page itself states it, then as rules read it. Computed at each call."""
    return (*exercise.claims, *claims_of(exercise))
