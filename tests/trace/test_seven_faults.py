"""The shipped documents and rules, with faults put in: each stops the build, at its place, and is told once.

What must be told is what drafting check and drafting trace tell together. The opposite, a clause wrapped,
numbered and placed otherwise, is told by neither.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from toolkit.check.store import NoStore
from toolkit.cli import group
from toolkit.library.library import read_library
from toolkit.source.files import Folder
from toolkit.trace.example_reading import examples_of
from toolkit.trace.gather import gather
from toolkit.trace.link import LinkKind

ROOT = Path(__file__).parents[2]
COPIED = ("documents", "toolkit/conformance", "tests/conformance")
THREE = "documents/tmad/6.1U/03-provision-of-information.md"
FOUR = "documents/tmad/6.1U/04-migration.md"
MPRN = "toolkit/conformance/tmad/mprn.py"
NOTICE = "toolkit/conformance/tmad/notice.py"
PIN = "toolkit/conformance/tmad/engineering_pin.py"
WINDOW = "toolkit/conformance/tmad/supplier_change.py"
TABLES = "tests/conformance/test_tables.py"

Told = list[tuple[str, str]]
"""Code and place, as file:line, of every finding."""


def results() -> bytes:
    """Every test of the shipped rules and every worked example that verifies a clause, passed."""
    links, _ = gather(Folder(ROOT), ("tests/conformance",), NoStore())
    library = read_library(Folder(ROOT))
    traced = ("TMAD@6.1U", "S1SR@4.4", "SRPD@3.1U", "DUIS@3.1U", "SEC@2019-01")
    examples = [one for name in traced for one in examples_of(library, library.load(name))[0]]
    links = (*links, *(one.link for one in examples))
    suite = ElementTree.Element("testsuites")
    for module, name in dict.fromkeys(link.test for link in links if link.kind is LinkKind.VERIFIES):
        ElementTree.SubElement(suite, "testcase", classname=module, name=name)
    return ElementTree.tostring(suite)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is shipped, checked and traced once, so that only what is changed is read again."""
    root = tmp_path_factory.mktemp("shipped")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "trace.yaml", root)
    (root / "junit.xml").write_bytes(results())
    assert told(root) == (0, [])
    return root


