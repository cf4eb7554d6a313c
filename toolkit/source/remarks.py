"""What must not stand among the words of a legal text: link markup, HTML, ids out of place, underlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .finding import finding, shortened
from .inline import FOOTNOTE_MARK, Stretch, words_only

_SUSPECT = re.compile(r"[\]{<]")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^ \t<>]*>")
_LINK_TARGET = re.compile(r"\[[^\[\]]+\]:[ \t]+[^ \t]")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[ \t/][^<>]*)?>|<!--|<!\[CDATA\[|<\?|<![A-Za-z]")
_ID = re.compile(r"\{#[^}]*\}?")
_NEARLY_FOOTNOTE = re.compile(rf"(?!{FOOTNOTE_MARK})\[\^[^\[\]]*\]")
_UNDERLINE = re.compile(r"=+[ \t]*$")

_LINK_HINT = "Write the citation or the term in plain words; the toolkit makes the link."
_HTML_HINT = "Take it out; put a backslash before the < where the words themselves are meant."
_ID_HINT = "An id stands right after the label of an item, or at the end of a numbered heading or a term."
_FOOTNOTE_HINT = (
    "Write [^a-short-name] with lower-case letters, digits and hyphens; or put a backslash before it."
)
_UNDERLINE_HINT = "Write headings with ## before them."


def remark(stretches: tuple[Stretch, ...], file: str) -> Iterator[Diagnostic]:
    """What is suspicious in the source lines of a paragraph, heading, term or cell."""
    if not any(_SUSPECT.search(stretch.source) or stretch.source[:1] == "=" for stretch in stretches):
        return
    sources = words_only("\n".join(stretch.source for stretch in stretches)).split("\n")
    for number, (stretch, source) in enumerate(zip(stretches, sources, strict=False)):
        yield from _line(stretch, source, number, file)


def _line(stretch: Stretch, source: str, number: int, file: str) -> Iterator[Diagnostic]:
    for found in _LINK.finditer(source):
        yield _at(found, stretch, file, "S022", "Legal text holds no link markup.", _LINK_HINT)
    if target := _LINK_TARGET.match(source):
        yield _at(target, stretch, file, "S022", "Legal text holds no link targets.", _LINK_HINT)
    for found in _HTML.finditer(source):
        message = f"“{shortened(found[0])}” is HTML; here it is printed as it stands."
        yield _at(found, stretch, file, "S024", message, _HTML_HINT)
    for found in _ID.finditer(source):
        message = f"“{shortened(found[0])}” stands where no id is read; it is printed as it stands."
        yield _at(found, stretch, file, "S028", message, _ID_HINT)
    for found in _NEARLY_FOOTNOTE.finditer(source):
        message = f"“{shortened(found[0])}” marks no footnote; it is printed as it stands."
        yield _at(found, stretch, file, "S066", message, _FOOTNOTE_HINT)
    if number and (underline := _UNDERLINE.match(source)):
        message = "An underline makes no heading here; it is printed as it stands."
        yield _at(underline, stretch, file, "S024", message, _UNDERLINE_HINT)


def _at(found: re.Match[str], stretch: Stretch, file: str, code: str, message: str, hint: str) -> Diagnostic:
    start, end = stretch.column + found.start(), stretch.column + found.end()
    return finding(code, Place(file, stretch.line, start, stretch.line, end), message, hint)
