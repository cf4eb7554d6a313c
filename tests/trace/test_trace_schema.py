"""The published schema of a trace as data: real output is of it, and it lets nothing else through."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from random_root import roots
from small_root import CODE, FILES, TEXT, change, drafting, junit, sources, traced

from tests.strategies import laws
from toolkit.trace.coverage import coverage
from toolkit.trace.data import SCHEMA, as_json, written
from toolkit.trace.tracing import Sources, Traced, trace

SCHEMA_TEXT = (resources.files("toolkit.trace") / "trace-1.json").read_text(encoding="utf-8")
CHECK = jsonschema.Draft202012Validator(json.loads(SCHEMA_TEXT))


def data(found: Traced) -> dict[str, Any]:
    return as_json(found, coverage(found.verdicts), found.findings)


def test_the_schema_is_one_and_names_the_output() -> None:
    jsonschema.Draft202012Validator.check_schema(CHECK.schema)
    assert CHECK.schema["properties"]["schema"]["const"] == SCHEMA


def test_output_of_the_small_root_is_of_the_schema() -> None:
    for found in (
        traced({}), traced({}, None), traced({}, junit("test_notice", skipped="test_manner")),
        traced({TEXT: ("5 Working", "6 Working"), CODE: ('return "in writing"', 'return "by voice"')}),
        trace(sources(FILES)[0]),
    ):  # fmt: skip
        CHECK.validate(data(found))


@laws
@given(roots())
def test_output_of_anything_is_of_the_schema_and_written_whole(found: Sources) -> None:
    made = data(trace(found))
    CHECK.validate(made)
    assert json.loads("".join(written(made))) == made


def test_a_line_a_clause(root: Path) -> None:
    lines = drafting(root, "trace", "--format", "json").stdout.splitlines()
    clauses = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"document"')]
    assert [one["id"] for one in clauses if "state" in one] == [
        "notice",
        "manner",
        "in-writing",
        "thanks",
        "withdrawn",
    ]


def test_output_of_a_root_names_no_folder_of_the_machine(root: Path) -> None:
    text = drafting(root, "trace", "--format", "json", "--results", str(root / "junit.xml")).stdout
    CHECK.validate(json.loads(text))
    assert str(root) not in text


def test_each_link_says_which_clause_it_leads_to(root: Path) -> None:
    """A comment names a label; the data says the id."""
    change(
        root, CODE, "def notice(): return 5", "def notice(): return 5\n\n# clause: implements DEMO 1.3\nx = 1"
    )
    found = json.loads(drafting(root, "trace", "--format", "json").stdout)
    thanks = next(one for one in found["clauses"] if one["id"] == "thanks")
    assert [(one["clause"], one["name"]) for one in thanks["code"]] == [("thanks", "")]


FAULTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "no schema": lambda found: found.pop("schema"),
    "another schema": lambda found: found.update(schema="drafting-toolkit/trace/2"),
    "a key more": lambda found: found.update(more=1),
    "no state": lambda found: found["clauses"][0].pop("state"),
    "an unknown state": lambda found: found["clauses"][0].update(state="fine"),
    "line 0": lambda found: found["clauses"][0].update(line=0),
    "a link of another kind": lambda found: found["clauses"][0]["code"][0].update(kind="cites"),
    "an unknown need": lambda found: found["clauses"][0]["evidence"].update(needs=["luck"]),
    "no such outcome": lambda found: found["clauses"][0]["results"][0].update(outcome="unknown"),
    "an edit of another kind": lambda found: found["clauses"][0]["suspicions"][0].update(
        changed=[{"op": "delete", "text": ""}]
    ),
    "a count below nought": lambda found: found["coverage"][0]["states"].update(missing=-1),
    "a finding of no weight": lambda found: found["findings"][0].update(severity="fatal"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_of_the_schema_does_not_pass(fault: str) -> None:
    found = data(traced({TEXT: ("5 Working", "6 Working")}))
    CHECK.validate(found)
    broken = copy.deepcopy(found)
    FAULTS[fault](broken)
    assert not CHECK.is_valid(broken)
