"""Instructions on a text that they were not drawn up for: told in words, with both texts."""

from __future__ import annotations

import pytest

from toolkit.compare.apply import Conflict
from toolkit.compare.compare import compare
from toolkit.compare.forest import Forest
from toolkit.compare.instructions.carry_out import carry_out
from toolkit.compare.instructions.data import SCHEMA, as_data, from_data
from toolkit.compare.instructions.draw_up import draw_up
from toolkit.compare.instructions.instruction import Instructions, Renumber, Words
from toolkit.compare.instructions.placing import moves
from toolkit.compare.kept import Pairs
from toolkit.model.document import Document, Register, Status, Version
from toolkit.model.numbering import SUBSIDIARY
from toolkit.model.passage import passages
from toolkit.source.markdown import read_part

OLD = """\
## 4 Meters {#meters}

- 4.1 {#notice} The DCC shall give notice within 15 Working Days.
- 4.2 {#cost} The DCC shall bear the cost of the notice, and the cost of the reply.
- 4.3 {#codes} The codes are:

  Table 4 {#table-4}: Codes

  | Code | Meaning |
  | --- | --- |
  | E1 | Not found |
- 4.4 {#fee} No fee shall be charged.
"""
NEW = (
    OLD.replace("15", "5")
    .replace("and the cost of", "and the price of")
    .replace("Not found", "Found nowhere")
    .replace("- 4.4 {#fee} No fee shall be charged.\n", "")
)


def document(text: str, name: str) -> Document:
    part = read_part(text.encode(), f"{name}.md", SUBSIDIARY).part
    return Document(Register("TMAD", "TMAD"), Version(name, Status.DRAFT), (part,))


def instructions() -> Instructions:
    old, new = document(OLD, "1"), document(NEW, "2")
    return draw_up(compare(old, new), old, new)


def test_they_find_the_words_by_which_time_they_occur() -> None:
    words = [step for step in instructions().steps if isinstance(step, Words) and step.find == "cost"]
    assert [(step.which, step.of, step.words) for step in words] == [(2, 2, "price")]


@pytest.mark.parametrize(
    ("was", "now", "expected", "found"),
    [
        ("within 15 Working", "within 20 Working", "15", "within 20 Working Days"),
        ("the cost of the notice", "the cost and the cost of the notice", "2 times", "cost and the cost"),
        ("| E1 |", "| E9 |", "E1\tNot found", "E9\tNot found"),
        ("No fee shall be charged.", "A fee may be charged.", "No fee shall", "A fee may"),
        ("- 4.1 {#notice}", "- 4.1 {#other-notice}", "4.1", ""),
        ("- 4.4 {#fee}", "- 4.5 {#fee}", "4.4", "4.5"),
    ],
)
def test_another_base_is_a_conflict_that_names_both_texts(
    was: str, now: str, expected: str, found: str
) -> None:
    assert was in OLD
    base = document(OLD.replace(was, now), "3")
    with pytest.raises(Conflict) as raised:
        carry_out(instructions(), base)
    assert expected in str(raised.value)
    assert found in raised.value.found


def test_what_they_do_not_touch_may_be_other() -> None:
    base = document(OLD.replace("The codes are:", "These are the codes:"), "3")
    wanted = document(NEW.replace("The codes are:", "These are the codes:"), "4")
    assert carry_out(instructions(), base) == passages(wanted)


def test_they_cannot_be_carried_out_twice() -> None:
    with pytest.raises(Conflict):
        carry_out(instructions(), document(NEW, "2"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"schema": "drafting-toolkit/changes/1"}, "no instructions"),
        ({}, "no instructions"),
        ({"schema": SCHEMA, "old": "A", "new": "B", "steps": [{"do": "sing"}]}, "Instruction 1"),
        (
            {"schema": SCHEMA, "old": "A", "new": "B", "steps": [{"do": "omit", "target": {}}]},
            "Instruction 1",
        ),
    ],
)
def test_data_that_are_no_instructions_are_refused(data: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        from_data(data)


def test_a_wrong_number_is_a_conflict_not_a_guess() -> None:
    data = as_data(instructions())
    for step in data["steps"]:
        if step["do"] == "words":
            step["of"] += 1
    with pytest.raises(Conflict):
        carry_out(from_data(data), document(OLD, "1"))


LIMBS = """\
## 4 Meters {#meters}

- 4.1 {#steps} The DCC shall:
  - (a) {#tell} tell the Supplier; and
  - (b) {#wait} wait.
"""


def test_limbs_follow_their_clause_without_instructions_of_their_own() -> None:
    put_in = "- 4.1 {#first} The DCC shall find each Meter.\n- 4.2 {#steps}"
    old, new = document(LIMBS, "1"), document(LIMBS.replace("- 4.1 {#steps}", put_in), "2")
    found = draw_up(compare(old, new), old, new)
    renumbered = [step.target.label for step in found.steps if isinstance(step, Renumber)]
    assert renumbered == ["4.1"]
    assert [one.label.text for one in carry_out(found, old)][-2:] == ["4.2(a)", "4.2(b)"]


def test_what_stays_while_its_clause_is_moved_is_moved_on_its_own() -> None:
    run = passages(document(LIMBS, "1"))
    # 4 stays, 4.1 goes to the end, and (a) and (b) stay where they are
    pairs = Pairs([0, 3, 1, 2], [0, 2, 3, 1], frozenset({1}))
    assert moves(pairs, Forest.of(run, {})) == {1, 2, 3}
