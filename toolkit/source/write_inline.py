"""Text to inline Markdown that reads back as the same text: the inverse of inline.py."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.model.footnote import FOOTNOTE
from toolkit.model.text import Mark, Text

from .encoding import UNSEEN
from .inline import FOOTNOTE_MARK, REFERENCE, Stretch, read_text, referred

_STOP = r"!-/:-@\[-`{-~"
"""ASCII punctuation, as it stands inside the brackets of a pattern."""
_ESCAPED = re.compile(
    rf"\\(?=[{_STOP}\n{UNSEEN}]|\Z)|[*`{UNSEEN}]|\[(?=\^[a-z0-9-]+\])|(?<!\w)_+|_+(?!\w)|&(?=({REFERENCE[1:]}))"
)
_LEADING = re.compile(
    r"-(?=[ |:-]|$)|\+(?=[ ]|$)|#{1,6}(?=[ ]|$)|:(?=[ -]|$)|~(?=[ ]|~~)|<(?=!--)|[>|]|=+$"
    rf"|[0-9]{{1,9}}[.)](?=[ ]|$)|{FOOTNOTE_MARK}:"
)
"""What would begin a list, a quotation, a heading, a meaning, a fence, a comment, a footnote or the second
line of a table."""


def write_text(text: Text) -> str:
    """Inline Markdown on one line, or on several where a line break is forced.

    Emphasis that Markdown cannot express, such as one that ends inside another, is left out.
    """
    if not text.marks:
        return _escape(text.plain)
    for style in _STYLES:
        written = _written(text, style)
        if read_text(tuple(Stretch(1, 1, line) for line in written.split("\n")), "") == text:
            return written
    notes = tuple(mark for mark in text.marks if mark.kind == FOOTNOTE)
    return _written(Text(text.plain, notes), _STYLES[0])


def write_lines(text: Text, at_start: bool = True) -> str:
    """Like write_text, with an escape where a line would begin another kind of block.

    `at_start` is whether the first line begins a line, or stands behind a label.
    """
    first, *more = write_text(text).split("\n")
    return "\n".join([_guarded(first) if at_start else first, *map(_guarded, more)])


def break_up(written: str) -> str:
    """The same words, written so that no pattern of the source matches at their beginning."""
    if re.match(rf"[{_STOP}]", written):
        return "\\" + written
    return f"&#{ord(written[0])};{written[1:]}"


def _guarded(line: str) -> str:
    found = _LEADING.match(line)
    if not found:
        return line
    at = found.end() - 1 if line[0].isdigit() or line[0] == "[" else 0
    return line[:at] + "\\" + line[at:]


def _escape(plain: str) -> str:
    return _ESCAPED.sub(_escaped, plain).replace("\n", "\\\n")


def _escaped(found: re.Match[str]) -> str:
    if not found[0].isascii():
        return "&nbsp;" if found[0] == "\xa0" else f"&#x{ord(found[0]):X};"
    if found[0] == "&" and not referred(found[1][:-1]):
        return "&"
    return "".join("\\" + character for character in found[0])


# -- emphasis ---------------------------------------------------------------------------------------


class _Style(NamedTuple):
    """How hard the writer tries; each is tried where the one before does not read back."""

    alternating: bool
    """Whether _ is written where two of * would meet."""
    guarded: bool
    """Whether characters beside a delimiter are written as references, so that it may stand in a word."""


_STYLES = (_Style(False, False), _Style(True, False), _Style(True, True))


class _Delimiter(NamedTuple):
    """A delimiter at an offset of the plain text."""

    offset: int
    written: str
    code: bool
    """Whether what follows is inside code or a footnote's mark, and stands as it is."""


def _written(text: Text, style: _Style) -> str:
    delimiters = _delimiters(text, style.alternating)
    beside = {at for one in delimiters for at in (one.offset - 1, one.offset)} if style.guarded else set()
    written: list[str] = []
    at, code = 0, False
    for delimiter in (*delimiters, _Delimiter(len(text.plain), "", False)):
        if code:
            written.append(text.plain[at : delimiter.offset])
        else:
            written.append(_between(text.plain, at, delimiter.offset, beside))
        written.append(delimiter.written)
        at, code = delimiter.offset, delimiter.code
    return "".join(written)


def _between(plain: str, start: int, end: int, beside: set[int]) -> str:
    """A stretch of plain text between two delimiters."""
    first = start + (start in beside and start < end)
    last = end - (end - 1 in beside and first < end)
    return _references(plain[start:first]) + _escape(plain[first:last]) + _references(plain[last:end])


def _references(plain: str) -> str:
    return "".join(f"&#{ord(character)};" for character in plain)


def _delimiters(text: Text, alternating: bool) -> list[_Delimiter]:
    """The delimiters in order: marks come outer before inner, so that what is open is a stack."""
    found: list[_Delimiter] = []
    around: list[tuple[int, str]] = []
    last = (-1, "")

    def close_up_to(offset: int) -> None:
        nonlocal last
        while around and around[-1][0] <= offset:
            last = around.pop()
            found.append(_Delimiter(*last, False))

    for mark in text.marks:
        close_up_to(mark.start)
        opening, closing = _pair(text, mark, alternating, around, last)
        found.append(_Delimiter(mark.start, opening, mark.kind in ("code", FOOTNOTE)))
        around.append((mark.end, closing))
    close_up_to(len(text.plain))
    return found


def _pair(
    text: Text, mark: Mark, alternating: bool, around: list[tuple[int, str]], last: tuple[int, str]
) -> tuple[str, str]:
    if mark.kind == "code":
        return _ticks(text.plain[mark.start : mark.end])
    if mark.kind == FOOTNOTE:
        return "", ""
    beside = around[-1][1] if around else last[1] if last[0] == mark.start else ""
    character = "_" if alternating and beside.startswith("*") else "*"
    written = character * (2 if mark.kind == "strong" else 1)
    return written, written


def _ticks(inside: str) -> tuple[str, str]:
    runs = {len(run) for run in re.findall("`+", inside)}
    ticks = "`" * next(count for count in range(1, len(inside) + 2) if count not in runs)
    pad = " " if inside[:1] == "`" or inside[-1:] == "`" or (inside[:1] == inside[-1:] == " ") else ""
    return ticks + pad, pad + ticks
