"""The store of what earlier checks found: whatever befalls its file, a check finds the same."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.check.outcome import Outcome
from toolkit.check.run import examine
from toolkit.check.store import NoStore, SqliteStore, Store, kept
from toolkit.library.library import read_library
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
REGISTER = "code: {0}\ntitle: {0}\nversions:\n  - {{version: '1', status: draft}}\n"
TEXT = """\
## 1 Notices {#notices}

- 1.1 {#first} The DCC shall as Clause 9.1 of the TWO and Clause 9.2 say: “𝐀 – ä”.
- 1.2 {#second} <!-- allow: unresolved-citation: until it is written --> As Clause 9.3 says.
"""
TEXT += "".join(f"- 1.{number} {{#clause-{number}}} As Clause 8.{number} says.\n" for number in range(3, 30))


def write_code(root: Path) -> Path:
    """Two small documents that cite each other and in which much is wrong."""
    for code in ("ONE", "TWO"):
        folder = root / "documents" / code.lower() / "1"
        folder.mkdir(parents=True)
        folder.parent.joinpath("document.yaml").write_text(REGISTER.format(code), "utf-8")
        folder.joinpath("01-text.md").write_text(TEXT, "utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_code(tmp_path_factory.mktemp("code"))


@pytest.fixture(scope="module")
def right(root: Path) -> Outcome:
    outcome = examined(root, NoStore())
    assert len(outcome.findings) > 4
    return outcome


@pytest.fixture(scope="module")
def whole(root: Path, right: Outcome) -> bytes:
    """The bytes of a store after a check."""
    path = root / "whole.sqlite"
    assert remembered(root, path) == right
    return path.read_bytes()


def examined(root: Path, store: Store) -> Outcome:
    return examine(read_library(Folder(root)), store=store)


def remembered(root: Path, path: Path) -> Outcome:
    with kept(path) as store:
        return examined(root, store)


class Counting(SqliteStore):
    """Counts what had to be worked out."""

    worked_out = 0

    def put(self, key: str, record: object) -> None:
        self.worked_out += 1
        super().put(key, record)


def worked_out(root: Path, path: Path) -> int:
    store = Counting(path)
    examined(root, store)
    store.close()
    return store.worked_out


def test_a_whole_store_answers_everything(root: Path, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    assert worked_out(root, path) > 0
    assert worked_out(root, path) == 0


# -- damage -----------------------------------------------------------------------------------------


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A store cut short, or with a stretch of it garbled, blanked, taken out or doubled."""
    at = draw(st.integers(0, len(whole) - 1) | st.integers(0, 100))  # the header is the tender part
    end = at + draw(st.integers(1, 40) | st.integers(1, len(whole)))
    stretch = whole[at:end]
    instead = draw(
        st.sampled_from([b"", b"\0" * len(stretch), b"\xff" * len(stretch), stretch * 2, stretch[::-1]])
        | st.binary(min_size=len(stretch), max_size=len(stretch))
        if len(stretch) <= 40
        else st.sampled_from([b"", b"\0" * len(stretch), stretch * 2, stretch[::-1]])
    )
    return whole[:at] if draw(st.integers(0, 4)) == 0 else whole[:at] + instead + whole[end:]


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_no_damage_changes_a_finding(
    data: st.DataObject, root: Path, right: Outcome, whole: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "store.sqlite"
    path.write_bytes(data.draw(damaged(whole)))
    assert remembered(root, path) == right
    assert remembered(root, path) == right


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE records",
        "ALTER TABLE records RENAME COLUMN value TO worth",
        "ALTER TABLE records ADD COLUMN more TEXT",
        "UPDATE records SET value = sum",
        "UPDATE records SET value = CAST(value AS BLOB)",
        "UPDATE records SET sum = NULL",
        "UPDATE records SET value = 'null', sum = key",
    ],
)
def test_another_table_changes_nothing_and_is_mended(
    root: Path, right: Outcome, whole: bytes, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(whole)
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    assert remembered(root, path) == right
    remembered(root, path)
    assert worked_out(root, path) == 0


def test_a_broken_page_is_mended(root: Path, right: Outcome, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(whole[:4096] + b"\xee" * (len(whole) - 4096))
    assert remembered(root, path) == right
    remembered(root, path)
    assert worked_out(root, path) == 0


# -- a file that cannot be used ---------------------------------------------------------------------


@contextmanager
def locked(path: Path) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_a_locked_store_is_done_without(root: Path, right: Outcome, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(whole)
    with locked(path):
        assert remembered(root, path) == right
    assert path.read_bytes() == whole


def test_a_store_locked_after_it_was_opened_is_waited_for_once(
    root: Path, right: Outcome, whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(whole)
    store = SqliteStore(path)
    start = time.monotonic()
    with locked(path):
        assert examined(root, store) == right
        store.close()
    assert time.monotonic() - start < 10, "each record was waited for"


@pytest.mark.parametrize("pragma", ["query_only = ON", "max_page_count = 1"])
def test_a_store_that_cannot_be_written_or_is_full_is_done_without(
    root: Path, right: Outcome, tmp_path: Path, pragma: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite"
    SqliteStore(path).close()
    connect = sqlite3.connect

    def hampered(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute(f"PRAGMA {pragma}")
        return connection

    monkeypatch.setattr(sqlite3, "connect", hampered)
    assert remembered(root, path) == right
    assert worked_out(root, path) > 0, "nothing could be written"


@pytest.mark.parametrize(
    "where", ["a-file/store.sqlite", "a-folder", "no/such/" + "x" * 300 + "/store.sqlite"]
)
def test_a_place_that_holds_no_file_is_done_without(
    root: Path, right: Outcome, tmp_path: Path, where: str
) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    (tmp_path / "a-folder").mkdir()
    assert remembered(root, tmp_path / where) == right


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_folder_is_done_without(root: Path, right: Outcome, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert remembered(root, tmp_path / "store.sqlite") == right
    tmp_path.chmod(0o700)


def test_a_store_that_is_closed_is_not_taken_for_damaged(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "store.sqlite")
    store.put("one", 1)
    store.close()
    assert store.get("two") is None
    with kept(tmp_path / "store.sqlite") as again:
        assert again.get("one") == 1


def test_names_that_are_no_utf8_can_be_remembered(tmp_path: Path) -> None:
    root = write_code(tmp_path)
    name = os.fsdecode(b"02-\xff.md")
    try:
        (root / "documents/one/1" / name).write_text(TEXT, "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system holds no such names")
    path = root / "store.sqlite"
    assert remembered(root, path) == examined(root, NoStore()) == remembered(root, path)


# -- several at once, and killed --------------------------------------------------------------------

WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA cache_size = 2")
connection.execute("UPDATE records SET value = 'half', sum = key")
for number in range(4000):
    connection.execute("REPLACE INTO records VALUES (?, 'sum', ?)", (str(number), "x" * 400))
print("halfway", flush=True)
sys.stdin.read()
"""


def test_a_check_killed_while_it_writes_leaves_what_was(
    root: Path, right: Outcome, whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(whole)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None and writer.stdout.readline() == b"halfway\n"
    writer.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    writer.wait()
    writer.communicate()
    assert path.read_bytes() != whole and path.with_name("store.sqlite-journal").exists()
    assert remembered(root, path) == right
    assert worked_out(root, path) == 0, "what was remembered before is remembered still"


def test_the_journal_of_a_damaged_store_spoils_no_new_one(
    root: Path, right: Outcome, whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"this is no database" * 500)
    journal = path.with_name("store.sqlite-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 504 + whole)
    assert remembered(root, path) == right
    assert remembered(root, path) == right
    assert worked_out(root, path) == 0


def test_checks_at_the_same_time_agree_while_the_store_is_deleted(
    root: Path, right: Outcome, tmp_path: Path
) -> None:
    path = tmp_path / "store.sqlite"
    found: list[Outcome] = []

    def check() -> None:
        for _ in range(4):
            found.append(remembered(root, path))

    threads = [threading.Thread(target=check) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        path.unlink(missing_ok=True)
        time.sleep(0.01)
    assert found == [right] * 16
