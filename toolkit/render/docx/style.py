"""What the styles of the Word files are made of: lengths, colours, and the XML of their properties.

Lengths are in twentieths of a point (1 cm is 567), sizes in half points.
"""

from __future__ import annotations

from typing import NamedTuple

FONT = "Arial"
MONOSPACE = "Courier New"
NAVY = "1F3A5F"
GREY = "505A5F"
LINE = "8A949C"
PALE = "E9EDF2"

STEPS = (964, 1588, 2212, 2836, 3460, 4084)
"""Where the words of a clause begin, for each depth at which it is set in."""
STEP = STEPS[1] - STEPS[0]
LIST_STEP = 425
"""How far each level of a paper's list is set in."""
TEXT_WIDTH = 9298
"""Of an A4 page with margins of 2.3 cm."""

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP_NEXT = "<w:keepNext/>"
KEEP_LINES = "<w:keepLines/>"
KEEP = KEEP_NEXT + KEEP_LINES
LEFT = '<w:jc w:val="left"/>'
CENTRED = '<w:jc w:val="center"/>'
TYPEWRITER = f'<w:rFonts w:ascii="{MONOSPACE}" w:hAnsi="{MONOSPACE}" w:cs="{MONOSPACE}"/><w:noProof/>'
FLUSH = '<w:ind w:left="0" w:firstLine="0"/>'


class Style(NamedTuple):
    """One style. paragraph and run are the XML inside its w:pPr and w:rPr, in the order of the format."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based: str = "Normal"
    follows: str = ""
    """The style of the next paragraph that somebody types."""
    kind: str = "paragraph"


def size(half_points: int) -> str:
    """The size of letters."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def before(space: int, line: int = 0) -> str:
    """The space before a paragraph, and the height of its lines where 240 is single."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{space}" w:after="0"{lines}/>'


def indent(left: int, hanging: int = 0) -> str:
    """Where a paragraph begins, and how far its first line stands out."""
    return f'<w:ind w:left="{left}"' + (f' w:hanging="{hanging}"' if hanging else "") + "/>"


def border(*sides: str, colour: str = NAVY, width: int = 8, space: int = 6) -> str:
    """Rules at the sides of a paragraph; width is in eighths of a point, space in points."""
    rules = (
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>' for side in sides
    )
    return f"<w:pBdr>{''.join(rules)}</w:pBdr>"


def colour(value: str) -> str:
    """The colour of letters."""
    return f'<w:color w:val="{value}"/>'


def shade(value: str) -> str:
    """The colour behind letters or a paragraph."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{value}"/>'


def outline(level: int) -> str:
    """The level in the navigation pane, from 0."""
    return f'<w:outlineLvl w:val="{level}"/>'


def ends(*stops: tuple[str, int], leader: str = "") -> str:
    """Tab stops, and a last one at the right edge."""
    tabs = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops)
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tabs>{tabs}<w:tab w:val="right"{dots} w:pos="{TEXT_WIDTH}"/></w:tabs>'
