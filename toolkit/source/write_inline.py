"""Text to inline Markdown that reads back as the same text: the inverse of inline.py."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.model.text import Mark, Text

from .inline import REFERENCE, Stretch, read_text

_STOP = r"!-/:-@\[-`{-~"
"""ASCII punctuation, as it stands inside the brackets of a pattern."""
_ESCAPED = re.compile(rf"\\(?=[{_STOP}\n]|\Z)|[*`\ufeff]|(?<!\w)_+|_+(?!\w)|&(?={REFERENCE[1:]})")
_LEADING = re.compile(
    r"-(?=[ |:-]|$)|\+(?=[ ]|$)|#{1,6}(?=[ ]|$)|:(?=[ -]|$)|~(?=[ ]|~~)|<(?=[A-Za-z/!?])|[>|]|=+$"
    r"|[0-9]{1,9}[.)](?=[ ]|$)"
)
"""What would begin a list, a quotation, a heading, a meaning, a fence, a comment or a table's second line."""


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
    return _escape(text.plain)


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
    at = found.end() - 1 if line[0].isdigit() else 0
    return line[:at] + "\\" + line[at:]


def _escape(plain: str) -> str:
    return _ESCAPED.sub(_escaped, plain).replace("\n", "\\\n")


def _escaped(found: re.Match[str]) -> str:
    if found[0] == "\ufeff":  # as a character it would be taken for a byte-order mark
        return "&#65279;"
    return "".join("\\" + character for character in found[0])


# -- emphasis ---------------------------------------------------------------------------------------


class _Delimiter(NamedTuple):
    """A delimiter at an offset of the plain text; sorting puts closing before opening, inner ones inside."""

    offset: int
    opens: bool
    nesting: int
    written: str


def _written(text: Text, style: tuple[bool, bool]) -> str:
    """The text with delimiters: `alternating` changes * for _ where two meet, `guarded` writes the
    letters beside a delimiter as character references, so that it may stand inside a word."""
    alternating, guarded = style
    delimiters = _delimiters(text, alternating)
    beside = {at for one in delimiters for at in (one.offset - 1, one.offset)} if guarded else set()
    written: list[str] = []
    at = 0
    for delimiter in delimiters:
        written += [_between(text, at, delimiter.offset, beside), delimiter.written]
        at = delimiter.offset
    written.append(_between(text, at, len(text.plain), beside))
    return "".join(written)


_STYLES = ((False, False), (True, False), (True, True))


def _between(text: Text, start: int, end: int, beside: set[int]) -> str:
    """The stretch of plain text as it stands inside or outside code."""
    if any(mark.kind == "code" and mark.start <= start < mark.end for mark in text.marks):
        return text.plain[start:end]
    if not beside:
        return _escape(text.plain[start:end])
    first = start + (start in beside and start < end)
    last = end - (end - 1 in beside and first < end)
    return (
        "".join(f"&#{ord(character)};" for character in text.plain[start:first])
        + _escape(text.plain[first:last])
        + "".join(f"&#{ord(character)};" for character in text.plain[last:end])
    )


def _delimiters(text: Text, alternating: bool) -> list[_Delimiter]:
    found: list[_Delimiter] = []
    ends: dict[int, str] = {}
    for number, mark in enumerate(text.marks):
        opening, closing = _pair(text, mark, alternating, number, ends)
        length = mark.end - mark.start
        found.append(_Delimiter(mark.start, True, 2 * (-length * len(text.marks) + number), opening))
        found.append(_Delimiter(mark.end, False, 2 * (length * len(text.marks) - number), closing))
    return sorted(found)


def _pair(text: Text, mark: Mark, alternating: bool, number: int, ends: dict[int, str]) -> tuple[str, str]:
    if mark.kind == "code":
        return _ticks(text.plain[mark.start : mark.end])
    character = "*"
    if alternating:
        around = [one for one in text.marks[:number] if one.kind != "code" and one.end > mark.start]
        if (len(around) % 2 == 1) != (ends.get(mark.start) == "*"):
            character = "_"
        ends[mark.end] = character
    written = character * (2 if mark.kind == "strong" else 1)
    return written, written


def _ticks(inside: str) -> tuple[str, str]:
    runs = {len(run) for run in re.findall("`+", inside)}
    ticks = "`" * next(count for count in range(1, len(inside) + 2) if count not in runs)
    pad = " " if inside[:1] == "`" or inside[-1:] == "`" or (inside[:1] == inside[-1:] == " ") else ""
    return ticks + pad, pad + ticks
