"""Where a block's content stands in its source lines: columns, indents, tabs and fences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKER = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])([ \t]+|$)")
_PREFIX = re.compile(r"(?:[ \t]+|(?:[-*+:~>]|[0-9]{1,9}[.)])(?=[ \t]))+")
"""White space and markers before a line's own words."""


def content_column(line: str, indent: int) -> int:
    """The column, from 0, at which the content after a list marker begins."""
    found = _MARKER.match(line, indent)
    if not found:
        return indent + 2
    blank = found.end() == len(line)
    return found.end() if len(found[1]) <= 4 and not blank else found.start(1) + 1


def margin(line: str) -> int:
    """How many spaces and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def dedent(lines: list[str], start: int, end: int, indent: int) -> list[str]:
    """Lines start to end without their container's indent and the first line's own.

    The first may stand behind a marker. White space at the end of the last goes, and empty lines there.
    """
    first = lines[start][indent:]
    inset = indent + margin(first)
    taken = [first.lstrip(" \t")]
    taken += [line[min(inset, len(line) - len(line.lstrip(" "))) :] for line in lines[start + 1 : end]]
    while taken and not taken[-1].strip(" \t"):
        taken.pop()
    return taken


def expand_tabs(lines: list[str], kept: set[int]) -> tuple[list[str], dict[int, str]]:
    """The lines with spaces for the tabs before their words, which CommonMark counts in fours.

    Lines whose number, from 0, is in `kept` stay as they are. Also, by line, the beginning that was
    widened, with which narrow() finds the source's own columns.
    """
    widened: dict[int, str] = {}
    expanded = list(lines)
    for number, line in enumerate(lines):
        found = _PREFIX.match(line) if "\t" in line and number not in kept else None
        if found and "\t" in found[0]:
            expanded[number] = found[0].expandtabs(4) + line[found.end() :]
            widened[number] = found[0]
    return expanded, widened


def narrow(beginning: str, at: int) -> int:
    """Where a character stood before the tabs of its line's beginning were widened; both from 0."""
    column = 0
    for offset, character in enumerate(beginning):
        column += 4 - column % 4 if character == "\t" else 1
        if at < column:
            return offset
    return len(beginning) + at - column


def fence_closed(token: Token, lines: list[str]) -> bool:
    """Whether a fenced block ends in a fence of its own, not with its container."""
    start, end = token.map or [0, 0]
    last = lines[end - 1].strip(" \t") if end - 1 > start else ""
    return len(last) >= len(token.markup) and set(last) == set(token.markup[0])
