"""How each kind of passage is set: its style, and how far it is set in where the style does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.model.passage import Kind, Passage

from .markup import add
from .revision import Revisions, Track
from .style import STEPS

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = len(STEPS)
_LONG_LABEL = 6
"""A heading's label of more characters, such as Annex B, hangs further out."""


class Setting(NamedTuple):
    """What the properties of a paragraph say, but for tracked changes."""

    style: str
    left: int | None = None
    """Overrides the style's own, in twentieths of a point."""
    hanging: int | None = None
    align: str = ""
    outline: int | None = None
    """The level in the navigation pane, from 0, where the style does not give it."""


def setting(passage: Passage) -> Setting:
    """How a passage is set that is a paragraph."""
    match passage.kind:
        case Kind.HEADING:
            if len(passage.label.own) > _LONG_LABEL and passage.level == 1:
                return Setting("AnnexHeading")
            return Setting(f"Heading{min(max(passage.level, 1), 3)}")
        case Kind.GAP if passage.depth:
            return Setting("GapHeading")
        case Kind.CLAUSE | Kind.GAP | Kind.ITEM:
            return _deep("Clause", max(passage.indent, 1))
        case Kind.CROSSHEADING:
            level = min(max(passage.depth - 2, 0), 2)
            return _set_in("Crossheading", passage.indent, 1, outline=None if level == 1 else level)
        case Kind.CAPTION if not passage.detail and not passage.texts[0].plain:
            return Setting("TableGap")  # the heading of its annex says what a matrix is
        case Kind.CAPTION:
            return _set_in("Caption", 0 if passage.matrix else passage.indent, 0)
        case Kind.TERM:
            return _set_in("Definition", passage.indent, 1)
        case Kind.CODE | Kind.VERBATIM:
            return _set_in("Code", passage.indent, 1)
        case Kind.NOTE | Kind.COMMENT:
            return _set_in("DraftingNote", passage.indent, 1)
    return _deep("ClauseWords", passage.indent) if passage.indent else Setting("BodyText")


def left_of(indent: int) -> int:
    """Where words begin at a depth, in twentieths of a point."""
    if indent <= 0:
        return 0
    return (
        STEPS[indent - 1] if indent <= _DEEPEST else STEPS[-1] + (indent - _DEEPEST) * (STEPS[1] - STEPS[0])
    )


def _deep(family: str, indent: int) -> Setting:
    if indent <= _DEEPEST:
        return Setting(f"{family}{indent}")
    hanging = STEPS[1] - STEPS[0] if family == "Clause" else None
    return Setting(f"{family}{_DEEPEST}", left_of(indent), hanging)


def _set_in(style: str, indent: int, own: int, outline: int | None = None) -> Setting:
    """A style that is made for one depth, at any depth; a heading's own words stand one step in."""
    return Setting(style, None if max(indent, own) == own else left_of(indent), outline=outline)


def add_setting(properties: _Element, chosen: Setting) -> None:
    """Write a setting into w:pPr, in the order that the format asks for."""
    add(properties, "pStyle", val=chosen.style)
    if chosen.left is not None:
        hanging = {} if chosen.hanging is None else {"hanging": str(chosen.hanging)}
        add(properties, "ind", left=str(chosen.left), **hanging)
    if chosen.align:
        add(properties, "jc", val=chosen.align)
    if chosen.outline is not None:
        add(properties, "outlineLvl", val=str(chosen.outline))


def add_properties(
    paragraph: _Element, chosen: Setting, revisions: Revisions, mark: Track = Track.SAME,
    former: Setting | None = None,
) -> _Element:  # fmt: skip
    """The w:pPr of a paragraph: its setting, its tracked mark, and how it was set before if that is said."""
    properties = add(paragraph, "pPr")
    add_setting(properties, chosen)
    if mark:
        add(add(properties, "rPr"), mark.value, **revisions.mark())
    if former is not None:
        change = add(properties, "pPrChange", **revisions.mark())
        add_setting(add(change, "pPr"), former)
    return properties
