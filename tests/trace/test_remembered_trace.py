"""What is remembered never changes a trace; and where nothing changed, no text of law is read again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from random_root import roots
from small_root import ATTESTED, CODE, EVIDENCE, FILES, GREEN, OLD, PASSED, TESTS, TEXT, TODAY, junit, sources

from tests.strategies import laws
from toolkit.trace.coverage import coverage
from toolkit.trace.data import as_json
from toolkit.trace.tracing import Sources, trace


class Kept:
    """A store in memory that holds text, as the real one does."""

    def __init__(self) -> None:
        self.records: dict[str, str] = {}

    def get(self, key: str) -> Any | None:
        return json.loads(self.records[key]) if key in self.records else None

    def put(self, key: str, record: Any) -> None:
        self.records[key] = json.dumps(record)


def data(found: Sources, store: Kept | None = None) -> Any:
    """All that can be seen of a trace, places with it."""
    traced = trace(found, store)
    hidden = [
        (one.place, one.fingerprint, one.under, [link.place for link in (*one.code, *one.tests)])
        for one in traced.verdicts
    ]
    return as_json(traced, coverage(traced.verdicts), traced.findings), hidden, traced


@settings(laws, max_examples=30)
@given(roots(), roots())
def test_with_and_without(one: Sources, other: Sources) -> None:
    """Again, and again after anything changed, and after it was changed back."""
    store = Kept()
    for found in (one, one, other, one, other):
        assert data(found, store) == data(found)


CHANGES: dict[str, tuple[str, str, str]] = {
    "a clause": (TEXT, "5 Working", "6 Working"),
    "a clause moved down a line": (TEXT, "## 1 Notices", "\n## 1 Notices"),
    "another version": (OLD, "whistle", "sing"),
    "code": (CODE, "return 5", "return 6"),
    "a line of code": (CODE, "\n@implements", "\n\n@implements"),
    "a link gone": (CODE, '@implements("DEMO", "in-writing", since="2")\n', ""),
    "a mark gone": (TESTS, '@pytest.mark.verifies("DEMO", "manner")\n', ""),
    "evidence": (EVIDENCE, "[code, test]", "[code]"),
    "a line of evidence": (EVIDENCE, "clauses:\n", "clauses:\n\n"),
    "the register": ("documents/demo/document.yaml", "Demonstration", "Another"),
    "an attestation": (ATTESTED, "A. Drafter", "B. Drafter"),
    "an attestation gone": (ATTESTED, "1:", "1:0"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_thing_that_a_trace_rests_on(change: str) -> None:
    path, old, new = CHANGES[change]
    store = Kept()
    data(sources(GREEN)[0], store)
    assert old in GREEN[path]
    changed = sources({**GREEN, path: GREEN[path].replace(old, new, 1)})[0]
    assert data(changed, store) == data(sources({**GREEN, path: GREEN[path].replace(old, new, 1)})[0])


def test_results() -> None:
    store = Kept()
    for results in (PASSED, None, junit("test_notice"), junit(skipped="test_manner"), b"<testsuites/>"):
        assert data(sources(GREEN, results)[0], store) == data(sources(GREEN, results)[0])


def test_an_example_in_the_text_and_its_result() -> None:
    function = "toolkit.conformance.tmad.mprn.match_mprn"
    example = f"\n> [!EXAMPLE]\n> By `{function}`:\n>\n> | a | ⇒ b |\n> |---|---|\n> | 1 | 2 |\n"
    files = {**GREEN, TEXT: GREEN[TEXT] + example}
    case = '<testcase classname="documents.demo.2.01.md" name="thanks[line-13]">{}</testcase>'
    store = Kept()
    for mark in ("", "<failure message='no'/>", ""):
        results = f"<testsuites>{case.format(mark)}</testsuites>".encode()
        assert data(sources(files, results)[0], store) == data(sources(files, results)[0])


def test_days_pass() -> None:
    waived = "thanks: {needs: code, waived: {until: 2020-08-06, reason: Later.}}"
    files = {**GREEN, EVIDENCE: GREEN[EVIDENCE] + f"  {waived}\n"}
    store = Kept()
    for day in (TODAY, date(2020, 8, 7), TODAY):
        found = replace(sources(files)[0], today=day)
        states = [one.state.value for one in data(found, store)[2].verdicts if one.clause == "thanks"]
        assert states == ["waived" if day == TODAY else "missing"]


def test_nothing_is_read_where_nothing_changed() -> None:
    store = Kept()
    trace(sources(GREEN)[0], store)
    again = sources(GREEN)[0]
    trace(again, store)
    assert not again.library._loaded


def test_what_looked_into_history_is_not_kept() -> None:
    """The past is not among what a trace is remembered by."""
    reworded = {**GREEN, TEXT: GREEN[TEXT].replace("5 Working", "6 Working")}
    asked: list[str] = []

    def history(folder: str) -> tuple[()]:
        asked.append(folder)
        return ()

    store = Kept()
    for _ in range(2):
        trace(replace(sources(reworded)[0], history=history), store)
    assert asked == ["documents/demo"] * 2


@pytest.mark.parametrize("record", [[], 1, {"a": 1}, [[], [1]], [[], [[], [], [], [], []], 1]], ids=str)
def test_a_record_that_is_none_of_ours_is_worked_out_again(record: Any) -> None:
    store = Kept()
    data(sources(GREEN)[0], store)
    for key in store.records:
        store.put(key, record)
    assert data(sources(GREEN)[0], store) == data(sources(GREEN)[0])


def test_the_small_root_without_attestations_is_remembered_too() -> None:
    store = Kept()
    for _ in range(2):
        assert data(sources(FILES)[0], store) == data(sources(FILES)[0])
