"""A paragraph of marked words filled to the width of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """How a stretch of words is shown."""

    HEAD = "head"
    SAME = "same"
    OMITTED = "omitted"
    INSERTED = "inserted"


class Piece(NamedTuple):
    """A stretch of words in one style."""

    text: str
    style: Style


_MARKS = {Style.OMITTED: ("[-", "-]"), Style.INSERTED: ("{+", "+}")}
_COLOURS = {Style.HEAD: "\x1b[1m", Style.OMITTED: "\x1b[31m", Style.INSERTED: "\x1b[32m"}
_PLAIN = "\x1b[0m"

_Word = tuple[Piece, ...]
"""What stands between two spaces: it may change style in its midst."""


def filled(pieces: Sequence[Piece], indent: int, width: int, colour: bool, hanging: int | None = None) -> str:
    """Pieces as lines of at most `width` columns (a longer word has a line to itself), set in by `indent`.

    `hanging` is the indent of the lines after the first, where it is another.
    """
    margin = indent
    lines: list[str] = []
    line: list[_Word] = []
    used = margin
    for word in _words(pieces):
        size = sum(map(columns, (piece.text for piece in word)))
        if line and used + 1 + size > width:
            lines.append(" " * margin + _painted(line, colour))
            margin = indent if hanging is None else hanging
            line, used = [], margin
        used += size + bool(line)
        line.append(word)
    if line:
        lines.append(" " * margin + _painted(line, colour))
    return "\n".join(lines)


def _words(pieces: Sequence[Piece]) -> Iterator[_Word]:
    word: list[Piece] = []
    for piece in pieces:
        opening, closing = _MARKS.get(piece.style, ("", ""))
        text = opening + printable(piece.text) + closing
        for at, part in enumerate(text.split(" ")):
            if at:
                if word:
                    yield tuple(word)
                word = []
            if part:
                word.append(Piece(part, piece.style))
    if word:
        yield tuple(word)


def printable(text: str) -> str:
    """Line ends as a sign, and nothing that could command the terminal."""
    marked = text.replace("\n", "↵ ")
    return "".join(" " if c == "\t" else c if unicodedata.category(c)[0] != "C" else "�" for c in marked)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    accents = sum(unicodedata.combining(character) > 0 for character in text)
    return len(text) + wide - accents


def _painted(line: Sequence[_Word], colour: bool) -> str:
    if not colour:
        return " ".join("".join(piece.text for piece in word) for word in line)
    painted: list[str] = []
    style = Style.SAME
    for at, word in enumerate(line):
        for number, piece in enumerate(word):
            space = " " if at and not number else ""
            if piece.style is style:
                painted.append(space + piece.text)
                continue
            ending = _PLAIN if style in _COLOURS else ""
            painted.append(ending + space + _COLOURS.get(piece.style, "") + piece.text)
            style = piece.style
    return "".join(painted) + (_PLAIN if style in _COLOURS else "")
