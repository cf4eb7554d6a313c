"""Documents and clauses on a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.law_text import new_side, said
from tests.sample_view import DMVES, marked_sample, sample
from toolkit.model.change import Marked
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Text
from toolkit.render.excerpt import excerpt
from toolkit.render.plain import clause_text, document_text, passages_text
from toolkit.render.view import ViewPassage


def test_a_clause_hangs_from_its_label_with_all_that_stands_under_it() -> None:
    assert clause_text(sample(), "notice-content", 60) == (
        "4.30    The notice in Clause 4.29 shall state:\n\n"
        "        (a)   the Device Model Combination;\n\n"
        "        (b)   the date; and\n\n"
        "        (c)   each step, including where the step changes:\n\n"
        "              (i)   firmware; or\n\n"
        "              (ii)  configuration, and in particular:\n\n"
        "                    (A)   the tariff; or\n\n"
        "                    (B)   the credit mode,\n\n"
        "              and who takes it,\n\n"
        "        and shall be given by e-mail.\n"
    )


def test_changes_are_in_signs() -> None:
    text = clause_text(marked_sample(), "dormant-notice", 60)
    assert "{-15-}{+5+} Working Days" in text and "\x1b" not in text
    assert clause_text(marked_sample(), "shorter-notice") == (
        "4.31 (was 4.30) A shorter period shall be agreed in writing.\n"
    )
    assert "(moved here)" in document_text(marked_sample()) and "(moved away)" in document_text(
        marked_sample()
    )
    assert "4.33 (laid out differently)" in document_text(marked_sample())


def test_colour_only_adds_to_the_signs() -> None:
    coloured = clause_text(marked_sample(), "omitted-provision", 300, colour=True)
    assert "\x1b[31m{-" in coloured
    bare = coloured.replace("\x1b[31m", "").replace("\x1b[0m", "")
    assert bare == clause_text(marked_sample(), "omitted-provision", 300)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_asked_and_no_word_is_lost(width: int) -> None:
    kept = tuple(shown for shown in sample().passages if shown.marked.passage.kind is not Kind.CODE)
    view = replace(sample(), passages=kept)
    text = document_text(view, width)
    assert max(len(line) for line in text.splitlines()) <= width
    words = "".join(text.split())
    for passage in new_side(view):
        if passage.kind not in (Kind.CROSSHEADING, Kind.ROW, Kind.COLUMNS, Kind.ITEM, Kind.NOTE):
            assert said([passage]) in words
    assert all(cell in text for cell in DMVES[0])


def test_a_definition_and_a_table_can_be_shown_alone() -> None:
    assert clause_text(sample(), "def-device-model-combination", 300).startswith(
        "Device Model Combination (DMC) means"
    )
    assert "(b)     its SMETS1 CHF" in clause_text(sample(), "def-device-model-combination", 300)
    assert "Dormant" not in clause_text(sample(), "def-device-model-combination", 300)
    table = clause_text(sample(), "table-16-9")
    assert table.splitlines()[:2] == [
        "Table 16.9: Behaviours to be tested",
        "Behaviour                       Device        Tests",
    ]


def test_a_clause_ends_where_the_next_begins() -> None:
    owners = {shown.marked.passage.owner for shown in excerpt(sample(), "definitions")}
    assert {"def-active-meter", "dmc-chf", "def-requesting-party"} <= owners
    assert "provision-of-information" not in owners
    assert excerpt(sample(), "migration")[-1].marked.passage.owner == "long-one"


def test_an_unknown_clause_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        clause_text(sample(), "nothing")


def test_a_terminal_obeys_nothing_that_stands_in_a_text() -> None:
    passage = Passage(Kind.CLAUSE, "a", 2, 1, Label(("1\x1b[2J",)), (Text("a\x1b]0;b\x07 \u202e c"),))
    text = passages_text((ViewPassage(Marked(passage, passage)),))
    assert not {char for char in text if char < " " and char != "\n"} and "\u202e" not in text


def test_the_deepest_clause_keeps_room_for_its_words() -> None:
    deep = Passage(Kind.CLAUSE, "a", 40, 40, Label(("(a)",)), (Text("word " * 30),))
    text = passages_text((ViewPassage(Marked(deep, deep)),), 60)
    assert max(len(line) for line in text.splitlines()) <= 60


def test_an_empty_document() -> None:
    assert document_text(replace(sample(), passages=())).startswith("TMAD 6.1U")
