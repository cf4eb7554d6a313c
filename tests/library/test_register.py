"""The register: what it reads, and what it finds wrong, with the place."""

from pathlib import Path

import pytest

from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder

CLAUSE = "## 1 Introduction {#introduction}\n\n- 1.1 {#purpose} The DCC shall act.\n"


def library(tmp_path: Path, register: str, folders: tuple[str, ...] = ("1.0", "2.0")) -> Library:
    home = tmp_path / "documents" / "demo"
    home.mkdir(parents=True)
    (home / "document.yaml").write_text(register, encoding="utf-8")
    for name in folders:
        (home / name).mkdir()
        (home / name / "01-introduction.md").write_text(CLAUSE, encoding="utf-8")
    return read_library(Folder(tmp_path))


def found(library: Library) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.name}" for one in library.diagnostics]


HEAD = "code: DEMO\ntitle: Demonstration Document\nversions:\n"

FAULTS = {
    "a base that does not exist": (
        '  - {version: "1.0", status: draft}\n  - {version: "2.0", status: draft, base: "1.5"}\n',
        ["5:5 base-missing"],
    ),
    "a circle of bases": (
        '  - {version: "1.0", status: draft, base: "2.0"}\n'
        '  - {version: "2.0", status: draft, base: "1.0"}\n',
        ["4:5 base-cycle", "5:5 base-cycle"],
    ),
    "a version twice": (
        '  - {version: "1.0", status: draft}\n  - {version: "2.0", status: draft}\n'
        '  - {version: "2.0", status: draft}\n',
        ["6:5 duplicate-version"],
    ),
    "two in effect in one line from one day": (
        '  - {version: "1.0", status: designated, effective: 2020-01-01}\n'
        '  - {version: "2.0", status: designated, effective: 2020-01-01}\n',
        ["5:5 overlapping-effect"],
    ),
    "an end after the successor's beginning": (
        '  - {version: "1.0", status: designated, effective: 2020-01-01, until: 2020-07-01}\n'
        '  - {version: "2.0", status: designated, effective: 2020-06-01}\n',
        ["5:5 overlapping-effect"],
    ),
    "a version without a folder": (
        '  - {version: "1.0", status: draft}\n  - {version: "2.0", status: draft}\n'
        '  - {version: "3.0", status: draft}\n',
        ["6:5 missing-version-folder"],
    ),
    "a folder that no version has": ('  - {version: "1.0", status: draft}\n', ["1:1 unregistered-folder"]),
    "designated, and no day": (
        '  - {version: "1.0", status: designated}\n  - {version: "2.0", status: draft}\n',
        ["4:5 undated-designation"],
    ),
    "a companion that does not exist": (
        '  - {version: "1.0", status: draft, read_with: [OTHER@1.0]}\n  - {version: "2.0", status: draft}\n',
        ["4:5 unknown-companion"],
    ),
    "an unknown key": (
        '  - {version: "1.0", status: draft}\n  - {version: "2.0", status: draft, efective: 2020-01-01}\n',
        ["5:37 wrong-value"],
    ),
    "an unknown status": (
        '  - {version: "1.0", status: designed}\n  - {version: "2.0", status: draft}\n',
        ["4:30 wrong-value"],
    ),
    "no date": (
        '  - {version: "1.0", status: designated, effective: 2020-02-30}\n'
        '  - {version: "2.0", status: draft}\n',
        ["4:53 wrong-value"],
    ),
    "a key twice": ('  - {version: "1.0", status: draft}\ntitle: Again\n', ["5:1 duplicate-key"]),
    "a version that is no folder's name": ('  - {version: "../1.0", status: draft}\n', ["4:15 wrong-value"]),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_place(tmp_path: Path, name: str) -> None:
    versions, expected = FAULTS[name]
    assert found(library(tmp_path, HEAD + versions)) == expected


def test_a_right_register_is_silent(tmp_path: Path) -> None:
    text = (
        HEAD + '  - {version: "1.0", status: designated, effective: 2020-01-01}\n'
        '  - {version: "2.0", status: designated, effective: 2020-06-01, base: "1.0"}\n'
    )
    assert found(library(tmp_path, text)) == []


def test_two_lines_may_be_in_effect_side_by_side(tmp_path: Path) -> None:
    text = (
        HEAD + '  - {version: "1.0", status: designated, line: a, effective: 2020-01-01}\n'
        '  - {version: "2.0", status: designated, line: b, effective: 2020-01-01}\n'
    )
    assert found(library(tmp_path, text)) == []


def test_the_bare_code_means_the_newest_open_draft(tmp_path: Path) -> None:
    drafts = HEAD + (
        '  - {version: "1.0", status: designated, effective: 2020-01-01}\n'
        '  - {version: "1.1", status: consulted, base: "1.0"}\n'
        '  - {version: "1.2", status: concluded, base: "1.1"}\n'
        '  - {version: "1.9", status: consulted, base: "1.0"}\n'
    )
    taken_up = drafts + '  - {version: "2.0", status: designated, effective: 2020-06-01, base: "1.2"}\n'
    none_left = taken_up.replace('"1.9", status: consulted', '"1.9", status: withdrawn')
    cases = {"drafts": (drafts[: drafts.rindex("  -")], "1.2"), "taken up": (taken_up, "1.9"),
             "none left": (none_left, "2.0")}  # fmt: skip
    for name, (register, wanted) in cases.items():
        read = library(tmp_path / name, register, ("1.0", "1.1", "1.2", "1.9", "2.0"))
        assert read.version("DEMO")[1].name == wanted, name


def test_a_corrupt_register_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "documents" / "broken"
    broken.mkdir(parents=True)
    (broken / "document.yaml").write_bytes(b"code: [\n")
    read = library(
        tmp_path, HEAD + '  - {version: "1.0", status: draft}\n  - {version: "2.0", status: draft}\n'
    )
    assert list(read.registers) == ["DEMO"]
    assert [one.name for one in read.diagnostics] == ["yaml-syntax"]


def test_a_numbering_scheme_of_its_own(tmp_path: Path) -> None:
    text = "code: DEMO\ntitle: Demo\nnumbering: {levels: ['1', '(1)'], keyword: Rule}\nversions:\n"
    text += '  - {version: "1.0", status: draft}\n  - {version: "2.0", status: draft}\n'
    scheme = library(tmp_path, text).registers["DEMO"].scheme
    assert [level.example for level in scheme.levels] == ["1", "(1)"]
    assert scheme.keyword == "Rule"


def test_a_level_that_shows_no_numbering(tmp_path: Path) -> None:
    text = "code: DEMO\ntitle: Demo\nnumbering: {levels: ['1', 'first']}\nversions: []\n"
    (message,) = [one.message for one in library(tmp_path, text, ()).diagnostics]
    assert "“first” shows no level" in message
