"""A baseline: what it knows is set aside wherever it stands, and nothing else is."""

import json

import pytest

from tests.check.case import Tree
from toolkit.check.baseline import BaselineError, baseline_of, held_against, read_baseline, write_baseline
from toolkit.check.outcome import Outcome, Why
from toolkit.check.report.sources import Sources
from toolkit.check.run import examine
from toolkit.library.library import Library, read_library

REGISTER = b"code: DEMO\ntitle: D\nversions:\n  - {version: '1', status: draft}\n"
TWO = REGISTER + b"  - {version: '2', status: draft, base: '1'}\n"
OLD = """\
## 1 Notices {#notices}

- 1.1 {#first} As Clause 9.1 and Clause 9.2 say, and again Clause 9.1.
- 1.2 {#second} As Clause 9.1 says.
"""


def demo(*texts: str, register: bytes = REGISTER) -> Library:
    content = {"documents/demo/document.yaml": register}
    content |= {f"documents/demo/{number}/1.md": text.encode() for number, text in enumerate(texts, start=1)}
    return read_library(Tree(content))


def found(library: Library) -> tuple[Outcome, Sources]:
    return examine(library), Sources.of(library)


def baseline(text: str = OLD) -> str:
    outcome, sources = found(demo(text))
    return write_baseline(baseline_of(outcome.findings, sources), lambda code: "name")


def new(*texts: str, register: bytes = REGISTER) -> list[str]:
    """The messages of what is found besides the baseline."""
    outcome, sources = found(demo(*texts, register=register))
    held = held_against(outcome, read_baseline(baseline().encode()), sources)
    assert len(held.findings) + len(held.set_aside) == len(outcome.findings)
    return [one.message for one in held.findings]


def test_an_old_code_starts_green() -> None:
    assert new(OLD) == []
    assert baseline() == baseline()


@pytest.mark.parametrize(
    "text",
    [
        OLD.replace("and again", "and\n  again"),  # wrapped
        OLD.replace("Clause 9.1 and", "Clause\n  9.1 and"),  # within the words
        "> [!NOTE]\n> A note that moves every line.\n\n" + OLD,
        OLD.replace("1.2 {#second}", "1.2 {#between} Words.\n- 1.3 {#second}"),  # renumbered
        OLD.replace("Clause 9.1 and Clause 9.2", "Clause 9.2 and Clause 9.1"),
    ],
)
def test_wrapping_moving_and_renumbering_change_nothing(text: str) -> None:
    assert text != OLD
    assert new(text) == []


def test_what_is_new_is_found() -> None:
    assert new(OLD.replace("Clause 9.2", "Clause 9.3")) == ["Clause 9.3 does not exist in DEMO 1."]
    assert new(OLD.replace("#second", "#another")) == ["Clause 9.1 does not exist in DEMO 1."]
    more = OLD.replace("again Clause 9.1", "again Clause 9.1 and Clause 9.1")
    assert new(more) == ["Clause 9.1 does not exist in DEMO 1."]


def test_a_new_draft_begins_with_what_its_base_had() -> None:
    assert new(OLD, OLD, register=TWO) == []
    assert new(OLD, OLD.replace("9.2", "9.3"), register=TWO) == ["Clause 9.3 does not exist in DEMO 2."]


def test_stale_entries_are_counted_and_allowed_findings_stay_allowed() -> None:
    allowed = OLD.replace("- 1.1", "<!-- allow: unresolved-citation: soon -->\n\n- 1.1").replace(
        "- 1.2 {#second} As Clause 9.1 says.", "- 1.2 {#second} Words."
    )
    outcome, sources = found(demo(allowed))
    held = held_against(outcome, read_baseline(baseline().encode()), sources)
    assert held.findings == () and {one.why for one in held.set_aside} == {Why.ALLOWED}
    assert held.stale == 3


def test_the_file_is_sorted_and_says_what_it_holds() -> None:
    data = json.loads(baseline())
    assert data["schema"] == "drafting-toolkit/baseline/1"
    assert data["findings"] == sorted(data["findings"], key=lambda one: list(one.values())[:4])
    assert data["findings"][0] == {
        "rule": "C101", "document": "DEMO", "clause": "first", "words": "Clause 9.1", "name": "name",
        "count": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": "drafting-toolkit/baseline/1"}', "\x00", '{"schema": 3}', "null",
     "[" * 100_000,
     '{"schema": "drafting-toolkit/baseline/1", "findings": [3]}',
     '{"schema": "drafting-toolkit/baseline/1", "findings": [{"rule": "C101"}]}',
     '{"schema": "drafting-toolkit/baseline/1", "findings": '
     '[{"rule": "C101", "document": "D", "clause": "c", "words": "w", "count": "many"}]}'],
)  # fmt: skip
def test_what_is_no_baseline_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(text.encode())
