"""The Markdown of an analysis as words: with its manner of print for a page, plain elsewhere."""

from __future__ import annotations

from toolkit.model.paper import Inline, Run, inlines, plain

from .paper_markdown import read_body
from .paper_nodes import Numbering

_SPACE = Run(" ")


def words(markdown: str) -> Inline:
    """The words of a reply in one line, paragraphs parted by a space; PaperError where they are no text."""
    found: list[Run] = []
    for block in read_body(markdown, Numbering.NONE).blocks:
        for inline in inlines(block):
            found += [_SPACE, *inline] if found else inline
    return tuple(found)


def plain_words(markdown: str) -> str:
    """The same without manner of print, on one line."""
    return " ".join(plain(words(markdown)).split())