@pytest.fixture
def root(shipped: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(shipped, tmp_path / "root")
    yield tmp_path / "root"
    shutil.rmtree(tmp_path / "root")


def told(root: Path) -> tuple[int, Told]:
    """The worse exit status of check and trace, and what both tell."""
    found: Told = []
    status = 0
    traced = ("trace", "--results", str(root / "junit.xml"), "--today", "2026-11-22")
    for arguments in (("check",), traced):
        done = CliRunner().invoke(group, ["--root", str(root), *arguments, "--format", "json"])
        status = max(status, done.exit_code)
        found += (
            (one["code"], f"{one['file']}:{one['line']}") for one in json.loads(done.stdout)["findings"]
        )
    return status, sorted(found)


def place(root: Path, file: str, words: str) -> str:
    """Where words stand, once they have been put in."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return f"{file}:{next(number for number, line in enumerate(lines, 1) if words in line)}"


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} says “{old}” {text.count(old)} times"
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


# -- the seven faults: each puts itself in, and says what must be told ------------------------------


def citation_to_a_missing_clause(root: Path) -> tuple[str, str]:
    change(root, FOUR, "A notice under Clause 4.29 or", "A notice under Clause 4.99 or")
    return "C101", place(root, FOUR, "Clause 4.99")


def link_to_an_unknown_clause(root: Path) -> tuple[str, str]:
    change(root, MPRN, '@implements("TMAD", "mprn-leading-zeros"', '@implements("TMAD", "mprn-leading-zero"')
    return "T112", place(root, MPRN, '@implements("TMAD", "mprn-leading-zero"')


def linked_function_deleted(root: Path) -> tuple[str, str]:
    text = (root / PIN).read_text(encoding="utf-8")
    tree = ast.parse(text)
    (gone,) = (one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == "disclose_pins")
    lines = text.splitlines(keepends=True)
    first = min(one.lineno for one in gone.decorator_list) - 1
    (root / PIN).write_text("".join(lines[:first] + lines[gone.end_lineno :]), encoding="utf-8")
    return "T123", place(root, "documents/tmad/attestations.tsv", "::disclose_pins")


def clause_reworded(root: Path) -> tuple[str, str]:
    change(root, FOUR, "not less than 5 Working Days before the date planned for the Firmware",
           "not less than 6 Working Days before the date planned for the Firmware")  # fmt: skip
    return "T121", place(root, FOUR, "{#notice-firmware}")


def version_bumped(root: Path) -> tuple[str, str]:
    change(root, NOTICE, '"notice-migration", since="4.0"', '"notice-migration", since="4.1"')
    return "T121", place(root, NOTICE, '"notice-migration", since="4.1"')


def verifying_test_failing(root: Path) -> tuple[str, str]:
    change(root, "junit.xml", 'name="test_response_time" />',
           'name="test_response_time"><failure message="16 s"/></testcase>')  # fmt: skip
    lines = (root / TABLES).read_text(encoding="utf-8").splitlines()
    at = lines.index("def test_response_time(case: Case) -> None:")
    while lines[at - 1].startswith("@"):
        at -= 1
    assert "verifies" in lines[at]
    return "T131", f"{TABLES}:{at + 1}"


FAULTS: tuple[Callable[[Path], tuple[str, str]], ...] = (
    citation_to_a_missing_clause,
    link_to_an_unknown_clause,
    linked_function_deleted,
    clause_reworded,
    version_bumped,
    verifying_test_failing,
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_each_fault_is_told_once_and_nothing_else(
    root: Path, fault: Callable[[Path], tuple[str, str]]
) -> None:
    expected = fault(root)
    assert told(root) == (1, [expected])


@pytest.mark.parametrize("left_out", FAULTS, ids=lambda fault: f"without {fault.__name__}")
def test_five_faults_at_once_are_five_findings(
    root: Path, left_out: Callable[[Path], tuple[str, str]]
) -> None:
    expected = sorted(fault(root) for fault in FAULTS if fault is not left_out)
    assert told(root) == (1, expected)


@pytest.mark.parametrize("from_catalogue", [False, True], ids=["function only", "and its line in the list"])
def test_a_function_deleted_from_the_package_that_runs(root: Path, from_catalogue: bool) -> None:
    """Where the tables of three worked examples name it, and where no rule can be imported for it."""
    shutil.copytree(
        ROOT / "toolkit", root / "toolkit", ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True
    )
    text = (root / WINDOW).read_text(encoding="utf-8")
    (root / WINDOW).write_text(text[: text.index("@implements(")], encoding="utf-8")
    if from_catalogue:
        list_of_rules = root / "toolkit/conformance/catalogue.py"
        lines = list_of_rules.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "change_of_supplier_window" not in line]
        assert len(kept) == len(lines) - 1
        list_of_rules.write_text("".join(kept), encoding="utf-8")
    expected = "T123", place(root, "documents/tmad/attestations.tsv", "::change_of_supplier_window")
    assert told_by_its_own(root) == [(0, []), (1, [expected])]


def told_by_its_own(root: Path) -> list[tuple[int, Told]]:
    """What check and trace tell, each with its exit status, run from the package in the root itself."""
    found = []
    for arguments in (("check",), ("trace", "--results", "junit.xml", "--today", "2026-11-22")):
        command = [sys.executable, "-m", "toolkit", *arguments, "--format", "json"]
        done = subprocess.run(
            command, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, check=False
        )
        assert done.stdout, done.stderr.decode()
        findings = json.loads(done.stdout)["findings"]
        found.append((done.returncode, [(one["code"], f"{one['file']}:{one['line']}") for one in findings]))
    return found


# -- their opposite ---------------------------------------------------------------------------------


def rewrapped(root: Path) -> None:
    for file in (THREE, FOUR):
        lines = (root / file).read_text(encoding="utf-8").splitlines()
        wrapped = [_wrapped(line) for line in lines]
        assert wrapped != lines
        (root / file).write_text("\n".join(wrapped) + "\n", encoding="utf-8")


def _wrapped(line: str) -> str:
    """A clause of several lines, as an editor would fill them; a table, heading or term is one line."""
    item = re.match(r" *- ", line)
    if item is None:
        return line
    indent = " " * item.end()
    return re.sub(r"(.{60,90}?) (?=\w)", lambda words: f"{words[1]}\n{indent}", line)


def renumbered(root: Path) -> None:
    pairs = ("4.29=4.30", "4.30=4.29")
    done = CliRunner().invoke(group, ["--root", str(root), "renumber", "TMAD@6.1U", *pairs])
    assert done.exit_code == 0, done.output
    text = (root / FOUR).read_text(encoding="utf-8")
    first, second, end = (text.index(one) for one in ("- 4.30 {", "- 4.29 {", "- 4.31 {"))
    text = text[:first] + text[second:end] + text[first:second] + text[end:]
    (root / FOUR).write_text(text, encoding="utf-8")


def moved(root: Path) -> None:
    """Clause 3.24 becomes the last of Clause 3, and its own number is not used any more."""
    text = (root / THREE).read_text(encoding="utf-8")
    start, end = text.index("- 3.24 {"), text.index("- 3.25 {")
    clause = text[start:end].replace("- 3.24 {", "- 3.26 {").rstrip()
    text = f"{text[:start]}- 3.24 [Not used]\n\n{text[end:].rstrip()}\n\n{clause}\n"
    (root / THREE).write_text(text, encoding="utf-8")


OPPOSITES = {
    "re-wrapped": (rewrapped,),
    "renumbered": (renumbered,),
    "moved": (moved,),
    "all three": (renumbered, moved, rewrapped),
}


@pytest.mark.parametrize("done", OPPOSITES.values(), ids=OPPOSITES)
def test_the_opposite_is_told_by_neither(root: Path, done: tuple[Callable[[Path], None], ...]) -> None:
    for one in done:
        one(root)
    assert told(root) == (0, [])
