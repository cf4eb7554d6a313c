"""drafting diff on versions, git revisions, files and folders; and what it says where it cannot."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "compare" / "cases"


def drafting(*arguments: str, root: Path = ROOT) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), "diff", *arguments], prog_name="drafting")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A library under git whose draft was edited twice: once committed, once not."""
    shutil.copytree(ROOT / "documents", tmp_path / "documents")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    draft = tmp_path / "documents" / "tmad" / "6.1U" / "10-device-model-combination-testing.md"
    git("init", "-q")
    for old, new in (("need not repeat", "may leave out"), ("a test", "any test")):
        git("add", ".")
        git("commit", "-q", "-m", "step")
        draft.write_text(draft.read_text("utf-8").replace(old, new, 1), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "names", "words"),
    [
        (["TMAD@6.1U@git:HEAD~1", "6.1U"], "TMAD@6.1U@git:HEAD~1 → TMAD@6.1U:", 2),
        (["TMAD@6.1U@git:HEAD"], "TMAD@6.1U@git:HEAD → TMAD@6.1U:", 1),
        (["TMAD@git:HEAD~1"], "TMAD@6.1U@git:HEAD~1 → TMAD@6.1U:", 2),
        (["TMAD@git:HEAD~1..HEAD"], "TMAD@6.1U@git:HEAD~1 → TMAD@6.1U@git:HEAD:", 1),
        (["TMAD@6.1U@git:HEAD~1.."], "TMAD@6.1U@git:HEAD~1 → TMAD@6.1U:", 2),
        (["TMAD@6.1U", "6.1U@git:HEAD"], "TMAD@6.1U → TMAD@6.1U@git:HEAD:", 1),
    ],
)
def test_git_revisions(checkout: Path, arguments: list[str], names: str, words: int) -> None:
    result = drafting(*arguments, root=checkout)
    assert result.exit_code == 1, result.output
    assert result.output.startswith(names)
    assert result.output.count("{+") == words


def test_versions_of_two_lines_and_of_a_working_copy_of_one() -> None:
    assert "DUIS@3.0 → DUIS@3.1:" in drafting("DUIS@3.0", "3.1").output
    assert "DUIS@3.0U → DUIS@3.1U:" in drafting("DUIS@3.0U", "DUIS@3.1U").output


def test_two_files() -> None:
    folder = CASES / "clause-inserted"
    result = drafting(str(folder / "old.md"), str(folder / "new.md"))
    assert result.exit_code == 1
    assert "Clause 4.2: inserted" in result.stdout
    data = json.loads(drafting(str(folder / "old.md"), str(folder / "new.md"), "--format", "json").stdout)
    assert data["old"].endswith("old.md")


def test_two_files_numbered_otherwise(tmp_path: Path) -> None:
    for name, words in (("a", "shall keep records"), ("b", "shall keep all records")):
        text = f"## 478.11 Records\n\n- (a) Each licensee {words}.\n  - (1) For a year.\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    result = drafting(str(tmp_path / "a.md"), str(tmp_path / "b.md"), "--numbering", "cfr")
    assert "§ 478.11(a): amended" in result.stdout


def test_a_file_without_clauses_is_compared_and_a_remark_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Every licensee shall keep a dog.\n", "utf-8")
    (tmp_path / "b.md").write_text("Every licensee shall keep a cat.\n", "utf-8")
    result = drafting(str(tmp_path / "a.md"), str(tmp_path / "b.md"))
    assert "keep a [-dog-]{+cat+}." in result.stdout
    assert "--numbering" in result.stderr


def test_two_folders_with_the_register_beside_them() -> None:
    folder = ROOT / "documents" / "s1sr"
    result = drafting(str(folder / "4.3"), str(folder / "4.4"))
    assert "Annex A, row “D026”: amended" in result.stdout


def test_consequential_changes_may_be_hidden() -> None:
    shown, hidden = drafting("DUIS@3.0", "3.1"), drafting("DUIS@3.0", "3.1", "--consequential", "hide")
    assert "[-2.6.5-]{+2.6.6+}" in shown.output
    assert "[-2.6.5-]{+2.6.6+}" not in hidden.output
    assert "consequential, which are not shown." in " ".join(hidden.output.split())
    assert hidden.exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["TMAD@6.0"], "With what is TMAD@6.0 to be compared?"),
        (["TMAD@6.9", "6.1U"], "has no version “6.9”"),
        (["TMAD@git:no-such-revision", "6.1U"], "no-such-revision"),
        (["none.md", "other.md"], "There is no file or folder none.md"),
        ([str(CASES / "definitions" / "old.md"), "TMAD@6.0"], "two files, two folders or two versions"),
        ([str(CASES / "definitions" / "old.md"), str(CASES)], "a file and a folder"),
        ([str(CASES), str(CASES)], "holds no .md file"),
        (["TMAD@6.0", "6.1U", "--numbering", "cfr"], "--numbering is for files"),
    ],
)
def test_wrong_use_is_told_in_words(arguments: list[str], words: str) -> None:
    result = drafting(*arguments)
    assert result.exit_code == 2, result.output
    assert words in result.output


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00A")
    (tmp_path / "b.md").write_text("A cat.\n", "utf-8")
    result = drafting(str(tmp_path / "a.md"), str(tmp_path / "b.md"))
    assert result.exit_code == 2
    assert "a.md cannot be read" in result.output
