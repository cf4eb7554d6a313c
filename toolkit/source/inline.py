"""Inline Markdown to Text: emphasis, footnote marks and escapes resolved, every character's place kept.

Read by CommonMark's rules for escapes, character references, code spans, emphasis and line breaks.
Legal text holds no link markup, so links, images and raw HTML are not read: brackets are words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

from toolkit.model.footnote import FOOTNOTE
from toolkit.model.text import EMPTY, Mark, Origin, Text

from .emphasis import Pair, Run, pairs_of, run_at

_SPECIAL = re.compile(r"[\\*_`&\t\n]|  |\[\^")
REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
"""A character reference such as &amp; or &#38;."""
FOOTNOTE_MARK = r"\[\^[a-z0-9]+(?:-[a-z0-9]+)*\]"
"""The mark of a footnote, such as [^working-days]."""
_TOKEN = re.compile(rf"\\(?:\n|[!-/:-@\[-`{{-~])|{REFERENCE}|{FOOTNOTE_MARK}|`+|\*+|_+|[ \t\n]{{2,}}|[\t\n]")
_TICKS = re.compile(r"`+")
_BLANKS = re.compile(r"[ \t\n]+|[^ \t\n]+")
_NOT_BREAK = re.compile(r"[^\n]")
_NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"


class Stretch(NamedTuple):
    """A piece of one source line."""

    line: int
    column: int
    source: str

    def part(self, start: int, end: int | None = None) -> Stretch:
        """Its characters from start on, up to end where one is given."""
        return Stretch(self.line, self.column + start, self.source[start:end])


def read_text(stretches: tuple[Stretch, ...], file: str) -> Text:
    """The text of one paragraph, heading or cell from its source lines."""
    if not stretches:
        return EMPTY
    first = stretches[0]
    if len(stretches) == 1 and not _SPECIAL.search(first.source):
        plain = first.source.rstrip(" ")
        lead = len(plain) - len(plain.lstrip(" "))
        return Text(plain[lead:], (), file, (Origin(0, first.line, first.column + lead),))
    pieces = list(_pieces("\n".join(stretch.source for stretch in stretches)))
    pairs = pairs_of([piece.run for piece in pieces if piece.run])
    return _Assembly(stretches).text(pieces, pairs, file)


def words_only(source: str) -> str:
    """The source with escapes, references and code blanked out, so that what is left stands for itself."""
    return "".join(
        _NOT_BREAK.sub(" ", source[piece.offset : piece.end])
        if piece.code or not piece.literal or piece.at > piece.offset
        else piece.plain
        for piece in _pieces(source)
    )


class _Piece(NamedTuple):
    """Source from offset to end, and the plain characters that it stands for."""

    offset: int
    end: int
    plain: str
    at: int
    """Where the first of the plain characters stands."""
    literal: bool = False
    """Whether the plain characters stand in the source as they are, one for one."""
    run: Run | None = None
    code: bool = False
    footnote: bool = False


def _pieces(source: str) -> Iterator[_Piece]:
    """The source cut into literal words, escapes, references, code spans, delimiter runs and white space."""
    ticks = _Ticks(source)
    at = 0
    scan = 0
    while token := _TOKEN.search(source, scan):
        start, end = token.span()
        scan = end
        piece = _piece(source, start, end, ticks)
        if piece is None:  # words after all: a reference to nothing, a tick without its partner
            continue
        if at < start:
            yield _Piece(at, start, source[at:start], at, True)
        yield piece
        at = scan = piece.end
    if at < len(source):
        yield _Piece(at, len(source), source[at:], at, True)


def _piece(source: str, start: int, end: int, ticks: _Ticks) -> _Piece | None:
    match source[start]:
        case "\\":
            return _Piece(start, end, source[start + 1], start + 1, source[start + 1] != "\n")
        case "&":
            plain = referred(source[start + 1 : end - 1])
            return _Piece(start, end, plain, start) if plain else None
        case "`":
            close = ticks.closing(end, end - start)
            return _Piece(start, close, source[start:close], start, code=True) if close else None
        case "[":
            return _Piece(start, end, source[start:end], start, True, footnote=True)
        case "*" | "_":
            return _Piece(start, end, source[start:end], start, True, run_at(source, start, end))
    before, line_end, _ = source[start:end].partition("\n")
    return _Piece(start, end, "\n" if line_end and before.endswith("  ") else " ", start)


def referred(name: str) -> str:
    """What a reference such as amp or #38 means: white space is a space; empty for an unknown name."""
    if name[0] != "#":
        plain = html5.get(name + ";", "")
    else:
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        plain = chr(code) if _is_character(code) else _NO_CHARACTER
    return " " if plain in ("\t", "\n", "\r", "\f") else plain


