"""What is remembered never changes an answer: with it, without it, damaged, or after any edit."""

import random
import re
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from toolkit.check.outcome import Outcome
from toolkit.check.run import examine
from toolkit.check.store import NoStore, SqliteStore, Store, kept
from toolkit.library.library import read_library
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "documents", tmp_path / "documents")
    return tmp_path


def examined(root: Path, store: Store) -> Outcome:
    return examine(read_library(Folder(root)), store=store)


def remembered(root: Path) -> Outcome:
    with kept(root / "cache.sqlite") as store:
        return examined(root, store)


def drafts(root: Path) -> list[Path]:
    return [
        file
        for version in ("tmad/6.1U", "s1sr/4.4", "srpd/3.1U", "duis/3.1U")
        for file in sorted((root / "documents" / version).glob("*.md"))
    ]


EDITS = (
    (r"Clause (\d+)\.(\d+)", r"Clause \1.9\2"),
    (r"\{#([a-z]+)-", r"{#\1x-"),
    (r"Working Days", "working days"),
    (r"shall", "must"),
    (r"^## (\d+) (\w+)", r"## \1 Other \2"),
    (r"^( *)- \(b\) ", r"\1- (c) "),
    (r": means ", ": includes "),
)


def test_what_is_remembered_is_what_would_be_found(root: Path) -> None:
    rng = random.Random(7)
    assert remembered(root) == examined(root, NoStore())
    for _ in range(12):
        file = rng.choice(drafts(root))
        pattern, new = rng.choice(EDITS)
        text = file.read_text("utf-8")
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if found:
            one = rng.choice(found)
            file.write_text(text[: one.start()] + one.expand(new) + text[one.end() :], "utf-8")
        assert remembered(root) == examined(root, NoStore()), f"{file.name}: {pattern}"


def test_a_second_check_reads_no_document(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = remembered(root)
    from toolkit.library import library

    monkeypatch.setattr(library, "read_version", lambda *_: pytest.fail("a version was read again"))
    assert remembered(root) == first


def test_an_edit_elsewhere_is_seen_where_it_is_cited(root: Path) -> None:
    assert not [
        one for one in remembered(root).findings if one.name in ("unresolved-citation", "stale-citation")
    ]
    file = root / "documents" / "srpd" / "3.1U" / "16-firmware.md"
    file.write_text(file.read_text("utf-8").replace("- 16.1 {", "- 16.1A {", 1), "utf-8")
    found = [
        one for one in remembered(root).findings if one.name in ("unresolved-citation", "stale-citation")
    ]
    assert {one.place.file.split("/")[1] for one in found} > {"srpd"}


@pytest.mark.parametrize(
    "damage", ["no database", "cut short", "records altered", "records swapped", "empty"]
)
def test_a_damaged_store_changes_nothing(root: Path, damage: str) -> None:
    first = remembered(root)
    path = root / "cache.sqlite"
    match damage:
        case "no database":
            path.write_bytes(b"this is no database" * 1000)
        case "cut short":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        case "empty":
            path.write_bytes(b"")
        case _:
            with sqlite3.connect(path) as connection:
                if damage == "records altered":
                    connection.execute("UPDATE records SET value = '[[],[[],[]]]'")
                else:
                    rows = connection.execute("SELECT key, sum, value FROM records").fetchall()
                    moved = zip(rows, rows[1:] + rows[:1], strict=True)
                    connection.executemany(
                        "UPDATE records SET sum = ?, value = ? WHERE key = ?",
                        [(other[1], other[2], row[0]) for row, other in moved],
                    )
            connection.close()
    assert remembered(root) == first
    assert remembered(root) == first


def test_a_store_that_cannot_be_written_is_done_without(root: Path) -> None:
    blocked = root / "cache.sqlite"
    blocked.mkdir()
    assert remembered(root) == examined(root, NoStore())


def test_a_check_that_is_killed_leaves_the_store_as_it_was(root: Path) -> None:
    first = remembered(root)
    store = SqliteStore(root / "cache.sqlite")
    store.put("outcome:half", ["never", "closed"])
    del store
    assert remembered(root) == first


def test_checks_at_the_same_time_agree(root: Path) -> None:
    found: list[Outcome] = []
    threads = [threading.Thread(target=lambda: found.append(remembered(root))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert found[0] == found[1] == found[2]
