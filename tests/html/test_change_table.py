"""The table of changes as a spreadsheet: nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io

import pytest

from toolkit.render.change_table import as_columns, as_csv


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_what_looks_like_a_formula_is_made_harmless(cell: str) -> None:
    ((first, second),) = csv.reader(io.StringIO(as_csv(((cell, "for “=1” substitute “2”"),)), newline=""))
    assert first == f"'{cell}"
    assert second == "for “=1” substitute “2”"


def test_a_table_without_rows_says_so() -> None:
    assert as_columns((("No.", "Clause"),), 80) == "No changes.\n"


def test_long_cells_stand_on_several_lines() -> None:
    text = as_columns((("No.", "What changed"), ("1", "word " * 30)), 40)
    assert max(map(len, text.splitlines())) <= 40
    assert text.count("word") == 30


def test_a_terminal_too_narrow_for_columns_gets_cells_one_after_the_other() -> None:
    assert as_columns((("No.", "Clause", "Kind"), ("1", "Clause 4.31", "amended")), 12) == (
        "1 | Clause 4.31 | amended\n"
    )
