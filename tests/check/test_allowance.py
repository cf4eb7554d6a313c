"""Allowances: place decides what they hold for, they need a reason, and one that does nothing is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.case import Tree
from toolkit.check.allowance import allowances
from toolkit.check.catalogue import RULES
from toolkit.check.outcome import Outcome
from toolkit.check.run import examine
from toolkit.library.library import Library, read_library

REGISTER = b"code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"
ALLOW = "<!-- allow: unresolved-citation: it comes with the next uplift -->\n"


def demo(*files: str) -> Library:
    content = {"documents/demo/document.yaml": REGISTER}
    for number, file in enumerate(files):
        content[f"documents/demo/1/{number:02}.md"] = file.encode("utf-8", "surrogatepass")
    return read_library(Tree(content))


def outcome(*files: str) -> Outcome:
    """What citations that lead nowhere, and allowances, come to."""
    wanted = ("unresolved-citation", "unreasoned-allow", "unknown-allow", "unused-allow")
    return examine(demo(*files), ["DEMO@1"], tuple(rule for rule in RULES if rule.name in wanted))


def told(*files: str) -> list[str]:
    """The names and lines of what is found."""
    return [f"{one.name} {one.place.line}" for one in outcome(*files).findings]


TEXT = """\
{head}## 1 Notices {{#notices}}

{under}- 1.1 {{#first}} As Clause 9.1 says:

  {limbs}- (a) {{#limb}} as Clause 9.2 says; and
  - (b) {{#other}} as Clause 9.3 says.

{before}- 1.2 {{#second}} As Clause 9.4 says.

  {inside}More, as Clause 9.5 says.
"""
PLACES = {"head": "", "under": "", "limbs": "", "before": "", "inside": ""}


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("head", []),
        ("under", []),  # directly under the heading of Clause 1
        ("limbs", ["9.4", "9.5"]),  # directly under the words of Clause 1.1
        ("before", ["9.1", "9.2", "9.3"]),
        ("inside", ["9.1", "9.2", "9.3"]),
    ],
)
def test_place_decides(place: str, left: list[str]) -> None:
    indent = "  " if place in ("limbs", "inside") else ""
    text = TEXT.format(**{**PLACES, place: f"{ALLOW}\n{indent}"})
    found = outcome(text)
    assert [one.message.split()[1] for one in found.findings] == left
    assert len(found.set_aside) + len(left) == 5
    assert {one.reason for one in found.set_aside} == {"it comes with the next uplift"}


def test_a_file_is_one_file_of_the_version() -> None:
    other = "## 2 Fees {#fees}\n\n- 2.1 {#fee} As Clause 9.9 says.\n"
    text = TEXT.format(**{**PLACES, "head": f"{ALLOW}\n"})
    assert told(text, other) == ["unresolved-citation 3"]


def test_a_comment_at_the_end_of_a_clause_with_a_heading_stands_before_the_next() -> None:
    text = f"## 1 One {{#one}}\n\n- 1.1 {{#a}} Clause 9.1.\n\n{ALLOW}\n## 2 Two {{#two}}\n\nClause 9.2.\n"
    assert told(text) == ["unresolved-citation 3"]


def test_a_comment_between_limbs_stands_before_the_next() -> None:
    text = (
        "## 1 One {#one}\n\n- 1.1 {#a} All of:\n\n  - (a) {#b} Clause 9.1; and\n\n"
        f"  {ALLOW}\n  - (b) {{#c}} Clause 9.2.\n"
    )
    assert told(text) == ["unresolved-citation 5"]


def test_a_definition_and_a_table_are_meant_by_what_stands_before_them() -> None:
    text = (
        "## 1 One {#one}\n\n- 1.1 {#a} Terms:\n\n  Log {#def-log}\n  : means Clause 9.1;\n\n"
        f"  {ALLOW}\n  Note {{#def-note}}\n  : means Clause 9.2.\n\n"
        f"- 1.2 {{#b}} Clause 9.3 and a table.\n\n  It is here.\n\n  {ALLOW}\n"
        "  Table 1 {#table-1}: Title\n\n  | A |\n  | --- |\n  | Clause 9.4 |\n"
    )
    assert told(text) == ["unresolved-citation 6", "unresolved-citation 13"]


def test_the_innermost_allowance_counts() -> None:
    text = TEXT.format(**{**PLACES, "under": f"{ALLOW}\n", "before": f"{ALLOW}\n"})
    assert told(text) == []
    only = "## 1 One {#one}\n\n" + ALLOW + "\n- 1.1 {#a} Clause 9.1.\n\n  " + ALLOW
    assert told(only) == ["unused-allow 3"]


def test_without_a_reason_nothing_is_allowed() -> None:
    text = "## 1 One {#one}\n\n<!-- allow: unresolved-citation -->\n\n- 1.1 {#a} Clause 9.1.\n"
    assert told(text) == ["unreasoned-allow 3", "unresolved-citation 5"]


def test_what_reading_finds_can_be_allowed_and_what_is_said_of_allowing_cannot() -> None:
    text = (
        "<!-- allow: skipped-number: 1.2 was never drafted -->\n\n## 1 One {#one}\n\n"
        "- 1.1 {#a} Words.\n- 1.3 {#b} Words.\n"
    )
    assert told(text) == []
    text = "<!--\nallow: unused-allow: why not\nallow: skipped-number: none is\n-->\n\n## 1 One {#one}\n"
    assert told(text) == ["unknown-allow 1", "unused-allow 1"]


def test_a_rule_that_did_not_run_is_not_said_to_find_nothing() -> None:
    text = "<!-- allow: term-case: quoted -->\n\n## 1 One {#one}\n"
    assert told(text) == []
    assert [one.name for one in examine(demo(text), ["DEMO@1"]).findings] == ["unused-allow"]


@pytest.mark.parametrize(
    "comment",
    ["allow for the delay", "Allowed: all of it", "see allow: term-case: x", "the rules\nallowance: 3", ""],
)
def test_other_comments_are_comments(comment: str) -> None:
    library = demo(f"<!-- {comment} -->\n\n## 1 One {{#one}}\n")
    assert allowances(library.load("DEMO@1").document) == ()


def test_reasons_run_on_and_are_set_in_single_spaces() -> None:
    library = demo(
        "<!--\nWhy:\n allow: term-case: a long\n   reason: two colons\nALLOW : tab : b\n-->\n\n# x\n"
    )
    read = [(one.name, one.reason) for one in allowances(library.load("DEMO@1").document)]
    assert read == [("term-case", "a long reason: two colons"), ("tab", "b")]


words = st.sampled_from(["allow", ":", "term-case", " ", "\n", "unresolved-citation", "why", "::", "-", "->"])


@settings(deadline=None)
@given(st.lists(words, max_size=12), st.sampled_from(sorted(PLACES)))
def test_no_comment_makes_a_check_fall_over(pieces: list[str], place: str) -> None:
    comment = "".join(pieces).replace("-->", "")
    outcome(TEXT.format(**{**PLACES, place: f"<!--{comment}-->\n\n"}))


def test_many_allowances_cost_no_more_than_their_number() -> None:
    from time import process_time

    def cost(number: int) -> float:
        clauses = "".join(f"{ALLOW}\n- 1.{n} {{#c-{n}}} Clause 9.{n}.\n\n" for n in range(1, number + 1))
        start = process_time()
        found = outcome(f"## 1 One {{#one}}\n\n- 1.0 {{#zero}} Words.\n\n{clauses}")
        assert len(found.set_aside) == number
        return process_time() - start

    small = min(cost(150) for _ in range(3))
    assert cost(1200) < 8 * 3 * small
