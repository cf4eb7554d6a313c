"""Inline Markdown to Text: emphasis and escapes resolved, every character's place kept.

Legal text holds no link markup, so links, images and raw HTML are not read: brackets are words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.text import EMPTY, Mark, Origin, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SPECIAL = re.compile(r"[\\*_`&\t\n]|  ")
_KINDS = {"em_open": "em", "strong_open": "strong"}


class Stretch(NamedTuple):
    """A piece of one source line."""

    line: int
    column: int
    source: str


def read_text(stretches: tuple[Stretch, ...], file: str) -> Text:
    """The text of one paragraph, heading or cell from its source lines."""
    if not stretches:
        return EMPTY
    first = stretches[0]
    if len(stretches) == 1 and not _SPECIAL.search(first.source):
        return Text(first.source, (), file, (Origin(0, first.line, first.column),))
    pieces = _pieces("\n".join(stretch.source for stretch in stretches))
    return _assemble(pieces, stretches, file)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"maxNesting": 100})
    parser.enable(["newline", "escape", "backticks", "emphasis", "entity", "balance_pairs"])
    return parser


class _Piece(NamedTuple):
    """Plain characters with the source offset of the first; or a mark's opening or closing."""

    offset: int
    plain: str
    literal: bool
    """Whether the characters stand in the source as they are here, one for one."""
    mark: str = ""


def _pieces(source: str) -> list[_Piece]:
    """The tokens of inline Markdown in order, each found again in the source."""
    from markdown_it.token import Token

    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(source, parser, {}, tokens)
    pieces: list[_Piece] = []
    at = 0
    for token in tokens:
        match token.type:
            case "text":
                at = source.find(token.content, at)
                pieces.append(_Piece(at, token.content, True))
                at += len(token.content)
            case "text_special":
                at = source.find(token.markup, at)
                pieces.append(_Piece(at, token.content, False))
                at += len(token.markup)
            case "softbreak" | "hardbreak":
                at = source.find("\n", at)
                pieces.append(_Piece(at, "\n" if token.type == "hardbreak" else " ", False))
                at += 1
            case "code_inline":
                at = source.find(token.markup, at) + len(token.markup)
                pieces += _code(source, at, token.content)
                at = source.find(token.markup, at + len(token.content)) + len(token.markup)
            case _:
                at = source.find(token.markup, at)
                pieces.append(_Piece(at, "", False, _KINDS.get(token.type, "close")))
                at += len(token.markup)
    return pieces


def _code(source: str, at: int, content: str) -> list[_Piece]:
    start = at + (source[at : at + 1] in (" ", "\n") and not content.startswith(" "))
    return [_Piece(at, "", False, "code"), _Piece(start, content, True), _Piece(start, "", False, "close")]


def _assemble(pieces: list[_Piece], stretches: tuple[Stretch, ...], file: str) -> Text:
    """Join pieces, fold white space, and note where each run of characters came from."""
    plain: list[str] = []
    marks: list[Mark] = []
    open_marks: list[tuple[int, str]] = []
    origins: list[Origin] = []
    position = _Position(stretches)
    expected = -1
    for piece in pieces:
        if piece.mark == "close":
            start, kind = open_marks.pop()
            marks.append(Mark(start, len(plain), kind))
        elif piece.mark:
            open_marks.append((len(plain), piece.mark))
        for number, character in enumerate(piece.plain):
            source_offset = piece.offset + (number if piece.literal else 0)
            if character in " \t" and (not plain or plain[-1] in " \n"):
                continue
            if character == "\n" and plain and plain[-1] == " ":
                plain.pop()
            if source_offset != expected:
                origins.append(Origin(len(plain), *position.of(source_offset)))
            plain.append(" " if character == "\t" else character)
            expected = source_offset + 1 if piece.literal else -1
    return _trimmed("".join(plain), marks, file, origins)


class _Position:
    """Turns offsets into the joined source lines back into lines and columns."""

    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self.stretches = stretches
        self.index = 0
        self.start = 0

    def of(self, offset: int) -> tuple[int, int]:
        """Offsets must not go down from call to call."""
        while offset > self.start + len(self.stretches[self.index].source):
            self.start += len(self.stretches[self.index].source) + 1
            self.index += 1
        stretch = self.stretches[self.index]
        return stretch.line, stretch.column + offset - self.start


def _trimmed(plain: str, marks: list[Mark], file: str, origins: list[Origin]) -> Text:
    end = len(plain.rstrip(" \n"))
    kept = sorted(
        (Mark(mark.start, min(mark.end, end), mark.kind) for mark in marks if mark.start < min(mark.end, end)),
        key=lambda mark: (mark.start, -mark.end, mark.kind),
    )
    inside = [origin for origin in origins if origin.offset < end] or origins[:1]
    return Text(plain[:end], tuple(kept), file, tuple(inside))
