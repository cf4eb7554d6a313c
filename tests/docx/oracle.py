"""What a Word file says once every change is accepted, or rejected: read with the standard library alone.

Shares nothing with the writer. reading() gives the paragraphs and rows of one side, with every field
looked up in the bookmarks of that side.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
W = f"{{{NAMES['w']}}}"
GONE = {"new": {"del", "moveFrom"}, "old": {"ins", "moveTo"}}
GONE_CELLS = {"new": "cellDel", "old": "cellIns"}
TRACKED = ("ins", "del", "moveFrom", "moveTo")
LAYOUT = {"SectionEnd", "TableGap"}
"""Styles of paragraphs that hold no words: they only make room."""


class Cited(NamedTuple):
    """A REF field: what it shows, the bookmark that it names, and what that bookmark encloses."""

    shown: str
    name: str
    encloses: str | None


class Para(NamedTuple):
    style: str
    label: str
    """What stands before the first tab, or nothing."""
    text: str
    """What stands after it, or everything."""
    cited: tuple[Cited, ...] = ()
    bold: str = ""
    """The words that are set in bold or in the style of a defined term, run by run."""
    bookmarks: tuple[tuple[str, str], ...] = ()
    """(name, words enclosed), where there are any."""


class Row(NamedTuple):
    head: bool
    cells: tuple[Para, ...]


class Piece(NamedTuple):
    """A token of a paragraph."""

    kind: str
    text: str = ""
    bold: bool = False


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> ET.Element:
    found = ET.fromstring(parts(data)["word/document.xml"]).find(f"{W}body")
    assert found is not None
    return found


def reading(data: bytes, side: str) -> list[Para | Row]:
    """The paragraphs and rows of the new side (all accepted) or the old (all rejected), in order."""
    words = {number: f"⟦{note.text[1:]}⟧" for number, note in notes(data, side).items()}
    root = body(data)
    for run in root.iter(f"{W}r"):
        for child in run.findall(f"{W}footnoteReference"):
            if child.get(f"{W}customMarkFollows"):
                continue  # the number that a paper gives it stands beside it
            child.tag, child.text = f"{W}t", words[child.get(f"{W}id", "")]
    unresolved = [block for block in blocks(root, side) if not is_layout(block)]
    enclosed = _enclosed(unresolved)
    return [resolved(block, enclosed) for block in unresolved]


def _enclosed(unresolved: list[Para | Row]) -> dict[str, str]:
    """The words that each bookmark encloses."""
    found: dict[str, str] = {}
    for block in unresolved:
        for para in block.cells if isinstance(block, Row) else (block,):
            found.update({name: words for name, words in para.bookmarks if words})
    return found


def looked_up_notes(data: bytes, side: str) -> list[Para]:
    """The footnotes whose marks stand on one side, with their fields looked up."""
    enclosed = _enclosed(list(blocks(body(data), side)))
    kept = {
        piece.text
        for each in body(data).iter(f"{W}p")
        for piece in pieces(each, side)
        if piece.kind == "note"
    }
    return [look_up(one, enclosed) for number, one in notes(data, side).items() if number in kept]


def notes(data: bytes, side: str) -> dict[str, Para]:
    """What each footnote says on one side, by its number in the file; it begins with a space."""
    part = parts(data).get("word/footnotes.xml")
    found = {}
    for note in ET.fromstring(part).findall(f"{W}footnote") if part else ():
        if not note.get(f"{W}type"):
            (one,) = blocks(note, side)
            assert isinstance(one, Para)
            found[note.get(f"{W}id", "")] = one
    return found


def headers(data: bytes, side: str) -> list[str]:
    """The words of each running header on one side."""
    names = sorted(name for name in parts(data) if name.startswith("word/header"))
    found = []
    for name in names:
        inside = blocks(ET.fromstring(parts(data)[name]), side)
        found.append(" ".join(f"{one.label}\t{one.text}" for one in inside if isinstance(one, Para)))
    return found


def without_sheet(read: list[Para | Row]) -> list[Para | Row]:
    """Without the sheet before the text, which belongs to neither side."""
    return [block for block in read if not _first_style(block).startswith("Sheet")]


def _first_style(block: Para | Row) -> str:
    return block.cells[0].style if isinstance(block, Row) and block.cells else getattr(block, "style", "")


def is_layout(block: Para | Row) -> bool:
    return isinstance(block, Para) and block.style in LAYOUT and not block.text


def resolved(block: Para | Row, enclosed: dict[str, str]) -> Para | Row:
    if isinstance(block, Row):
        return Row(block.head, tuple(look_up(cell, enclosed) for cell in block.cells))
    return look_up(block, enclosed)


def look_up(para: Para, enclosed: dict[str, str]) -> Para:
    return para._replace(cited=tuple(each._replace(encloses=enclosed.get(each.name)) for each in para.cited))


def blocks(parent: ET.Element, side: str) -> Iterator[Para | Row]:
    """The blocks of a container. A paragraph whose mark goes flows into the paragraph after it."""
    carried: list[Piece] = []
    for child in flattened(parent):
        if child.tag == f"{W}p":
            carried += pieces(child, side)
            if not mark(child) & GONE[side]:
                yield para(style(child, side), carried)
                carried = []
        elif child.tag == f"{W}tbl":
            rows = list(table_rows(child, side))
            if rows and any(piece.kind == "text" for piece in carried):
                # Words cannot flow into a table: they keep a paragraph of their own.
                yield para("(left over)", carried)
                carried = []
            yield from rows
    if any(piece.kind == "text" for piece in carried):
        yield para("(left over)", carried)


def flattened(parent: ET.Element) -> Iterator[ET.Element]:
    for child in parent:
        if child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            yield from flattened(content if content is not None else child)
        else:
            yield child


def mark(paragraph: ET.Element) -> set[str]:
    """How the mark of a paragraph is tracked."""
    found = paragraph.find(f"{W}pPr/{W}rPr")
    return {child.tag.removeprefix(W) for child in found} & set(TRACKED) if found is not None else set()


def style(paragraph: ET.Element, side: str) -> str:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return ""
    if side == "old":
        former = properties.find(f"{W}pPrChange/{W}pPr")
        properties = properties if former is None else former
    found = properties.find(f"{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def table_rows(table: ET.Element, side: str) -> Iterator[Row]:
    for row in table.findall(f"{W}tr"):
        tracked = {child.tag.removeprefix(W) for child in row.findall(f"{W}trPr/*")}
        if tracked & GONE[side]:
            continue
        cells = []
        for cell in row.findall(f"{W}tc"):
            if cell_track(cell) in GONE_CELLS[side]:
                continue
            inside = list(blocks(cell, side))
            # The last mark of a cell cannot go: a cell always has one paragraph.
            cells.append(inside[0] if inside else Para("", "", ""))
        yield Row("tblHeader" in tracked, tuple(cells))  # type: ignore[arg-type]


def cell_track(cell: ET.Element) -> str:
    """cellIns or cellDel where a cell comes or goes by itself, else nothing."""
    found = (child.tag.removeprefix(W) for child in cell.findall(f"{W}tcPr/*"))
    return next((tag for tag in found if tag in ("cellIns", "cellDel")), "none")


def pieces(element: ET.Element, side: str) -> list[Piece]:
    found: list[Piece] = []
    for child in element:
        tag = child.tag.removeprefix(W)
        if tag in GONE[side]:
            continue
        if tag == "bookmarkStart":
            found.append(Piece("begin bookmark", f"{child.get(f'{W}id')} {child.get(f'{W}name')}"))
        elif tag == "bookmarkEnd":
            found.append(Piece("end bookmark", child.get(f"{W}id", "")))
        elif tag == "r":
            found += run_pieces(child)
        elif tag in ("ins", "del", "moveFrom", "moveTo", "hyperlink", "sdt", "sdtContent"):
            found += pieces(child, side)
    return found


def run_pieces(run: ET.Element) -> Iterator[Piece]:
    bold = run.find(f"{W}rPr/{W}b") is not None or any(
        each.get(f"{W}val") == "DefinedTerm" for each in run.findall(f"{W}rPr/{W}rStyle")
    )
    for child in run:
        tag = child.tag.removeprefix(W)
        if tag in ("t", "delText"):
            yield Piece("text", child.text or "", bold)
        elif tag == "tab":
            yield Piece("text", "\t")
        elif tag == "br":
            yield Piece("text", "\n")
        elif tag == "footnoteReference":
            yield Piece("note", child.get(f"{W}id", ""))
        elif tag in ("instrText", "delInstrText"):
            yield Piece("code", child.text or "")
        elif tag == "fldChar":
            yield Piece(child.get(f"{W}fldCharType", ""))


def para(name: str, tokens: list[Piece]) -> Para:
    """A paragraph from its tokens: fields show their results, bookmarks enclose what they enclose."""
    text, bold, code, shown, cited = "", [], "", "", []
    state = ""
    opened: dict[str, tuple[str, int]] = {}
    enclosed: list[tuple[str, str]] = []
    for kind, words, strong in tokens:
        if kind == "begin":
            assert not state, f"a field inside a field in {name}"
            state, code, shown = "code", "", ""
        elif kind == "separate":
            assert state == "code", f"a field without a beginning in {name}"
            state = "result"
        elif kind == "end":
            assert state == "result" or _of_contents(name), f"a field without a result in {name}"
            state = ""
            found = re.match(r" REF (\w+) \\h ", code)
            if found:
                cited.append(Cited(shown, found[1], None))
        elif kind == "code":
            assert state == "code", f"a field code outside a field in {name}"
            code += words
        elif kind == "begin bookmark":
            number, bookmark = words.split(" ", 1)
            opened[number] = (bookmark, len(text))
        elif kind == "end bookmark":
            if words in opened:  # else it began in another paragraph, and encloses no label
                bookmark, start = opened.pop(words)
                enclosed.append((bookmark, text[start:]))
        elif kind == "text":
            assert state != "code", f"words inside a field code in {name}"
            text += words
            shown += words
            if strong and words:
                bold.append(words)
    assert not state or _of_contents(name), f"a field without an end in {name}"
    label, tab, rest = text.partition("\t")
    if _of_contents(name) or not tab:
        label, rest = "", text
    return Para(name, label, rest, tuple(cited), "|".join(bold), tuple(enclosed))


def _of_contents(name: str) -> bool:
    """Whether a paragraph is part of the contents, whose field runs over many paragraphs."""
    return name.startswith(("TOC", "SectionEnd"))


def lines(blocks: list[Para | Row]) -> list[str]:
    """Every line that a plain-text export of these blocks shows; empty ones left out."""
    found = []
    for block in blocks:
        for one in block.cells if isinstance(block, Row) else (block,):
            text = f"{one.label}\t{one.text}" if one.label or _tabbed(one) else one.text
            found += [line.rstrip() for line in text.split("\n") if line.strip()]
    return found


def _tabbed(one: Para) -> bool:
    return one.style.startswith(("Clause", "Heading")) and not one.style.startswith("ClauseWords")
