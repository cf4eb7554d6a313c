"""What was consulted on and what was made since: in the Code, consulted on, concluded."""

from __future__ import annotations

from hypothesis import given

from tests.compare.edit_scripts import edited_pairs
from tests.strategies import laws
from toolkit.compare.compare import compare
from toolkit.compare.two_base import TwoBase, two_base
from toolkit.model.change import Change, Stage
from toolkit.model.document import Document, Register, Status, Version
from toolkit.model.numbering import SUBSIDIARY
from toolkit.source.markdown import read_part

Pair = tuple[Document, Document]

CODE = """\
## 4 Meters {#meters}

- 4.1 {#notice} The DCC shall give notice within 15 Working Days.
- 4.2 {#cost} The DCC shall bear the cost under Clause 4.3.
- 4.3 {#share} The Supplier shall bear its share.
- 4.4 {#fee} No fee shall be charged.
- 4.5 {#copy} A Supplier may ask for a copy.
"""


def document(text: str, name: str) -> Document:
    part = read_part(text.encode(), f"{name}.md", SUBSIDIARY).part
    return Document(Register("TMAD", "TMAD"), Version(name, Status.DRAFT), (part,))


def stages(consulted: str, concluded: str, code: str = CODE) -> tuple[dict[str, Stage], list[str]]:
    found = two_base(document(code, "1"), document(consulted, "2"), document(concluded, "3"))
    made = {change.label: stage for change, stage in zip(found.changes.changes, found.stages, strict=True)}
    return made, [change.label for change in found.dropped.changes]


def test_the_same_words_were_consulted_on() -> None:
    text = CODE.replace("15", "5")
    assert stages(text, text) == ({"Clause 4.1": Stage.CONSULTED}, [])


def test_other_words_were_altered_since() -> None:
    assert stages(CODE.replace("15", "5"), CODE.replace("15", "10")) == ({"Clause 4.1": Stage.ALTERED}, [])


def test_words_in_a_clause_that_stood_were_made_after_consultation() -> None:
    consulted = CODE.replace("15", "5")
    concluded = consulted.replace("No fee", "No charge")
    assert stages(consulted, concluded)[0] == {
        "Clause 4.1": Stage.CONSULTED,
        "Clause 4.4": Stage.AFTER,
    }


def test_what_was_not_made_is_dropped() -> None:
    consulted = CODE.replace("15", "5").replace("- 4.5", "- 4.4A {#new} A new clause.\n- 4.5")
    assert stages(consulted, CODE) == ({}, ["Clause 4.1", "Clause 4.4A"])


def test_a_clause_put_in_and_amended_since() -> None:
    consulted = CODE + "- 4.6 {#new} The DCC shall publish a list of Suppliers.\n"
    concluded = consulted.replace("a list", "each year a list")
    assert stages(consulted, concluded) == ({"Clause 4.6": Stage.ALTERED}, [])
    assert stages(consulted, consulted) == ({"Clause 4.6": Stage.CONSULTED}, [])
    assert stages(CODE, consulted) == ({"Clause 4.6": Stage.AFTER}, [])


def test_a_clause_put_in_that_was_renumbered_since_was_consulted_on() -> None:
    new = "- 4.{} {{#new}} The DCC shall publish a list of Suppliers.\n"
    consulted = CODE + new.format(6)
    concluded = CODE + "- 4.6 {#more} The Panel shall keep the list.\n" + new.format(7)
    assert stages(consulted, concluded)[0] == {"Clause 4.6": Stage.AFTER, "Clause 4.7": Stage.CONSULTED}


def test_a_clause_left_out_by_both() -> None:
    text = CODE.replace("- 4.5 {#copy} A Supplier may ask for a copy.\n", "")
    assert stages(text, text) == ({"Clause 4.5": Stage.CONSULTED}, [])
    assert stages(CODE, text) == ({"Clause 4.5": Stage.AFTER}, [])
    assert stages(text, CODE) == ({}, ["Clause 4.5"])
    amended = CODE.replace("a copy", "two copies")
    assert stages(amended, text) == ({"Clause 4.5": Stage.ALTERED}, [])


def test_what_only_follows_has_the_stage_of_what_it_follows_from() -> None:
    put_in = "- 4.3 {#first} The DCC shall tell the Panel.\n"
    moved_on = CODE.replace("Clause 4.3", "Clause 4.4").replace("- 4.3 {#share}", f"{put_in}- 4.4 {{#share}}")
    moved_on = moved_on.replace("- 4.4 {#fee}", "- 4.5 {#fee}").replace("- 4.5 {#copy}", "- 4.6 {#copy}")
    made, _ = stages(moved_on, moved_on)
    assert set(made.values()) == {Stage.CONSULTED}
    made, _ = stages(CODE, moved_on)
    assert set(made.values()) == {Stage.AFTER}
    assert made["Clause 4.2"] is Stage.AFTER


def test_the_same_words_with_a_citation_that_follows_were_consulted_on() -> None:
    consulted = CODE.replace("bear the cost", "bear every cost")
    put_in = "- 4.3 {#first} The DCC shall tell the Panel.\n"
    concluded = consulted.replace("Clause 4.3", "Clause 4.4").replace(
        "- 4.3 {#share}", f"{put_in}- 4.4 {{#share}}"
    )
    concluded = concluded.replace("- 4.4 {#fee}", "- 4.5 {#fee}").replace("- 4.5 {#copy}", "- 4.6 {#copy}")
    made, _ = stages(consulted, concluded)
    assert made["Clause 4.3"] is Stage.AFTER
    assert made["Clause 4.2"] is Stage.CONSULTED


def test_a_line_of_the_list_is_altered_where_its_changes_differ() -> None:
    limbs = "- 4.6 {#new} The DCC shall:\n  - (a) {#find} find;{}\n"
    consulted = CODE + limbs.replace("{}", " and\n  - (b) {#keep} keep.")
    concluded = CODE + limbs.replace("{}", " and\n  - (b) {#keep} keep it all.")
    found = two_base(document(CODE, "1"), document(consulted, "2"), document(concluded, "3"))
    assert found.by_number() == {1: Stage.ALTERED}


def both_ways(found: TwoBase) -> tuple[set[Stage], tuple[Change, ...]]:
    return set(found.stages), found.dropped.changes


@laws
@given(edited_pairs())
def test_three_laws(pair: Pair) -> None:
    old, new = pair
    changes = compare(old, new).changes
    assert both_ways(two_base(old, old, new)) == ({Stage.AFTER} if changes else set(), ())
    assert both_ways(two_base(old, new, new)) == ({Stage.CONSULTED} if changes else set(), ())
    assert both_ways(two_base(old, new, old)) == (set(), changes)
