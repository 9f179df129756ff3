"""What stands beside an index on disk: which library it shows, the marks of its exercises, and their columns.

Two files: a whole one, which the next index takes over as it is, and a small one with what has changed since it was
written. So a change of one exercise costs what that exercise costs, however many others there are.
"""

import mmap
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Self

import msgspec

from vastus.search.columns import Columns, Row

WHOLE, SINCE = "exercises", "since"
_LENGTH_BYTES = 8


class _Whole(msgspec.Struct, frozen=True, array_like=True):
    base: str
    marks: msgspec.Raw
    columns: msgspec.Raw


class _Since(msgspec.Struct, frozen=True, array_like=True):
    moment: str
    count: int
    gone: set[str]
    marks: dict[str, str]
    rows: list[Row]


class Notes:
    """The notes beside one index; what is large in them is read when it is needed."""

    def __init__(self, whole: _Whole, since: _Since) -> None:
        self._whole, self._since = whole, since

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The notes in a folder, which may go away afterwards.

        Raises:
            OSError: there are none. ValueError: they are damaged.
        """
        with (folder / WHOLE).open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if int.from_bytes(data[:_LENGTH_BYTES], "little") != len(data) - _LENGTH_BYTES:
            raise ValueError(f"{folder}: the notes are cut short")
        whole = msgspec.msgpack.decode(memoryview(data)[_LENGTH_BYTES:], type=_Whole)
        return cls(whole, msgspec.msgpack.decode((folder / SINCE).read_bytes(), type=_Since))

    @property
    def base(self) -> str:
        """What the documents depend on beside the library's exercises."""
        return self._whole.base

    @property
    def moment(self) -> str:
        """Which changes the library had seen."""
        return self._since.moment

    @property
    def count(self) -> int:
        """How many exercises there are."""
        return self._since.count

    @property
    def changes(self) -> int:
        """How many exercises have changed since the whole was written."""
        return len(self._since.gone) + len(self._since.rows)

    def marks(self) -> dict[str, str]:
        """The mark of each exercise, by id."""
        marks = msgspec.msgpack.decode(self._whole.marks, type=dict[str, str])
        return {each: mark for each, mark in marks.items() if each not in self._since.gone} | self._since.marks

    def columns(self) -> Columns:
        """The columns of all exercises."""
        columns = Columns.unpacked(self._whole.columns)
        return columns.changed(self._since.gone, self._since.rows) if self.changes else columns

    def changed(
        self, moment: str, gone: Collection[str], marks: Mapping[str, str], rows: Collection[Row], count: int
    ) -> "Notes":
        """The notes after some exercises left and others came or changed."""
        before, new = self._since, {row.id for row in rows}
        left = {*gone} - new
        since = _Since(
            moment,
            count,
            (before.gone - new) | left,
            {each: mark for each, mark in before.marks.items() if each not in left} | dict(marks),
            [*(row for row in before.rows if row.id not in left and row.id not in new), *rows],
        )
        return Notes(self._whole, since)

    def rewritten(self) -> "Notes":
        """The same, all of it whole."""
        return whole_notes(self.base, self.moment, self.marks(), self.columns())

    def write(self, folder: Path) -> None:
        """Write both files; on disk for good when this returns."""
        data = msgspec.msgpack.encode(self._whole)
        _write(folder / WHOLE, len(data).to_bytes(_LENGTH_BYTES, "little") + data)
        self.write_since(folder)

    def write_since(self, folder: Path) -> None:
        """Write what has changed since the whole, which is there already."""
        _write(folder / SINCE, msgspec.msgpack.encode(self._since))


def whole_notes(base: str, moment: str, marks: Mapping[str, str], columns: Columns) -> Notes:
    """The notes of an index that was built at once."""
    raw = msgspec.Raw(msgspec.msgpack.encode(marks)), msgspec.Raw(columns.packed())
    return Notes(_Whole(base, *raw), _Since(moment, len(columns.ids), set(), {}, []))


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
