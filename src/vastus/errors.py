"""The error families, one a room; nothing but the standard library.

VastusError
├── PageError            a page or a file that cannot be read at all
│   ├── UnreadableFile       no file, no permission, not text, too large
│   └── NotAnExercise        read, but it is no exercise page; the reason says why
├── VocabularyError      a word where only an id of a closed list may stand
├── ProfileError         a draft that cannot become an exercise
├── QuantityError        what was entered is no number with a unit that fits (exit code 2)
├── MechanicsError       physics that cannot be, or data that do not determine an answer (exit code 2)
├── GearError            an own sled or surface that cannot be kept, or is not there (exit code 2)
├── QueryError           a search that cannot be understood
├── StoreError           the database refused or is not usable
│   ├── UnknownExercise      no exercise under that id
│   ├── UnknownBatch         no import under that number
│   ├── CannotUndo           a later change stands on what is to be undone
│   ├── ChangedMeanwhile     a field that an edit changes was changed by another since the edit began
│   ├── DiskFull             no room to write; nothing was kept
│   └── BackupError          a backup that cannot be written or restored
├── NothingLeft          a swap to which nothing is left
└── UsageError           the call itself is wrong (exit code 2)

Wrong *calls* raise one of these; doubtful *data* never does: it becomes a `Finding`.
Each error carries its data as attributes and passes it on, so that it pickles.
"""


class VastusError(Exception):
    """Root of every error that Vastus raises on purpose."""

    hint: str | None = None


class PageError(VastusError):
    """A page or a file that cannot be read at all."""


class UnreadableFile(PageError):
    """A file that cannot be opened, decoded or held."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class NotAnExercise(PageError):
    """A page that was read, but that is no exercise."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class VocabularyError(VastusError):
    """A word where only an id of a closed vocabulary may stand."""


class ProfileError(VastusError):
    """A draft that cannot become an exercise."""


class _InputError(VastusError):
    """An error with a sentence, a hint, and the input that is to blame."""

    def __init__(self, message: str, hint: str | None = None, field: str | None = None) -> None:
        super().__init__(message, hint, field)
        self.message, self.hint, self.field = message, hint, field

    def __str__(self) -> str:
        return self.message


class QuantityError(_InputError):
    """What was entered is no number with a unit that fits."""


class MechanicsError(_InputError):
    """Physics that cannot be, or data that do not determine an answer."""


class GearError(_InputError):
    """An own sled or surface that cannot be kept, or that is not there."""


class QueryError(VastusError):
    """A search that cannot be understood."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return self.message


class StoreError(VastusError):
    """The database refused, or it is not usable."""


class UnknownExercise(StoreError):
    """No exercise stands under that id."""

    def __init__(self, exercise_id: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(exercise_id, nearest)
        self.exercise_id, self.nearest = exercise_id, nearest

    def __str__(self) -> str:
        return f"there is no exercise '{self.exercise_id}'"

    @property
    def hint(self) -> str:  # type: ignore[override]  # a computed hint in place of the constant
        """What the person probably meant, or where to look."""
        if self.nearest:
            return "did you mean " + " or ".join(self.nearest) + "?"
        return "'vastus find' lists what there is"


class UnknownBatch(StoreError):
    """No import stands under that number."""

    def __init__(self, batch: int) -> None:
        super().__init__(batch)
        self.batch = batch

    def __str__(self) -> str:
        return f"there is no import {self.batch}"

    hint = "'vastus import --batches' lists the imports"


class CannotUndo(StoreError):
    """A later change stands on what is to be undone."""

    def __init__(self, batch: int, reason: str) -> None:
        super().__init__(batch, reason)
        self.batch, self.reason = batch, reason

    def __str__(self) -> str:
        return f"import {self.batch} cannot be undone: {self.reason}"


class ChangedMeanwhile(StoreError):
    """An edit gives a field a value that somebody else has given another one since the edit began."""

    def __init__(self, exercise_id: str, fields: tuple[str, ...], hint: str | None = None) -> None:
        super().__init__(exercise_id, fields, hint)
        self.exercise_id, self.fields = exercise_id, fields
        self.hint = hint or "look at what stands there now, and edit that"

    def __str__(self) -> str:
        names = ", ".join(self.fields)
        return f"'{self.exercise_id}' was changed elsewhere while you edited it ({names}); nothing was stored"


class DiskFull(StoreError):
    """No room to write; the batch was rolled back."""

    hint = "make room and run it again"


class BackupError(StoreError):
    """A backup that cannot be written or restored."""


class NothingLeft(VastusError):
    """Nothing is left to do instead; the message says what left nothing, the hint what is nearest."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return self.message


class UsageError(VastusError):
    """The call itself is wrong."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return self.message
