"""A change set marks no more words than the edits that made the new text, moves counted twice."""

from __future__ import annotations

from functools import cache
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.draft import EDITS, draft, edited, marked_words
from tests.strategies import laws
from toolkit.compare.apply import apply, take_back
from toolkit.compare.compare import compare
from toolkit.model.document import Document
from toolkit.model.passage import passages

DRAFTS = 150
"""Seeded drafts, each with the ids of clauses and without."""
ON_AVERAGE, NEVER = 1.02, 1.3


@cache
def ratios(ids: bool) -> tuple[float, ...]:
    """Of each draft that was changed, the words marked over the words that its edits cost."""
    found = []
    for seed in range(DRAFTS):
        old, new, cost = edited(Random(seed), ids)
        marked = marked_words(compare(old, new))
        assert cost or not marked
        if cost:
            found.append(marked / cost)
    return tuple(found)


@pytest.mark.parametrize("ids", [True, False])
def test_no_more_words_are_marked_than_were_edited(ids: bool) -> None:
    assert len(ratios(ids)) > 0.9 * DRAFTS
    assert fmean(ratios(ids)) <= ON_AVERAGE
    assert max(ratios(ids)) <= NEVER


def test_where_edits_do_not_meet_as_many_are_marked() -> None:
    """The measure measures: it is 1 where nothing was edited twice, and seldom far below."""
    assert sum(abs(one - 1) < 0.02 for one in ratios(True)) > DRAFTS / 4
    assert fmean(ratios(True)) > 0.6


@pytest.mark.parametrize("edit", dict.fromkeys(EDITS), ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("ids", [True, False])
def test_one_edit_marks_no_more_than_it_cost(edit: object, ids: bool) -> None:
    assert callable(edit)
    for seed in range(12):
        work = draft(Random(seed))
        old = work.document("1", ids)
        edit(work)
        assert marked_words(compare(old, work.document("2", ids))) <= NEVER * work.cost


@laws
@given(st.integers(0, 2**32), st.booleans())
def test_applied_and_taken_back(seed: int, ids: bool) -> None:
    old, new, _ = edited(Random(seed), ids, most=8, clauses=8)
    changes = compare(old, new)
    assert apply(changes, passages(old)) == passages(new)
    assert take_back(changes, passages(new)) == passages(old)


@pytest.mark.parametrize("ids", [True, False])
def test_the_other_way_round_as_much_is_marked(ids: bool) -> None:
    there = back = 0
    for seed in range(40):
        old, new, _ = edited(Random(seed), ids)
        both = (_marked(old, new), _marked(new, old))
        assert max(both) <= NEVER * min(both)
        there, back = there + both[0], back + both[1]
    assert there == pytest.approx(back, rel=0.02)


def _marked(old: Document, new: Document) -> int:
    return marked_words(compare(old, new))
