"""Bringing the library that ships with Vastus up to date in the database."""

from vastus.domain.library import LibraryPage, Origin, Outcome
from vastus.store import document, statements
from vastus.store.changing import settle
from vastus.store.importing import Known, Pages, Row


class Shipment(Pages):
    """The batch of one version of the shipped library.

    A page that changed gets a revision; the user's overlay stays on top of it. A page that is no
    longer shipped is retired: readable, and listed as long as the user has an overlay on it. When a
    user's exercise has the id of a new page, it moves aside to a numbered id with its whole history
    and notes the id it had; the id itself is the page's.
    """

    def _begin(self) -> None:
        super()._begin()
        self._shipped: set[str] = set()

    def bring(self, page: LibraryPage) -> None:
        """Store one page."""
        exercise = page.exercise
        self._shipped.add(exercise.id)
        known = self._exercises.get(exercise.id)
        if known and known.origin is not Origin.LIBRARY:
            self._move_aside(exercise.id)
            known = None
        content = document.document_of(exercise)
        digest = document.digest_of(content, exercise)
        if known is None:
            self._add_exercise(exercise.id, Origin.LIBRARY, exercise)
            outcome, number = Outcome.ADDED, 1
        elif known.digest != digest or known.is_retired:
            outcome, number = Outcome.REVISED, known.revision + 1
            self.write(statements.SET_RETIRED, id=exercise.id, retired=None)
        else:
            self.counts[Outcome.UNCHANGED] += 1
            return
        row = Row(exercise.id, number, digest, content)
        self._add_revision(row, page.text, page.findings)
        self._exercises[exercise.id] = Known(Origin.LIBRARY, is_retired=False, revision=number, digest=digest)
        if known:
            settle(self._connection, exercise.id)
        self.counts[outcome] += 1

    def _move_aside(self, exercise_id: str) -> None:
        number = self._exercises[exercise_id].revision
        text = self.first(statements.DOCUMENT, id=exercise_id, number=number)[0]
        new_id = self._free_id(document.exercise_of(exercise_id, text))
        self.rename(exercise_id, new_id)
        self._exercises[new_id] = self._exercises.pop(exercise_id)
        self._old_ids[exercise_id] = new_id
        self.counts[Outcome.MOVED] += 1

    def retire_the_rest(self) -> None:
        """Retire the pages that were shipped before and are not in this version."""
        for exercise_id, known in self._exercises.items():
            is_gone = known.origin is Origin.LIBRARY and exercise_id not in self._shipped
            if is_gone and not known.is_retired:
                self.write(statements.SET_RETIRED, id=exercise_id, retired=self.number)
                self.counts[Outcome.RETIRED] += 1

    def note(self, digest: str) -> None:
        """Note which version is loaded; that is a change even where no page changed."""
        self.write(statements.SET_META, key="library_digest", value=digest)
        self.has_changes = True
