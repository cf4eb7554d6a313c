"""Where a block's content stands in its source lines: columns, indents and fences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .inline import Stretch

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKER = re.compile(r"[ \t]*(?:[-*+]|:|~|[0-9]{1,9}[.)])([ \t]+|$)")


def stretches_of(token: Token, lines: list[str]) -> tuple[Stretch, ...]:
    """The source stretches of an inline token, a line each.

    markdown-it-py gives an inline token its lines but no columns. Each line of its content is the
    end of its source line, except in a heading, whose closing #s are gone.
    """
    if not token.content:
        return ()
    first = (token.map or [0])[0]
    return tuple(
        _stretch(lines[first + number], first + number + 1, piece.lstrip(" \t"))
        for number, piece in enumerate(token.content.split("\n"))
    )


def _stretch(line: str, number: int, piece: str) -> Stretch:
    if line.endswith(piece):
        return Stretch(number, len(line) - len(piece) + 1, piece)
    bare = line.rstrip(" \t")
    if bare.endswith(piece):
        return Stretch(number, len(bare) - len(piece) + 1, piece)
    return Stretch(number, line.rfind(piece) + 1, piece)


def content_column(line: str, indent: int) -> int:
    """The column, from 0, at which the content after a list or definition marker begins."""
    found = _MARKER.match(line, indent)
    if not found:
        return indent + 2
    spaces = len(found[1].expandtabs(4))
    return found.end() if 1 <= spaces <= 4 else found.start(1) + 1


def dedent(lines: list[str], start: int, end: int, indent: int) -> list[str]:
    """Lines start to end without their container's indent; the first may stand behind a marker."""
    taken = [lines[start][indent:].lstrip(" ")] if end > start else []
    for line in lines[start + 1 : end]:
        margin = min(indent, len(line) - len(line.lstrip(" ")))
        taken.append(line[margin:])
    while taken and not taken[-1].strip():
        taken.pop()
    return taken


def fence_closed(token: Token, lines: list[str]) -> bool:
    """Whether a fenced block ends in a fence of its own, not with its container."""
    start, end = token.map or [0, 0]
    last = lines[end - 1].strip(" \t>") if end - 1 > start else ""
    return len(last) >= len(token.markup) and set(last) == set(token.markup[0])
