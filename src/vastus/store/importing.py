"""Putting pages in: which one is new, which a revision, which the same page once more.

What decides is read into memory when the batch begins and kept up to date in it, so that a page
costs no look-up; the writing transaction keeps everybody else out, so that it stays true. About 0.4
kB an exercise.
"""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import NamedTuple

from vastus.domain.exercise import Exercise
from vastus.domain.library import Incoming, Origin, Outcome, Put
from vastus.domain.page import Finding
from vastus.errors import StoreError
from vastus.store import document, statements
from vastus.store.changing import Change, numbered, settle
from vastus.store.faults import is_refusal


class Known(NamedTuple):
    """What a batch knows of an exercise: who brought it, and its latest revision."""

    origin: Origin
    is_retired: bool
    revision: int
    digest: str


class _Seen(NamedTuple):
    """What was last seen under a source key."""

    number: int
    exercise: str
    digest: str


class _Plan(NamedTuple):
    """What to do with a page: the new revision's number (0: none), and whether to note its key."""

    put: Put
    revision: int = 0
    is_seen: bool = False


class Row(NamedTuple):
    """A revision on its way into the database."""

    exercise: str
    number: int
    digest: str
    content: bytes


class Pages(Change):
    """A batch that stores pages: what imports and the shipped library share."""

    def _begin(self) -> None:
        self._exercises = {
            row[0]: Known(Origin(row[1]), row[2] is not None, row[3], row[4])
            for row in self.read(statements.KNOWN_EXERCISES)
        }
        self._old_ids: dict[str, str] = {row[0]: row[1] for row in self.read(statements.KNOWN_OLD_IDS)}
        self._next_number: dict[str, int] = {}
        self._last_text = ("", "")

    def _free_id(self, exercise: Exercise) -> str:
        """The exercise's id or a numbered one: nobody has or had it, nor is it related to it."""
        slug = exercise.id
        taken = {relation.to for relation in exercise.relations}
        free, number = slug, self._next_number.get(slug, 2)
        while free in self._exercises or free in self._old_ids or free in taken:
            free, number = numbered(slug, number), number + 1
        self._next_number[slug] = max(number - 1, 2)
        return free

    def _add_page(self, text: str) -> str | None:
        """Keep a text once and return its name; a catalog's records all come with the same."""
        if not text:
            return None
        if text != self._last_text[0]:
            digest = document.text_digest(text)
            self.write(statements.ADD_PAGE, digest=digest, text=text)
            self._last_text = text, digest
        return self._last_text[1]

    def _add_exercise(self, exercise_id: str, origin: Origin, exercise: Exercise) -> None:
        card = document.card_of(exercise)
        if exercise_id != exercise.id:  # the id is the card's first field
            card = f'{{"id":"{exercise_id}"{card[len(exercise.id) + 8 :]}'
        self.write(statements.ADD_EXERCISE, id=exercise_id, origin=origin, batch=self.number, card=card)

    def _add_revision(self, row: Row, text: str, findings: Iterable[Finding]) -> None:
        self.write(
            statements.ADD_REVISION,
            exercise=row.exercise,
            number=row.number,
            batch=self.number,
            digest=row.digest,
            page=self._add_page(text),
            findings=document.findings_text(findings),
            document=row.content.decode(),
        )


