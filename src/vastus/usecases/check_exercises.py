"""Check what is in the library or on a page: findings now; claims, with verdict and basis, as rules for them come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vastus.check.page import check_page
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Page
from vastus.errors import PageError
from vastus.parse.form import Form
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.ports import Reading
from vastus.usecases.read_pages import Refused, read_pages


@dataclass(frozen=True, slots=True)
class Checked:
    """An exercise with everything that a reader of it should look at."""

    path: str | None
    exercise: Exercise
    findings: tuple[Finding, ...]


def check_stored(exercise_id: str, library: Reading) -> Checked:
    """An exercise of the library: what was found when its page was read, and what its text says now.

    Raises:
        UnknownExercise: there is none of that id.
    """
    stored = library.get(exercise_id)
    now = check_page(stored.exercise)
    rules = {finding.rule for finding in now} | _COMPUTED
    kept = tuple(finding for finding in stored.findings if finding.rule not in rules)
    return Checked(stored.exercise.source.path, stored.exercise, (*kept, *now))


_COMPUTED = frozenset(
    {
        "target-repeated",
        "role-conflict",
        "muscle-not-in-profile",
        "laterality-conflict",
        "contradiction",
        "missing-section",
    }
)
"""Rules that look at the exercise itself: computed when asked for, so that an edit is seen at once."""


def check_pages(
    pages: Iterable[Page | PageError], known: Vocabularies, *, form: Form | None = None
) -> Iterator[Checked | Refused]:
    """The exercises on pages that are not in the library."""
    for found in read_pages(pages, known, form=form):
        yield found if isinstance(found, Refused) else Checked(found.path, found.exercise, found.findings)
