"""What Word would stumble over in a file, in words: read with the standard library alone."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.docx.oracle import TRACKED, W, body, cell_track, flattened, mark, parts, style

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "pBdr", "shd", "tabs", "spacing", "ind", "jc",
    "outlineLvl", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
RANGES = ("moveFromRangeStart", "moveToRangeStart")
CELLS = {"cellIns": "ins", "cellDel": "del"}
WHOLE = {"ins": "ins", "del": "del", "moveFrom": "del", "moveTo": "ins"}
"""What a move comes to in each of its places."""


def faults(data: bytes) -> list[str]:
    """What is wrong with a file, in words; empty for a file that Word opens as it is meant."""
    root = body(data)
    styles = {
        each.get(f"{W}styleId") for each in ET.fromstring(parts(data)["word/styles.xml"]).iter(f"{W}style")
    }
    found = [*_numbers(data), *_bookmarks(root), *_moves(root), *_rows(root), *_last(root)]
    found += [*_comments(data, root), *_headers(data), *_notes(data, root)]
    for element in root.iter():
        tag = element.tag.removeprefix(W)
        if tag in ("pStyle", "rStyle", "tblStyle") and element.get(f"{W}val") not in styles:
            found.append(f"no style {element.get(f'{W}val')}")
        if tag == "pPr":
            order = [ORDER.index(child.tag.removeprefix(W)) for child in element]
            found += ["paragraph properties out of order"] if order != sorted(order) else []
        if tag in TRACKED:
            found += _inside(element, tag)
        if tag == "hyperlink":
            found += ["a change around a change"] if _nested(element) else []
    return found + _outside_deletions(root)


def _numbers(data: bytes) -> Iterator[str]:
    """Numbers of changes and of bookmarks are given once in the whole package."""
    kinds = {*TRACKED, *CELLS, "pPrChange", "rPrChange", "bookmarkStart", *RANGES}
    roots = [ET.fromstring(part) for name, part in parts(data).items() if name.startswith("word/")]
    elements = [each for root in roots for each in root.iter()]
    given = Counter(each.get(f"{W}id") for each in elements if each.tag.removeprefix(W) in kinds)
    yield from (f"id {number} is used {times} times" for number, times in given.items() if times > 1)
    for each in elements:
        if each.tag.removeprefix(W) in {*TRACKED, *CELLS, "pPrChange", *RANGES} and not (
            each.get(f"{W}author") and each.get(f"{W}date")
        ):
            yield f"{each.tag.removeprefix(W)} without author or date"


def _comments(data: bytes, root: ET.Element) -> Iterator[str]:
    """Every comment is about one stretch, which begins before it ends, and is referred to there."""
    part = parts(data).get("word/comments.xml")
    comments = ET.fromstring(part).findall(f"{W}comment") if part else []
    wanted = [each.get(f"{W}id") for each in comments]
    tags = ("commentRangeStart", "commentRangeEnd", "commentReference")
    places = {(each.tag.removeprefix(W), each.get(f"{W}id")): at for at, each in enumerate(root.iter())}
    for tag in tags:
        found = [each.get(f"{W}id") for each in root.iter(f"{W}{tag}")]
        if sorted(map(str, found)) != sorted(map(str, wanted)):
            yield f"{tag} that does not answer to the comments"
    for number in wanted:
        if [at for tag in tags if (at := places.get((tag, number)))] != sorted(
            at for tag in tags if (at := places.get((tag, number)))
        ):
            yield "a comment that ends before it begins"
    yield from ("a comment without words" for each in comments if not "".join(each.itertext()).strip())


def _notes(data: bytes, root: ET.Element) -> Iterator[str]:
    """Every footnote has a number of its own and one mark, and nothing in it is half deleted."""
    part = parts(data).get("word/footnotes.xml")
    inside = ET.fromstring(part) if part else ET.Element("none")
    numbers = [each.get(f"{W}id") for each in inside.findall(f"{W}footnote") if not each.get(f"{W}type")]
    marks = [each.get(f"{W}id") for each in root.iter(f"{W}footnoteReference")]
    if len(set(numbers)) != len(numbers):
        yield "two footnotes of one number"
    if sorted(map(str, numbers)) != sorted(map(str, marks)):
        yield "footnotes that do not answer to their marks"
    for each in inside.iter():
        tag = each.tag.removeprefix(W)
        yield from _inside(each, tag) if tag in TRACKED else ()
        if tag == "footnoteReference":
            yield "a footnote in a footnote"
    yield from _outside_deletions(inside)


def _headers(data: bytes) -> Iterator[str]:
    for name in parts(data):
        if name.startswith("word/header"):
            root = ET.fromstring(parts(data)[name])
            for element in root.iter():
                tag = element.tag.removeprefix(W)
                yield from _inside(element, tag) if tag in TRACKED else ()
            yield from _outside_deletions(root)


def _bookmarks(root: ET.Element) -> Iterator[str]:
    starts = [(each.get(f"{W}id"), each.get(f"{W}name", "")) for each in root.iter(f"{W}bookmarkStart")]
    ends = [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkEnd")]
    if sorted(str(number) for number, _ in starts) != sorted(map(str, ends)):
        yield "bookmarks that do not end once"
    names = Counter(name.lower() for _, name in starts)
    yield from (f"bookmark {name} stands {times} times" for name, times in names.items() if times > 1)
    yield from (
        f"bookmark name {name}" for _, name in starts if not re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name)
    )
    inner = [each for each in root.iter(f"{W}hyperlink") if f"{R}id" not in each.attrib]
    anchors = {each.get(f"{W}anchor", "") for each in inner}
    yield from (f"a link to no bookmark: {name}" for name in sorted(anchors - {name for _, name in starts}))


def _moves(root: ET.Element) -> Iterator[str]:
    """Every move has one source and one target, and every moved word stands in a range."""
    names = [
        Counter(each.get(f"{W}name") for each in root.iter(f"{W}{kind}RangeStart"))
        for kind in ("moveFrom", "moveTo")
    ]
    if names[0] != names[1] or any(times > 1 for times in names[0].values()):
        yield "moves that do not pair"
    for kind in ("moveFrom", "moveTo"):
        starts, ends = (
            [each.get(f"{W}id") for each in root.iter(f"{W}{kind}Range{place}")] for place in ("Start", "End")
        )
        if starts != ends:
            yield "a range that does not end, or ends elsewhere"
    inside = {"moveFrom": False, "moveTo": False}
    for each in root.iter():
        tag = each.tag.removeprefix(W)
        if tag.endswith("RangeStart"):
            inside[tag.removesuffix("RangeStart")] = True
        elif tag.endswith("RangeEnd"):
            inside[tag.removesuffix("RangeEnd")] = False
        elif tag == "p":
            moved = mark(each) & {"moveFrom", "moveTo"}
            runs = {child.tag.removeprefix(W) for child in each} & {"moveFrom", "moveTo"}
            if runs and runs != moved:
                yield "moved words whose paragraph mark stays"
        elif tag in inside and not inside[tag] and each.find(f"{W}r") is not None:
            yield "moved words outside a range"


def _rows(root: ET.Element) -> Iterator[str]:
    for table in root.iter(f"{W}tbl"):
        shapes = {tuple(map(cell_track, row.findall(f"{W}tc"))) for row in table.findall(f"{W}tr")}
        if len(shapes) > 1 and any(set(shape) & {*CELLS} for shape in shapes):
            yield "a column that comes or goes in some rows only"
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            tracked = {child.tag.removeprefix(W) for child in row.findall(f"{W}trPr/*")} & set(TRACKED)
            if tracked - {"ins", "del"}:
                yield "a row tracked as no row can be"
            if _span(row) != grid:
                yield "a row that does not fill its table"
            for cell in row.findall(f"{W}tc"):
                wanted = tracked or {CELLS[name] for name in [cell_track(cell)] if name in CELLS}
                yield from _cell(cell, wanted)


def _cell(cell: ET.Element, wanted: set[str]) -> Iterator[str]:
    """Words and marks of a cell that comes or goes are tracked as it is, or all of them as the same move."""
    for paragraph in cell.iter(f"{W}p"):
        marks = mark(paragraph)
        alike = {WHOLE[one] for one in marks}
        loose = [child for child in paragraph if child.tag in (f"{W}r", f"{W}hyperlink")]
        loose = [child for child in loose if not _all_tracked(child, marks)]
        others = {child.tag.removeprefix(W) for child in paragraph} & set(TRACKED) - marks
        if wanted and (alike != wanted or loose or others):
            yield "a tracked row or cell with words or marks that are not tracked alike"


def _span(row: ET.Element) -> int:
    total = 0
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        total += int(span.get(f"{W}val", "1")) if span is not None else 1
    return total


def _all_tracked(element: ET.Element, tracked: set[str]) -> bool:
    return element.tag == f"{W}hyperlink" and all(child.tag.removeprefix(W) in tracked for child in element)


def _last(root: ET.Element) -> Iterator[str]:
    """A clause is never the last paragraph, nor right before a table."""
    content = [each for each in flattened(root) if each.tag in (f"{W}p", f"{W}tbl")]
    if content[-1].tag != f"{W}p" or mark(content[-1]) or style(content[-1], "new").startswith("Clause"):
        yield "the last paragraph is not the file's own"
    for first, second in pairwise(content):
        if second.tag == f"{W}tbl" and (
            first.tag == f"{W}tbl" or re.match("Clause|Heading", style(first, "new"))
        ):
            yield "a table right after a clause or a table"


def _inside(element: ET.Element, tag: str) -> Iterator[str]:
    texts = {each.tag.removeprefix(W) for each in element.iter()}
    if tag == "del" and texts & {"t", "instrText"}:
        yield "words in a deletion that are not delText"
    if tag != "del" and texts & {"delText", "delInstrText"}:
        yield "delText outside a deletion"
    if texts & {"hyperlink", "p", "tbl"} or _nested(element):
        yield "a change around more than runs"


def _nested(element: ET.Element) -> bool:
    return any(
        inner.tag.removeprefix(W) in TRACKED
        for each in element
        if each.tag.removeprefix(W) in TRACKED
        for inner in each
    )


def _outside_deletions(root: ET.Element) -> list[str]:
    tracked = {id(inner) for each in root.iter(f"{W}del") for inner in each.iter()}
    return [
        "delText outside a deletion"
        for each in root.iter()
        if each.tag in (f"{W}delText", f"{W}delInstrText") and id(each) not in tracked
    ]
