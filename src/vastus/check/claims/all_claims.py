"""All claims of one page, in the order in which a reader wants them."""

from collections.abc import Iterator

from vastus.check.claims.contraction import check_contraction
from vastus.check.claims.energy import check_energy
from vastus.check.claims.gaze import check_gaze
from vastus.check.claims.omissions import check_omissions
from vastus.check.claims.own_words import check_disagreements, check_sides, check_whole_body
from vastus.check.claims.reading import Reading
from vastus.check.claims.statements import check_statements
from vastus.check.claims.studies import check_muscles, check_told, check_uses
from vastus.check.claims.substitutes import check_substitutes
from vastus.domain.claim import Claim
from vastus.domain.equipment import Equipment
from vastus.domain.exercise import Exercise


def claims_of(exercise: Exercise) -> tuple[Claim, ...]:
    """Everything that a page claims, with verdict and basis. Computed anew at each call; nothing is stored.

    Pure. NumPy is imported only for a page whose claims need statics.
    """
    page = Reading(exercise)
    made = (
        *check_disagreements(page),
        *check_sides(page),
        *_of_load(page),
        *check_substitutes(page),
        *check_told(page),
        *check_muscles(page),
        *check_energy(page),
        *check_whole_body(page),
        *check_uses(page),
        *check_gaze(page),
        *check_omissions(page),
    )
    return (*made, *check_statements(page, made))


def _of_load(page: Reading) -> Iterator[Claim]:
    if page.setup.implement is Equipment.SLED:
        from vastus.check.claims.on_the_sled import check_sled  # noqa: PLC0415  # NumPy is only for these pages

        yield from check_sled(page)
    else:
        yield from check_contraction(page)
