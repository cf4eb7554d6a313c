"""Accepting every change gives exactly the new text, rejecting every one exactly the old."""

from __future__ import annotations

import pytest

from tests.docx.agreement import TRACKINGS, assert_true, text_of, written
from tests.docx.build import view
from tests.docx.cases import CASES
from tests.docx.oracle import Para, reading
from tests.sample_view import marked_sample, sample


@pytest.mark.parametrize("tracking", TRACKINGS)
@pytest.mark.parametrize("name", CASES)
def test_accepting_gives_the_new_text_and_rejecting_the_old(name: str, tracking: str) -> None:
    shown = view(CASES[name])
    assert_true(shown, written(shown, TRACKINGS[tracking]))


@pytest.mark.parametrize("tracking", TRACKINGS)
def test_the_marked_sample(tracking: str) -> None:
    assert_true(marked_sample(), written(marked_sample(), TRACKINGS[tracking]))


def test_a_clean_copy_has_no_change_in_it() -> None:
    shown = sample()
    data = written(shown)
    assert_true(shown, data)
    assert reading(data, "old") == reading(data, "new")


def fields(name: str, side: str, label: str) -> list[tuple[str, str]]:
    """The citations of the clause with a label: what each shows, and the bookmark that it names."""
    blocks = text_of(written(view(CASES[name])), side)
    return [(each.shown, each.name) for block in blocks if isinstance(block, Para) and block.label == label
            for each in block.cited]  # fmt: skip


def test_a_citation_of_a_limb_is_a_field_for_each_part_of_the_label() -> None:
    name = "a citation changed inside an amended clause"
    assert fields(name, "old", "4.13") == [("4.12", "a"), ("(a)", "a1")]
    assert fields(name, "new", "4.13") == [("4.12", "a"), ("(b)", "a2")]


def test_a_citation_of_a_moved_clause_leads_to_its_place_on_each_side() -> None:
    name = "a moved clause with its limbs"
    assert fields(name, "old", "1.5") == [("1.1", "a_old"), ("(a)", "a1_old")]
    assert fields(name, "new", "1.5") == [("1.4", "a"), ("(a)", "a1")]


def test_a_citation_that_an_edit_cuts_through_stays_whole() -> None:
    name = "an edit that cuts through a citation"
    assert fields(name, "old", "4.13") == [("4.1", "a")]
    assert fields(name, "new", "4.13") == [("4.12", "b")]


def test_emphasis_stands_on_the_right_side() -> None:
    data = written(view(CASES["words that became emphasised"]))
    old, new = text_of(data, "old")[0], text_of(data, "new")[0]
    assert isinstance(old, Para) and isinstance(new, Para)
    assert (old.bold, new.bold) == ("", "not")


def test_a_change_of_level_is_a_change_of_style() -> None:
    data = written(view(CASES["a change of level"]))
    assert [block.style for side in ("old", "new") for block in text_of(data, side)] == ["Clause2", "Clause3"]  # type: ignore[union-attr]
