"""Amending instructions as Markdown, for a direction's Annex or a code host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.passage import Kind, Passage

from .acts import Cells, Grid
from .arrange import Line, Wording
from .plain import grid_of, set_in, set_out

_MEANT = re.compile(r"([\\`*_\[\]<>#|~$])|^(\d+)([.)])(?= )|^([-+])(?= )", re.MULTILINE)
"""What would mean something in Markdown."""


def as_markdown(wording: Wording) -> str:
    """The instructions as CommonMark with pipe tables; inserted text in block quotations."""
    blocks = [f"## {escaped(wording.title)}"]
    blocks += [escaped(wording.lead)] if wording.lead else []
    if not wording.lines:
        blocks.append("Nothing is to be amended.")
    for line in wording.lines:
        blocks.append(_item(line))
        margin = " " * (_INDENTS[line.depth] + len(_marker(line)))
        if line.grid:
            blocks.append(_indented(pipe_table(line.grid), margin))
        if line.shown:
            blocks.append(_indented(_extract(line), margin))
    return "\n\n".join(blocks) + "\n"


_INDENTS = (0, 4, 6)


def _marker(line: Line) -> str:
    return line.marker.ljust(3) + " " if line.depth == 0 else "- "


def _item(line: Line) -> str:
    label = f"{line.marker} " if line.depth else ""
    return " " * _INDENTS[line.depth] + _marker(line) + label + escaped(line.words)


def _indented(block: str, margin: str) -> str:
    return "\n".join(margin + one if one else one for one in block.split("\n"))


def _extract(line: Line) -> str:
    """Inserted text as a block quotation, each paragraph with its label."""
    paragraphs = list(_paragraphs(line))
    first = next((at for at, one in enumerate(paragraphs) if not one.startswith(("|", "```"))), None)
    if first is not None:
        paragraphs[first] = _opened(paragraphs[first])
    if first is None:
        pass  # rows alone stand without quotation marks
    elif paragraphs[-1].startswith(("|", "```")):
        paragraphs.append(f"”{line.closing}")
    else:
        paragraphs[-1] += f"”{line.closing}"
    quoted = "\n\n".join(paragraphs)
    return "\n".join(f"> {one}".rstrip() for one in quoted.split("\n"))


def _opened(paragraph: str) -> str:
    """Its opening quotation mark stands after the sign of a list."""
    sign = re.match(r" *- ", paragraph)
    at = sign.end() if sign else 0
    return f"{paragraph[:at]}“{paragraph[at:]}"


def _paragraphs(line: Line) -> Iterator[str]:
    least = min(map(set_in, line.shown))
    rows: list[Passage] = []
    for passage in (*line.shown, None):
        if passage is not None and passage.kind in (Kind.COLUMNS, Kind.ROW):
            rows.append(passage)
            continue
        if rows:
            yield pipe_table(grid_of(rows, line.header))
            rows = []
        if passage is not None:
            yield _paragraph(passage, set_in(passage) - least)


def _paragraph(passage: Passage, deeper: int) -> str:
    if passage.kind is Kind.CODE:
        return f"```{passage.detail}\n{passage.plain}\n```"
    margin = "  " * max(0, deeper - 1)
    words = escaped(set_out(passage))
    if passage.kind is Kind.TERM:
        term = escaped(passage.texts[0].plain)
        words = f"**{term}**{words.removeprefix(term)}"
    if deeper and passage.kind is Kind.CLAUSE:
        return f"{margin}- {words}"
    return "  " * deeper + words


def pipe_table(grid: Grid) -> str:
    """A table with its headings; where it has none, with empty ones, for Markdown wants a line of them."""
    header = grid.header or ("",) * len(grid.rows[0])
    lines = [_row(header), _row(("---",) * len(header)), *map(_row, (map(_cell, row) for row in grid.rows))]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return escaped(text).replace("\n", " ")


def _row(cells: Iterator[str] | Cells) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Words that mean themselves in Markdown."""
    return _MEANT.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[2]}\\{found[3]}"
    return f"\\{found[0]}"
