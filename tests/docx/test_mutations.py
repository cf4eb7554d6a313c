"""The tests' own test: a written file that is spoilt by one element or one word is never taken for right."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.docx.agreement import TRACKINGS, assert_true, written
from tests.docx.build import view
from tests.docx.cases import CASES
from tests.docx.mutation import (
    DOCUMENT,
    Spoil,
    parents,
    renamed,
    rewritten,
    same_id,
    set_to,
    unwrapped,
    without,
    worded,
)
from tests.docx.oracle import W
from tests.sample_view import marked_sample
from toolkit.render.view import View

HEADER, NOTES = "word/header1.xml", "word/footnotes.xml"
WITHOUT_RUNS, WITHOUT_ROW = without("ins", -1, "p"), without("ins", inside="trPr")
SPOILT: dict[str, tuple[str, str, Spoil]] = {
    "a paragraph mark left out": ("an inserted clause", DOCUMENT, without("ins", inside="rPr")),
    "the mark of a deletion left out": ("an omitted clause", DOCUMENT, without("del", inside="rPr")),
    "an id given twice": ("amended words", DOCUMENT, same_id("ins", "del")),
    "an id of the header given again": ("amended words", HEADER, set_to("ins", "id", "9")),
    "a row whose runs are dropped": ("a table row inserted and one omitted", DOCUMENT, WITHOUT_RUNS),
    "a row that is not tracked": ("a table row inserted and one omitted", DOCUMENT, WITHOUT_ROW),
    "a row tracked the other way": (
        "a table row inserted and one omitted", DOCUMENT, renamed("ins", "del", inside="trPr")),
    "delInstrText forgotten": (
        "a citation changed inside an amended clause", DOCUMENT, renamed("delInstrText", "instrText")),
    "delText forgotten": ("amended words", DOCUMENT, renamed("delText", "t", -1)),
    "delText where nothing is deleted": ("amended words", DOCUMENT, renamed("t", "delText", -1)),
    "the range of a move that does not begin": (
        "a moved clause with its limbs", DOCUMENT, without("moveToRangeStart")),
    "the range of a move that does not end": (
        "a moved clause with its limbs", DOCUMENT, without("moveToRangeEnd")),
    "a move whose ends have two names": (
        "a moved clause with its limbs", DOCUMENT, set_to("moveToRangeStart", "name", "other")),
    "moved words outside the move": ("a moved clause with its limbs", DOCUMENT, unwrapped("moveTo")),
    "a moved row left where it was": ("a row that moved", DOCUMENT, without("del", inside="trPr")),
    "moved words of a row as plain ones": ("a row that moved", DOCUMENT, unwrapped("moveFrom")),
    "a bookmark left out": (
        "renumbered clauses, with the citations of them", DOCUMENT, without("bookmarkStart", -1)),
    "a bookmark that encloses nothing": (
        "renumbered clauses, with the citations of them", DOCUMENT, set_to("bookmarkStart", "name", "x", -1)),
    "a citation of another bookmark": (
        "renumbered clauses, with the citations of them", DOCUMENT,
        worded("instrText", lambda words: re.sub(r"REF \w+", "REF n", words))),
    "a cell that came and is not tracked": (
        "a column put in, with rows put in, taken out and moved", DOCUMENT, without("cellIns")),
    "a cell that came tracked as gone": (
        "a column put in, with rows put in, taken out and moved", DOCUMENT, renamed("cellIns", "cellDel")),
    "a cell that went, with its words untracked": (
        "a column taken out, with rows put in and taken out", DOCUMENT, unwrapped("del", -1)),
    "a comment that does not end": ("amended words", DOCUMENT, without("commentRangeEnd")),
    "a comment that nothing refers to": ("amended words", DOCUMENT, without("commentReference")),
    "a comment that is not there": ("amended words", "word/comments.xml", without("comment")),
    "a header without the old version": ("amended words", HEADER, without("del")),
    "a header with both versions": ("amended words", HEADER, unwrapped("ins")),
    "a title page that keeps the old version": ("amended words", DOCUMENT, without("del", 0, "p")),
    "a line of the contents untracked": ("a heading", DOCUMENT, without("ins", 0, "rPr")),
    "a change of level unsaid": ("a change of level", DOCUMENT, without("pPrChange")),
    "a change without an author": ("amended words", DOCUMENT, set_to("ins", "author", "")),
    "a footnote that is not there": ("footnotes", NOTES, without("footnote", -1)),
    "a footnote whose number is that of another": ("footnotes", NOTES, set_to("footnote", "id", "1", -1)),
    "a mark of a footnote dropped": ("footnotes", DOCUMENT, without("footnoteReference", 0)),
    "a mark that leads to another footnote": (
        "footnotes", DOCUMENT, set_to("footnoteReference", "id", "2", 0)),
    "an inserted mark that is not tracked": ("footnotes", DOCUMENT, unwrapped("ins", -3)),
    "a change in a footnote untracked": ("footnotes", NOTES, unwrapped("ins")),
    "an id of a footnote's change given again": ("footnotes", NOTES, set_to("ins", "id", "9")),
    "a footnote's words dropped": ("footnotes", NOTES, without("del")),
    "delText forgotten in a footnote": ("footnotes", NOTES, renamed("delText", "t")),
    "a word more": ("amended words", DOCUMENT, worded("t", lambda words: f"{words} more", -2)),
    "a style that is not there": ("amended words", DOCUMENT, set_to("pStyle", "val", "None", -2)),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_the_oracles_see_it(name: str) -> None:
    case, part, spoil = SPOILT[name]
    shown = view(CASES[case])
    data = written(shown, TRACKINGS["with comments"])
    assert_true(shown, data)
    with pytest.raises((AssertionError, KeyError)):
        assert_true(shown, rewritten(data, part, spoil))


TELLING = ("ins", "del", "moveFrom", "moveTo", "t", "delText", "tab", "instrText", "delInstrText", "fldChar",
           "bookmarkStart", "bookmarkEnd", "moveFromRangeStart", "moveToRangeEnd", "cellIns", "cellDel", "tr",
           "tc", "commentRangeStart", "commentReference", "footnoteReference", "pPrChange",
           "pStyle")  # fmt: skip
"""Elements none of which can be taken away unseen."""
CASE_VIEWS = [view(case) for case in CASES.values()] + [marked_sample()]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(CASE_VIEWS), st.sampled_from(TELLING), st.randoms())
def test_nothing_can_be_taken_away_unseen(shown: View, tag: str, random: st.Random) -> None:  # type: ignore[name-defined]
    data = written(shown, TRACKINGS["with comments"])
    seen = []

    def spoil(root: ET.Element) -> None:
        above = parents(root)
        sheet = {id(each) for each in root.iter(f"{W}sdt") for each in each.iter()}
        found = [
            each
            for each in root.iter(f"{W}{tag}")
            if id(each) not in sheet and not _says_nothing(each, above)
        ]
        if found:
            chosen = random.choice(found)
            seen.append(chosen)
            above[chosen].remove(chosen)

    spoilt = rewritten(data, DOCUMENT, spoil)
    if seen:
        with pytest.raises((AssertionError, KeyError, IndexError)):
            assert_true(shown, spoilt)


def _says_nothing(element: ET.Element, above: dict[ET.Element, ET.Element]) -> bool:
    """Whether it could be missing and both texts and the file would be as good."""
    tag = element.tag.removeprefix(W)
    if tag in ("t", "delText", "tab"):
        return not (element.text or "x").strip() or above[element].tag == f"{W}tabs"
    if tag == "pPrChange":  # where it only keeps two changes apart for LibreOffice
        former, now = (each.find(f"{W}pStyle") for each in (element[0], above[element]))
        return former is not None and now is not None and former.attrib == now.attrib
    if tag == "pStyle":
        return above[above[element]].tag == f"{W}pPrChange" or element.get(f"{W}val") in (
            "TableGap",
            "SectionEnd",
        )
    return False