def _is_character(code: int) -> bool:
    control = code < 9 or code == 0x0B or 0x0E <= code < 0x20 or 0x7F <= code < 0xA0
    nothing = 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE
    return not control and not nothing and code <= 0x10FFFF


class _Ticks:
    """Where the runs of backticks of a source are, by length; worked out when the first is met."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts: dict[int, list[int]] | None = None

    def closing(self, start: int, length: int) -> int:
        """The end of the first run of a length from start on, or 0."""
        if self.starts is None:
            self.starts = {}
            for run in _TICKS.finditer(self.source):
                self.starts.setdefault(len(run[0]), []).append(run.start())
        starts = self.starts.get(length, [])
        found = bisect_left(starts, start)
        return starts[found] + length if found < len(starts) else 0


class _Assembly:
    """Joins pieces, folds white space, and notes where each run of characters came from."""

    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self.position = _Position(stretches)
        self.plain: list[str] = []
        self.length = 0
        self.last = "\n"
        """The last plain character; a line break before the first, so that no white space comes first."""
        self.origins: list[Origin] = []
        self.expected = -1

    def text(self, pieces: list[_Piece], pairs: list[Pair], file: str) -> Text:
        """The text of the pieces, with the emphasis of the pairs."""
        marks: list[Mark] = []
        for piece in pieces:
            if piece.run:
                piece.run.at = self.length
                self._add(piece.plain[: piece.run.left], piece.at, True)
            elif piece.code:
                start = self.length
                self._add_code(piece)
                marks.append(Mark(start, self.length, "code"))
            elif piece.footnote:
                start = self.length
                self._add(piece.plain, piece.at, True)
                marks.append(Mark(start, self.length, FOOTNOTE))
            else:
                self._add(piece.plain, piece.at, piece.literal)
        marks += [Mark(pair.opener.at + pair.opener.left, pair.closer.at, pair.kind) for pair in pairs]
        plain = "".join(self.plain).rstrip(" \n")
        inside = [origin for origin in self.origins if origin.offset < len(plain)]
        return Text(plain, _trimmed(plain, marks), file, tuple(inside or self.origins[:1]))

    def _add(self, plain: str, offset: int, literal: bool) -> None:
        if plain[:1] in (" ", "\n") and self.last in (" ", "\n"):
            if plain == "\n":
                self._break(offset)
                return
            plain, offset = plain[1:], offset + 1
        if not plain:
            return
        if offset != self.expected:
            self.origins.append(Origin(self.length, *self.position.of(offset)))
        for number in range(1, len(plain) if not literal else 0):
            self.origins.append(Origin(self.length + number, *self.position.of(offset)))
        self.plain.append(plain)
        self.length += len(plain)
        self.last = plain[-1]
        self.expected = offset + len(plain) if literal else -1

    def _break(self, offset: int) -> None:
        """A forced line break takes the place of a space before it, and means nothing at the start."""
        if not self.length:
            return
        if self.last == " ":
            self.plain[-1] = self.plain[-1][:-1]
            self.length -= 1
            if self.origins[-1].offset == self.length:
                self.origins.pop()
        self.last = "x"
        self._add("\n", offset, False)

    def _add_code(self, piece: _Piece) -> None:
        ticks = len(piece.plain) - len(piece.plain.lstrip("`"))
        inside = piece.plain[ticks:-ticks]
        padded = inside[0] in " \n" and inside[-1] in " \n" and inside.strip(" \n") != ""
        lead = ticks + padded
        for part in _BLANKS.finditer(piece.plain, lead, len(piece.plain) - lead):
            blank = part[0][0] in " \t\n"
            self._add(" " if blank else part[0], piece.offset + part.start(), not blank)


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


def _trimmed(plain: str, marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks in order, without white space at their ends, and none inside another of its kind."""
    kept: list[Mark] = []
    covered: dict[str, int] = {}
    tight = (_tight(plain, mark) for mark in marks)
    for mark in sorted(tight, key=lambda mark: (mark.start, -mark.end, mark.kind)):
        if mark.end > max(mark.start, covered.get(mark.kind, 0)):
            covered[mark.kind] = mark.end
            kept.append(mark)
    return tuple(kept)


def _tight(plain: str, mark: Mark) -> Mark:
    end = min(mark.end, len(plain))
    inside = plain[mark.start : end]
    start = mark.start + len(inside) - len(inside.lstrip())
    return Mark(start, start + len(inside.strip()), mark.kind)
