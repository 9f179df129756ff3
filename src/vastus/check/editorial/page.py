"""All editorial rules that look at one page alone."""

from collections.abc import Iterable

from vastus.check.editorial.agreement import check_agreement
from vastus.check.editorial.doses import check_doses
from vastus.check.editorial.muscles import check_muscles
from vastus.check.editorial.parts import check_parts
from vastus.check.editorial.sources import ReadSource, check_sources
from vastus.check.editorial.wording import check_wording
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding
from vastus.reference.vocabulary import Muscles


def check_own_page(exercise: Exercise, known: Muscles, read: Iterable[ReadSource]) -> tuple[Finding, ...]:
    """What must be mended on a page of our own before it is published."""
    return (
        *check_parts(exercise),
        *check_muscles(exercise, known),
        *check_doses(exercise),
        *check_agreement(exercise),
        *check_wording(exercise),
        *check_sources(exercise, read),
    )
