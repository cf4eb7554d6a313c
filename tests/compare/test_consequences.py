"""What follows from a renumbering: told edit by edit, by what the citations lead to on both sides."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.cite.test_schemes import Memory
from tests.compare.edit_scripts import edited_pairs
from tests.compare.reading import CASES, read
from tests.compare.test_compare_laws import Pair
from tests.strategies import laws
from toolkit.compare.compare import compare, compare_versions
from toolkit.compare.listing import is_listed
from toolkit.compare.words import edits
from toolkit.library.library import read_library
from toolkit.model.change import Change, ChangeKind, ChangeSet, Edit, Op

VERSIONS = """numbering: subsidiary
versions:
  - {version: "1", status: published, read_with: [%(other)s@1]}
  - {version: "2", status: published, read_with: [%(other)s@2]}
"""
CITED_OLD = (
    "## 4 Duties {#duties}\n\n- 4.1 {#send} A User shall send it.\n- 4.2 {#keep} A User shall keep it.\n"
)
CITED_NEW = CITED_OLD.replace("4.2", "4.3").replace("- 4.3", "- 4.2 {#hold} A User shall hold it.\n- 4.3")
CITING = "## 9 Rules {#rules}\n\n- 9.1 {#rule} The DCC shall act %s the BB.\n"


def changes(old: str, new: str) -> ChangeSet:
    """Of a document AA that cites Clauses 4.1 and 4.2 of BB, of which 4.2 is 4.3 in the second version."""
    files = {
        "documents/aa/document.yaml": "code: AA\ntitle: The A\n" + VERSIONS % {"other": "BB"},
        "documents/bb/document.yaml": "code: BB\ntitle: The B\n" + VERSIONS % {"other": "AA"},
        "documents/aa/1/09.md": CITING % old,
        "documents/aa/2/09.md": CITING % new,
        "documents/bb/1/04.md": CITED_OLD,
        "documents/bb/2/04.md": CITED_NEW,
    }
    library = read_library(Memory(files))
    return compare_versions(library, library.load("AA@1"), library.load("AA@2"))


@pytest.mark.parametrize(
    ("old", "new", "follows"),
    [
        ("under Clause 4.2 of", "under Clause 4.3 of", True),
        ("under Clauses 4.1 and 4.2 of", "under Clauses 4.1 and 4.3 of", True),
        ("under Clauses 4.1 to 4.2 of", "under Clauses 4.1 to 4.3 of", True),
        ("under Clause 4.1 of", "under Clause 4.3 of", False),
        ("under Clause 4.1 of", "under Clause 4.2 of", False),
        ("within 4.2 hours under", "within 4.3 hours under", False),
        ("now under Clause 4.2 of", "then under Clause 4.3 of", False),
        ("under Clause 4.2 of", "under Clauses 4.2 and 4.3 of", False),
    ],
)
def test_citations_of_another_document(old: str, new: str, follows: bool) -> None:
    (change,) = changes(old, new).changes
    assert change.kind is ChangeKind.AMENDED
    assert change.consequential is follows


def test_real_and_consequential_edits_of_one_passage_are_told_apart() -> None:
    (change,) = changes("within 5 days under Clause 4.2 of", "within 10 days under Clause 4.3 of").changes
    assert [(edit.text, edit.consequential) for edit in change.edits[0] if edit.op is not Op.SAME] == [
        ("5", False),
        ("10", False),
        ("4.2", True),
        ("4.3", True),
    ]


def test_a_citation_that_still_reads_the_same_is_not_marked() -> None:
    """Though it leads elsewhere now: that is for check to say."""
    assert not changes("under Clause 4.2 of", "under Clause 4.2 of")


def test_a_number_that_follows_an_insertion_is_consequential_and_listed() -> None:
    folder = CASES / "clause-inserted"
    found = compare(read(folder / "old.md"), read(folder / "new.md")).changes
    renumbered = [one for one in found if one.kind is ChangeKind.RENUMBERED]
    assert renumbered
    assert all(one.consequential and is_listed(one) for one in renumbered)


def test_a_number_that_jumps_is_not() -> None:
    folder = CASES / "renumbered-with-jumps"
    found = compare(read(folder / "old.md"), read(folder / "new.md")).changes
    assert any(one.kind is ChangeKind.RENUMBERED and not one.consequential for one in found)


@laws
@given(edited_pairs())
def test_what_is_consequential_is_one_label_for_another(pair: Pair) -> None:
    for change in compare(*pair).changes:
        _check(change)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_so_it_is_in_every_case(case: str) -> None:
    for change in compare(read(CASES / case / "old.md"), read(CASES / case / "new.md")).changes:
        _check(change)


def _check(change: Change) -> None:
    for found in change.edits:
        following = [edit for edit in found if edit.consequential]
        assert [edit.op for edit in following] == [Op.OMIT, Op.INSERT] * (len(following) // 2)
        for here, there in pairwise(found):
            if here.op is not Op.SAME and there.op is not Op.SAME:
                assert here.consequential is there.consequential


def test_keys_let_words_stand_for_each_other() -> None:
    old, new = "Clauses 4.1 and 4.2 apply", "Clauses 4.2 and 4.3 or 9 apply"
    keys = ({8: "a", 16: "b"}, {8: "a", 16: "b"})
    assert edits(old, new, keys) == (
        Edit(Op.SAME, "Clauses "),
        Edit(Op.OMIT, "4.1", True),
        Edit(Op.INSERT, "4.2", True),
        Edit(Op.SAME, " and "),
        Edit(Op.OMIT, "4.2", True),
        Edit(Op.INSERT, "4.3", True),
        Edit(Op.SAME, " "),
        Edit(Op.INSERT, "or 9 "),
        Edit(Op.SAME, "apply"),
    )


def test_what_is_not_parted_by_space_is_one_edit_and_no_consequence() -> None:
    assert edits("see (4.1)", "see (5;4.2)", ({5: "a"}, {7: "a"})) == (
        Edit(Op.SAME, "see ("),
        Edit(Op.OMIT, "4.1"),
        Edit(Op.INSERT, "5;4.2"),
        Edit(Op.SAME, ")"),
    )
