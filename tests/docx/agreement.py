"""Whether a Word file says what its view says, on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from tests.docx.faults import faults
from tests.docx.oracle import Para, Row, headers, looked_up_notes, reading, without_sheet
from toolkit.model.change import Marked
from toolkit.model.passage import Kind, Passage
from toolkit.render.docx import Author, Tracking, docx
from toolkit.render.docx.reference import reference_docx
from toolkit.render.view import Link, View, ViewPassage

REFERENCE = reference_docx()
MOMENT = datetime(2020, 8, 6, 9, 30, tzinfo=UTC)


TRACKING = Tracking(Author("The DCC", MOMENT))
LATER = Author("The Panel", datetime(2020, 9, 1, tzinfo=UTC))
TRACKINGS = {
    "plain": TRACKING,
    "with comments": TRACKING._replace(comments=True),
    "without moves": TRACKING._replace(moves=False, since=LATER),
}
"""Every way in which a copy is tracked."""


@cache
def _clean(shown: View) -> bytes:
    return written(shown)


def written(shown: View, tracking: Tracking = TRACKING) -> bytes:
    return docx(shown, tracking, REFERENCE)


def expected(shown: View, side: str) -> list[tuple[str, ...]]:
    """The passages of one side, each as its label and words, or as the cells of its row."""
    found: list[tuple[str, ...]] = []
    notes = {one.detail: one.plain for one in noted(shown, side)}
    for passage in printed(shown, side):
        plain = ["".join(map(_legal, one)) for one in with_notes(passage, notes)]
        match passage.kind:
            case Kind.TERM:
                short = f" ({passage.detail})" if passage.detail else ""
                found.append(("", f"{plain[0]}{short} {plain[1]}"))
            case Kind.CAPTION:
                found.append(("", f"{passage.detail}: {plain[0]}" if passage.detail else plain[0]))
            case Kind.GAP:
                label, _, reason = passage.detail.partition(" [")
                found.append((label, f"[{reason}"))
            case Kind.COLUMNS | Kind.ROW:
                found.append(("row", *plain))
            case Kind.ITEM:
                found.append(("–", *plain))
            case Kind.NOTE:
                found.append(("", f"Drafting note: {plain[0]}"))
            case _:
                found.append((passage.label.own, *plain))
    return found


def printed(shown: View, side: str) -> list[Passage]:
    """The passages of one side that print something: not the caption of a matrix that has none."""
    apart = {id(one) for one in noted(shown, side)}
    return [
        passage
        for passage in _sides(shown, side)
        if id(passage) not in apart
        and not (passage.kind is Kind.CAPTION and not passage.detail and not passage.plain)
    ]


def _sides(shown: View, side: str) -> list[Passage]:
    sides = (each.marked.new if side == "new" else each.marked.old for each in shown.passages)
    return [passage for passage in sides if passage]


_MARKING = (Kind.CLAUSE, Kind.PARAGRAPH, Kind.ITEM, Kind.TERM, Kind.ROW)


def noted(shown: View, side: str) -> list[Passage]:
    """The footnotes of one side that a mark leads to: of each name the first."""
    marks = {
        text.plain[mark.start + 2 : mark.end - 1]
        for passage in _sides(shown, side)
        if passage.kind in _MARKING
        for text in passage.texts[passage.kind is Kind.TERM :]
        for mark in text.marks
        if mark.kind == "footnote"
    }
    found: dict[str, Passage] = {}
    for passage in _sides(shown, side):
        if passage.kind is Kind.FOOTNOTE and passage.detail in marks:
            found.setdefault(passage.detail, passage)
    return list(found.values())


def with_notes(passage: Passage, notes: dict[str, str]) -> list[str]:
    """The texts of a passage with the words of footnotes in the place of their marks."""
    found = []
    for number, text in enumerate(passage.texts):
        plain = text.plain
        for mark in reversed(text.marks):
            name = plain[mark.start + 2 : mark.end - 1]
            named = mark.kind == "footnote" and passage.kind in _MARKING and name in notes
            if named and not (number == 0 and passage.kind is Kind.TERM):
                plain = f"{plain[: mark.start]}⟦{notes[name]}⟧{plain[mark.end :]}"
        found.append(plain)
    return found


def styles(shown: View, side: str) -> list[str]:
    """The styles of the paragraphs of one side."""
    rows = (Kind.COLUMNS, Kind.ROW)
    return [_style(passage) for passage in printed(shown, side) if passage.kind not in rows]


def _style(passage: Passage) -> str:
    match passage.kind:
        case Kind.CLAUSE | Kind.GAP | Kind.ITEM:
            return "GapHeading" if passage.depth else f"Clause{min(passage.indent, 6)}"
        case Kind.HEADING:
            return "AnnexHeading" if len(passage.label.own) > 6 else f"Heading{min(passage.level, 3)}"
        case Kind.PARAGRAPH | Kind.FOOTNOTE:
            return f"ClauseWords{min(passage.indent, 6)}" if passage.indent else "BodyText"
    named = {Kind.TERM: "Definition", Kind.NOTE: "DraftingNote", Kind.VERBATIM: "Code"}
    return named.get(passage.kind, passage.kind.capitalize())


def _legal(char: str) -> str:
    """What XML can hold stands as it is; anything else is shown as a replacement character."""
    held = char in "\t\n" or " " <= char < "\ud800" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
    return char if held else "\ufffd"


def text_of(data: bytes, side: str) -> list[Para | Row]:
    """What the file says on one side, without its front and its end."""
    blocks = without_sheet(reading(data, side))
    front = (
        "Imprint",
        "Title",
        "Subtitle",
        "Particulars",
        "Notice",
        "ContentsHeading",
        "TOC1",
        "TOC2",
        "TOC3",
    )
    end = ("UnnumberedHeading", "Outside", "Closing")
    return [block for block in blocks if isinstance(block, Row) or block.style not in (*front, *end)]


def said(data: bytes, side: str) -> list[tuple[str, ...]]:
    """What the text says, in the form of expected()."""
    return [
        ("row", *(cell.text for cell in block.cells)) if isinstance(block, Row) else (block.label, block.text)
        for block in text_of(data, side)
    ]


def clean_copy(shown: View, side: str) -> View:
    """The clean copy of one of the two texts of a marked one."""
    front = shown.former if side == "old" and shown.former else shown.front
    passages = []
    for each in shown.passages:
        marked = each.marked
        passage = marked.new if side == "new" else marked.old
        links = each.new_links
        if side == "old" and (each.old_links or marked.changed):
            links = each.old_links
        if passage is not None:
            passages.append(ViewPassage(Marked(passage, passage), new_links=links))
    led = _outside(links for each in passages for links in each.new_links)
    either = _outside(links for each in shown.passages for links in (*each.old_links, *each.new_links))
    return replace(
        shown, **front._asdict(), against="", former=None, passages=tuple(passages), changes=(), dropped=(),
        outside=tuple(one for one in shown.outside if one.key in led or one.key not in either),
    )  # fmt: skip


def _outside(texts: Iterable[tuple[Link, ...]]) -> set[str]:
    """What of other documents some texts lead to."""
    return {link.target for links in texts for link in links if link.outside}


def whole(data: bytes, side: str) -> list[object]:
    """Everything that a file says on one side but for the sheet: text, front, contents, end and headers."""
    return [*sorted(set(headers(data, side))), *map(_unnamed, without_sheet(reading(data, side)))]


def _unnamed(block: Para | Row) -> object:
    """A block without what a marked copy cannot have alike: the names of bookmarks, and the smaller letters
    of a table that is wide with the columns of both texts.
    """
    if isinstance(block, Row):
        return Row(block.head, tuple(_unnamed(cell) for cell in block.cells))  # type: ignore[arg-type]
    cited = tuple(each._replace(name="") for each in block.cited)
    style = block.style.replace("Matrix", "Table")
    return block._replace(style=style, cited=cited, bookmarks=(), bold=block.bold.replace("|", ""))


def _without_fields(said: list[object]) -> list[object]:
    return [_fieldless(block) if isinstance(block, Para | Row) else block for block in said]


def _fieldless(block: Para | Row) -> Para | Row:
    if isinstance(block, Row):
        return Row(block.head, tuple(cell._replace(cited=()) for cell in block.cells))
    return block._replace(cited=())


def assert_true(shown: View, data: bytes, same_fields: bool = True) -> None:
    """Both sides say what they should, citations print what they name, and Word opens the file.

    `same_fields` is whether a citation is a field wherever it is one in a clean copy; where two clauses of
    one text bear the same label, that may depend on the other text.
    """
    assert faults(data) == []
    for side in ("old", "new"):
        clean = whole(_clean(clean_copy(shown, side)), "new")
        assert _without_fields(whole(data, side)) == _without_fields(clean), side
        assert not same_fields or whole(data, side) == clean, side
        assert said(data, side) == expected(shown, side), side
        paragraphs = [block.style for block in text_of(data, side) if isinstance(block, Para)]
        assert paragraphs == styles(shown, side), side
        for block in (*reading(data, side), *looked_up_notes(data, side)):
            for one in block.cells if isinstance(block, Row) else (block,):
                for cited in one.cited:
                    assert cited.shown == cited.encloses, (side, one.text, cited)
