"""Tables of cases: one file a rule, inputs in columns, what must come of them in columns with ⇒."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from toolkit.conformance.answers import answer
from toolkit.conformance.asking import ask_text
from toolkit.conformance.catalogue import find
from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
EXPECTED = "⇒ "
_library: list[Library] = []


def library() -> Library:
    """The shipped documents, read once."""
    if not _library:
        _library.append(read_library(Folder(ROOT)))
    return _library[0]


@dataclass(frozen=True, slots=True)
class Case:
    """One row: what is asked, and what must be answered."""

    rule: str
    name: str
    given: dict[str, str]
    expected: dict[str, str]

    def check(self) -> None:
        """Ask, and hold the answer against every expected column that is filled."""
        rule = find(self.rule)
        assert rule is not None
        ruling = ask_text(rule, self.given, library())
        for name, words in self.expected.items():
            told = answer(ruling, name)
            if name == "says":
                assert words in told, f"{self.name}: {told}"
            else:
                assert told == words, f"{self.name}: {name} is {told}; {ruling.reason}"


def cases(rule: str) -> list[Any]:
    """The rows of a rule's table as pytest parameters, named by their first column."""
    with (CASES / f"{rule}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, strict=True, skipinitialspace=True))
    assert rows
    found = []
    for row in rows:
        assert None not in row, f"{rule}: a row has too many cells: {row}"
        assert row["⇒ outcome"], f"{rule}: {row['case']} expects nothing"
        cells = {name: cell.strip() for name, cell in row.items() if cell and cell.strip()}
        given = {
            name: cell for name, cell in cells.items() if name != "case" and not name.startswith(EXPECTED)
        }
        expected = {
            name.removeprefix(EXPECTED): cell for name, cell in cells.items() if name.startswith(EXPECTED)
        }
        found.append(
            pytest.param(Case(rule, cells["case"], given, expected), id=cells["case"].replace(" ", "-"))
        )
    return found
