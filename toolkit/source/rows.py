"""Pipe-table rows: cells with their places, by GitHub's rules for the pipe."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from toolkit.model.text import EMPTY, Origin, Text

from .inline import Stretch, read_text
from .layout import margin

_ESCAPED_BAR = re.compile(r"\\\|")


def cells(line: str, indent: int) -> list[tuple[int, int]]:
    """Start and end of each cell of a row, without the white space around it.

    `indent` is where the content of the row's container begins. A pipe right after a backslash is a word.
    """
    end = len(line.rstrip(" \t"))
    begin = indent + margin(line[indent:])
    edges = _bars(line, begin)
    if not edges or edges[0] != begin:
        edges.insert(0, begin - 1)
    if edges[-1] != end - 1 or len(edges) == 1:
        edges.append(end)
    return [_strip(line, left + 1, right) for left, right in pairwise(edges)]


def _bars(line: str, begin: int) -> list[int]:
    found = [at.start() for at in re.finditer(r"\|", line[begin:])]
    return [begin + at for at in found if at == 0 or line[begin + at - 1] != "\\"]


def _strip(line: str, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end]
    left = start + len(cell) - len(cell.lstrip(" \t"))
    return (left, left + len(cell.strip(" \t")))


def read_cell(cell: Stretch, file: str) -> Text:
    """The text of a cell. GitHub takes the backslash from a pipe before it reads anything else, code too."""
    if not cell.source:
        return EMPTY
    if "\\|" not in cell.source:
        return read_text((cell,), file)
    text = read_text((Stretch(cell.line, 1, cell.source.replace("\\|", "|")),), file)
    gone = [at.start() - number for number, at in enumerate(_ESCAPED_BAR.finditer(cell.source))]
    return Text(text.plain, text.marks, file, tuple(_moved(text, cell, gone)))


def _moved(text: Text, cell: Stretch, gone: list[int]) -> Iterator[Origin]:
    """The origins of a text, with the backslashes counted that stood before the pipes at `gone`."""
    ends = [*(origin.offset for origin in text.origins[1:]), len(text.plain)]
    for origin, end in zip(text.origins, ends, strict=True):
        first = origin.column - 1
        past = bisect_right(gone, first)
        yield Origin(origin.offset, cell.line, cell.column + first + past)
        for number in range(past, bisect_left(gone, first + end - origin.offset)):
            bar = gone[number]
            yield Origin(origin.offset + bar - first, cell.line, cell.column + bar + number + 1)
