"""Import pages into the library: all that can be read goes in, in one batch that can be undone as a whole."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from vastus.check.duplicates import Duplicates
from vastus.domain.exercise import Exercise
from vastus.domain.library import Batch, BatchKind, Incoming, Origin, Outcome, Put
from vastus.domain.merging import carried_over
from vastus.domain.page import Finding, Page, Severity
from vastus.errors import PageError
from vastus.parse.form import Form
from vastus.profile.build import with_id
from vastus.reference.vocabulary import Vocabularies
from vastus.usecases.ports import Importing, Recognizing
from vastus.usecases.read_pages import ReadExercise, Refused, read_pages, with_duplicates


class Imported(Struct, frozen=True):
    """An exercise and what became of it; `put` is None in a dry run."""

    read: ReadExercise
    put: Put | None = None


class Tally(Struct):
    """How many of what; `batch` is None when nothing had to be written."""

    counts: dict[str, int] = {}
    batch: Batch | None = None

    def add(self, what: str) -> None:
        """Count one more."""
        self.counts[what] = self.counts.get(what, 0) + 1


Tell = Callable[[Imported | Refused], None]
"""Is told of every exercise and every refusal as it happens; must not raise."""


def import_pages(  # noqa: PLR0913  # the verb's own parts, each by name
    pages: Iterable[Page | PageError],
    *,
    library: Importing,
    known: Vocabularies,
    now: Callable[[], str],
    tell: Tell,
    form: Form | None = None,
    label: str | None = None,
    corrected: Mapping[str, Exercise] | None = None,
) -> Tally:
    """Put every exercise of the pages into the library.

    `corrected` holds, by source key, what a person made of an exercise after reading it. The page is stored as it was
    read and the corrections lie over it, in the same batch, so that reading the page again does not take them back. A
    new one gets the id of what is wanted.

    Raises:
        DiskFull: no room; nothing of the batch was kept.
        StoreError: the database refused; nothing of the batch was kept.
    """
    tally = Tally()
    with library.batch(BatchKind.IMPORT, now=now(), label=label) as batch:
        index = Duplicates.of(library.rows())
        for found in read_pages(pages, known, form=form):
            if isinstance(found, Refused):
                tally.add("rejected")
                tell(found)
                continue
            stored_as = batch.id_of(found.key)
            wanted = corrected.get(found.key) if corrected else None
            if wanted:  # the page stays as it was read, under the id of what is wanted
                found = replace(found, exercise=with_id(found.exercise, wanted.id))  # noqa: PLW2901
            read = with_duplicates(found, index, stored_as=stored_as, wanted=wanted)
            put = batch.put(_incoming(read))
            if put.outcome is Outcome.REFUSED:
                tally.add("rejected")
                tell(Refused(read.path, put.reason or "the database refused it", read.exercise.source.record))
                continue
            if put.outcome in (Outcome.ADDED, Outcome.REVISED):
                index.add(with_id(wanted or read.exercise, put.id))
            if wanted:  # what was corrected before and is not corrected anew stays
                batch.correct(carried_over(found.exercise, with_id(wanted, put.id), batch.stands(put.id)))
            tally.add(put.outcome)
            tell(Imported(_as_stored(read, put), put))
        tally.batch = batch.finish(now())
    return tally


def read_only(
    pages: Iterable[Page | PageError],
    *,
    library: Recognizing | None,
    known: Vocabularies,
    tell: Tell,
    form: Form | None = None,
) -> Tally:
    """The same without writing anything: what an import would read, and what it would find."""
    tally = Tally()
    index = Duplicates.of(library.rows() if library else ())
    for found in read_pages(pages, known, form=form):
        if isinstance(found, Refused):
            tally.add("rejected")
            tell(found)
            continue
        read = with_duplicates(found, index)
        if read is not found and library and (stored_as := library.id_of(found.key)):
            read = with_duplicates(found, index, stored_as=stored_as)  # the page itself is no twin of its own
        index.expect(read.exercise, read.path)
        tally.add("read")
        tell(Imported(read))
    return tally


def likely_twins(exercise: Exercise, key: str, library: Recognizing) -> tuple[Finding, ...]:
    """A finding where what was made of the page of a source key seems to be in the library under another key."""
    return tuple(Duplicates.of(library.rows()).check(exercise, known_as=library.id_of(key)))


def _incoming(read: ReadExercise) -> Incoming:
    form = read.exercise.source.form
    return Incoming(
        exercise=read.exercise,
        key=read.key,
        text=read.text,
        findings=read.findings,
        origin=Origin.OWN if form == "markdown" else Origin.IMPORT,
        is_page=read.is_page,
    )


def _as_stored(read: ReadExercise, put: Put) -> ReadExercise:
    """What was read, under the id that it got, with a finding where that is not its own."""
    findings = read.findings
    if put.twin and put.outcome is Outcome.ADDED:
        findings = (*findings, _slug_taken(read.exercise.id, put))
    elif put.outcome is Outcome.SAME_PAGE:
        findings = (*findings, _same_page(put))
    elif put.id == read.exercise.id:
        return read
    return replace(read, exercise=with_id(read.exercise, put.id), findings=findings)


def _slug_taken(slug: str, put: Put) -> Finding:
    return Finding(
        rule="slug-taken",
        field="id",
        severity=Severity.INFO,
        message=f"'{slug}' is taken by '{put.twin}'; this one was stored as '{put.id}'",
        hint=f"'vastus merge {put.id} {put.twin}' makes one of two",
    )


def _same_page(put: Put) -> Finding:
    return Finding(
        rule="same-page",
        field="source",
        severity=Severity.INFO,
        message=f"this is the page of '{put.id}' under another address; it was not stored twice",
    )
