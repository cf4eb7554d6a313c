"""One Markdown file to a Part of the model. Reading never fails: it returns what it read and found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Part
from toolkit.model.numbering import Scheme
from toolkit.model.place import Place

from .blocks import read_page
from .encoding import decode, unseen
from .finding import UNCERTAIN, finding
from .front import split_front
from .layout import expand_tabs
from .page import Page
from .tokens import block_tokens, code_lines, too_deep

# The parser looks through such a line once for every marker in it, to see whether it is a rule.
_MARKERS = re.compile(r"^[ \t>]*(?:[-*][ \t]+){48}(?![-* \t]*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PartReading:
    """What a file says, and what was found in it."""

    part: Part
    diagnostics: tuple[Diagnostic, ...] = ()
    readable: bool = True
    """False where nothing of the file could be read; it must then not be written back."""

    @property
    def certain(self) -> bool:
        """Whether it was read, and nothing found that makes doubtful what its author meant to say where."""
        return self.readable and not any(one.code in UNCERTAIN for one in self.diagnostics)


def read_part(data: bytes, file: str, scheme: Scheme) -> PartReading:
    """Read one Markdown file of a document; `file` is its path relative to the root."""
    decoded = decode(data, file)
    if decoded.text is None:
        return PartReading(Part(file, ()), decoded.diagnostics, False)
    front, body, found = split_front(decoded.text, file)
    found = (*decoded.diagnostics, *unseen(decoded.text, file), *found)
    if body is None:
        return PartReading(Part(file, ()), found, False)
    page = _page(body, file, scheme)
    if isinstance(page, Diagnostic):
        return PartReading(Part(file, ()), (*found, page), False)
    blocks = read_page(page)
    found = (*found, *page.found.values())
    return PartReading(Part(file, blocks, front), tuple(sorted(found, key=lambda one: one.order)))


def _page(body: str, file: str, scheme: Scheme) -> Page | Diagnostic:
    """The page to read, or why it cannot be read: where it is nested too deep, the rest would be lost."""
    markers = _MARKERS.search(body)
    if markers:
        return _too_deep(body.count("\n", 0, markers.start()), file)
    lines = body.split("\n")
    tokens = block_tokens(body)
    widened: dict[int, str] = {}
    fenced: set[int] = set()
    if "\t" in body:
        fenced = code_lines(tokens)
        lines, widened = expand_tabs(lines, fenced)
        tokens = block_tokens("\n".join(lines))
    deepest = too_deep(tokens)
    if deepest is not None:
        return _too_deep(deepest, file)
    page = Page(tokens, lines, file, scheme, widened)
    _report_tab(page, body, fenced)
    return page


def _too_deep(line: int, file: str) -> Diagnostic:
    hint = "Mend the indentation: the deepest label of a scheme stands 12 columns in."
    return finding("S005", Place(file, line + 1), "The line is nested deeper than any clause.", hint)


def _report_tab(page: Page, body: str, fenced: set[int]) -> None:
    """One diagnostic for the first tab outside fenced blocks."""
    if "\t" not in body:
        return
    for number, line in enumerate(body.split("\n")):
        if "\t" in line and number not in fenced:
            place = Place(page.file, number + 1, line.index("\t") + 1)
            page.report("S013", place, "The line holds a tab.", "Use spaces, or run drafting fmt.")
            return
