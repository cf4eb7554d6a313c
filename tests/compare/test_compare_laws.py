"""What holds for every change set: it leads from the old version to the new one and back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.edit_scripts import edited_pairs
from tests.strategies import documents, laws
from toolkit.compare.apply import Conflict, apply, reverse, take_back
from toolkit.compare.compare import compare
from toolkit.compare.listing import lines
from toolkit.compare.merge import clean, merge
from toolkit.model.change import Change, ChangeKind, ChangeSet, Op
from toolkit.model.document import Document
from toolkit.model.label import NO_LABEL
from toolkit.model.passage import NOT_LEGAL_TEXT, Kind, Passage, passages
from toolkit.model.rebuild import document_from
from toolkit.model.text import Text

Pair = tuple[Document, Document]
pairs = st.one_of(edited_pairs(), edited_pairs(), st.tuples(documents(most=2), documents(most=2)))


@laws
@given(pairs)
def test_applied_to_the_old_version_it_gives_the_new_one(pair: Pair) -> None:
    old, new = pair
    assert apply(compare(old, new), passages(old)) == passages(new)


@laws
@given(pairs)
def test_taken_back_from_the_new_version_it_gives_the_old_one(pair: Pair) -> None:
    old, new = pair
    changes = compare(old, new)
    assert take_back(changes, passages(new)) == passages(old)
    assert reverse(reverse(changes)) == changes
    for change in reverse(changes).changes:
        for edits in change.edits:
            assert (Op.INSERT, Op.OMIT) not in pairwise(edit.op for edit in edits)


@laws
@given(pairs)
def test_the_new_document_is_rebuilt_from_the_old_one_and_the_changes(pair: Pair) -> None:
    old, new = pair
    assert document_from(apply(compare(old, new), passages(old)), new).blocks == new.blocks


@laws
@given(documents())
def test_a_version_does_not_differ_from_itself(document: Document) -> None:
    assert not compare(document, document)


@laws
@given(pairs)
def test_words_stand_where_nothing_is_amended(pair: Pair) -> None:
    for change in compare(*pair).changes:
        if change.old and change.new and change.kind is not ChangeKind.AMENDED:
            assert [text.plain for text in change.old.texts] == [text.plain for text in change.new.texts]
        for edits in change.edits:
            assert all(edit.text for edit in edits)
            assert all(here.op is not there.op for here, there in pairwise(edits))


@laws
@given(pairs)
def test_the_marked_copy_holds_both_versions_in_order(pair: Pair) -> None:
    old, new = passages(pair[0]), passages(pair[1])
    marked = merge(old, new, compare(*pair), legal_only=False)
    assert tuple(one.old for one in marked if one.old is not None) == old
    assert tuple(one.new for one in marked if one.new is not None) == new


@laws
@given(pairs)
def test_every_move_stands_twice_in_the_marked_copy(pair: Pair) -> None:
    changes = compare(*pair)
    marked = merge(passages(pair[0]), passages(pair[1]), changes, legal_only=False)
    moves = [one for one in marked if one.moved]
    assert len(moves) == 2 * sum(change.moved for change in changes.changes)
    sides = {(one.moved, one.old is None) for one in moves}
    assert len(sides) == len(moves)
    assert all((one.old is None) != (one.new is None) for one in moves)


@laws
@given(pairs)
def test_numbers_lead_to_the_list_of_changes(pair: Pair) -> None:
    changes = compare(*pair)
    for legal_only in (True, False):
        marked = merge(passages(pair[0]), passages(pair[1]), changes, legal_only)
        listed = lines(changes, legal_only)
        assert [line.number for line in listed] == list(range(1, len(listed) + 1))
        assert {one.number for one in marked} - {0} == {line.number for line in listed}
        if legal_only:
            assert not any(one.passage.kind in NOT_LEGAL_TEXT for one in marked)


@laws
@given(documents())
def test_a_clean_copy_has_no_numbers(document: Document) -> None:
    copy = clean(passages(document), legal_only=False)
    assert tuple(one.new for one in copy) == passages(document)
    assert not any(one.changed for one in copy)


@laws
@given(edited_pairs(), st.data())
def test_another_base_is_a_conflict_that_shows_both_texts(pair: Pair, data: st.DataObject) -> None:
    old, new = pair
    changes = compare(old, new)
    touched = [change for change in changes.changes if change.old is not None and change.old.texts]
    if not touched:
        return
    change = data.draw(st.sampled_from(touched))
    assert change.old is not None
    assert change.old_at is not None
    base = list(passages(old))
    text = replace(change.old.texts[0], plain=change.old.texts[0].plain + " otherwise", marks=())
    base[change.old_at] = replace(change.old, texts=(text, *change.old.texts[1:]))
    with pytest.raises(Conflict) as conflict:
        apply(changes, base)
    assert change.old.texts[0].plain in str(conflict.value)
    assert "otherwise" in str(conflict.value)


@laws
@given(edited_pairs(), st.sampled_from((Op.INSERT, Op.OMIT)))
def test_words_are_made_from_the_edits_and_not_from_what_is_stored(pair: Pair, op: Op) -> None:
    changes = compare(*pair)
    for at, change in enumerate(changes.changes):
        tampered = tuple(tuple(edit for edit in edits if edit.op is not op) for edits in change.edits)
        if tampered == change.edits:
            continue
        altered = replace(change, edits=tampered)
        others = (*changes.changes[:at], altered, *changes.changes[at + 1 :])
        with pytest.raises(Conflict):
            apply(replace(changes, changes=others), passages(pair[0]))


@laws
@given(edited_pairs())
def test_a_base_that_grew_elsewhere_is_a_conflict(pair: Pair) -> None:
    changes = compare(*pair)
    if changes:
        base = passages(pair[0])
        with pytest.raises(Conflict):
            apply(changes, (*base, Passage(Kind.PARAGRAPH, "", 0, 0, NO_LABEL, (Text("More."),))))


def test_a_change_without_a_place_is_a_conflict() -> None:
    passage = Passage(Kind.PARAGRAPH, "", 0, 0, NO_LABEL, (Text("More."),))
    inserted = Change(ChangeKind.INSERTED, None, passage, None, 7)
    with pytest.raises(Conflict):
        apply(ChangeSet("A@1", "A@2", (inserted,)), ())
