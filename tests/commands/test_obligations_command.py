"""drafting obligations as its users call it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.test_output_commands import drafting
from tests.html.page_text import read_page

FILES = ("html", "xlsx", "csv", "json")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("obligations")
    result = drafting("obligations", "IEDP@2019-01", "-f", ",".join(FILES), "-o", str(out))
    assert result.exit_code == 0, result.output
    return out


def test_the_terminal_tells_clause_actor_modal_act_and_period() -> None:
    result = drafting("obligations", "TMAD@6.0", "--actor", "Responsible Supplier", "--kind", "permission")
    assert result.exit_code == 0
    assert result.output.startswith("TMAD@6.0\n\nClause")
    assert "4.16" in result.output and "withdraw a Migration" in result.output
    assert "; ? marks the " in result.output.splitlines()[-1]


def test_the_versions_in_legal_effect_on_a_day() -> None:
    result = drafting("obligations", "TMAD", "--on", "2020-08-01", "--actor", "DCC")
    assert result.output.startswith("TMAD@6.0\n")
    nothing = drafting("obligations", "TMAD", "--on", "2001-01-01")
    assert nothing.exit_code == 2 and "in legal effect on 2001-01-01" in nothing.output
    both = drafting("obligations", "TMAD@6.0", "--on", "2020-08-01")
    assert both.exit_code == 2 and "name documents without a version" in both.output


def test_every_format_tells_the_same_readings(written: Path) -> None:
    data = json.loads((written / "obligations.json").read_text("utf-8"))["obligations"]
    rows = list(csv.DictReader(io.StringIO((written / "obligations.csv").read_text("utf-8"))))
    book = load_workbook(written / "obligations.xlsx")
    page = read_page((written / "obligations.html").read_bytes(), "main")
    assert [one["label"] for one in data] == [row["Clause"] for row in rows]
    assert [one["act"] for one in data] == [row["What"] for row in rows]
    sheet = [[cell.value or "" for cell in row] for row in book["Obligations"].iter_rows(min_row=3)]
    assert sheet == [list(row.values()) for row in rows]
    for one in data:
        assert one["act"] in page.words
    assert {"./IEDP-2019-01-clean.html#" + one["clause"] for one in data} <= set(page.hrefs)


def test_each_line_leads_to_its_clause_in_the_clean_copy(written: Path) -> None:
    copy = (written / "IEDP-2019-01-clean.html").read_text("utf-8")
    for one in json.loads((written / "obligations.json").read_text("utf-8"))["obligations"]:
        assert f'id="{one["clause"]}"' in copy


def test_the_same_input_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    drafting("obligations", "IEDP@2019-01", "-f", ",".join(FILES), "-o", str(tmp_path))
    for name in ("obligations.html", "obligations.xlsx", "obligations.csv", "obligations.json"):
        assert (tmp_path / name).read_bytes() == (written / name).read_bytes()


def test_what_is_uncertain_is_marked_in_every_format(written: Path) -> None:
    page = (written / "obligations.html").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO((written / "obligations.csv").read_text("utf-8"))))
    uncertain = [row for row in rows if row["Uncertain"]]
    assert uncertain and page.count("To be looked at:") == len(uncertain)
    for row in uncertain:
        assert row["Uncertain"].split(":")[0] in ("actor", "kind", "act", "period")


def test_traced_says_whether_code_carries_it_out(tmp_path: Path) -> None:
    result = drafting("obligations", "TMAD", "--traced", "-f", "json", "-o", str(tmp_path))
    assert result.exit_code == 0, result.output
    data = json.loads((tmp_path / "obligations.json").read_text("utf-8"))["obligations"]
    assert {"not run", "procedural"} <= {one["state"] for one in data}


def test_wrong_use_is_told_in_words() -> None:
    assert "There is no format pdf" in drafting("obligations", "-f", "pdf").output
    asked = drafting("obligations", "TMAD@6.0", "--actor", "Responsible Suplier")
    assert asked.exit_code == 2 and "Did you mean Responsible Supplier?" in asked.output
