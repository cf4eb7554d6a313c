"""list, fmt, new and lock as their users call them."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import COMMANDS, group

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "documents", tmp_path / "documents")
    return tmp_path


def drafting(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), *arguments], prog_name="drafting")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(group, [name, "--help"], prog_name="drafting")
    assert result.exit_code == 0
    assert COMMANDS[name][1].endswith(".")
    assert len(result.output.splitlines()) > 5


def test_a_mistyped_command_is_put_right(root: Path) -> None:
    result = drafting(root, "lsit")
    assert result.exit_code == 2
    assert "Did you mean list?" in result.output


def test_list_marks_what_is_in_effect(root: Path) -> None:
    result = drafting(root, "list", "TMAD", "DUIS", "--on", "2020-08-01")
    assert result.exit_code == 0
    lines = [line.split() for line in result.output.splitlines()]
    assert [line[1] for line in lines if line[:1] == ["●"]] == ["6.0", "3.0", "3.1"]
    assert "SMETS1 Transition and Migration Approach Document, SEC Appendix AL" in result.output


def test_without_documents(tmp_path: Path) -> None:
    result = drafting(tmp_path, "list")
    assert result.exit_code == 2
    assert "holds no folder documents/" in result.output


def test_new_version_copies_and_registers(root: Path) -> None:
    register = root / "documents" / "tmad" / "document.yaml"
    before = register.read_text("utf-8")
    result = drafting(root, "new", "version", "TMAD", "6.2", "--from", "6.1U")
    assert result.exit_code == 0, result.output
    assert register.read_text("utf-8") == before + '  - {version: "6.2", status: draft, base: "6.1U"}\n'
    old, new = root / "documents" / "tmad" / "6.1U", root / "documents" / "tmad" / "6.2"
    assert {path.name: path.read_bytes() for path in old.iterdir()} == {
        path.name: path.read_bytes() for path in new.iterdir()
    }
    again = drafting(root, "new", "version", "TMAD", "6.2", "--from", "6.1U")
    assert again.exit_code == 2
    assert "in the register already" in again.output


def test_new_version_from_nothing(root: Path) -> None:
    result = drafting(root, "new", "version", "TMAD", "6.2", "--from", "6.1")
    assert result.exit_code == 2
    assert "Did you mean" in result.output
    assert not (root / "documents" / "tmad" / "6.2").exists()


@pytest.mark.parametrize(
    ("after", "label"),
    [("4.30", "4.30A"), ("4.30(a)", "(aA)"), ("4.49", "4.50"), ("18", "19"), ("3.25", "3.26")],
)
def test_new_clause_offers_the_right_label(root: Path, after: str, label: str) -> None:
    result = drafting(root, "new", "clause", "TMAD@6.1U", "--after", after)
    assert result.exit_code == 0, result.output
    assert result.stdout.split()[0] == label


def test_inserted_numbers_follow_the_house_style_of_their_neighbours(root: Path) -> None:
    result = drafting(root, "new", "clause", "S1SR@4.4", "--after", "18.22c")
    assert result.stdout.split()[0] in {"18.22d", "18.23"}


def test_new_clause_writes_it_in_its_place_with_a_fresh_id(root: Path) -> None:
    words = "The DCC shall keep a record of every notice."
    result = drafting(root, "new", "clause", "TMAD@6.1U", "--after", "4.30", "--text", words)
    assert result.exit_code == 0, result.output
    file = root / "documents" / "tmad" / "6.1U" / "04-migration.md"
    assert f"- 4.30A {{#dcc-keep-record-every-notice}} {words}\n" in file.read_text("utf-8")
    again = drafting(root, "new", "clause", "TMAD@6.1U", "--after", "4.30A", "--text", words)
    assert "4.30B {#dcc-keep-record-every-notice-2}" in again.output


def test_an_id_is_for_ever(root: Path) -> None:
    result = drafting(root, "new", "clause", "TMAD@6.1U", "--after", "4.30", "--text", "X", "--id", "expiry")
    assert result.exit_code == 2
    assert "An id is for ever" in result.output


def test_a_locked_version_is_not_written(root: Path) -> None:
    before = {path: path.read_bytes() for path in (root / "documents").rglob("*") if path.is_file()}
    assert drafting(root, "new", "clause", "TMAD@6.0", "--after", "4.30", "--text", "X").exit_code == 2
    assert drafting(root, "fmt", "TMAD@6.0").exit_code == 2
    assert before == {path: path.read_bytes() for path in (root / "documents").rglob("*") if path.is_file()}


def test_fmt_lays_out_drafts_and_then_has_nothing_to_do(root: Path) -> None:
    assert drafting(root, "fmt", "--check").exit_code == 0
    file = root / "documents" / "tmad" / "6.1U" / "01-introduction.md"
    canonical = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + canonical.replace(b"\n", b"\r\n").replace(b"- 1.1", b"*   1.1"))
    check = drafting(root, "fmt", "--check")
    assert check.exit_code == 1
    assert "01-introduction.md" in check.output
    assert drafting(root, "fmt").exit_code == 0
    assert file.read_bytes() == canonical


def test_fmt_leaves_alone_what_it_cannot_read(root: Path) -> None:
    file = root / "documents" / "tmad" / "6.1U" / "01-introduction.md"
    file.write_bytes(b"\xff\xfe not text")
    result = drafting(root, "fmt")
    assert result.exit_code == 1
    assert "could not be read" in result.output
    assert file.read_bytes() == b"\xff\xfe not text"


def test_lock_fixes_a_text_for_good(root: Path) -> None:
    register = root / "documents" / "srpd" / "document.yaml"
    text = register.read_text("utf-8")
    register.write_text(
        text.replace("status: consulted", "status: designated\n    effective: 2020-09-29"), "utf-8"
    )
    result = drafting(root, "lock", "SRPD@3.1U")
    assert result.exit_code == 0, result.output
    assert "locked already" in drafting(root, "lock", "SRPD@3.1U").output
    file = sorted((root / "documents" / "srpd" / "3.1U").iterdir())[0]
    file.write_bytes(file.read_bytes() + b"\nMore.\n")
    again = drafting(root, "lock", "SRPD@3.1U")
    assert again.exit_code == 2
    assert "make the change in a new draft" in again.output


def test_a_draft_cannot_be_locked(root: Path) -> None:
    result = drafting(root, "lock", "TMAD@6.1U")
    assert result.exit_code == 2
    assert "not designated" in result.output
