"""Bars of counts as a plain drawing, and as the table beside it: nothing is told by colour alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from toolkit.model.paper import Chart, ChartBar, PaperTable, Run

from .paper_text import PaperError

_WIDTH, _ROW, _BAR = 640, 40, 24
_LABELS = 150
_LEGEND_ROW = 26
_INK = "#0b0c0c"
_FONT = "'Source Sans 3', 'Segoe UI', Arial, sans-serif"
_LETTER = 7.2
"""The width of a letter of 14 pixels, on average."""


class _Ink(NamedTuple):
    """How a series is drawn: its ground, and what is drawn on it."""

    ground: str
    lines: str
    """rising, falling, dashes or nothing."""


_INKS = (
    _Ink("#00563b", ""),
    _Ink("#cde8d8", "rising"),
    _Ink("#f4f5f6", ""),
    _Ink("#9b1c1c", ""),
    _Ink("#f6d5d2", "falling"),
    _Ink("#ffffff", "dashes"),
)
"""Whatever the colours look like to a reader, no two neighbours have the same lines or lightness."""
_STEP = 7
_BETWEEN = re.compile(r"(?<!\\)\|")
"""Between the cells of a line; one that is escaped is a word."""


def chart_svg(chart: Chart, foot: str = "") -> str:
    """The drawing, without scripts or styles: a title, a description, bars with their counts, a legend.

    `foot` is a line under it, for a drawing that is a file of its own.
    """
    name = escape(chart.id)
    legend = _legend_rows(chart)
    height = _ROW * len(chart.bars) + _LEGEND_ROW * len(legend) + 16 + (_LEGEND_ROW if foot else 0)
    # the edge of the longest bar keeps the half of its line that lies outside it
    scale = (_WIDTH - _LABELS - 1) / (max((sum(bar.counts) for bar in chart.bars), default=0) or 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{_FONT}" '
        f'font-size="14" fill="{_INK}">',
        f'<title id="{name}-title">{escape(chart.title)}</title>',
        f'<desc id="{name}-desc">{escape(described(chart))}</desc>',
        *(_bar(bar, _ROW * number, scale) for number, bar in enumerate(chart.bars)),
        *_legend(chart, legend, _ROW * len(chart.bars) + 16),
        f'<text x="0" y="{height - 8}" font-weight="700">{escape(foot)}</text>' if foot else "",
        "</svg>",
    ]
    return "".join(parts)


def described(chart: Chart) -> str:
    """The chart in words: U1.2 Q1: Support 3, Object 1. …"""
    bars = []
    for bar in chart.bars:
        told = [f"{name} {count}" for name, count in zip(chart.series, bar.counts, strict=True) if count]
        bars.append(f"{bar.label}: {', '.join(told) or 'none'}.")
    return " ".join(bars)


def chart_table(chart: Chart) -> PaperTable:
    """The same counts as a table."""
    header = tuple((Run(words),) for words in (chart.kind, *chart.series))
    rows = tuple((_words(bar.label), *(_words(str(count)) for count in bar.counts)) for bar in chart.bars)
    sides = ("left", *("right" for _ in chart.series))
    return PaperTable(0, chart.title, f"{chart.id}-table", header, rows, sides)


def _words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def read_chart(title: str, lines: list[str], name: str, words: Callable[[str], str]) -> Chart:
    """Read the lines of a chart: “Question | Support | Object”, then “Q1 | 3 | 1” for each bar.

    `words` reads the Markdown of a cell.
    """
    rows = [[words(cell.strip()) for cell in _BETWEEN.split(line)] for line in lines if line.strip()]
    if len(rows) < 2 or len(rows[0]) < 2 or not all(rows[0]):
        raise PaperError(f"The chart “{title}” needs a line of series and one for each bar.", title)
    series = tuple(rows[0][1:])
    bars = []
    for row in rows[1:]:
        counts = [int(cell) for cell in row[1:] if cell.isdecimal()]
        if len(counts) != len(series) or len(row) != len(series) + 1:
            line = " | ".join(row)
            raise PaperError(f"“{line}” is no bar; write its label and {len(series)} counts.", line)
        bars.append(ChartBar(row[0], tuple(counts)))
    return Chart(title, name, rows[0][0], series, tuple(bars))


def _bar(bar: ChartBar, top: int, scale: float) -> str:
    middle = top + _BAR / 2 + 5
    parts = [f'<text x="0" y="{middle:g}">{escape(_shortened(bar.label))}</text>']
    left = float(_LABELS)
    for at, count in enumerate(bar.counts):
        if not count:
            continue
        width = round(count * scale, 2)
        parts.append(_box(at, left, top, width, _BAR))
        words = str(count)
        plate = len(words) * 8 + 8
        if width >= plate:
            x = left + width / 2
            parts.append(
                f'<rect x="{x - plate / 2:g}" y="{top + 4}" width="{plate}" height="16" fill="#fff"/>'
            )
            parts.append(f'<text x="{x:g}" y="{middle:g}" text-anchor="middle">{words}</text>')
        left = round(left + width, 2)
    return "".join(parts)


def _box(at: int, left: float, top: float, width: float, height: float) -> str:
    """A stretch of a bar. Its lines are drawn one by one: tiles show their seams in print."""
    ink = _INKS[at % len(_INKS)]
    rect = f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="{{}}"{{}}/>'
    lines = _lines(ink.lines, width, height)
    drawn = (
        f'<path transform="translate({left:g} {top:g})" d="{lines}" stroke="{_INK}" fill="none"/>'
        if lines
        else ""
    )
    return rect.format(ink.ground, "") + drawn + rect.format("none", f' stroke="{_INK}"')


def _lines(kind: str, width: float, height: float) -> str:
    """The path of the lines on a box that begins at 0, 0."""
    if kind == "dashes":
        rows = range(4, int(height), _STEP)
        return "".join(f"M{x},{y}h2" for y in rows for x in range(3 + y % 2 * 3, int(width) - 2, _STEP))
    if not kind:
        return ""
    pieces = []
    for number in range(1, int((width + height) / _STEP) + 1):
        across = number * _STEP
        x1, x2 = max(0.0, across - height), min(width, float(across))
        y1, y2 = across - x1, across - x2
        if kind == "falling":
            y1, y2 = height - y1, height - y2
        pieces.append(f"M{x1:g},{y1:g}L{x2:g},{y2:g}")
    return "".join(pieces)


def _shortened(label: str) -> str:
    most = int(_LABELS / _LETTER)
    return label if len(label) <= most else label[: most - 1] + "…"


def _legend_rows(chart: Chart) -> list[list[int]]:
    """The series in rows that fit the width."""
    rows: list[list[int]] = []
    used = 0.0
    for at, name in enumerate(chart.series):
        width = 40 + len(name) * _LETTER
        if not rows or used + width > _WIDTH:
            rows.append([])
            used = 0.0
        rows[-1].append(at)
        used += width
    return rows


def _legend(chart: Chart, rows: list[list[int]], top: int) -> list[str]:
    parts = []
    for number, row in enumerate(rows):
        left = 0.0
        for at in row:
            y = top + _LEGEND_ROW * number
            parts.append(_box(at, left + 0.5, y, 16, 16))
            parts.append(f'<text x="{left + 24:g}" y="{y + 13}">{escape(chart.series[at])}</text>')
            left = round(left + 40 + len(chart.series[at]) * _LETTER, 2)
    return parts
