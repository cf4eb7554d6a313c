"""Each rule with its cases: silent on good.md, and on bad.md saying what bad.expected says."""

import re
from pathlib import Path

import pytest

from tests.check.case import case
from tests.conftest import Expect
from toolkit.check.catalogue import BY_DEFAULT, RULES
from toolkit.check.report import text
from toolkit.check.report.sources import Sources
from toolkit.check.rule import Rule
from toolkit.check.run import check
from toolkit.conformance.working_days import is_working_day
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic

CASES = Path(__file__).parent / "cases"
BY_NAME = {rule.name: rule for rule in RULES}


def with_defaults(rule: Rule) -> tuple[Rule, ...]:
    """A rule among those that run where nobody asks for one."""
    return tuple(one for one in RULES if one.by_default or one is rule)


every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def findings(library: Library, rules: tuple[Rule, ...] = BY_DEFAULT) -> tuple[Diagnostic, ...]:
    """What is found in the text of DEMO 1.1; its register is not what the cases are about."""
    found = check(library, ["DEMO@1.1"], rules, is_working_day)
    return tuple(one for one in found if "/1.1/" in one.place.file)


@every_rule
def test_the_good_case_is_clean(rule: Rule) -> None:
    assert findings(case(CASES / rule.name, "good"), with_defaults(rule)) == ()


@every_rule
def test_the_bad_case_says_what_is_expected(rule: Rule, expect: Expect) -> None:
    library = case(CASES / rule.name, "bad")
    found = findings(library, with_defaults(rule))
    assert {one.name for one in found} == {rule.name}, "a bad case shows one fault, and no other"
    expect(CASES / rule.name / "bad.expected", text.write(found, Sources.of(library, ["DEMO@1.1"])))


@every_rule
def test_without_the_rule_its_bad_case_is_silent(rule: Rule) -> None:
    others = tuple(one for one in BY_DEFAULT if one is not rule)
    assert findings(case(CASES / rule.name, "bad"), others) == ()


@every_rule
def test_a_rule_is_documented(rule: Rule) -> None:
    lines = rule.documentation.strip().splitlines()
    assert lines[0].endswith(".") and len(lines[0]) < 100 and not lines[1]
    for part in ("Bad:", "Good:", "What to do:"):
        assert any(line.startswith(part) for line in lines), part


@every_rule
def test_findings_say_what_to_do(rule: Rule) -> None:
    for one in findings(case(CASES / rule.name, "bad"), with_defaults(rule)):
        assert one.message.endswith((".", "?", ":")), one.message
        assert one.hint.endswith((".", "?")), one.hint
        assert one.clause.startswith("DEMO@1.1:"), one


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len(BY_NAME) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
    assert all(re.fullmatch(r"C1\d\d", rule.code) for rule in RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in RULES)


def test_every_case_folder_is_a_rule_and_every_rule_file_is_listed() -> None:
    assert {folder.name for folder in CASES.iterdir()} == set(BY_NAME)
    modules = Path(__file__).parents[2].glob("toolkit/check/rules/[a-z]*.py")
    assert {module.stem.replace("_", "-") for module in modules} == set(BY_NAME)
