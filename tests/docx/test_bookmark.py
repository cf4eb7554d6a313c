"""Bookmarks: names that Word takes, one for each clause of each text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.docx.build import amended, clause, inserted, moved, omitted, same, view
from tests.docx.cases import MOVED
from toolkit.model.change import Marked
from toolkit.render.docx.bookmark import Bookmarks, bookmark_name, place_bookmarks
from toolkit.render.docx.document_notes import DocumentNotes


def placed(*marked: Marked) -> Bookmarks:
    return place_bookmarks(view(marked).passages, (), DocumentNotes.of(()))


@given(st.text(max_size=60))
def test_every_name_is_one_that_word_takes(identifier: str) -> None:
    assert re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(identifier))


def test_a_name_reads_like_its_id() -> None:
    assert bookmark_name("mprn-leading-zeros") == "mprn_leading_zeros"
    assert bookmark_name("16-9-table") == "n_16_9_table"


def test_long_ids_that_begin_alike_have_names_of_their_own() -> None:
    first, second = "a-very-long-identifier-of-a-clause-that-x", "a-very-long-identifier-of-a-clause-that-y"
    assert bookmark_name(first) != bookmark_name(second)


def test_ids_that_word_cannot_tell_apart_have_names_of_their_own() -> None:
    book = placed(
        same(clause("a-b", "1.1", "")), same(clause("A_b", "1.2", "")), same(clause("a-b", "1.3", ""))
    )
    names = [name.lower() for each in book.placed for name in each.names]
    assert len(names) == len(set(names)) == 3
    assert book.new["a-b"] == "a_b"


def test_the_copy_that_goes_has_another_name() -> None:
    book = placed(*MOVED)
    assert [each.names for each in book.placed] == [("a_old",), ("a",)]
    assert (book.old["a"], book.new["a"]) == ("a_old", "a")


def test_an_omitted_clause_keeps_its_name_where_nobody_else_has_it() -> None:
    book = placed(omitted(clause("a", "1.1", "")), inserted(clause("b", "1.1", "")))
    assert (book.old, book.new) == ({"a": "a"}, {"b": "b"})


def test_a_renumbered_label_has_a_bookmark_of_its_own_inside() -> None:
    book = placed(amended(clause("a", "1.1", ""), clause("a", "1.2", "")))
    assert (book.placed[0].names, book.placed[0].inner) == (("a",), "a_new")
    assert book.stands["a"] == ("1.1", "1.2")
    assert book.stands["a_new"] == (None, "1.2")


def test_both_ids_stand_on_a_clause_whose_id_changed() -> None:
    book = placed(amended(clause("a", "1.1", ""), clause("b", "1.1", "")))
    assert book.placed[0].names == ("b", "a")
    assert (book.old["a"], book.new["b"]) == ("a", "b")


def test_names_do_not_depend_on_what_moved_where() -> None:
    there, here = moved(clause("a", "1.1", ""), clause("a", "1.2", ""), "m")
    assert placed(there, here).new == placed(here, there).new
