"""Built indexes on disk: made once for a state of the library, anew after a change, whole after a crash."""

import signal
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vastus.domain.exercise import Exercise
from vastus.domain.query import Query
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import Document, document_of
from vastus.search.index import Index, build_index
from vastus.search.language import parse_query
from vastus.search.shelf import Shelf

KNOWN = vocabularies()


class Those:
    """A library of exercises by id, each with a name that is its mark, too; it notes which it was asked for."""

    def __init__(self, *names: str, **others: str) -> None:
        self.names = {name.lower().replace(" ", "-"): name for name in names} | others
        self.asked: list[str] = []

    def moment(self) -> str:
        return ""

    def changed_since(self, moment: str) -> Collection[str] | None:  # noqa: ARG002  # as the port has it
        return None

    def marks(self, ids: Collection[str] | None = None) -> dict[str, str]:
        return {each: name for each, name in self.names.items() if ids is None or each in ids}

    def documents(self, ids: Collection[str] | None = None) -> list[Document]:
        wanted = [each for each in self.names if ids is None or each in ids]
        self.asked += wanted
        return [document_of(Exercise(id=each, name=self.names[each]), KNOWN) for each in wanted]


class Logging(Those):
    """A library that knows what has changed since each of its moments, and may not be asked for all marks."""

    def __init__(self, names: dict[str, str], log: Sequence[Collection[str]]) -> None:
        super().__init__(**names)
        self.log = log

    def moment(self) -> str:
        return str(len(self.log))

    def changed_since(self, moment: str) -> Collection[str] | None:
        return {each for change in self.log[int(moment) :] for each in change}

    def marks(self, ids: Collection[str] | None = None) -> dict[str, str]:
        if ids is None and len(self.log) > 1:
            raise AssertionError("all marks were asked for")
        return super().marks(ids)


class Logged(Logging):
    """The same, where the log does not tell."""

    def changed_since(self, moment: str) -> None:  # noqa: ARG002  # as the port has it
        return None

    def marks(self, ids: Collection[str] | None = None) -> dict[str, str]:
        return Those.marks(self, ids)


class Refusing(Those):
    """A library that may not be asked."""

    def documents(self, ids: Collection[str] | None = None) -> list[Document]:
        raise AssertionError(f"built again: {ids}")


def found(index: Index, text: str, limit: int = 20) -> tuple[str, ...]:
    return index.search(Query(parse_query(text, KNOWN), limit)).ids


def test_an_index_is_built_once_for_a_state(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "search")
    assert len(shelf.index("1", Those("Squat"))) == 1
    assert len(shelf.index("1", Refusing())) == 1
    assert len(Shelf(tmp_path / "search").index("1", Refusing())) == 1


