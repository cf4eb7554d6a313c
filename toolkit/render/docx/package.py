"""The Word file as a package: opened from the reference document and closed again, by python-docx."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .archive import unzipped, zipped
from .body import Pages
from .error import ReferenceFileError
from .markup import RELATED, add, legal, make, w
from .outside import Relate
from .revision import Revisions
from .section import Page, fill_footer, fill_header, fill_marking, sideways, upright
from .style_sheet import STYLES

if TYPE_CHECKING:
    from lxml.etree import _Element

Running = tuple[tuple[str, str], tuple[str, str]]
"""What the header says on the left and on the right, each before and after."""
_LONGEST_PROPERTY = 255
_SHOWN = 3
"""Of the styles that are missing, how many a message names."""
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_LINK = f"{RELATED}/hyperlink"
_BEFORE_TRACKING = (w("writeProtection"), w("view"), w("zoom"), w("mirrorMargins"), w("attachedTemplate"))
"""The settings that stand before w:trackRevisions, among those that an office might set."""


@dataclass(slots=True)
class WordFile:
    """A Word file that is being made."""

    _document: Any
    _running: Running
    _revisions: Revisions
    _foot: str
    _marking: str
    _size: tuple[_Element, _Element]
    _pages: dict[str, Page] = field(default_factory=dict)
    _links: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_reference(
        cls, reference: bytes, running: Running, revisions: Revisions, foot: str = "", marking: str = ""
    ) -> WordFile:
        """A file with the styles and the page of the reference document, and nothing in it.

        `running` is what the header says on the left and on the right, each before and after; `foot` is
        what the footer says on the left, `marking` what stands above every header. Raises
        ReferenceFileError.
        """
        from docx import Document

        try:
            document = Document(BytesIO(reference))
            body = document.element.body
            document.core_properties.title = ""
        except Exception as error:  # python-docx has no error of its own for a broken package
            raise ReferenceFileError(
                "the Word reference document cannot be opened; it must be a .docx file"
            ) from error
        _check_styles(document)
        size = upright(body.sectPr if body.sectPr is not None else make("sectPr"))
        for child in list(body):
            body.remove(child)
        return cls(document, running, revisions, foot, marking, size)

    @property
    def pages(self) -> Pages:
        """The upright page, and the page for wide tables, made when asked for."""
        return Pages(self._page("upright"), lambda: self._page("sideways"))

    def relate(self, address: str) -> str:
        """The relationship that leads to another file."""
        if address not in self._links:
            self._links[address] = self._document.part.relate_to(legal(address), _LINK, is_external=True)
        return self._links[address]

    def fill(self, elements: Iterable[_Element]) -> None:
        """Put elements into the body."""
        self._document.element.body.extend(elements)

    def add_footnotes(self, make_part: Callable[[Relate], _Element]) -> None:
        """Add the part that holds the footnotes; links in it are its own relationships."""
        part = self._add_part("footnotes")
        root = part.element
        root.extend(make_part(lambda address: part.relate_to(legal(address), _LINK, is_external=True)))
        settings = self._document.settings.element
        notes = add(settings, "footnotePr")
        for number in ("-1", "0"):
            add(notes, "footnote", id=number)
        compatible = settings.find(w("compat"))
        if compatible is not None:
            settings.insert(settings.index(compatible), notes)

    def add_comments(self, elements: Iterable[_Element]) -> None:
        """Add the part that holds the comments."""
        self._add_part("comments").element.extend(elements)

    def _add_part(self, name: str) -> Any:
        """A new part beside the document, such as its footnotes, with an empty root of the same name."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        root: Any = make(name)
        part = XmlPart(PackURI(f"/word/{name}.xml"), _CONTENT.format(name), root, self._document.part.package)
        self._document.part.relate_to(part, f"{RELATED}/{name}")
        return part

    def track(self) -> None:
        """Ask Word to track what readers change from now on."""
        settings = self._document.settings.element
        before = [child for child in settings if child.tag in _BEFORE_TRACKING]
        settings.insert(settings.index(before[-1]) + 1 if before else 0, add(settings, "trackRevisions"))

    def describe(self, title: str, author: str, date: datetime, language: str) -> None:
        """Set the properties and the language of the file."""
        moment = date.astimezone(UTC).replace(tzinfo=None) if date.tzinfo else date
        properties = self._document.core_properties
        properties.title = legal(title)[:_LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = legal(author)[:_LONGEST_PROPERTY]
        properties.created = properties.modified = moment
        properties.language = language
        properties.revision = 1
        for root, name in ((self._document.styles, "lang"), (self._document.settings, "themeFontLang")):
            for element in root.element.iter(w(name)):
                element.set(w("val"), language)

    def data(self) -> bytes:
        """The bytes of the file; the same file gives the same bytes."""
        buffer = BytesIO()
        self._document.save(buffer)
        return zipped(unzipped(buffer.getvalue()))

    def _page(self, kind: str) -> Page:
        if kind not in self._pages:
            size, margins = self._size if kind == "upright" else sideways(*self._size)
            header, header_id = self._document.part.add_header_part()
            footer, footer_id = self._document.part.add_footer_part()
            page = Page(size, margins, header_id, footer_id, self._first_header())
            fill_header(header.element, *self._running, page.width, self._revisions)
            if self._marking:
                fill_marking(header.element, self._marking)
            fill_footer(footer.element, self._foot, page.width)
            self._pages[kind] = page
        return self._pages[kind]

    def _first_header(self) -> str:
        """The header of a first page, which only says what marks every page; empty where nothing does."""
        if not self._marking:
            return ""
        header, header_id = self._document.part.add_header_part()
        fill_marking(header.element, self._marking, alone=True)
        return str(header_id)


def _check_styles(document: Any) -> None:
    found = {style.get(w("styleId")) for style in document.styles.element.iter(w("style"))}
    missing = [style.name for style in STYLES if style.id not in found]
    if missing:
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise ReferenceFileError(
            f"the Word reference document has no style {', '.join(missing[:_SHOWN])}{more}; "
            "start from the toolkit's own templates/reference.docx"
        )
