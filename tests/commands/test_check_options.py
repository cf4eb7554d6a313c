"""The options of drafting check, as their users give them."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group
from toolkit.commands.manual import manual
from toolkit.library import library
from toolkit.library.load import Loaded
from toolkit.model.document import Register, Version
from toolkit.source.files import Files

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A draft with two citations that lead nowhere and a weekday that is not that of its date."""
    shutil.copytree(ROOT / "documents" / "_external", tmp_path / "documents" / "_external")
    folder = tmp_path / "documents" / "demo"
    (folder / "1").mkdir(parents=True)
    register = "code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"
    (folder / "document.yaml").write_text(register, "utf-8")
    (folder / "1" / "01.md").write_text(
        "## 1 Notices {#notices}\n\n- 1.1 {#first} The DCC shall act as Clause 9.1 and Clause 9.2 say.\n"
        "- 1.2 {#second} The DCC shall act on Monday 29 May 2020.\n",
        "utf-8",
    )
    return tmp_path


def drafting(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), "check", *arguments], prog_name="drafting")


def codes(result: Result) -> list[str]:
    return [one["code"] for one in json.loads(result.stdout)["findings"]]


def test_select_ignore_and_severity(root: Path) -> None:
    def found(*options: str) -> list[str]:
        return codes(drafting(root, "--format", "json", *options))

    assert found("--select", "C101,wrong-weekday") == ["C101", "C101", "C152"]
    assert found("--select", "C1", "--ignore", "C101") == ["C152"]
    assert found("--select", "c15") == ["C152"]
    assert found("--select", "C101", "--severity", "error") == ["C101", "C101"]
    assert drafting(root, "--select", "C152", "--ignore", "C152").exit_code == 0


def test_what_is_not_known_is_wrong_use(root: Path) -> None:
    for option in ("--select", "--ignore", "--explain"):
        result = drafting(root, option, "unresolved-citaton")
        assert result.exit_code == 2 and "Is unresolved-citation meant?" in result.output


def test_explain_and_manual_need_no_documents(tmp_path: Path) -> None:
    result = drafting(tmp_path, "--explain", "C152")
    assert result.exit_code == 0
    assert result.output.startswith("C152 wrong-weekday (error)\n") and "\nBad:  " in result.output
    assert drafting(tmp_path, "--explain", "wrong-weekday").output == result.output
    assert drafting(tmp_path, "--explain", "S013").output.startswith("S013 tab (warning)\n\nA line holds")
    assert drafting(tmp_path, "--explain", "T131").output.startswith("T131 verifying-test-failed (error)\n\n")
    assert drafting(tmp_path, "--explain", "late-response").output.startswith("P146 late-response (warning)")
    assert drafting(tmp_path, "--manual").output == manual()


def test_a_baseline_makes_an_old_code_green(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    written = drafting(root, "--write-baseline", str(file))
    assert written.exit_code == 0 and "3 findings are in" in written.output
    again = drafting(root, "--baseline", str(file))
    assert again.exit_code == 0 and "besides, 3 in the baseline" in again.output
    source = root / "documents" / "demo" / "1" / "01.md"
    source.write_text(source.read_text("utf-8").replace("9.2", "9.3") + "- 1.3 {#third} No more.\n", "utf-8")
    result = drafting(root, "--baseline", str(file), "--format", "json")
    assert result.exit_code == 1 and codes(result) == ["C101"]
    assert "1 entries of" in result.stderr
    assert not list(tmp_path.glob("*.part"))


def test_a_file_that_is_no_baseline_is_wrong_use(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    for content in (b"", b"{}", b"\xff"):
        file.write_bytes(content)
        result = drafting(root, "--baseline", str(file))
        assert result.exit_code == 2 and "is no baseline" in result.output, content
    file.write_text('{"schema": "drafting-toolkit/baseline/0", "findings": []}', "utf-8")
    assert "of another version of the toolkit" in drafting(root, "--baseline", str(file)).output
    missing = drafting(root, "--baseline", str(tmp_path / "none.json"))
    assert missing.exit_code == 2 and "--write-baseline" in missing.output
    both = drafting(root, "--baseline", str(file), "--write-baseline", str(file))
    assert both.exit_code == 2 and "do not go together" in both.output
    nowhere = drafting(root, "--write-baseline", str(tmp_path / "no" / "known.json"))
    assert nowhere.exit_code == 2 and f"{Path('no') / 'known.json'}: No such" in nowhere.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("DEMO@1:1.1",), "Check the whole version: DEMO@1."),
        (("DEMO#first",), "Check the whole version: DEMO."),
        (("DEMO@git:main",), "Check it out"),
        (("DEMO@2",), "DEMO has no version"),
        (("--select", ""), "No code is given"),
        (("--ignore", " , "), "No code is given"),
        (("--diff", "--write-baseline", "x"), "do not go together"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_checked(root: Path, arguments: tuple[str, ...], words: str) -> None:
    result = drafting(root, *arguments)
    assert result.exit_code == 2 and words in result.stderr and not result.stdout


def test_an_unknown_name_is_told_though_something_else_is_found_in_a_register(root: Path) -> None:
    (root / "documents" / "demo" / "stray").mkdir()
    assert drafting(root, "DEMO@2").exit_code == 2
    (root / "documents" / "other").mkdir()
    (root / "documents" / "other" / "document.yaml").write_bytes(b"\xff")
    result = drafting(root, "OTHER@2")
    assert result.exit_code == 1 and "other/document.yaml:1:1: error S001" in result.stdout


def test_fixing_uses_and_feeds_what_is_remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, seen = library.read_version, list[str]()

    def reading(files: Files, register: Register, version: Version) -> Loaded:
        seen.append(version.name)
        return read(files, register, version)

    monkeypatch.setattr(library, "read_version", reading)
    assert drafting(root, "--diff").exit_code == 0 and seen == ["1"]
    assert drafting(root, "--fix").exit_code == 1 and seen == ["1"]
    assert drafting(root).exit_code == 1 and seen == ["1"]


def test_an_allowance_is_told_in_every_form(root: Path) -> None:
    source = root / "documents" / "demo" / "1" / "01.md"
    allow = "<!-- allow: wrong-weekday: a quotation -->\n\n<!-- allow: unresolved-citation: soon -->\n\n"
    source.write_text(allow + source.read_text("utf-8"), "utf-8")
    assert "besides, 3 allowed" in drafting(root).output
    assert drafting(root).exit_code == 0
    log = json.loads(drafting(root, "--format", "sarif").stdout)
    assert [one["suppressions"][0]["kind"] for one in log["runs"][0]["results"]] == ["inSource"] * 3
    assert drafting(root, "--format", "github").stdout == ""
    assert "allowed (a quotation)" in drafting(root, "--format", "junit").stdout
