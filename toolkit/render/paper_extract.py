"""Clauses of a draft as Markdown, to be quoted in a paper: {{ extract.TMAD["mprn-leading-zeros"] }}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from toolkit.consult.declared import unit_words
from toolkit.consult.version_words import consulted_words
from toolkit.consult.wording import MONTHS
from toolkit.model.block import Block, Clause, Definition, Footnote, Gap, Item, Paragraph, Table
from toolkit.model.change import Change, Edit, Op
from toolkit.model.index import Index

from .paper_escape import Markdown

PLAIN: Mapping[str, Markdown] = MappingProxyType({})
PERIOD = re.compile(r"\d+ (?:Working Days?|days?|weeks?|months?|years?|hours?|minutes?|seconds?)")

DATE = re.compile(rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}")


class Extracts(Mapping[str, Markdown]):
    """What each clause and definition of a draft says, by id, as a quotation that names its source."""

    def __init__(self, index: Index, shown: Mapping[str, Markdown] = PLAIN) -> None:
        self._index = index
        self._shown = shown
        """How to set words that are not to be set as they are, by the words."""

    def __getitem__(self, name: str) -> Markdown:
        block: Clause | Definition | None = self._index.clauses.get(name)
        block = block or self._index.definitions.get(name)
        if block is None:
            raise KeyError(name)
        register = self._index.document.register
        version = consulted_words(self._index.document.version)
        draft = f"{register.code} {version}" if version[:1].isdigit() else f"the {register.code}"
        source = f"{unit_words(name, self._index)} of {draft}"
        lines = [f"[!EXTRACT] {Markdown.of(source)}", "", *_lines((block,), "", self._shown)]
        return Markdown("\n".join(f"> {line}".rstrip() for line in lines))

    def __iter__(self) -> Iterator[str]:
        yield from self._index.clauses
        yield from self._index.definitions

    def __len__(self) -> int:
        return len(self._index.clauses) + len(self._index.definitions)


class Periods(Mapping[str, Markdown]):
    """The period, or the date, that a clause of a draft sets, by id, in its own words: 30 Working Days."""

    def __init__(self, index: Index, words: re.Pattern[str] = PERIOD) -> None:
        self._index = index
        self._words = words

    def __getitem__(self, name: str) -> Markdown:
        words = self._index.clauses[name].words
        found = self._words.search(words.plain) if words else None
        if not found:
            raise KeyError(name)
        return Markdown.of(found[0])

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._index.clauses if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def highlighted(changes: Iterable[Change]) -> dict[str, Markdown]:
    """How to set the words of passages that changed, by the words: what is new in them stands in bold."""
    shown: dict[str, Markdown] = {}
    for change in (change for change in changes if change.new):
        for number, text in enumerate(change.new.texts if change.new else ()):
            edits = change.edits[number] if number < len(change.edits) else ()
            if change.old is None:
                edits = (Edit(Op.INSERT, text.plain),)
            if edits:
                shown[text.plain] = Markdown("".join(_set(edit) for edit in edits))
    return shown


def _set(edit: Edit) -> str:
    if edit.op is Op.OMIT:
        return ""
    inner = edit.text.strip()
    if edit.op is Op.SAME or not inner:
        return _spaced(edit.text, Markdown.of(inner))
    return _spaced(edit.text, f"**{Markdown.of(inner)}**")


def _spaced(text: str, inner: str) -> str:
    """Words with the space around them that they had: Markdown allows none inside the marks."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _lines(blocks: tuple[Block, ...], indent: str, shown: Mapping[str, Markdown]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Clause(label=label, heading=heading, blocks=inner):
                words = _words(heading.plain, shown) if heading else ""
                yield from _item(f"{label.own} {words}".rstrip(), inner, indent, bool(heading), shown)
            case Definition(blocks=inner):
                yield from _item(f"**{Markdown.of(block.names[0])}**", inner, indent, False, shown)
            case Item(blocks=inner):
                yield from _item("", inner, indent, False, shown)
            case Paragraph(text=text):
                yield from (f"{indent}{_words(text.plain, shown)}", "")
            case Footnote(name=name, text=text):
                yield from (f"{indent}{Markdown.of(f'[^{name}]')} {_words(text.plain, shown)}", "")
            case Gap():
                yield from (f"{indent}- {Markdown.of(f'{block.label_text} [{block.reason}]')}", "")
            case Table():
                yield from (f"{indent}{Markdown.of(f'{block.label}: {block.title.plain}')}", "")


def _item(
    head: str, blocks: tuple[Block, ...], indent: str, apart: bool, shown: Mapping[str, Markdown]
) -> Iterator[str]:
    """A list item: its label, its first words on the same line (or apart under a heading), then the rest."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and not apart:
        head, blocks = f"{head} {_words(first.text.plain, shown)}".strip(), blocks[1:]
    yield from (f"{indent}- {head}", "")
    yield from _lines(blocks, f"{indent}  ", shown)


def _words(plain: str, shown: Mapping[str, Markdown]) -> Markdown:
    return shown.get(plain) or Markdown.of(plain)
