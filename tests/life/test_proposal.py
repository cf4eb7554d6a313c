"""Declared changes drafted from real ones: they cover what has to be declared, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.compare.edit_scripts import edited_pairs
from tests.compare.reading import CASES, read
from tests.consult.consult_toys import OLD, document
from tests.strategies import laws
from toolkit.compare.compare import compare
from toolkit.consult.consultation import DeclaredChange
from toolkit.consult.declared import Comparison, check_declared
from toolkit.consult.proposal import draft_changes
from toolkit.model.document import Document


def compared(old: Document, new: Document) -> Comparison:
    return Comparison(old, new, compare(old, new))


def names(changes: tuple[DeclaredChange, ...]) -> list[list[str]]:
    return [[f"{one.kind} {one.name}" for one in change.provisions] for change in changes]


def drafted(*edits: tuple[str, str]) -> tuple[DeclaredChange, ...]:
    text = OLD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    comparison = compared(document(OLD, "1.0"), document(text))
    changes = draft_changes([comparison])
    assert not check_declared(changes, (comparison,))
    return changes


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_they_pass_for_every_case(case: str) -> None:
    comparison = compared(read(CASES / case / "old.md"), read(CASES / case / "new.md"))
    found = check_declared(draft_changes([comparison]), (comparison,))
    assert not found


@laws
@given(edited_pairs())
def test_what_is_declared_is_real(pair: tuple[Document, Document]) -> None:
    comparison = compared(*pair)
    found = check_declared(draft_changes([comparison]), (comparison,))
    assert {one.code for one in found} <= {"P121"}, "only what has no name is left"


def test_one_change_for_each_top_level_clause() -> None:
    changes = drafted(("about toys", "about good toys"), ("be safe", "be quite safe"), (" red;", " pink;"))
    assert names(changes) == [["clause 1.1", "clause 1.2(a)"], ["clause 2.3"]]
    assert [one.id for one in changes] == ["toy-introduction", "toy-definitions"]
    assert changes[0].topic == "… (Clause 1 of the TOY, Introduction)"
    assert {one.kind for one in changes} == {"amendment"}


def test_a_new_clause_is_named_whole() -> None:
    new = "- 2.3A {#soft} A toy shall be:\n  - (a) {#soft-a} soft; and\n  - (b) {#soft-b} light.\n- 2.4 to"
    (change,) = drafted(("- 2.4 to", new))
    assert (names((change,)), change.kind) == ([["clause 2.3A"]], "new provision")


def test_a_clause_covers_its_limbs() -> None:
    (change,) = drafted(("A toy shall be:", "Each toy shall be:"), (" red;", " pink;"))
    assert names((change,)) == [["clause 1.2"]]


def test_definitions_tables_and_matrices_have_their_kind() -> None:
    (change,) = drafted(("a round toy", "a spherical toy"), ("| Ball | small |", "| Ball | tiny |"))
    assert names((change,)) == [["definition Ball", "table Table 2.2"]]
    comparison = compared(
        document(OLD, "1.0"), document(OLD, matrix="Toy,Behaviour\nBall,bounces\nKite,flies\n")
    )
    (annex,) = draft_changes([comparison])
    assert names((annex,)) == [["annex Annex A"]]
    assert annex.topic == "… (Annex A of the TOY, Matrix of Toys)"
    assert not check_declared((annex,), (comparison,))


def test_what_only_follows_is_not_declared() -> None:
    renumbered = (("- 1.2 {#colours}", "- 1.2 {#new} A toy is new.\n- 1.3 {#colours}"),)
    assert names(drafted(*renumbered)) == [["clause 1.2"]]


def test_what_changed_in_one_draft_says_in_which() -> None:
    one = compared(
        document(OLD, "1.0"), document(OLD.replace("be safe", "be quite safe").replace(" red;", " pink;"))
    )
    text = OLD.replace("be safe", "be quite safe")
    other = document(text)
    other = replace(other, version=replace(other.version, name="1.0U"))
    both = (one, compared(document(OLD, "1.0"), other))
    changes = draft_changes(both)
    assert not check_declared(changes, both)
    versions = {one.name: one.versions for change in changes for one in change.provisions}
    assert versions == {"1.2(a)": ("1.1",), "2.3": ()}
