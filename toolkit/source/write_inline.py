"""Text to inline Markdown that reads back as the same text: the inverse of inline.py."""

from __future__ import annotations

import re

from toolkit.model.text import Mark, Text

_ESCAPED = re.compile(r"[\\*_`]|&(?=[A-Za-z#])")
_DELIMITERS = {"em": "*", "strong": "**"}
_LEADING = re.compile(r"(?:[-+>#:~<|{=]|[0-9]{1,9}[.)](?=[ ]|$))")
"""What would begin a list, a quotation, a heading, a definition, a fence, a comment, a table or an id."""


def write_text(text: Text) -> str:
    """Inline Markdown on one line, or on several where a line break is forced."""
    if not text.marks:
        return _escape(text.plain)
    inserts = _delimiters(text)
    written: list[str] = []
    at = 0
    for offset, delimiter in inserts:
        written.append(_between(text, at, offset) + delimiter)
        at = offset
    written.append(_between(text, at, len(text.plain)))
    return "".join(written)


def write_paragraph(text: Text, guard: re.Pattern[str] | None = None) -> str:
    """Like write_text, with an escape where the first characters would begin another kind of block.

    `guard` is one more pattern that the beginning must not match, such as a caption's.
    """
    written = "\n".join(_guarded(line) for line in write_text(text).split("\n"))
    if guard is not None and guard.match(written):
        return _break_up(written)
    return written


def _guarded(line: str) -> str:
    found = _LEADING.match(line)
    if not found:
        return line
    if line[0].isdigit():
        return line[: found.end() - 1] + "\\" + line[found.end() - 1 :]
    return "\\" + line


def _break_up(written: str) -> str:
    """Escape the first punctuation, so that a pattern of the source no longer matches."""
    found = re.search(r"[\[\](){}#.:]", written)
    if not found:
        return written
    return written[: found.start()] + "\\" + written[found.start() :]


def _escape(plain: str) -> str:
    return _ESCAPED.sub(lambda found: "\\" + found[0], plain).replace("\n", "\\\n")


def _between(text: Text, start: int, end: int) -> str:
    """The stretch of plain text as it stands inside or outside code."""
    if any(mark.kind == "code" and mark.start <= start < mark.end for mark in text.marks):
        return text.plain[start:end]
    return _escape(text.plain[start:end])


def _delimiters(text: Text) -> list[tuple[int, str]]:
    """Where each delimiter goes, in order; inner marks open last and close first."""
    opening = [(mark.start, 1, -(mark.end - mark.start), _delimiter(text, mark, True)) for mark in text.marks]
    closing = [(mark.end, 0, mark.end - mark.start, _delimiter(text, mark, False)) for mark in text.marks]
    return [(offset, delimiter) for offset, _, _, delimiter in sorted(opening + closing)]


def _delimiter(text: Text, mark: Mark, opens: bool) -> str:
    if mark.kind != "code":
        return _DELIMITERS[mark.kind]
    inside = text.plain[mark.start : mark.end]
    runs = {len(run) for run in re.findall("`+", inside)}
    ticks = "`" * next(count for count in range(1, len(inside) + 2) if count not in runs)
    pad = " " if inside[:1] == "`" or inside[-1:] == "`" or (inside[:1] == inside[-1:] == " ") else ""
    return ticks + pad if opens else pad + ticks
