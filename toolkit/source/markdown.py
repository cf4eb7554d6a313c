"""One Markdown file to a Part of the model. Reading never fails: it returns what it read and what it found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Part
from toolkit.model.numbering import Scheme
from toolkit.model.place import Place

from .blocks import BlockReader
from .encoding import decode
from .finding import finding
from .yaml_file import read_yaml_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

DEEPEST_INDENT = 80
"""Columns. The deepest label of a scheme stands at 12."""

_TOO_DEEP = re.compile(rf"^(?:[ \t]{{{DEEPEST_INDENT},}}\S|(?:[ \t]*(?:[-*+>]|[0-9]+[.)])){{20,}})", re.M)
_RULE = re.compile(r"^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$")


@dataclass(frozen=True, slots=True)
class PartReading:
    """What a file says, and what was found in it."""

    part: Part
    diagnostics: tuple[Diagnostic, ...] = ()
    readable: bool = True
    """False where nothing of the file could be read; it must then not be written back."""


def read_part(data: bytes, file: str, scheme: Scheme) -> PartReading:
    """Read one Markdown file of a document; `file` is its path relative to the root."""
    decoded = decode(data, file)
    if decoded.text is None:
        return PartReading(Part(file, ()), decoded.diagnostics, False)
    found = list(decoded.diagnostics)
    deep = _too_deep(decoded.text, file)
    if deep:
        return PartReading(Part(file, ()), (*found, deep), False)
    front, body, front_found = _front_matter(decoded.text, file)
    found += front_found
    if body is None:
        return PartReading(Part(file, ()), tuple(found), False)
    lines = body.split("\n")
    parser = _parser()
    tokens: list = []  # type: ignore[type-arg]  # markdown-it's Token, not imported at run time
    parser.block.parse(body, parser, {}, tokens)
    reader = BlockReader(tokens, lines, file, scheme)
    blocks = reader.read()
    found += reader.found
    found += _tabs(lines, file, reader.code_lines)
    return PartReading(Part(file, blocks, front), tuple(sorted(found, key=lambda one: one.order)))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 200}).use(deflist_plugin)
    # Words that only look like markup: indented code, link definitions, underlined headings.
    return parser.enable("table").disable(["code", "reference", "lheading"])


def _too_deep(text: str, file: str) -> Diagnostic | None:
    for found in _TOO_DEEP.finditer(text):
        end = text.find("\n", found.start())
        line = text[found.start() : end if end >= 0 else len(text)]
        if not _RULE.match(line):
            number = text.count("\n", 0, found.start()) + 1
            hint = "The deepest label of a scheme stands 12 columns in; mend the indentation."
            return finding("S005", Place(file, number), "The line is nested deeper than any clause.", hint)
    return None


def _front_matter(text: str, file: str) -> tuple[str, str | None, tuple[Diagnostic, ...]]:
    """The front matter, and the text with its lines blanked, so that places stay right."""
    if not text.startswith("---\n"):
        return "", text, ()
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        hint = "End it with a line of three hyphens."
        return "", None, (finding("S044", Place(file), "The front matter is never closed.", hint),)
    front = text[4:end] if end > 3 else ""
    yaml, found = read_yaml_text(front, file, first_line=2)
    if yaml is not None and yaml.data is not None and not isinstance(yaml.data, dict):
        hint = "Write it as keys and values."
        found = (*found, finding("S041", Place(file, 2), "The front matter is no list of keys.", hint))
    blank = "\n" * (front.count("\n") + 2) if end > 3 else "\n"
    return front, blank + text[end + 4 :], found


def _tabs(lines: list[str], file: str, code: list[tuple[int, int]]) -> list[Diagnostic]:
    """One diagnostic for the first tab outside fenced blocks."""
    for number, line in enumerate(lines):
        if "\t" in line and not any(start <= number < end for start, end in code):
            place = Place(file, number + 1, line.index("\t") + 1)
            return [finding("S013", place, "The line holds a tab.", "Use spaces, or run drafting fmt.")]
    return []
