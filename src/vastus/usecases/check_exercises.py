"""Check what is in the library or on a page: findings, and claims with verdict and basis. Nothing is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vastus.check.page import check_page, findings_left
from vastus.domain.claim import Claim
from vastus.domain.exercise import Exercise
from vastus.domain.page import Finding, Page
from vastus.errors import PageError
from vastus.parse.form import Form
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.check_claims import check_claims
from vastus.usecases.ports import Reading
from vastus.usecases.read_pages import Refused, read_pages


@dataclass(frozen=True, slots=True)
class Checked:
    """An exercise with everything that a reader of it should look at; claims that its page states come first."""

    path: str | None
    exercise: Exercise
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]


def check_stored(exercise_id: str, library: Reading) -> Checked:
    """An exercise of the library: what was found when its page was read, and what its text says now.

    Raises:
        UnknownExercise: there is none of that id.
    """
    stored = library.get(exercise_id)
    now = check_page(stored.exercise)
    findings = (*findings_left(stored.findings, now), *now)
    return Checked(stored.exercise.source.path, stored.exercise, findings, check_claims(stored.exercise))


def check_pages(
    pages: Iterable[Page | PageError], known: Vocabularies, *, form: Form | None = None
) -> Iterator[Checked | Refused]:
    """The exercises on pages that are not in the library."""
    for found in read_pages(pages, known, form=form):
        if isinstance(found, Refused):
            yield found
        else:
            yield Checked(found.path, found.exercise, found.findings, check_claims(found.exercise))
