"""Pipe-table rows: cells with their places, by GitHub's rules for the pipe."""

from __future__ import annotations

from toolkit.model.text import Text

from .inline import Stretch, read_text


def read_row(line: str, number: int, indent: int, file: str) -> tuple[Text, ...]:
    """The cells of one source line; `indent` is where its container's content begins."""
    return tuple(
        read_text((Stretch(number, start + 1, line[start:end]),) if end > start else (), file)
        for start, end in _cells(line, indent)
    )


def _cells(line: str, indent: int) -> list[tuple[int, int]]:
    """Start and end of each cell, without the white space around it."""
    bars = [
        at for at in range(indent, len(line)) if line[at] == "|" and not _escaped(line, at)
    ]
    end = len(line.rstrip(" \t"))
    edges = list(bars)
    begin = indent + len(line[indent:]) - len(line[indent:].lstrip(" \t"))
    if not edges or edges[0] != begin:
        edges.insert(0, begin - 1)
    if edges[-1] != end - 1 or len(edges) == 1:
        edges.append(end)
    return [_strip(line, left + 1, right) for left, right in zip(edges, edges[1:], strict=False)]


def _escaped(line: str, at: int) -> bool:
    slashes = at - len(line[:at].rstrip("\\"))
    return slashes % 2 == 1


def _strip(line: str, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end]
    left = start + len(cell) - len(cell.lstrip(" \t"))
    return (left, left + len(cell.strip(" \t")))
