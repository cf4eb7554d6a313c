"""Sections: upright and sideways pages, each with its running header and page x of y at the foot."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .align import Span
from .markup import RELATED, add, add_plain, add_text, make, w
from .revision import Revisions, Track
from .runs import Runs
from .setting import Setting, add_properties
from .sides import sides
from .style import TEXT_WIDTH

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one kind of section, with the parts that hold its header and footer."""

    size: _Element
    """w:pgSz"""
    margins: _Element
    """w:pgMar"""
    header: str
    """The relationship of its header part."""
    footer: str
    first: str = ""
    """Of the header of a first page; empty where that has none."""

    @property
    def width(self) -> int:
        """The width of its text, in twentieths of a point."""
        across = int(self.size.get(w("w"), "11906"))
        return across - sum(int(self.margins.get(w(side), "1304")) for side in ("left", "right"))

    def section(self, first: bool = False, foot: bool = False) -> _Element:
        """The w:sectPr of a section; the first page of the first one has no header, and a footer if asked."""
        section = make("sectPr")
        parts = [("header", "default", self.header), ("footer", "default", self.footer)]
        parts += [("footer", "first", self.footer)] if first and foot else []
        parts += [("header", "first", self.first)] if first and self.first else []
        for kind, pages, target in parts:
            reference = add(section, f"{kind}Reference", type=pages)
            reference.set(f"{{{RELATED}}}id", target)
        add(section, "type", val="nextPage")
        section.append(deepcopy(self.size))
        section.append(deepcopy(self.margins))
        if first:
            add(section, "titlePg")
        return section


def upright(reference: _Element) -> tuple[_Element, _Element]:
    """The page size and margins of a w:sectPr, A4 where it does not say."""
    size, margins = reference.find(w("pgSz")), reference.find(w("pgMar"))
    if size is None:
        size = make("pgSz", w="11906", h="16838")
    if margins is None:
        margins = make("pgMar", top="1474", right="1304", bottom="1361", left="1304", header="680",
                       footer="624", gutter="0")  # fmt: skip
    return deepcopy(size), deepcopy(margins)


def sideways(size: _Element, margins: _Element) -> tuple[_Element, _Element]:
    """The same page turned."""
    turned = make("pgSz", w=size.get(w("h"), "16838"), h=size.get(w("w"), "11906"), orient="landscape")
    return turned, deepcopy(margins)


def section_end(
    page: Page, revisions: Revisions, track: Track = Track.SAME, before: Track = Track.SAME
) -> _Element:
    """A small paragraph that ends a section; tracked where the table that asks for it is."""
    element = make("p")
    chosen = Setting("SectionEnd")
    former = chosen if track.goes_on(before) else None
    properties = add_properties(element, chosen, revisions, track, former)
    change = properties.find(w("pPrChange"))
    properties.insert(len(properties) if change is None else properties.index(change), page.section())
    return element


def front_end(page: Page, revisions: Revisions, foot: bool = False) -> _Element:
    """A small paragraph that ends the pages before the text; the title page has a footer only if asked."""
    element = make("p")
    add_properties(element, Setting("SectionEnd"), revisions).append(page.section(first=True, foot=foot))
    return element


def fill_header(
    part: _Element, left: tuple[str, str], right: tuple[str, str], width: int, revisions: Revisions
) -> None:
    """The running header: the document on the left, its version on the right, each before and after."""
    paragraph = _edge(part, "Header", width)
    words = (*sides(*left), Span(Track.SAME, "\t"), *sides(*right))
    Runs(paragraph, revisions).write(words)


def fill_marking(part: _Element, marking: str, alone: bool = False) -> None:
    """What marks every page, above what else the header says, or alone on a first page."""
    if alone:
        _cleared(part)
    paragraph = make("p")
    add(add(paragraph, "pPr"), "pStyle", val="Header")
    run = add(paragraph, "r")
    properties = add(run, "rPr")
    add(properties, "b")
    add(properties, "color", val=_RED)
    add_text(run, marking)
    part.insert(0, paragraph)


_RED = "9B1C1C"


def _cleared(part: _Element) -> None:
    for child in list(part):
        part.remove(child)


def fill_footer(part: _Element, left: str, width: int) -> None:
    """The running footer, with page x of y on the right."""
    paragraph = _edge(part, "Footer", width)
    add_plain(paragraph, left)
    add_plain(paragraph, "\tPage ")
    add_field(paragraph, "PAGE", "1")
    add_plain(paragraph, " of ")
    add_field(paragraph, "NUMPAGES", "1")


def _edge(part: _Element, style: str, width: int) -> _Element:
    _cleared(part)
    paragraph = add(part, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style)
    if width != TEXT_WIDTH:  # the style's own tab suits the upright page of our reference document only
        tabs = add(properties, "tabs")
        add(tabs, "tab", val="clear", pos=str(TEXT_WIDTH))
        add(tabs, "tab", val="right", pos=str(width))
    return paragraph


def add_field(paragraph: _Element, code: str, result: str) -> None:
    """A field with the result that it shows until Word brings it up to date."""
    add(add(paragraph, "r"), "fldChar", fldCharType="begin")
    add_text(add(paragraph, "r"), f" {code} ", "instrText")
    add(add(paragraph, "r"), "fldChar", fldCharType="separate")
    add_plain(paragraph, result)
    add(add(paragraph, "r"), "fldChar", fldCharType="end")