class Import(Pages):
    """A user's batch of pages."""

    def _begin(self) -> None:
        super()._begin()
        # ascending numbers: the latest of a key stays
        self._keys = {row[0]: _Seen(*row[1:]) for row in self.read(statements.KNOWN_KEYS)}
        self._contents = {known.digest: exercise for exercise, known in self._exercises.items() if not known.is_retired}

    def id_of(self, key: str) -> str | None:
        """The id of the exercise that a source key leads to; None for a key not seen before."""
        seen = self._keys.get(key)
        return seen and seen.exercise

    def put(self, page: Incoming) -> Put:
        """Store one page whole, or nothing of it.

        Only a key that was seen before makes a revision. A new key whose page has the content of an
        exercise that is already there becomes one more key of it, unless the page is a record of a
        catalog. A slug that is taken gets a number, and `twin` names the exercise that has it.

        Returns:
            What became of it. REFUSED is only this page's fault, and the batch goes on.

        Raises:
            DiskFull: no room; leave the batch.
            StoreError: the database is lost; leave the batch.
        """
        try:
            put = self._put(page)
        except UnicodeError:
            reason = "it holds half characters (lone surrogates), which no database stores"
            put = Put(Outcome.REFUSED, page.exercise.id, reason=reason)
        except StoreError as error:
            if not is_refusal(error.__cause__ or error):
                raise
            put = Put(Outcome.REFUSED, page.exercise.id, reason=f"it could not be stored: {error}")
        self.counts[put.outcome] += 1
        return put

    def _put(self, page: Incoming) -> Put:
        content = document.document_of(page.exercise)
        digest = document.digest_of(content, page.exercise)
        plan = self._plan(page, digest)
        if plan.is_seen:
            self._write(plan, page, digest, content)
            self._remember(plan, page, digest)
        return plan.put

    def _plan(self, page: Incoming, digest: str) -> _Plan:
        """What to do with a page of this content."""
        seen = self._keys.get(page.key)
        if seen is None:
            return self._plan_for_new_key(page, digest)
        put = Put(Outcome.UNCHANGED, seen.exercise)
        if seen.digest == digest:
            return _Plan(put)
        known = self._exercises[seen.exercise]
        if known.digest == digest:  # another of its keys brought this content before
            return _Plan(put, is_seen=True)
        return _Plan(Put(Outcome.REVISED, seen.exercise), known.revision + 1, is_seen=True)

    def _plan_for_new_key(self, page: Incoming, digest: str) -> _Plan:
        same = self._contents.get(digest) if page.is_page else None
        if same is not None:
            # no key may lead into the shipped library
            is_ours = self._exercises[same].origin is Origin.LIBRARY
            return _Plan(Put(Outcome.SAME_PAGE, same, twin=same), is_seen=not is_ours)
        slug, found = page.exercise.id, self._free_id(page.exercise)
        twin = None if found == slug else self._owner(slug)
        return _Plan(Put(Outcome.ADDED, found, twin=twin), 1, is_seen=True)

    def _owner(self, slug: str) -> str | None:
        return slug if slug in self._exercises else self._old_ids.get(slug)

    def _write(self, plan: _Plan, page: Incoming, digest: str, content: bytes) -> None:
        put, seen = plan.put, self._keys.get(page.key)
        with self._savepoint():
            if put.outcome is Outcome.ADDED:
                self._add_exercise(put.id, page.origin, page.exercise)
            if plan.revision:
                row = Row(put.id, plan.revision, digest, content)
                self._add_revision(row, page.text, page.findings)
            if put.outcome is Outcome.REVISED:
                settle(self._connection, put.id)
            self.write(
                statements.ADD_KEY,
                key=page.key,
                number=seen.number + 1 if seen else 1,
                exercise=put.id,
                batch=self.number,
                digest=digest,
            )

    def _remember(self, plan: _Plan, page: Incoming, digest: str) -> None:
        """Keep what the batch knows as true as the database."""
        self.has_changes = True
        seen, found = self._keys.get(page.key), plan.put.id
        self._keys[page.key] = _Seen(seen.number + 1 if seen else 1, found, digest)
        if plan.revision:
            before = self._exercises.get(found)
            if before and self._contents.get(before.digest) == found:
                del self._contents[before.digest]
            self._exercises[found] = Known(
                origin=before.origin if before else page.origin,
                is_retired=False,
                revision=plan.revision,
                digest=digest,
            )
            self._contents.setdefault(digest, found)

    @contextmanager
    def _savepoint(self) -> Generator[None]:
        """All of a block's rows or, where one of them is refused, none."""
        self.write(statements.OPEN_SAVEPOINT)
        try:
            yield
        except (StoreError, UnicodeError) as error:
            if is_refusal(error.__cause__ or error):
                self.write(statements.BACK_TO_SAVEPOINT)
                self.write(statements.KEEP_SAVEPOINT)
                self._last_text = ("", "")
            raise
        self.write(statements.KEEP_SAVEPOINT)
