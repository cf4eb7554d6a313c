"""A small root to trace: one document in two versions, code, a test, evidence and results; in memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from tests.check.case import Tree
from toolkit.check.store import NoStore
from toolkit.cli import group
from toolkit.library.library import read_library
from toolkit.trace.attestation import write_attestations
from toolkit.trace.attesting import Word, attest
from toolkit.trace.project import Project
from toolkit.trace.reading import read_sources
from toolkit.trace.results import read_results
from toolkit.trace.tracing import Sources, Traced, trace

TODAY = date(2020, 8, 6)
PROJECT = Project(("code",), ("tests",))
TEXT = "documents/demo/2/01.md"
OLD = "documents/demo/1/01.md"
CODE = "code/rules.py"
TESTS = "tests/test_rules.py"
ATTESTED = "documents/demo/attestations.tsv"
EVIDENCE = "documents/demo/evidence.yaml"

FILES = {
    "documents/demo/document.yaml": """\
code: DEMO
title: Demonstration Document
versions:
  - {version: "1", status: draft}
  - {version: "2", status: draft, base: "1"}
""",
    TEXT: """\
## 1 Notices {#notices}

- 1.1 {#notice} The DCC shall give notice not less than 5 Working Days before the date.
- 1.2 {#manner} A notice shall:
  - (a) {#in-writing} be given in writing; and
  - (b) {#to-supplier} be sent to the Responsible Supplier.
- 1.3 {#thanks} The DCC shall thank everybody.
""",
    OLD: """\
## 1 Notices {#notices}

- 1.1 {#notice} The DCC shall give notice not less than 15 Working Days before the date.
- 1.2 {#withdrawn} The DCC shall whistle.
""",
    CODE: """\
from toolkit.conformance.link import implements

@implements("DEMO", "notice", since="1")
def notice(): return 5

@implements("DEMO", "manner", since="2")
@implements("DEMO", "in-writing", since="2")
def manner(): return "in writing"

@implements("DEMO", "withdrawn", since="1")
def whistle(): return "whistle"
""",
    TESTS: """\
import pytest

@pytest.mark.verifies("DEMO", "notice")
@pytest.mark.verifies("DEMO", "withdrawn")
def test_notice(): ...

@pytest.mark.verifies("DEMO", "manner")
def test_manner(): ...
""",
    EVIDENCE: """\
default: {needs: none, reason: A procedure between people.}
clauses:
  notice: {needs: [code, test]}
  manner: {needs: [code, test]}
""",
}


def junit(*failed: str, skipped: str = "", without: str = "") -> bytes:
    """Results of both tests: passed, but for those named."""
    marks = dict.fromkeys(failed, '<failure message="no"/>') | {skipped: "<skipped/>"}
    cases = [
        f'<testcase classname="tests.test_rules" name="{name}">{marks.get(name, "")}</testcase>'
        for name in ("test_notice", "test_manner")
        if name != without
    ]
    return f"<testsuites>{''.join(cases)}</testsuites>".encode()


PASSED = junit()


def sources(files: dict[str, str], results: bytes | None = PASSED) -> tuple[Sources, tuple[str, ...]]:
    """Everything read, and the codes of what is wrong with it."""
    library = read_library(Tree({path: text.encode() for path, text in files.items()}))
    read = None if results is None else read_results(results, "junit.xml")[0]
    found, wrong = read_sources(library, PROJECT, NoStore(), read, TODAY)
    return found, tuple(one.code for one in wrong)


def attested(files: dict[str, str] = FILES) -> dict[str, str]:
    """The same files with every link attested as it stands."""
    verdicts = trace(sources(files)[0]).verdicts
    lines = attest(verdicts, lambda verdict, link: True, Word("A. Drafter", "Read.", TODAY))
    return {**files, ATTESTED: write_attestations(lines).decode()}


GREEN = attested()


def traced(changes: dict[str, tuple[str, str]], results: bytes | None = PASSED) -> Traced:
    """A trace of the attested root with one piece of text in some files changed."""
    files = dict(GREEN)
    for path, (old, new) in changes.items():
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)
    return trace(sources(files, results)[0])


def drafting(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), *arguments], catch_exceptions=False)


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
