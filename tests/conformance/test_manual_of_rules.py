"""docs/conformance.md says what the rules say."""

from __future__ import annotations

from rule_tables import ROOT

from tests.conftest import Expect
from toolkit.conformance.catalogue import RULES
from toolkit.conformance.manual import PAGE, described, manual


def test_the_page_is_up_to_date(expect: Expect) -> None:
    expect(ROOT / PAGE, manual())


def test_every_rule_and_input_is_in_it() -> None:
    page = manual()
    for rule in RULES:
        assert f"## {rule.number} {rule.name}\n" in page
        assert set(described(rule).meanings) <= {one.name for one in rule.inputs}
    held = [line for line in page.splitlines() if line.startswith("| R") and "`#" in line]
    assert len(held) == len([rule for rule in RULES if rule.law.id])
