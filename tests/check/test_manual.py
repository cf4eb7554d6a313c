"""The manual of findings: everything that can be found is in it, and docs/rules.md is up to date."""

from pathlib import Path

import pytest

from tests.conftest import Expect
from toolkit.check.catalogue import RULES
from toolkit.check.manual import PAGE
from toolkit.check.reading import DOCUMENTATION, READING
from toolkit.commands.manual import SECTIONS, Section, explain, manual, names

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date(expect: Expect) -> None:
    expect(ROOT / PAGE, manual())


def test_everything_that_reading_finds_is_documented() -> None:
    assert {one.code for one in READING} == set(DOCUMENTATION)
    assert all(one.documentation.endswith((".", "]")) for one in READING)
    others = [*RULES, *READING, *(code for one in SECTIONS for code in one.findings)]
    assert len(names()) == len(others), "a code means one thing"
    assert len(set(names().values())) == len(names()), "and so does a name"


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_what_other_commands_find_is_documented(section: Section) -> None:
    assert set(section.documentation) == set(section.findings)
    assert all(words.endswith(".") for words in section.documentation.values())


@pytest.mark.parametrize("code", names())
def test_every_entry_says_what_it_is(code: str) -> None:
    words = explain(code)
    assert words.startswith(f"{code} {names()[code]} (")
    assert f"{code}" in manual() and names()[code] in manual()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_explanation_gives_an_example_and_what_to_do(rule) -> None:  # type: ignore[no-untyped-def]
    words = explain(rule.code)
    assert "\nBad:" in words and "\nGood:" in words and "\nWhat to do:" in words
    assert ("--select" in words) is not rule.by_default


def test_fences_of_the_page_are_closed_and_words_are_words() -> None:
    page = manual()
    assert page.count("```text\n") == len(RULES)
    assert page.count("```") == 2 * len(RULES)
    assert "<!-- allow: term-case -->" in page.split("```text")[-1] or "allow" in page