def test_a_changed_library_is_indexed_anew_and_the_old_index_goes(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    old = shelf.index("1", Those("Squat"))
    assert len(shelf.index("2", Those("Squat", "Press"))) == 2
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == 1
    assert old.search(Query(parse_query("squat", KNOWN))).total == 1  # who reads it is not disturbed


@pytest.mark.parametrize("damage", ["emptied", "cut"])
def test_a_damaged_index_is_built_anew(tmp_path: Path, damage: str) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Squat"))
    (folder,) = (each for each in tmp_path.iterdir() if each.is_dir())
    for file in folder.iterdir():
        if damage == "emptied":
            file.unlink()
        elif file.name == "meta.json":
            file.write_bytes(file.read_bytes()[:20])
    assert len(shelf.index("1", Those("Squat", "Press"))) == 2


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with pytest.raises(AssertionError):
        shelf.index("1", Refusing())
    assert [each.name for each in tmp_path.iterdir()] == ["lock"]


def test_where_nothing_can_be_written_the_answer_comes_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(Shelf(tmp_path / "file" / "search").index("1", Those("Squat"))) == 1


_SLOW = """
import sys, time
from pathlib import Path
from vastus.domain.exercise import Exercise
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import document_of
from vastus.search.shelf import Shelf
class Slow:
    def moment(self):
        return ""
    def changed_since(self, moment):
        return None
    def marks(self, ids=None):
        return {f"e{n}": "1" for n in range(10_000)}
    def documents(self, ids=None):
        for n in range(10_000):
            if n == 50:
                print("building", flush=True)
                time.sleep(60)
            yield document_of(Exercise(id=f"e{n}", name=f"Exercise {n}"), vocabularies())
Shelf(Path(sys.argv[1])).index("2", Slow())
"""


def test_a_killed_builder_leaves_the_old_index_whole_and_nobody_locked_out(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Squat"))
    process = subprocess.Popen([sys.executable, "-c", _SLOW, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "building\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert len(shelf.index("1", Refusing())) == 1
    started = time.monotonic()
    assert len(shelf.index("2", Those("Squat", "Press"))) == 2
    assert time.monotonic() - started < 30
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == 1


def test_after_a_small_change_only_what_changed_is_read_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    old = shelf.index("1", Those("Squat", "Press", "Row"))
    library = Those("Squat", "Curl", row="Upright Pull")
    new = shelf.index("2", library)
    assert sorted(library.asked) == ["curl", "row"]
    assert found(new, "") == ("curl", "squat", "row")
    assert found(new, "upright") == ("row",)
    assert found(old, "") == ("press", "row", "squat")  # who reads the old one is not disturbed
    assert found(old, "upright") == ()
    assert found(Shelf(tmp_path).index("2", Refusing()), "") == ("curl", "squat", "row")
    assert len([each for each in tmp_path.iterdir() if each.is_dir()]) == 1


def test_a_change_taken_back_is_taken_back_in_the_index(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    before, after = Those("Squat", "Press"), Those("Squat", "Press", "Curl")
    for number, library in enumerate((before, after, before, after)):
        assert len(shelf.index(str(number), library)) == len(library.names)


def test_after_a_change_of_what_all_documents_depend_on_all_are_read_again(tmp_path: Path) -> None:
    Shelf(tmp_path, "1.0").index("1", Those("Squat", "Press"))
    library = Those("Squat", "Press")
    Shelf(tmp_path, "1.1").index("1", library)
    assert library.asked == ["squat", "press"]


def test_after_a_large_change_the_index_is_built_anew(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Squat", "Press"))
    library = Those("Squat", "Press", *(f"Shove{number}" for number in range(100)))
    assert len(shelf.index("2", library)) == 102
    assert len(library.asked) == 102


def test_an_index_that_changed_often_ranks_as_one_built_at_once(tmp_path: Path) -> None:
    names = [f"{how} Press" for how in ("Bench", "Floor", "Leg", "Push", "Wall", "Arnold", "Chest", "Log")]
    shelf = Shelf(tmp_path)
    for count in range(1, len(names) + 1):
        index = shelf.index(str(count), Those(*names[:count]))
    at_once = build_index(Those(*sorted(names)).documents())
    for text in ("press", "", "pres", "prses"):
        assert found(index, text) == found(at_once, text)


_DYING = """
import os, signal, sys
from pathlib import Path
from vastus.search import shelf
from vastus.domain.exercise import Exercise
from vastus.reference.vocabulary import vocabularies
from vastus.search.documents import document_of
class Library:
    def moment(self):
        return ""
    def changed_since(self, moment):
        return None
    def marks(self, ids=None):
        return {"squat": "Squat", "curl": "Curl"}
    def documents(self, ids=None):
        return [document_of(Exercise(id=each, name=each.title()), vocabularies()) for each in ids]
changed = shelf.change_index
def die(*given, **named):
    if sys.argv[2] == "after":
        changed(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
shelf.change_index = die
shelf.Shelf(Path(sys.argv[1])).index("2", Library())
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_who_is_killed_while_changing_an_index_leaves_the_old_one_whole(tmp_path: Path, when: str) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Squat", "Press"))
    killed = subprocess.run([sys.executable, "-c", _DYING, str(tmp_path), when], check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert found(shelf.index("1", Refusing()), "") == ("press", "squat")
    assert found(shelf.index("2", Those("Squat", "Curl")), "") == ("curl", "squat")


_NAMES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from(["Press", "Prest", "Squat", "Squash", "Bench Press"])
)


@given(st.lists(st.tuples(_NAMES, st.booleans()), min_size=1, max_size=5))
def test_whatever_changed_the_index_is_that_of_the_library(steps: list[tuple[dict[str, str], bool]]) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        before: dict[str, str] = {}
        log: list[Collection[str]] = []
        for number, (names, has_log) in enumerate(steps):
            log = [*log, {each for each in {**before, **names} if before.get(each) != names.get(each)}]
            library = Logging(names, log) if has_log else Logged(names, log)
            index, before = shelf.index(str(number), library), names
            anew = build_index(sorted(Those(**names).documents(), key=lambda each: (each.name, each.id)))
            assert len(index) == len(names)
            for text in ("", "press", "prest", "benc", "sqat", "squat", "squas"):
                assert set(found(index, text)) == set(found(anew, text))
            assert index.search(Query()) == anew.search(Query())


@pytest.mark.parametrize("typed", ["press", "press row", "presss", "pres"])
def test_a_word_that_nobody_has_any_more_is_a_misspelled_one(tmp_path: Path, typed: str) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Press Row", "Prest Row", "Squat"))
    index = shelf.index("2", Those("Prest Row", "Squat"))
    assert found(index, typed) == found(build_index(Those("Prest Row", "Squat").documents()), typed)


def test_where_the_log_tells_what_changed_no_more_is_read(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Logging({"squat": "Squat", "press": "Press", "row": "Row"}, [["squat"]]))
    library = Logging({"squat": "Squat", "row": "Pull", "curl": "Curl"}, [["squat"], ["row", "curl"], ["press"]])
    assert found(shelf.index("2", library), "") == ("curl", "row", "squat")
    assert sorted(library.asked) == ["curl", "row"]


def test_after_many_small_changes_the_notes_are_written_whole_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    names, log = dict[str, str](), list[list[str]]()
    sizes: list[int] = []
    for number in range(8):
        log.append([f"e{number}-{at}" for at in range(20)])
        names |= {each: f"Press {each}" for each in log[-1]}
        index = shelf.index(str(number), Logging({**names}, log))
        (folder,) = (each for each in tmp_path.iterdir() if each.is_dir())
        sizes.append((folder / "since").stat().st_size)
        assert len(found(index, "press", limit=500)) == len(names) == index.search(Query()).total
    assert max(sizes) > sizes[-1] or len(set(sizes)) < len(sizes)  # it does not grow for ever


@pytest.mark.parametrize("damage", [b"", b"12345678", b"\x05\0\0\0\0\0\0\0\xc0"])
@pytest.mark.parametrize("file", ["exercises", "since"])
def test_damaged_notes_are_written_anew_with_their_index(tmp_path: Path, file: str, damage: bytes) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Squat"))
    (folder,) = (each for each in tmp_path.iterdir() if each.is_dir())
    (folder / file).write_bytes(damage)
    assert found(shelf.index("1", Those("Squat", "Press")), "") == ("press", "squat")


def test_who_has_an_index_lists_all_of_it_after_its_folder_is_gone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.index("1", Those("Squat"))
    old = Shelf(tmp_path).index("1", Refusing())  # its columns are not read yet
    shelf.index("2", Those("Squat", "Press"))
    assert found(old, "") == ("squat",)
