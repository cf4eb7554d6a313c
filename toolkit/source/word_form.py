"""A filled Word form: what its content controls hold, by their tags, and what was typed beside them.

The one reader of Word files. They come from outside: the package is opened with limits (package.py), its
XML is bounded in depth and size, and nothing in it makes the reader open a file or the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .package import PackageError, open_package

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 200
"""Levels of nesting; a table in a control in a table in a box needs about 30."""
MOST_ELEMENTS = 1_000_000
DOCUMENT = "word/document.xml"
_BESIDE = re.compile(r"word/(?:comments|footnotes|endnotes|header[0-9]*|footer[0-9]*)\.xml\Z")
_PARTS = (DOCUMENT, "[Content_Types].xml")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHECKED = ("1", "true", "on")
_TICKS = "☒☑✓✔✗✘xX"
_GONE = tuple(f"{_WORD}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr"))
"""What does not count as text: deletions that are tracked, codes of fields, properties."""
_PROMPT = "PlaceholderText"
"""The style in which Word sets what an empty control shows."""


@dataclass(frozen=True, slots=True)
class Control:
    """One content control."""

    tag: str
    text: str
    """What it holds; empty where it still shows its prompt. Paragraphs are parted by a line feed."""
    ticked: bool | None = None
    """Of a check box; None for any other control."""
    prompt: str = ""
    """What it shows where that is marked as its prompt, or set like one."""
    is_marked: bool = False
    """Whether the file says that what it shows is a prompt; offices other than Word leave that out."""


class TableRow(NamedTuple):
    """One row of a table, by which a form is read whose controls another program has taken out."""

    cells: tuple[str, ...]
    tag: str
    """Of the first control in it that has one; else empty."""


@dataclass(frozen=True, slots=True)
class WordForm:
    """What a Word file holds, told apart by whether it stands in a control with a tag."""

    controls: tuple[Control, ...]
    """In order; a tag may come twice where a form was copied into itself."""
    beside: tuple[str, ...]
    """The paragraphs outside the controls, in order, without empty ones: those of notes and comments too."""
    rows: tuple[TableRow, ...] = ()
    """The rows of the tables of the text, in order."""


def read_word_form(data: bytes) -> WordForm:
    """Read a .docx file; PackageError where it is none, or one that is not safe to read."""
    from lxml import etree

    parts = open_package(data, _PARTS, (".xml",))
    if DOCUMENT not in parts:
        raise PackageError("it is no Word file: it has no document in it")
    roots = [_root(parts[DOCUMENT])]
    roots += [_root(parts[name]) for name in sorted(parts) if _BESIDE.match(name)]
    for root in roots:
        for fallback in list(root.iter(_FALLBACK)):  # the same words once more, for older readers
            parent = fallback.getparent()
            if parent is not None:
                parent.remove(fallback)
        for style in root.iter(f"{_WORD}rStyle"):
            properties = style.getparent()
            run = properties.getparent() if properties is not None else None
            if run is not None and style.get(f"{_WORD}val") == _PROMPT:
                run.set(_PROMPT, "1")
        etree.strip_elements(root, *_GONE, with_tail=False)
    controls = tuple(_control(one) for root in roots for one in root.iter(f"{_WORD}sdt") if _tag(one))
    beside = tuple(text for root in roots for text in _beside(root) if text)
    return WordForm(controls, beside, tuple(_row(one) for one in roots[0].iter(f"{_WORD}tr")))


def _root(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLPullParser(
        ("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    data = data.replace(_STRICT[1:-1].encode(), _WORD[1:-1].encode())
    try:
        _feed(parser, data)
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise PackageError("its text is damaged: it cannot be read as XML") from error


def _feed(parser: object, data: bytes) -> None:
    depth = count = 0
    for at in range(0, len(data), 1 << 16):
        parser.feed(data[at : at + (1 << 16)])  # type: ignore[attr-defined]  # the stubs have no pull parser
        for event, _ in parser.read_events():  # type: ignore[attr-defined]
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > DEEPEST:
                raise PackageError(f"it nests more than {DEEPEST} levels deep")
            if count > MOST_ELEMENTS:
                raise PackageError(f"it has over {MOST_ELEMENTS:,} elements")


def _tag(control: _Element) -> str:
    named = control.find(f"{_WORD}sdtPr/{_WORD}tag")
    return (named.get(f"{_WORD}val") or "") if named is not None else ""


def _control(control: _Element) -> Control:
    properties, content = control.find(f"{_WORD}sdtPr"), control.find(f"{_WORD}sdtContent")
    text = _text(content) if content is not None else ""
    box = properties.find(f"{_WORD_2010}checkbox") if properties is not None else None
    if box is not None:
        state = box.find(f"{_WORD_2010}checked")
        said = state.get(f"{_WORD_2010}val", "") if state is not None else ""
        return Control(_tag(control), text, said in _CHECKED or (text != "" and text in _TICKS))
    marked = properties is not None and properties.find(f"{_WORD}showingPlcHdr") is not None
    if marked or _is_set_as_prompt(content):
        return Control(_tag(control), "", prompt=text, is_marked=marked)
    return Control(_tag(control), text)


def _is_set_as_prompt(content: _Element | None) -> bool:
    """Whether all it holds is set as a prompt: an office may leave the mark out, or the style behind."""
    if content is None:
        return False
    runs = [run for run in content.iter(f"{_WORD}r") if _text(run)]
    return bool(runs) and all(run.get(_PROMPT) for run in runs)


def _row(row: _Element) -> TableRow:
    tags = (_tag(one) for one in row.iter(f"{_WORD}sdt"))
    return TableRow(tuple(_text(cell) for cell in row.iter(f"{_WORD}tc")), next(filter(None, tags), ""))


def _beside(root: _Element) -> Iterator[str]:
    """The paragraphs without what stands in a control with a tag."""
    for paragraph in root.iter(f"{_WORD}p"):
        if not any(_tag(one) for one in paragraph.iterancestors(f"{_WORD}sdt")):
            yield _text(paragraph, outside=True)


def _text(element: _Element, outside: bool = False) -> str:
    pieces: list[str] = []
    _collect(element, pieces, outside)
    return "".join(pieces).strip()


def _collect(element: _Element, pieces: list[str], outside: bool) -> None:
    """The text of an element; `outside` leaves out controls with a tag, and paragraphs inside a paragraph."""
    for child in element:
        if child.tag == f"{_WORD}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_WORD}tab":
            pieces.append("\t")
        elif child.tag in (f"{_WORD}br", f"{_WORD}cr"):
            pieces.append("\n")
        elif child.tag == f"{_WORD}noBreakHyphen":
            pieces.append("-")
        elif child.tag == f"{_WORD}p":
            if outside:
                continue  # a text box: its paragraphs come on their own
            if pieces and not pieces[-1].endswith("\n"):
                pieces.append("\n")
            _collect(child, pieces, outside)
            pieces.append("\n")
        elif not (outside and child.tag == f"{_WORD}sdt" and _tag(child)):
            _collect(child, pieces, outside)
