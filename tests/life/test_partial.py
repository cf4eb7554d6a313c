"""A text with some of the declared changes: all make the draft, none leaves the base, parts compose."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.edit_scripts import edited_pairs
from tests.consult.consult_toys import OLD, declare, document
from tests.strategies import laws
from toolkit.compare.compare import compare
from toolkit.consult.consultation import DeclaredChange
from toolkit.consult.declared import Comparison, check_declared
from toolkit.consult.partial import Partial, partial
from toolkit.consult.proposal import draft_changes
from toolkit.model.document import Document
from toolkit.model.passage import Passage, legal_passages

NEW = (
    OLD.replace("about toys", "about good toys")
    .replace(" red;", " pink;")
    .replace("a round toy", "a spherical toy")
    .replace("- 2.4 to", "- 2.3A {#soft} A toy is soft.\n- 2.4 to")
)


def compared(old: Document, new: Document) -> Comparison:
    return Comparison(old, new, compare(old, new))


def numbered(*changes: DeclaredChange) -> tuple[DeclaredChange, ...]:
    return tuple(replace(one, number=number, id=f"c{number}") for number, one in enumerate(changes, start=1))


TOYS = compared(document(OLD, "1.0"), document(NEW))
DECLARED = numbered(declare("1.1"), declare("1.2(a)"), declare(("definition", "Ball")), declare("2.3A"))


def law(document: Document) -> tuple[Passage, ...]:
    return legal_passages(document)


def text(comparison: Comparison, declared: tuple[DeclaredChange, ...], *chosen: int) -> Partial:
    found, wrong = partial(comparison, declared, chosen)
    assert found is not None and not wrong, [one.message for one in wrong]
    return found


def words(found: Partial) -> str:
    return "\n".join(f"{one.label.text} {one.plain}".strip() for one in law(found.document))


def test_the_declared_changes_are_the_real_ones() -> None:
    assert not check_declared(DECLARED, (TOYS,))


def test_all_make_the_draft_and_none_the_base() -> None:
    whole, nothing = text(TOYS, DECLARED, 1, 2, 3, 4), text(TOYS, DECLARED)
    assert whole.whole and whole.document.blocks == TOYS.new.blocks
    assert nothing.untouched and nothing.document.blocks == TOYS.old.blocks


@pytest.mark.parametrize("count", [1, 2, 3])
def test_exactly_those_that_were_chosen_are_made(count: int) -> None:
    marks = {1: "good toys", 2: "pink", 3: "spherical", 4: "2.3A A toy is soft."}
    for chosen in combinations(marks, count):
        found = words(text(TOYS, DECLARED, *chosen))
        assert {number for number, mark in marks.items() if mark in found} == set(chosen)


def test_parts_compose() -> None:
    first = text(TOYS, DECLARED, 1, 3)
    rest = compared(first.document, TOYS.new)
    assert law(text(rest, DECLARED, 1, 2, 3).document) == law(text(TOYS, DECLARED, 1, 2, 3).document)
    assert law(text(rest, DECLARED, 1, 2, 3, 4).document) == law(TOYS.new)


@laws
@given(edited_pairs(), st.data())
def test_the_laws_hold_of_anything(pair: tuple[Document, Document], data: st.DataObject) -> None:
    comparison = compared(*pair)
    declared = draft_changes([comparison])
    if check_declared(declared, (comparison,)):
        return  # something changed that has no name
    numbers = [one.number for one in declared]
    assert text(comparison, declared, *numbers).document.blocks == comparison.new.blocks
    if declared:
        assert text(comparison, declared).document.blocks == comparison.old.blocks
    some = data.draw(st.sets(st.sampled_from(numbers))) if numbers else set()
    part, conflicts = partial(comparison, declared, some)
    if part is None:
        assert conflicts and all(one.code in ("P124", "P125", "P126") for one in conflicts)
        return
    left = compared(part.document, comparison.new)
    again, conflicts = partial(left, declared, numbers)
    assert again is not None and again.document.blocks == comparison.new.blocks, conflicts


RENUMBERED = OLD.replace(
    "- 1.2 {#colours}", "- 1.2 {#first} A toy is new.\n- 1.3 {#second} A toy is old.\n- 1.4 {#colours}"
).replace("- 2.3 {#safe} A toy shall be safe.", "- 2.3 {#safe} A toy of Clause 1.4(a) shall be safe.")


def renumbered(text_so_far: str = OLD) -> Comparison:
    cited = text_so_far.replace("- 2.3 {#safe} A toy shall", "- 2.3 {#safe} A toy of Clause 1.2(a) shall")
    return compared(document(cited, "1.0"), document(RENUMBERED))


def test_what_follows_goes_with_what_it_follows_from() -> None:
    declared = numbered(declare("1.2", "1.3"), declare("2.1"))
    comparison = renumbered(OLD.replace("In this document:", "In this paper:"))
    assert not check_declared(declared, (comparison,))
    with_new, without = words(text(comparison, declared, 1)), words(text(comparison, declared, 2))
    assert "1.4 A toy shall be:" in with_new and "Clause 1.4(a)" in with_new and "this paper" in with_new
    assert "1.2 A toy shall be:" in without and "Clause 1.2(a)" in without and "this document" in without


def test_what_follows_from_both_is_a_conflict_with_a_name() -> None:
    declared = numbered(declare("1.2"), declare("1.3"))
    comparison = renumbered()
    assert not check_declared(declared, (comparison,))
    for chosen in (1, 2):
        part, conflicts = partial(comparison, declared, [chosen])
        assert part is None
        assert {one.code for one in conflicts} == {"P125"}
        assert "Clause 1.4" in conflicts[0].message and "only some are directed" in conflicts[0].message
    assert text(comparison, declared, 1, 2).whole


def test_what_two_changes_declare_is_directed_with_both_or_neither() -> None:
    declared = numbered(declare("1.1"), declare("1.1", "1.2(a)", "2.3A"), declare(("definition", "Ball")))
    part, (conflict,) = partial(TOYS, declared, [1])
    assert part is None and conflict.code == "P124"
    assert "belongs to the changes 1 and 2" in conflict.message
    assert "good toys" in words(text(TOYS, declared, 1, 2))


def test_words_may_stay_while_the_number_follows() -> None:
    new = RENUMBERED.replace("A toy shall be:", "Each toy shall be:").replace(" of Clause 1.4(a)", "")
    declared = numbered(declare("1.2", "1.3"), declare("1.4"))
    comparison = compared(document(OLD, "1.0"), document(new))
    assert not check_declared(declared, (comparison,))
    assert "1.4 A toy shall be:" in words(text(comparison, declared, 1))
    assert "1.2 Each toy shall be:" in words(text(comparison, declared, 2))
