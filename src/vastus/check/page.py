"""All checks of one page against itself, in the order in which a reader meets what they speak of."""

from collections.abc import Collection, Iterable

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


_COMPUTED = frozenset(
    {
        "target-repeated",
        "role-conflict",
        "muscle-not-in-profile",
        "laterality-conflict",
        "contradiction",
        "beyond-limit",
        "missing-section",
    }
)
"""Rules that look at the exercise itself: computed when asked for, so that an edit is seen at once."""


def findings_left(
    read: Iterable[Finding], now: Collection[Finding], changed: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What was found when a page was read and still stands, beside `now`, what is found in the exercise as it is.

    `changed` names the fields that a person has given another value since.
    """
    rules = {finding.rule for finding in now} | _COMPUTED
    return tuple(finding for finding in read if finding.rule not in rules and finding.field not in changed)
