"""The words of a paper as runs: emphasis, links, placeholders and the marks of footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from toolkit.model.paper import Inline, Run
from toolkit.render.templates import safe_url

from .footnote import Footnotes
from .markup import RELATED, add, add_text
from .outside import Relate

if TYPE_CHECKING:
    from lxml.etree import _Element


class PaperWords:
    """Writes the words of one part of the file: the paper itself, or its footnotes."""

    __slots__ = ("_anchors", "_notes", "_relate")

    def __init__(self, anchors: Mapping[str, str], relate: Relate, notes: Footnotes | None = None) -> None:
        self._anchors = anchors
        """From the ids of the paper to its bookmarks."""
        self._relate = relate
        self._notes = notes

    def write(self, paragraph: _Element, inline: Inline) -> None:
        """Write words at the end of a paragraph."""
        for link, runs in groupby(inline, key=lambda run: "" if run.footnote else run.link):
            parent, style = self._into(paragraph, link)
            for run in runs:
                if run.footnote and self._notes:
                    self._notes.mark(paragraph, run.footnote)
                else:
                    _write(parent, run, style)

    def _into(self, paragraph: _Element, link: str) -> tuple[_Element, str]:
        """Where the runs of a link go, and how they look; a link that leads nowhere is plain words."""
        if link.startswith("#"):
            name = self._anchors.get(link[1:], "")
            return (add(paragraph, "hyperlink", anchor=name, history="1"), "") if name else (paragraph, "")
        address = safe_url(link)
        if not address:
            return paragraph, ""
        element = add(paragraph, "hyperlink", history="1")
        element.set(f"{{{RELATED}}}id", self._relate(address))
        return element, "WebLink"


def _write(parent: _Element, run: Run, style: str) -> None:
    element = add(parent, "r")
    style = "Unknown" if run.placeholder else "CodeWords" if run.code else style
    if style or run.strong or run.em:
        properties = add(element, "rPr")
        if style:
            add(properties, "rStyle", val=style)
        for on, toggles in ((run.strong, ("b", "bCs")), (run.em, ("i", "iCs"))):
            for toggle in toggles if on else ():
                add(properties, toggle)
    add_text(element, run.text)
