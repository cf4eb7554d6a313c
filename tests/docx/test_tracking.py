"""Whose changes they are, what a comment says, and how a copy is tracked for a reader that knows no moves."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from tests.docx.agreement import LATER, TRACKING, TRACKINGS, written
from tests.docx.build import amended, clause, edits, inserted, omitted, same, view
from tests.docx.cases import CASES
from tests.docx.oracle import W, body, parts, reading
from tests.sample_view import marked_sample
from toolkit.model.change import Stage
from toolkit.render.view import ChangeLine, Declared, View

AMENDED = amended(clause("a", "1.1", "in 5 days"), clause("a", "1.1", "in 9 days"),
                  edits("=in ", "-5", "+9", "= days"))  # fmt: skip
ZEROS, PIN = (
    Declared("Uplift 1.2", 1, "MPRN leading zeros"),
    Declared("Uplift 1.2", 2, "Engineering menu PIN"),
)


def lined(*lines: ChangeLine) -> View:
    """A view of one amended clause with a list of changes."""
    return view([same(clause("o", "1.0", "Other.")), AMENDED], changes=lines)


def comments(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    part = parts(data).get("word/comments.xml")
    found = ET.fromstring(part).findall(f"{W}comment") if part else []
    return [["".join(each.itertext()) for each in one.findall(f"{W}p")] for one in found]


def remark(line: ChangeLine) -> list[list[str]]:
    return comments(written(lined(line), TRACKINGS["with comments"]))


def authors(data: bytes, tag: str) -> list[str]:
    return [each.get(f"{W}author", "") for each in body(data).iter(f"{W}{tag}") if each.get(f"{W}author")]


def test_comments_are_there_when_they_are_asked_for() -> None:
    assert comments(written(marked_sample())) == []
    assert "word/comments.xml" not in parts(written(marked_sample()))
    assert comments(written(marked_sample(), TRACKINGS["with comments"]))


def test_a_comment_names_the_declared_change() -> None:
    line = ChangeLine(1, "Clause 1.1", "amended", "Notice", declared=(ZEROS,))
    assert remark(line) == [["Uplift 1.2, change 1: MPRN leading zeros", "Clause 1.1: amended."]]


def test_a_comment_names_each_declared_change_and_the_stage() -> None:
    line = ChangeLine(1, "Clause 1.1", "amended", "", declared=(ZEROS, PIN), stage=Stage.ALTERED)
    said = "Clause 1.1: amended; consulted on, altered since."
    assert remark(line) == [[str(ZEROS), str(PIN), said]]


def test_what_only_follows_and_is_not_declared_has_no_comment() -> None:
    assert remark(ChangeLine(1, "Clause 1.1", "amended", "", consequential=True)) == []


def test_a_change_that_no_declared_one_covers_says_so_where_others_are_declared() -> None:
    undeclared = ChangeLine(1, "Clause 1.1", "amended", "")
    assert remark(undeclared) == [["Clause 1.1: amended."]]
    shown = lined(undeclared, ChangeLine(2, "Clause 1.2", "amended", "", declared=(ZEROS,)))
    said = comments(written(shown, TRACKINGS["with comments"]))
    assert said == [["Clause 1.1: amended.", "No declared change covers it."]]


def test_a_comment_tells_where_the_words_came_from() -> None:
    case = replace(AMENDED, origin="split from Clause 4.5")
    shown = view([case], changes=(ChangeLine(1, "Clause 1.1", "amended", ""),))
    said = comments(written(shown, TRACKINGS["with comments"]))
    assert said == [["Clause 1.1: amended; split from Clause 4.5."]]


def test_a_change_of_several_passages_has_one_comment_over_all_of_them() -> None:
    run = [inserted(clause("a", "1.1", "It shall:")), inserted(clause("b", "1.1(a)", "act."))]
    data = written(view([*run, omitted(clause("c", "1.2", "Gone."))]), TRACKINGS["with comments"])
    assert len(comments(data)) == 1
    numbered = [run[0], replace(run[1], number=2)]
    assert len(comments(written(view(numbered), TRACKINGS["with comments"]))) == 2


def test_what_moved_has_a_comment_at_both_ends() -> None:
    data = written(view(CASES["a clause that moved and changed"]), TRACKINGS["with comments"])
    assert len(comments(data)) == 2


def test_what_was_made_after_consultation_stands_under_another_name_and_date() -> None:
    tracking = TRACKING._replace(since=LATER)
    for stage, name in (
        (Stage.CONSULTED, "The DCC"),
        (Stage.ALTERED, "The Panel"),
        (Stage.AFTER, "The Panel"),
    ):
        shown = lined(ChangeLine(1, "Clause 1.1", "amended", "", stage=stage))
        changes = [each for each in body(written(shown, tracking)).iter(f"{W}ins") if "9" in each.itertext()]
        assert [each.get(f"{W}author") for each in changes] == [name]
    assert changes[0].get(f"{W}date") == "2020-09-01T00:00:00Z"


def test_what_only_follows_stands_under_a_name_of_its_own_so_that_word_can_hide_it() -> None:
    data = written(view(CASES["what only follows from other changes"]))
    by = {}
    for each in body(data).iter(f"{W}del"):
        by["".join(each.itertext())] = each.get(f"{W}author")
    assert by["5"] == "The DCC"
    assert by[" REF a \\h 1.1"] == "The DCC (consequential)"
    assert "The DCC (consequential)" in "".join(reading_text(data))


def reading_text(data: bytes) -> list[str]:
    return [getattr(block, "text", "") for block in reading(data, "new")]


def test_the_sheet_counts_by_kind_and_by_declared_change() -> None:
    shown = lined(
        ChangeLine(1, "Clause 1.1", "amended", "", declared=(ZEROS,)),
        ChangeLine(2, "Clause 1.2", "inserted", "", declared=(PIN, ZEROS)),
        ChangeLine(3, "Clause 1.3", "amended", "", consequential=True),
    )
    rows = [
        [cell.text for cell in block.cells]
        for block in reading(written(shown), "new")
        if hasattr(block, "cells")
    ]
    assert rows == [
        ["Inserted", "1", "Clause 1.2"],
        ["Amended", "2", "Clause 1.1; Clause 1.3"],
        ["Uplift 1.2, change 1: MPRN leading zeros", "2", "Clause 1.1; Clause 1.2"],
        ["Uplift 1.2, change 2: Engineering menu PIN", "1", "Clause 1.2"],
        ["Only follows from other changes", "1", "Clause 1.3"],
    ]


def test_a_reader_that_knows_no_moves_finds_none() -> None:
    for name in ("a moved clause with its limbs", "a row that moved", "a table that moved"):
        tags = {each.tag for each in body(written(view(CASES[name]), TRACKINGS["without moves"])).iter()}
        assert not [tag for tag in tags if "move" in tag]


def test_a_row_that_moved_is_marked_as_moved() -> None:
    data = written(view(CASES["a row that moved"]))
    assert {"moveFrom", "moveTo"} <= {each.tag.removeprefix(W) for each in body(data).iter()}
