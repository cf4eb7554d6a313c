"""What a change-marked Word file is worth: words marked, moves found, and what is left on each side."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.docx.oracle import TRACKED, Row, W, body, lines, reading, style, without_sheet

FRONT = ("Imprint", "Title", "Subtitle", "Particulars", "Notice", "ContentsHeading", "TOC", "Sheet")
END = ("UnnumberedHeading", "Outside", "Closing")


class Verdict(NamedTuple):
    """The judgement of one file."""

    words: int
    """Words marked, those of a moved clause in both places."""
    moves: int
    """Moved clauses that are marked as moved."""
    accepted: str
    """"yes", or the first line that is wrong once everything is accepted."""
    rejected: str
    citations: int
    """Citations that are fields and show another number than their target bears, on both sides together."""
    fields: int
    """Citations that are fields, on both sides together."""


def judge(marked: bytes, old: bytes, new: bytes, moved: list[str]) -> Verdict:
    """Judge a file by what it makes of two clean ones; `moved` are the words of the moved clauses."""
    wrong = fields = 0
    for side in ("old", "new"):
        for cited in _cited(marked, side):
            fields += 1
            wrong += cited.shown != cited.encloses
    arrived = list(_moved_words(marked))
    found = sum(any(words in each for each in arrived) for words in moved)
    return Verdict(
        marked_words(marked), found, _exact(marked, "new", new), _exact(marked, "old", old), wrong, fields
    )


def _exact(marked: bytes, side: str, clean: bytes) -> str:
    try:
        return first_difference(text_lines(marked, side), text_lines(clean, "new"))
    except AssertionError as error:
        return f"no: {error}"


def text_lines(data: bytes, side: str) -> list[str]:
    """The lines of a side, without the sheet that our marked copies begin with."""
    return lines(without_sheet(reading(data, side)))


def first_difference(said: list[str], wanted: list[str]) -> str:
    """ "yes" where two runs of lines are the same, else the first place where they are not."""
    for number, (one, other) in enumerate(zip(said, wanted, strict=False), start=1):
        if one != other:
            return f"no: line {number} is {one[:60]!r}, not {other[:60]!r}"
    return "yes" if len(said) == len(wanted) else f"no: {len(said)} lines, not {len(wanted)}"


def _cited(data: bytes, side: str) -> Iterator[object]:
    for block in reading(data, side):
        for para in block.cells if isinstance(block, Row) else (block,):
            yield from para.cited


def marked_words(data: bytes) -> int:
    """The words in tracked changes; stretches of one kind that touch are read as one."""
    total = 0
    for paragraph in body(data).iter(f"{W}p"):
        if style(paragraph, "new").startswith((*FRONT, *END)):
            continue
        kind, text = "", ""
        for now, words in [*_tracked(paragraph, ""), ("", "")]:
            if now != kind:
                total += len(text.split()) if kind else 0
                kind, text = now, ""
            text += words
    return total


def _tracked(element: ET.Element, kind: str) -> Iterator[tuple[str, str]]:
    for child in element:
        tag = child.tag.removeprefix(W)
        if tag in TRACKED:
            yield from _tracked(child, tag)
        elif tag in ("t", "delText"):
            yield kind, child.text or ""
        elif tag == "tab":
            yield kind, "\t"
        elif tag == "br":
            yield kind, "\n"
        elif tag not in ("pPr", "rPr"):
            yield from _tracked(child, kind)


def _moved_words(data: bytes) -> Iterator[str]:
    for paragraph in body(data).iter(f"{W}p"):
        found = "".join(words for kind, words in _tracked(paragraph, "") if kind == "moveTo")
        if found:
            yield found


def office_lines(path: Path) -> list[str]:
    """The lines of a text export."""
    return [line.rstrip() for line in path.read_text("utf-8-sig").split("\n") if line.strip()]
