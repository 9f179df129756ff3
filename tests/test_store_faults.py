"""What happens to the library when the disk, another program or the power gets in the way."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from vastus.domain.exercise import Exercise
from vastus.domain.library import Incoming, Outcome
from vastus.errors import DiskFull, StoreError
from vastus.store import engine
from vastus.store.library import Store, open_store
from vastus.store.reading import light_reader

SLED = Exercise(id="sled-push", name="Sled Push")
IMPORT = """
import sys
from pathlib import Path
from vastus.domain.exercise import Exercise
from vastus.domain.library import Incoming
from vastus.store.library import open_store

store = open_store(Path(sys.argv[1]))
with store.batch(now="t") as batch:
    for number in range(10**9):
        exercise = Exercise(f"e-{number}", f"E {number}")
        batch.put(Incoming(exercise, key=f"k:{number}", text="x" * 4000))
        if number == 3000:
            print("half way", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vastus.db"


def put(store: Store, *exercises: Exercise) -> None:
    with store.batch(now="t") as batch:
        for exercise in exercises:
            batch.put(Incoming(exercise, key=f"url:{exercise.id}", text=exercise.name))
        batch.finish("t")


def integrity(path: Path) -> str:
    connection = sqlite3.connect(path)
    (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    return answer


def test_an_import_that_is_killed_leaves_nothing(path: Path) -> None:
    with open_store(path) as store:
        put(store, SLED)
        before = list(store.dump())
    with subprocess.Popen(  # our own interpreter
        [sys.executable, "-c", IMPORT, str(path)], stdout=subprocess.PIPE, env=os.environ.copy()
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"half way\n"
        process.send_signal(signal.SIGKILL)
    reader = light_reader(path)
    assert reader
    assert [row.id for row in reader.rows()] == ["sled-push"]
    with open_store(path) as store:
        assert list(store.dump()) == before
        put(store, replace(SLED, id="next", name="Next"))
        assert store.get("next").batch == 2
    assert integrity(path) == "ok"


def overfill(store: Store) -> None:
    with store.batch(now="t") as batch:
        batch._connection.exec_driver_sql("PRAGMA max_page_count = 60")
        for number in range(1000):
            exercise = replace(SLED, id=f"e-{number}", name=f"E {number}")
            batch.put(Incoming(exercise, key=f"k:{number}", text=f"{number} " * 1000))


def test_a_full_disk_ends_the_batch_and_keeps_nothing_of_it(path: Path) -> None:
    with open_store(path) as store:
        put(store, SLED)
        before = list(store.dump())
        with pytest.raises(DiskFull, match=r"no room left on the disk .*; nothing was kept"):
            overfill(store)
        assert list(store.dump()) == before
    assert integrity(path) == "ok"


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    with open_store(path) as store, open_store(path) as other:
        batch = store.batch(now="t")
        waiting = threading.Thread(target=put, args=(other, replace(SLED, id="b", name="B")))
        with batch:
            batch.put(Incoming(SLED, key="url:a"))
            waiting.start()
            waiting.join(0.1)
            assert waiting.is_alive()
            assert other.rows() == []  # readers need not wait
            batch.finish("t")
        waiting.join()
        assert [batch.number for batch in store.batches()] == [2, 1]


def test_a_second_writer_gives_up_with_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_S", 0.05)
    with open_store(path) as store, open_store(path) as other:
        busy = pytest.raises(StoreError, match="busy: something else is writing")
        with store.batch(now="t"), busy:
            put(other, SLED)
        put(other, SLED)


def test_a_reader_sees_one_state_throughout(path: Path) -> None:
    with open_store(path) as store:
        put(store, SLED)
        dump = store.dump()
        next(dump)  # the schema
        next(dump)  # the first batch: from here on it is one state
        put(store, replace(SLED, id="b", name="B"))
        assert sum(record[0] == "exercise" for record in dump) == 1


def test_many_programs_may_open_a_new_library_at_once(path: Path) -> None:
    script = "import sys; from pathlib import Path; from vastus.store.library import open_store\n"
    script += "open_store(Path(sys.argv[1])).rows()"
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(path)])  # our own
        for _ in range(3)
    ]
    assert [process.wait() for process in started] == [0] * 3


@pytest.mark.parametrize("content", [b"this is no database " * 500, b"SQLite format 3\0" + b"?" * 5000])
def test_a_foreign_file_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for open_it in (open_store, light_reader):
        with pytest.raises(StoreError, match="no database of Vastus"):
            open_it(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE accounts (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert light_reader(path) is None
    assert path.read_bytes() == before


@pytest.mark.parametrize("where", ["folder", "file/vastus.db"])
def test_a_path_that_cannot_be_a_database_is_one_sentence(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(StoreError):
        open_store(tmp_path / where)


@pytest.mark.parametrize(
    "url", ["no url", "oracle://user:secret@host/x", "postgresql+psycopg2://u:secret@127.0.0.1:1/x"]
)
def test_a_wrong_url_is_one_sentence_without_the_password(url: str) -> None:
    with pytest.raises(StoreError) as error:
        open_store(url)
    assert "secret" not in str(error.value)


def test_a_damaged_document_is_one_sentence(path: Path) -> None:
    with open_store(path) as store:
        put(store, SLED)
        with store._database.writing() as connection:
            connection.exec_driver_sql("UPDATE revision SET document = '{\"name\":7}'")
            connection.commit()
        with pytest.raises(StoreError, match=r"holds an exercise \(sled-push\) that cannot be read"):
            store.get("sled-push")


def test_sqlite_is_opened_as_promised(path: Path) -> None:
    with open_store(path) as store, store._database.reading() as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
        for pragma, value in wanted.items():
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_counts_tell_what_happened(path: Path) -> None:
    with open_store(path) as store, store.batch(now="t") as batch:
        batch.put(Incoming(SLED, key="a"))
        batch.put(Incoming(SLED, key="b"))
        batch.put(Incoming(SLED, key="b"))
        finished = batch.finish("t")
        assert finished
        assert finished.counts == {
            Outcome.ADDED: 1,
            Outcome.SAME_PAGE: 1,
            Outcome.UNCHANGED: 1,
        }
