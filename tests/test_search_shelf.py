"""Built indexes on disk: made once for a state of the library, anew after a change, whole after a crash."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from vastus.domain.exercise import Exercise
from vastus.domain.query import Query
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import Document, document_of
from vastus.search.language import parse_query
from vastus.search.shelf import Shelf

KNOWN = vocabularies()


def documents(*names: str) -> list[Document]:
    return [document_of(Exercise(id=name.lower(), name=name), KNOWN) for name in names]


def refuse() -> Iterable[Document]:
    raise AssertionError("built again")


def test_an_index_is_built_once_for_a_state(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "search")
    assert len(shelf.index("1", lambda: documents("Squat"))) == 1
    assert len(shelf.index("1", refuse)) == 1
    assert len(Shelf(tmp_path / "search").index("1", refuse)) == 1


def test_a_changed_library_is_indexed_anew_and_the_old_index_goes(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    old = shelf.index("1", lambda: documents("Squat"))
    assert len(shelf.index("2", lambda: documents("Squat", "Press"))) == 2
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == 1
    assert old.search(Query(parse_query("squat", KNOWN))).total == 1  # who reads it is not disturbed


@pytest.mark.parametrize("damage", ["emptied", "cut"])
def test_a_damaged_index_is_built_anew(tmp_path: Path, damage: str) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", lambda: documents("Squat"))
    (folder,) = (each for each in tmp_path.iterdir() if each.is_dir())
    for file in folder.iterdir():
        if damage == "emptied":
            file.unlink()
        elif file.name == "meta.json":
            file.write_bytes(file.read_bytes()[:20])
    assert len(shelf.index("1", lambda: documents("Squat", "Press"))) == 2


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with pytest.raises(AssertionError):
        shelf.index("1", refuse)
    assert [each.name for each in tmp_path.iterdir()] == ["lock"]


def test_where_nothing_can_be_written_the_answer_comes_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(Shelf(tmp_path / "file" / "search").index("1", lambda: documents("Squat"))) == 1


_SLOW = """
import sys, time
from pathlib import Path
from vastus.domain.exercise import Exercise
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import document_of
from vastus.search.shelf import Shelf
def documents():
    for n in range(10_000):
        if n == 50:
            print("building", flush=True)
            time.sleep(60)
        yield document_of(Exercise(id=f"e{n}", name=f"Exercise {n}"), vocabularies())
Shelf(Path(sys.argv[1])).index("2", documents)
"""


def test_a_killed_builder_leaves_the_old_index_whole_and_nobody_locked_out(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", lambda: documents("Squat"))
    process = subprocess.Popen([sys.executable, "-c", _SLOW, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "building\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert len(shelf.index("1", refuse)) == 1
    started = time.monotonic()
    assert len(shelf.index("2", lambda: documents("Squat", "Press"))) == 2
    assert time.monotonic() - started < 30
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == 1
