"""All checks of one page against itself, in the order in which a reader meets what they speak of."""

from vastus.check.completeness import check_completeness
from vastus.check.contradictions import check_contradictions
from vastus.check.laterality import check_laterality
from vastus.check.limits import check_limits
from vastus.check.roles import check_roles
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding


def check_page(exercise: Exercise) -> tuple[Finding, ...]:
    """What a reader of the page should look at, told from the page alone."""
    return (
        *check_roles(exercise),
        *check_laterality(exercise),
        *check_contradictions(exercise),
        *check_limits(exercise),
        *check_completeness(exercise),
    )
