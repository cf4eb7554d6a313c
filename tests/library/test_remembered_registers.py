"""What is remembered of registers and inventories is what reading them gives, places and all."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.kept import Kept
from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder, Overlay
from toolkit.trace.project import read_project

ROOT = Path(__file__).parents[2]
OWN = b"""code: OWN
title: One numbered in its own way
numbering: {levels: ["A1", "(i)"], keyword: Paragraph}
aliases: [Another]
annexes: [{label: Annex A, title: A matrix, file: a.csv, id: a-matrix}]
versions:
  - {version: "1", status: designated, effective: unknown, effective_by: 2020-08-06, held: no}
"""


def seen(library: Library) -> Any:
    """All that can be seen of what was read; places are not compared otherwise."""
    places = {code: [one.place for one in each.versions] for code, each in library.registers.items()}
    return library.registers, library.externals, library.diagnostics, places


def own(text: bytes = OWN) -> Overlay:
    return Overlay(Folder(ROOT), {"documents/own/document.yaml": text})


def test_the_shipped_library_and_one_with_its_own_numbering() -> None:
    kept = Kept()
    for _ in range(2):
        assert seen(read_library(own(), kept)) == seen(read_library(own()))
        assert read_project(own(), kept) == read_project(own())
    assert kept.written == len(kept.records) > 5


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"Another", b"Some other"), (b"2020-08-06", b"2020-08-07"), (b"unknown", b"2019-01-01"),
     (b"- {version", b"-  {version"), (b"Paragraph", b"Item"), (b"designated", b"unheard-of")],
)  # fmt: skip
def test_after_an_edit_and_after_it_is_taken_back(old: bytes, new: bytes) -> None:
    kept = Kept()
    for text in (OWN, OWN.replace(old, new), OWN):
        assert seen(read_library(own(text), kept)) == seen(read_library(own(text)))


def test_what_is_wrong_is_told_each_time() -> None:
    kept = Kept()
    broken = own(OWN.replace(b"title", b"titel"))
    first, second = (read_library(broken, kept).diagnostics for _ in range(2))
    assert first == second == read_library(broken).diagnostics
    assert any(one.place.file == "documents/own/document.yaml" for one in first)


@pytest.mark.parametrize("record", [[], 1, {"a": 1}, [1, 2, 3], None], ids=str)
def test_a_record_that_is_none_of_ours(record: Any) -> None:
    kept = Kept()
    read_library(own(), kept)
    for key in kept.records:
        kept.records[key] = json.dumps(record)
    assert seen(read_library(own(), kept)) == seen(read_library(own()))


@pytest.mark.parametrize("content", [[], 1, None, ["OWN"], [1] * 8, [[1]] * 7], ids=str)
def test_a_content_that_is_none_of_ours(content: Any) -> None:
    kept = Kept()
    read_library(own(), kept)
    for key, text in kept.records.items():
        kept.records[key] = json.dumps([json.loads(text)[0], content])
    assert seen(read_library(own(), kept)) == seen(read_library(own()))


def test_a_trace_of_what_is_remembered_knows_no_shapes(tmp_path: Path) -> None:
    """To build the shapes of files takes longer than to trace a small root."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "trace.yaml").write_text("code: [rules]\n")
    program = (
        "import sys\nfrom toolkit.cli import group\n"
        "group(sys.argv[1:], standalone_mode=False)\nprint('pydantic' in sys.modules)"
    )
    for expected in ("True", "False"):
        command = [sys.executable, "-c", program, "--root", str(tmp_path), "trace"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == expected
