"""needs.json: of the schema of sphinx-needs, and its own reader finds everything in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import ub_needs_exchange
from hypothesis import given, settings
from hypothesis import strategies as st
from random_root import roots
from small_root import CODE, FILES, TEXT, change, drafting, junit, sources

from tests.strategies import laws
from toolkit.render.exchange.identifier import identifiers
from toolkit.render.exchange.needs import VERSION, needs_json
from toolkit.trace.link import LinkKind
from toolkit.trace.tracing import Sources, Traced, trace

SCHEMA = Path(__file__).parent / "needs" / "needsfile.json"
CHECK = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
ID = re.compile(r"[A-Z0-9_]{5,}")
"""What sphinx-needs asks of an id unless it is told otherwise; it does not ask it of the whole id."""


def written(found: Sources) -> str:
    return "".join(needs_json(found, trace(found)))


def read(text: str) -> dict[str, dict[str, Any]]:
    """The needs, by the reader of the format; nothing may be wrong with them."""
    CHECK.validate(json.loads(text))
    version = ub_needs_exchange.parse(text).select_version(None)
    records = version.records()
    assert not version.diagnostics
    assert not any(one.diagnostics for one in records)
    assert version.data["needs_amount"] == len(records)
    return {one.key: one.fields for one in records}


def test_the_small_root() -> None:
    needs = read(written(sources(FILES, junit("test_notice"))[0]))
    assert needs["DEMO_NOTICE"] == {
        "id": "DEMO_NOTICE", "type": "req", "title": "1.1 Notices", "status": "failing",
        "content": "| 1.1 The DCC shall give notice not less than 5 Working Days before the date.",
        "parent_needs": [], "document": "DEMO", "document_version": "2", "clause": "notice", "number": "1.1",
        "kind": "obligation", "reason": "test_notice failed: no", "evidence": "code, test",
        "source": f"{TEXT}:3",
    }  # fmt: skip
    assert needs["DEMO_MANNER"]["content"].splitlines() == [
        "| 1.2 A notice shall:",
        "|   (a) be given in writing; and",
        "|   (b) be sent to the Responsible Supplier.",
    ]
    assert needs["DEMO_IN_WRITING"]["parent_needs"] == ["DEMO_MANNER"]
    code, test = needs["IMPL_CODE_RULES_PY_MANNER"], needs["TEST_TESTS_TEST_RULES_PY_TEST_NOTICE"]
    assert (code["type"], code["implements"]) == ("impl", ["DEMO_MANNER", "DEMO_IN_WRITING"])
    assert (code["status"], code["reason"]) == ("suspect", "nobody has attested it yet")
    assert (test["type"], test["verifies"]) == ("test", ["DEMO_NOTICE", "DEMO_WITHDRAWN_1"])
    assert (test["status"], test["reason"], test["source"]) == ("failed", "no", "tests/test_rules.py:3")


def test_markup_in_the_words_is_escaped_and_stays_in_the_words() -> None:
    words = r"The *DCC shall | not `x` pay_ \A\ for snake_case_."
    needs = read(
        written(sources({**FILES, TEXT: FILES[TEXT].replace("The DCC shall thank everybody.", words)})[0])
    )
    assert needs["DEMO_THANKS"]["content"] == (
        r"| 1.3 The \*DCC shall \| not x pay\_ \\A\\ for snake_case\_."
    )


def pairs(found: Traced, kind: LinkKind) -> set[tuple[str, str, str]]:
    """Which code leads to which provision of which version."""
    return {
        (one.version, one.clause, link.code)
        for one in found.verdicts
        for clause, link in (one.claims if kind is LinkKind.IMPLEMENTS else one.proofs)
        if clause == one.clause
    }


@settings(laws, max_examples=25)
@given(roots())
def test_every_provision_and_every_link_is_there_and_no_other(found: Sources) -> None:
    text, traced = written(found), trace(found)
    assert text == written(found)
    needs = read(text)
    assert all(ID.fullmatch(name) for name in needs)
    provisions = {
        name: (one["document_version"], one["clause"]) for name, one in needs.items() if one["type"] == "req"
    }
    assert sorted(provisions.values()) == sorted((one.version, one.clause) for one in traced.verdicts)
    for kind, type_ in ((LinkKind.IMPLEMENTS, "impl"), (LinkKind.VERIFIES, "test")):
        linked = [
            (*provisions[target], one["id"])
            for one in needs.values()
            if one["type"] == type_
            for target in one[kind.value]
        ]
        assert len(linked) == len(pairs(traced, kind))
        assert {one[:2] for one in linked} == {one[:2] for one in pairs(traced, kind)}
    for one in needs.values():
        assert set(one.get("parent_needs", ())) <= provisions.keys()


@laws
@given(st.lists(st.text(max_size=8), unique=True))
def test_identifiers_are_legal_unique_and_of_no_order(names: list[str]) -> None:
    found = identifiers(names)
    assert set(found) == set(names)
    assert len(set(found.values())) == len(names)
    assert all(ID.fullmatch(one) for one in found.values())
    assert identifiers(reversed(names)) == found


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["TMAD expiry"], {"TMAD expiry": "TMAD_EXPIRY"}),
        (["A b"], {"A b": "ITEM_A_B"}),
        (["AB-C d", "AB c-d"], {"AB-C d": "AB_C_D__551C8BB4", "AB c-d": "AB_C_D__BE274CFD"}),
    ],
)
def test_identifiers(names: list[str], expected: dict[str, str]) -> None:
    assert identifiers(names) == expected


def test_the_command(root: Path) -> None:
    change(root, CODE, "return 5", "return 6")
    done = drafting(root, "trace", "-f", "needs", "--results", str(root / "junit.xml"))
    assert done.exit_code == 1
    assert str(root) not in done.stdout
    assert json.loads(done.stdout)["versions"][VERSION]["needs_amount"] == len(read(done.stdout)) == 10
