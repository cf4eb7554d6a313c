"""Clauses of a draft as Markdown, to be quoted in a paper: {{ extract.TMAD["mprn-leading-zeros"] }}."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toolkit.consult.declared import unit_words
from toolkit.model.block import Block, Clause, Definition, Gap, Item, Paragraph, Table
from toolkit.model.index import Index

from .paper_escape import Markdown

_PERIOD = re.compile(r"\d+ (?:Working Days?|days?|weeks?|months?|years?|hours?|minutes?|seconds?)")


class Extracts(Mapping[str, Markdown]):
    """What each clause and definition of a draft says, by id, as a quotation that names its source."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __getitem__(self, name: str) -> Markdown:
        block: Clause | Definition | None = self._index.clauses.get(name)
        block = block or self._index.definitions.get(name)
        if block is None:
            raise KeyError(name)
        register = self._index.document.register
        source = f"{unit_words(name, self._index)} of {register.code} {self._index.document.version.name}"
        lines = [f"[!EXTRACT] {Markdown.of(source)}", "", *_lines((block,), "")]
        return Markdown("\n".join(f"> {line}".rstrip() for line in lines))

    def __iter__(self) -> Iterator[str]:
        yield from self._index.clauses
        yield from self._index.definitions

    def __len__(self) -> int:
        return len(self._index.clauses) + len(self._index.definitions)


class Periods(Mapping[str, Markdown]):
    """The period that a clause of a draft sets, by id, in its own words: 30 Working Days."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __getitem__(self, name: str) -> Markdown:
        words = self._index.clauses[name].words
        found = _PERIOD.search(words.plain) if words else None
        if not found:
            raise KeyError(name)
        return Markdown.of(found[0])

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._index.clauses if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _lines(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Clause(label=label, heading=heading, blocks=inner):
                words = Markdown.of(heading.plain) if heading else ""
                yield from _item(f"{label.own} {words}".rstrip(), inner, indent, bool(heading))
            case Definition(blocks=inner):
                yield from _item(f"**{Markdown.of(block.names[0])}**", inner, indent, False)
            case Item(blocks=inner):
                yield from _item("", inner, indent, False)
            case Paragraph(text=text):
                yield from (f"{indent}{Markdown.of(text.plain)}", "")
            case Gap():
                yield from (f"{indent}- {Markdown.of(f'{block.label_text} [{block.reason}]')}", "")
            case Table():
                yield from (f"{indent}{Markdown.of(f'{block.label}: {block.title.plain}')}", "")


def _item(head: str, blocks: tuple[Block, ...], indent: str, apart: bool) -> Iterator[str]:
    """A list item: its label, its first words on the same line (or apart under a heading), then the rest."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and not apart:
        head, blocks = f"{head} {Markdown.of(first.text.plain)}".strip(), blocks[1:]
    yield from (f"{indent}- {head}", "")
    yield from _lines(blocks, f"{indent}  ")
