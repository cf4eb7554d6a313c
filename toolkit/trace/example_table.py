"""One worked example as it is written: a function, what every row gives, and a table.

    > [!EXAMPLE]
    > By `toolkit.conformance.tmad.mprn.match_mprn`, each time with:
    >
    > - group_id: AA
    >
    > | smso_mprn  | registered_mprn | ⇒ outcome |
    > |------------|-----------------|-----------|
    > | 0007654321 | 7654321         | met       |

An empty cell gives what every row gives, or nothing, or expects nothing. A value may stand in backquotes, as
XML does. It is no legal text, and does not touch fingerprints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.block import Note
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .example import EXPECTED, Example, Row
from .finding import finding

KIND = "EXAMPLE"
_FUNCTION = re.compile(r"`((?:[A-Za-z_]\w*\.)+[A-Za-z_]\w*)`", re.ASCII)
_GIVEN = re.compile(r"- ([a-z_][\w.]*): +(.*\S)", re.ASCII)
_CELL = re.compile(r"(?<!\\)\|")
_FORM = "Name a function in backquotes, then give a table with ⇒ before each column that it must answer."


def read_table(
    note: Note, document: str, versions: tuple[str, ...], clause: str
) -> tuple[Example | None, tuple[Diagnostic, ...]]:
    """The example that a note holds, with its right rows, and what is wrong; None where there is no row."""
    lines = note.source.splitlines()
    named = next((match[1] for match in map(_FUNCTION.search, lines) if match), "")
    table = [(at, line) for at, line in enumerate(lines, note.place.line + 1) if line.startswith("|")]
    if not named or len(table) < 3:
        what = "names no function" if not named else "has no table with rows"
        return None, (finding("T141" if named else "T142", note.place, f"The worked example {what}.", _FORM),)
    columns = _cells(table[0][1])
    if not any(name.startswith(EXPECTED) for name in columns) or len(set(columns)) < len(columns):
        return None, (
            finding("T141", note.place, "The table expects nothing, or names a column twice.", _FORM),
        )
    always = {match[1]: _to_the_letter(match[2]) for match in map(_GIVEN.fullmatch, lines) if match}
    rows, wrong = [], []
    for at, line in table[2:]:
        cells = _cells(line)
        row = _row(columns, cells, always, at) if len(cells) == len(columns) else None
        if row is not None and row.expected:
            rows.append(row)
            continue
        place = Place(note.place.file, at, note.place.column)
        told = f"The row expects nothing, or has not {len(columns)} cells as the head of the table has."
        wrong.append(finding("T141", place, told, _FORM))
    example = Example(document, versions, clause, named, tuple(rows), note.place)
    return example if rows else None, (*wrong, *_rows_at_odds(example))


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [_to_the_letter(cell.strip().replace("\\|", "|")) for cell in _CELL.split(inner)]


def _to_the_letter(words: str) -> str:
    """A value in backquotes, such as XML, without them."""
    quoted = len(words) > 2 and words[0] == words[-1] == "`" and "`" not in words[1:-1]
    return words[1:-1] if quoted else words


def _row(columns: list[str], cells: list[str], always: dict[str, str], line: int) -> Row:
    given, expected = dict(always), {}
    for name, cell in zip(columns, cells, strict=True):
        if cell and name.startswith(EXPECTED):
            expected[name.removeprefix(EXPECTED).strip()] = cell
        elif cell:
            given[name] = cell
    return Row(tuple(given.items()), tuple(expected.items()), line)


def _rows_at_odds(example: Example) -> Iterator[Diagnostic]:
    """Rows that ask what a row before them asks: the same twice, or with another answer."""
    seen: dict[tuple[tuple[str, str], ...], Row] = {}
    for row in example.rows:
        asked = tuple(sorted(row.given))
        first = seen.setdefault(asked, row)
        if first is row:
            continue
        place = Place(example.place.file, row.line, example.place.column)
        told, said = dict(first.expected), dict(row.expected)
        same = all(told.get(name, words) == words for name, words in said.items())
        what = "says again what" if same else "asks what, and answers otherwise than,"
        message = f"The row {what} the row of line {first.line} does."
        yield finding("T143" if same else "T144", place, message, "Keep the row that is right.")
