"""drafting diff --format html: the change-marked page of any two versions, files or folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.html.page_text import read_page
from toolkit.cli import group

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "documents"


def page(*arguments: str, root: Path = ROOT) -> Result:
    asked = ["--root", str(root), "diff", *arguments, "--format", "html"]
    return CliRunner().invoke(group, asked, prog_name="drafting")


@pytest.mark.parametrize(
    "sides",
    [
        ("TMAD@6.0", "6.1U"),
        ("DUIS@3.0", "3.1"),
        (str(DOCUMENTS / "srpd" / "3.0"), str(DOCUMENTS / "srpd" / "3.1U")),
        (str(DOCUMENTS / "tmad/6.0/03-provision-of-information.md"),
         str(DOCUMENTS / "tmad/6.1U/03-provision-of-information.md")),
    ],
    ids=["versions", "lines", "folders", "files"],
)  # fmt: skip
def test_the_page_shows_what_was_put_in_and_taken_out(sides: tuple[str, str]) -> None:
    result = page(*sides)
    assert result.exit_code == 1, result.output
    text = result.stdout
    made = read_page(text.encode())
    assert {"ins", "main", "h1"} <= made.tags and "data-change" in made.attributes
    assert text.startswith("<!DOCTYPE html>") and text.endswith("</html>\n")


def test_versions_that_are_the_same_give_a_page_that_says_so() -> None:
    result = page("TMAD@6.0", "6.0")
    assert result.exit_code == 0 and "Nothing has changed." in result.stdout


def test_a_page_goes_into_a_file_where_one_is_named(tmp_path: Path) -> None:
    result = page("TMAD@6.0", "6.1U", "-o", str(tmp_path / "changes.html"))
    assert result.exit_code == 1 and result.stdout == ""
    assert tmp_path.joinpath("changes.html").read_text("utf-8") == page("TMAD@6.0", "6.1U").stdout


def test_a_file_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    result = page("TMAD@6.0", "6.1U", "-o", str(tmp_path / "no" / "such" / "changes.html"))
    assert result.exit_code == 2 and "No such file or directory" in result.output


def test_the_page_wears_the_project_s_own_templates(tmp_path: Path) -> None:
    shutil.copytree(DOCUMENTS, tmp_path / "documents")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "changes.css").write_text(".ours { color: green }", "utf-8")
    assert ".ours { color: green }" in page("TMAD@6.0", "6.1U", root=tmp_path).stdout
