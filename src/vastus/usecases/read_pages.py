"""Read pages: parse → profile → check, one exercise at a time. What cannot be read says why, and the rest goes on."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from vastus.check.duplicates import Duplicates
from vastus.check.page import check_page
from vastus.domain.exercise import Exercise
from vastus.domain.page import Draft, Finding, Page, Rejected
from vastus.errors import PageError, ProfileError
from vastus.parse.form import Form
from vastus.parse.forms import parse_page
from vastus.profile.build import build_exercise
from vastus.reference.vocabulary import Vocabularies


class ReadExercise(Struct, frozen=True):
    """An exercise that was read: with its findings, the key of its source, and the text that its spans point to.

    `draft` holds the page's own words with their places.
    """

    path: str | None
    exercise: Exercise
    findings: tuple[Finding, ...]
    key: str
    text: str
    is_page: bool
    draft: Draft


class Refused(Struct, frozen=True):
    """A page or a record that holds no exercise, and why."""

    path: str | None
    reason: str
    record: str | None = None


def read_pages(
    pages: Iterable[Page | PageError], known: Vocabularies, *, form: Form | None = None
) -> Iterator[ReadExercise | Refused]:
    """Every exercise on the pages, in their order; nothing is raised for what a page holds."""
    for page in pages:
        if isinstance(page, PageError):
            reason = str(getattr(page, "reason", page))
            yield Refused(getattr(page, "path", None), reason)
            continue
        yield from _read_page(page, known, form)


def _read_page(page: Page, known: Vocabularies, form: Form | None) -> Iterator[ReadExercise | Refused]:
    try:
        for found in parse_page(page, form):
            if isinstance(found, Rejected):
                yield Refused(page.path, found.reason, found.record)
                continue
            try:
                exercise, findings = build_exercise(found, known)
            except ProfileError as error:
                yield Refused(page.path, str(error), found.source.record)
                continue
            yield ReadExercise(
                path=page.path,
                exercise=exercise,
                findings=(*findings, *check_page(exercise)),
                key=found.key,
                text=found.text,
                is_page=found.source.record is None,
                draft=found,
            )
    except RecursionError:
        yield Refused(page.path, "it is nested too deeply to be read")


def with_duplicates(
    read: ReadExercise, index: Duplicates, *, stored_as: str | None = None, wanted: Exercise | None = None
) -> ReadExercise:
    """The same, with a finding where the exercise seems to be there already under another id.

    `wanted` is what a person made of it: where there is one, it is looked for and not what the page says.
    """
    found = tuple(index.check(wanted or read.exercise, known_as=stored_as))
    return replace(read, findings=(*read.findings, *found)) if found else read
