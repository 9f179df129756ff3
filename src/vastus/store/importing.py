"""Putting pages into the library: which page is new, which a revision, which the same page once more.

What decides is read into memory when the batch begins and kept up to date in it, so that a page costs no look-up; the
writing transaction keeps everybody else out, so that it stays true. About 0.4 kB an exercise.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from vastus.domain.exercise import Exercise
from vastus.domain.library import Origin, Outcome, Put
from vastus.domain.page import Finding
from vastus.errors import StoreError
from vastus.store import document, statements
from vastus.store.changing import Change, numbered, settle
from vastus.store.faults import is_refusal


class _Known(NamedTuple):
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


class Pages(Change):
    """A batch that stores pages: what imports and the shipped library share."""

    def _begin(self) -> None:
        self._exercises = {
            row[0]: _Known(Origin(row[1]), row[2] is not None, row[3], row[4])
            for row in self.read(statements.KNOWN_EXERCISES)
        }
        self._old_ids: dict[str, str] = {
            old: now for old, now in self.read(statements.KNOWN_OLD_IDS)
        }
        self._next_number: dict[str, int] = {}
        self._last_text = ("", "")

    def _free_id(self, exercise: Exercise) -> str:
        """The exercise's id, or the first numbered one that nobody has or had and that it is not related to."""
        slug = exercise.id
        taken = {relation.to for relation in exercise.relations}
        free, number = slug, self._next_number.get(slug, 2)
        while free in self._exercises or free in self._old_ids or free in taken:
            free, number = numbered(slug, number), number + 1
        self._next_number[slug] = max(number - 1, 2)
        return free

    def _add_page(self, text: str) -> str | None:
        """Keep a page's text once, and return its name; the records of a catalog come with the same one."""
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
        self.write(
            statements.ADD_EXERCISE, id=exercise_id, origin=origin, batch=self.number, card=card
        )

    def _add_revision(
        self,
        exercise_id: str,
        number: int,
        digest: str,
        content: bytes,
        text: str,
        findings: Iterable[Finding],
    ) -> None:
        self.write(
            statements.ADD_REVISION,
            exercise=exercise_id,
            number=number,
            batch=self.number,
            digest=digest,
            page=self._add_page(text),
            findings=document.findings_text(findings),
            document=content.decode(),
        )


class Import(Pages):
    """A user's batch of pages."""

    def _begin(self) -> None:
        super()._begin()
        # ascending numbers: the latest of a key stays
        self._keys = {row[0]: _Seen(*row[1:]) for row in self.read(statements.KNOWN_KEYS)}
        self._contents = {
            known.digest: exercise
            for exercise, known in self._exercises.items()
            if not known.is_retired
        }

    def put(
        self,
        exercise: Exercise,
        *,
        key: str,
        text: str = "",
        findings: Iterable[Finding] = (),
        origin: Origin = Origin.IMPORT,
        is_page: bool = True,
    ) -> Put:
        """Store one page whole, or nothing of it.

        Only a key that was seen before makes a revision. A new key whose page has the content of an exercise that is
        already there becomes one more key of it, unless the page is a record of a catalog (`is_page` false): two
        records are two exercises. A slug that is taken gets a number, and `twin` names the exercise that has it.

        Returns:
            What became of it. REFUSED is only this page's fault, and the batch goes on.

        Raises:
            DiskFull: no room; leave the batch.
            StoreError: the database is lost; leave the batch.
        """
        try:
            put = self._put(exercise, key, text, findings, origin, is_page=is_page)
        except UnicodeError:
            reason = "it holds half characters (lone surrogates), which no database stores"
            put = Put(Outcome.REFUSED, exercise.id, reason=reason)
        except StoreError as error:
            if not is_refusal(error.__cause__ or error):
                raise
            put = Put(Outcome.REFUSED, exercise.id, reason=f"it could not be stored: {error}")
        self.counts[put.outcome] += 1
        return put

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
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

    def _put(
        self,
        exercise: Exercise,
        key: str,
        text: str,
        findings: Iterable[Finding],
        origin: Origin,
        *,
        is_page: bool,
    ) -> Put:
        content = document.document_of(exercise)
        digest = document.digest_of(content, exercise)
        seen = self._keys.get(key)
        if seen and seen.digest == digest:
            return Put(Outcome.UNCHANGED, seen.exercise)
        if seen is None:
            same = self._contents.get(digest) if is_page else None
            if same is None:
                found, outcome, number = self._free_id(exercise), Outcome.ADDED, 1
            else:
                found, outcome, number = same, Outcome.SAME_PAGE, 0
                if self._exercises[same].origin is Origin.LIBRARY:
                    return Put(outcome, same, twin=same)  # no key may lead into the shipped library
        else:
            found = seen.exercise
            known = self._exercises[found]
            outcome, number = Outcome.REVISED, known.revision + 1
            if known.digest == digest:  # another of its keys brought this content before
                outcome, number = Outcome.UNCHANGED, 0

        latest = _Seen(seen.number + 1 if seen else 1, found, digest)
        with self._savepoint():
            if outcome is Outcome.ADDED:
                self._add_exercise(found, origin, exercise)
            if number:
                self._add_revision(found, number, digest, content, text, findings)
            if outcome is Outcome.REVISED:
                settle(self._connection, found)
            self.write(
                statements.ADD_KEY,
                key=key,
                number=latest.number,
                exercise=found,
                batch=self.number,
                digest=digest,
            )

        self.has_changes = True
        self._keys[key] = latest
        if number:
            before = self._exercises.get(found)
            if before and self._contents.get(before.digest) == found:
                del self._contents[before.digest]
            self._exercises[found] = _Known(
                before.origin if before else origin, False, number, digest
            )
            self._contents.setdefault(digest, found)
        if outcome is Outcome.SAME_PAGE:
            return Put(outcome, found, twin=found)
        if outcome is Outcome.ADDED and found != exercise.id:
            return Put(outcome, found, twin=self._old_ids.get(exercise.id, exercise.id))
        return Put(outcome, found)
