"""The page on tracing says what holds: its code, comments and YAML are read as those of a project are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toolkit.conformance.link import implements
from toolkit.trace.comment_links import comment_links
from toolkit.trace.evidence_file import read_evidence
from toolkit.trace.project import read_project
from toolkit.trace.python_links import python_links
from toolkit.trace.verdict import State

PAGE = (Path(__file__).parents[2] / "docs/tracing.md").read_text("utf-8")
LINKED = ("TMAD", "mprn-leading-zeros")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_marks_of_the_page_are_links() -> None:
    code, tests = blocks("python")
    (link,), wrong = python_links(code.encode(), "code.py")
    assert ((link.document, link.clause), link.since, wrong) == (LINKED, "6.1U", ())
    links, wrong = python_links(tests.encode(), "test_code.py")
    assert ([(one.kind, one.clause) for one in links], wrong) == (
        [("verifies", "mprn-leading-zeros"), ("verifies", "expiry")], (),
    )  # fmt: skip


def test_the_comment_of_the_page_is_a_link() -> None:
    (comment,) = blocks("typescript")
    (link,), wrong = comment_links(comment.encode(), "code.ts")
    assert ((link.document, link.clause), link.since, wrong) == (LINKED, "6.1U", ())


def test_the_settings_of_the_page_are_read(tmp_path: Path) -> None:
    from toolkit.source.files import Folder

    project, evidence = blocks("yaml")
    (tmp_path / "trace.yaml").write_text(project, encoding="utf-8")
    read, wrong = read_project(Folder(tmp_path))
    assert read is not None and read.versions == {"TMAD": "6.1U"} and wrong == ()
    rules, wrong = read_evidence(evidence.encode(), "evidence.yaml")
    assert wrong == () and len(rules.clauses) == 4


@pytest.mark.parametrize("state", State)
def test_every_state_is_on_the_page(state: State) -> None:
    assert f"\n| {state} | " in PAGE


def test_the_mark_does_nothing_at_run_time() -> None:
    """With since or without it, on whatever bears it."""

    def function() -> int:
        return 5

    class Bearer: ...

    assert implements("TMAD", "expiry", since="6.0")(implements("TMAD", "expiry")(function)) is function
    assert implements("TMAD", "expiry")(Bearer) is Bearer
