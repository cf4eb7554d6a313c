"""renumber and check --fix as their users call them: what is written, what is said, and all or nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group
from toolkit.library import save as saving
from toolkit.library.finding import LibraryError

ROOT = Path(__file__).parents[2]
SWAP = ("renumber", "TMAD@6.1U", "4.30=4.31", "4.31=4.30")


def drafting(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), *arguments], prog_name="drafting")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "documents", tmp_path / "documents")
    return tmp_path


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "documents").rglob("*") if path.is_file()}


def spoil(root: Path) -> Path:
    file = root / "documents" / "srpd" / "3.1U" / "16-firmware.md"
    file.write_bytes(file.read_bytes().replace(b"5 Working Days", b"5 working days"))
    return file


def test_renumber_writes_and_back_again(root: Path) -> None:
    before = everything(root)
    result = drafting(root, *SWAP)
    assert result.exit_code == 0, result.output
    assert "4.30 is 4.31 {#notice-configuration-and-dates}" in result.stdout
    assert "8 citations follow" in result.stdout
    changed = {path for path, data in everything(root).items() if data != before[path]}
    assert {path.parent.name for path in changed} == {"3.0U", "3.1U", "4.4", "6.1U"}
    assert drafting(root, *SWAP).exit_code == 0
    assert everything(root) == before


PAPER = "consultations/2020-08-uplift-1.2"


def test_what_consultations_say_is_listed_and_stays(root: Path) -> None:
    shutil.copytree(ROOT / "consultations", root / "consultations")
    narrative = root / PAPER / "executive-summary.md"
    lines = narrative.read_text("utf-8").count("\n")
    said = (
        "\nSee Clauses 3.24(a) and\n3.25 of the TMAD, Clause 3.25 of the DUIS and Clause 3.25 of TMAD 6.0.\n"
    )
    narrative.write_text(narrative.read_text("utf-8") + said, "utf-8")
    before = {path: path.read_bytes() for path in (root / PAPER).rglob("*") if path.is_file()}
    result = drafting(root, "renumber", "TMAD@6.1U", "3.24=3.25", "3.25=3.24")
    assert result.exit_code == 0, result.output
    listed = [line for line in result.stderr.splitlines() if line.startswith("consultations/")]
    assert [line.partition(": ")[2] for line in listed] == [
        "The change “mprn-leading-zeros” declares 3.24; it is now 3.25.",
        "The change “engineering-menu-pin” declares 3.25; it is now 3.24.",
        "“Clauses 3.24(a) and 3.25 of the TMAD” stands in a consultation; it is now 3.25(a).",
        "“Clauses 3.24(a) and 3.25 of the TMAD” stands in a consultation; it is now 3.24.",
    ]
    data = (root / PAPER / "consultation.yaml").read_text("utf-8").splitlines()
    for line, words in zip(listed[:2], ("3.24", "3.25"), strict=True):
        number, column = map(int, line.split(":")[1:3])
        assert words in data[number - 1][column - 1 :][: len(words) + 2]
    assert listed[2].startswith(f"{PAPER}/executive-summary.md:{lines + 2}:5:")
    assert listed[3].startswith(f"{PAPER}/executive-summary.md:{lines + 3}:1:")
    assert {path: path.read_bytes() for path in before} == before


def test_what_is_declared_for_another_draft_is_not_listed(root: Path) -> None:
    shutil.copytree(ROOT / "consultations", root / "consultations")
    listed = drafting(root, "renumber", "DUIS@3.0U", "3.5.12=3.5.99", "--dry-run").stderr
    assert "The change “ppmid-firmware” declares 3.5.12; it is now 3.5.99." in listed
    other = drafting(root, "renumber", "DUIS@3.1U", "3.5.13=3.5.99", "--dry-run").stderr
    assert "declares 3.5.13; it is now 3.5.99." in other and "declares 3.5.12" not in other


def test_a_consultation_that_cannot_be_read_stops_nothing(root: Path) -> None:
    (root / PAPER).mkdir(parents=True)
    (root / PAPER / "consultation.yaml").write_bytes(b"changes: [\xff")
    result = drafting(root, *SWAP)
    assert result.exit_code == 0 and "8 citations follow" in result.stdout


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
def test_nothing_is_written_where_it_is_only_shown(root: Path, option: str) -> None:
    before = everything(root)
    result = drafting(root, *SWAP, option)
    assert result.exit_code == 0
    assert ("+++ b/documents/tmad/6.1U/04-migration.md" in result.stdout) == (option == "--diff")
    assert everything(root) == before


def test_the_diff_of_renumbering_can_be_applied(root: Path) -> None:
    shown = drafting(root, *SWAP, "--diff").stdout
    subprocess.run(["git", "apply", "-p1"], cwd=root, input=shown.encode(), check=True)
    applied = everything(root)
    assert drafting(root, *SWAP).exit_code == 0  # back
    assert everything(root) != applied
    assert all(
        (ROOT / path.relative_to(root)).read_bytes() == data for path, data in everything(root).items()
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["TMAD@6.0", "4.30=4.31"], "TMAD@6.0 is designated: it stays as it is."),
        (["TMAD@6.1U"], "Say which labels become which"),
        (["TMAD@6.1U", "4.30=4.31", "--close-gaps"], "Say which labels become which"),
        (["TMAD@6.1U:4.30", "4.30=4.31"], "Name a draft"),
        (["TMAD@6.1U", "4.30=4.31"], "{#notice-content} already"),
    ],
)
def test_wrong_use_is_told_in_words(root: Path, arguments: list[str], words: str) -> None:
    before = everything(root)
    result = drafting(root, "renumber", *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert everything(root) == before


def test_drafts_without_gaps_have_none_to_close(root: Path) -> None:
    assert "Nothing to renumber." in drafting(root, "renumber", "TMAD@6.1U", "--close-gaps").output


def test_all_files_are_written_or_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(root)
    replace = Path.replace
    done: list[Path] = []

    def fails_at_the_third(path: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 3:
            raise OSError(28, "No space left on device", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fails_at_the_third)
    result = drafting(root, *SWAP)
    assert result.exit_code == 2
    assert "No space left" in result.output
    assert everything(root) == before


def test_what_someone_else_changed_is_not_written_over(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"old")
    other.write_bytes(b"theirs")
    with pytest.raises(LibraryError, match="meanwhile"):
        saving.save_all({one: (b"old", b"new"), other: (b"old", b"new")})
    assert (one.read_bytes(), other.read_bytes()) == (b"old", b"theirs")


def test_check_mends_what_is_certain(root: Path) -> None:
    before = everything(root)
    file = spoil(root)
    spoilt = everything(root)
    shown = drafting(root, "check", "SRPD@3.1U", "--diff")
    assert shown.exit_code == 1
    assert "Working Days" in shown.stdout and everything(root) == spoilt
    result = drafting(root, "check", "SRPD@3.1U", "--fix")
    assert "mended in 1 file." in result.output
    assert "term-case" not in result.stdout
    assert file.read_bytes() == before[file] and everything(root) == before
    assert drafting(root, "check", "SRPD@3.1U", "--diff").exit_code == 0


def test_what_is_ignored_is_not_mended(root: Path) -> None:
    spoil(root)
    spoilt = everything(root)
    drafting(root, "check", "SRPD@3.1U", "--fix", "--ignore", "term-case")
    assert everything(root) == spoilt
