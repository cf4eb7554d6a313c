"""A chart of a paper in Word: bars of shaded cells, which every office shows alike, and their legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model.paper import Chart

from ..chart import described
from .markup import add, add_plain, make
from .setting import Setting, add_properties
from .table import new_cell, new_row, new_table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .paper import PaperBody

_LABEL = 2268
"""The width of the names of the bars, in twentieths of a point."""
_UNITS = 60
"""How many columns a bar is divided into at most; Word allows 63."""
_FILLS = (("00563B", "FFFFFF"), ("CDE8D8", "0B0C0C"), ("E6E8EA", "0B0C0C"),
          ("9B1C1C", "FFFFFF"), ("F6D5D2", "0B0C0C"), ("FFFFFF", "0B0C0C"))  # fmt: skip
"""Ground and letters of each series, in order; each stretch says its count, so no colour tells it alone."""


def chart_bars(body: PaperBody, chart: Chart) -> None:
    """One row a bar, its stretches as wide as their counts, and a last row that names the series."""
    longest = max((sum(bar.counts) for bar in chart.bars), default=0)
    if not longest:
        return
    units = min(longest, _UNITS)
    unit = (body.spot.width - _LABEL) // units
    element = new_table("Bare", (_LABEL, *(unit,) * units), described(chart))
    body.gap()
    body.spot.element.append(element)
    for bar in chart.bars:
        row = new_row(element, head=False)
        _cell(body, row, bar.label, _LABEL)
        ends = [sum(bar.counts[:n]) * units // longest for n in range(len(bar.counts) + 1)]
        for number, count in enumerate(bar.counts):
            span = ends[number + 1] - ends[number]
            if span:
                _cell(body, row, str(count), unit * span, span, _FILLS[number % len(_FILLS)])
        if ends[-1] < units:
            _cell(body, row, "", unit * (units - ends[-1]), units - ends[-1])
    _legend(body, chart)


def _legend(body: PaperBody, chart: Chart) -> None:
    count = len(chart.series)
    width = (body.spot.width - _LABEL) // count
    element = new_table("Bare", (_LABEL, *(width,) * count), "Legend")
    body.gap()
    body.spot.element.append(element)
    row = new_row(element, head=False)
    _cell(body, row, "", _LABEL)
    for number, name in enumerate(chart.series):
        _cell(body, row, name, width, fill=_FILLS[number % len(_FILLS)])


def _cell(
    body: PaperBody, row: _Element, words: str, width: int, span: int = 1, fill: tuple[str, str] | None = None
) -> None:
    cell = new_cell(row, width, head=False, span=span)
    paragraph = add(cell, "p")
    properties = add_properties(
        paragraph, Setting("TableText", align="center" if fill else ""), body.revisions
    )
    properties.insert(1, make("keepNext"))
    if not words:
        return
    run = add_plain(paragraph, words)
    if fill:
        ground, letters = fill
        borders = add(cell[0], "tcBorders")  # what keeps one bar from the next
        add(borders, "bottom", val="single", sz="36", space="0", color="FFFFFF")
        add(borders, "right", val="single", sz="12", space="0", color="FFFFFF")
        add(cell[0], "shd", val="clear", color="auto", fill=ground)
        look = make("rPr")
        add(look, "color", val=letters)
        run.insert(0, look)
