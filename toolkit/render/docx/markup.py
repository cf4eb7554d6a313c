"""The XML of a Word file: names, elements, and text that cannot break it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
NAMES = {"w": WORD, "r": RELATED, "w14": WORD_2010}

_PRESERVED = {f"{{{XML}}}space": "preserve"}
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINES_AND_TABS = re.compile("([\n\t])")


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{name}"


def legal(text: str) -> str:
    """Text with every character that XML cannot hold replaced, one for one, by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def make(tag: str, **attributes: str) -> _Element:
    """A new element with attributes of the same namespace."""
    return etree.Element(w(tag), _named(attributes), nsmap=NAMES)


def add(parent: _Element, tag: str, **attributes: str) -> _Element:
    """A new last child with attributes of the same namespace."""
    if not attributes:
        return etree.SubElement(parent, w(tag))
    return etree.SubElement(parent, w(tag), _named(attributes))


def _named(attributes: dict[str, str]) -> dict[str, str]:
    return {w(name): value if value.isalnum() else legal(value) for name, value in attributes.items()}


def add_text(run: _Element, text: str, tag: str = "t") -> None:
    """Put text into a run; tag is t, or delText inside a deletion. A newline breaks the line."""
    text = legal(text)
    for piece in _LINES_AND_TABS.split(text) if "\n" in text or "\t" in text else (text,):
        if piece == "\n":
            add(run, "br")
        elif piece == "\t":
            add(run, "tab")
        elif piece:
            etree.SubElement(run, w(tag), _PRESERVED).text = piece


def add_plain(parent: _Element, text: str, style: str = "") -> _Element:
    """A run of plain text, in a character style where one is named."""
    run = add(parent, "r")
    if style:
        add(add(run, "rPr"), "rStyle", val=style)
    add_text(run, text)
    return run


def fragment(xml: str) -> _Element:
    """An element written as XML with the prefixes w, r and w14."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
    head, rest = re.match(r"(<[\w:]+)(.*)\Z", xml.strip(), re.DOTALL).groups()  # type: ignore[union-attr]  # ours
    return etree.fromstring(f"{head} {names}{rest}")
