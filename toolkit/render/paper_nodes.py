"""The nodes of a paper's Markdown to blocks: a table from kind of node to small function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from toolkit.model.paper import (
    Alert,
    Extract,
    Footnote,
    Inline,
    ListItem,
    PageBreak,
    PaperBlock,
    PaperHeading,
    PaperList,
    PaperTable,
    Prose,
    QuestionBox,
    Run,
    Signature,
    plain,
)

from .chart import read_chart
from .paper_form import read_form
from .paper_text import PaperError, References, inline

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_ID = re.compile(r"\s*\{ ?#([a-z0-9][a-z0-9-]*) ?\}\Z")
_CAPTION = "Table: "
_ALERT = re.compile(r"\[!([A-Z]+)\] ?")
_MARKER = re.compile(r"(\([A-Za-z0-9]{1,6}\)|[0-9]+(?:\.[0-9]+)*[A-Za-z]?\.?) ")
_DEEPEST = 3


class Numbering(StrEnum):
    """What bears a number in a paper."""

    SECTIONS = "sections"
    """Headings of every level: 4.1.1"""
    CHAPTERS = "chapters"
    """Headings of the first level, and the paragraphs under each: 3, then 3.1, 3.2"""
    PARAGRAPHS = "paragraphs"
    """Paragraphs, straight through all headings: 1, 2, 3"""
    NONE = "none"


class Reader:
    """One pass over a paper, counting sections, paragraphs and tables."""

    def __init__(self, references: References, numbering: Numbering, line: Callable[[str], Inline]) -> None:
        self.references = references
        self.line = line
        """Reads one line of Markdown, such as those of a form."""
        self.numbering = numbering
        self.sections = [0] * _DEEPEST
        self.paragraphs = 0
        self.depth = 0
        """How deep in lists and boxes; paragraphs are numbered at 1, outside of all."""
        self.counts = False
        """Whether paragraphs are numbered here: from the first heading to the first page break."""
        self.tables = 0
        self.used: set[str] = set()
        self.caption: tuple[str, str] | None = None
        self.footnotes: tuple[Footnote, ...] = ()

    def blocks(self, nodes: list[SyntaxTreeNode]) -> Iterator[PaperBlock]:
        """What the children of a node say, in order."""
        self.depth += 1
        for node in nodes:
            if node.type != "table":
                self.refuse_caption()
            reader = _READERS.get(node.type)
            if reader is None:
                words = (node.content.strip().splitlines() or [""])[0]
                message = f"A paper cannot show a {node.type.replace('_', ' ')}: {words}"
                raise PaperError(message, words)
            yield from reader(self, node)
        self.depth -= 1
        self.refuse_caption()

    def refuse_caption(self) -> None:
        """PaperError where a caption waits for its table."""
        if self.caption:
            raise PaperError(f"No table follows the caption “{self.caption[0]}”.", self.caption[0])

    def section(self, level: int, words: Inline) -> str:
        """The number of the next heading of a level; empty where it bears none."""
        if level > 1 and self.numbering is Numbering.SECTIONS and not self.sections[level - 2]:
            message = f"The heading “{plain(words)}” stands a level too deep: no heading is above it."
            raise PaperError(message, plain(words))
        self.counts = self.counts or self.numbering in (Numbering.CHAPTERS, Numbering.PARAGRAPHS)
        self.sections[level - 1] += 1
        self.sections[level:] = [0] * (_DEEPEST - level)
        if self.numbering is Numbering.CHAPTERS and level == 1:
            self.paragraphs = 0
            return str(self.sections[0])
        numbered = self.numbering is Numbering.SECTIONS
        return ".".join(map(str, self.sections[:level])) if numbered else ""

    def paragraph(self) -> str:
        """The number of the next paragraph; empty where it bears none."""
        if not self.counts or self.depth != 1:
            return ""
        self.paragraphs += 1
        chapter = f"{self.sections[0]}." if self.numbering is Numbering.CHAPTERS else ""
        return f"{chapter}{self.paragraphs}"

    def words(self, node: SyntaxTreeNode) -> Inline:
        """The words of a paragraph, a heading or a cell."""
        return inline(node.children[0].children, self.references) if node.children else ()

    def name(self, wanted: str) -> str:
        """An id that nothing else in the paper has."""
        name, number = wanted, 1
        while name in self.used:
            number += 1
            name = f"{wanted}-{number}"
        self.used.add(name)
        return name


def slug(words: str) -> str:
    """Words as an id: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "section"


def _heading(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    words, given = _split_id(reader.words(node))
    level = int(node.tag[1]) - 1
    if not 1 <= level <= _DEEPEST:
        message = f"The heading “{plain(words)}” has {level + 1} #; a paper has ## to ####."
        raise PaperError(message, plain(words))
    number = reader.section(level, words)
    yield PaperHeading(number, level, words, reader.name(given or slug(plain(words))))


def _split_id(words: Inline) -> tuple[Inline, str]:
    """The words without a {#id} at their end, and the id."""
    found = _ID.search(words[-1].text) if words else None
    if not found:
        return words, ""
    return (*words[:-1], words[-1]._replace(text=words[-1].text[: found.start()])), found[1]


def _paragraph(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    words = reader.words(node)
    if plain(words).startswith(_CAPTION):
        words, given = _split_id(words)
        title = plain(words).removeprefix(_CAPTION)
        reader.caption = (title, given)
    else:
        yield Prose(words, reader.paragraph())


def _table(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    head, *bodies = node.children
    rows = [row for body in bodies for row in body.children]
    if reader.caption is None:
        first = plain(reader.words(head.children[0].children[0]))
        raise PaperError(
            f"The table that begins with “{first}” has no caption; write {_CAPTION}… above it.", first
        )
    title, given = reader.caption
    reader.caption = None
    reader.tables += 1
    name = reader.name(given or f"table-{slug(title)}")
    columns = head.children[0].children
    yield PaperTable(
        reader.tables, title, name,
        tuple(_cell(reader, cell) for cell in columns),
        tuple(tuple(_cell(reader, cell) for cell in row.children) for row in rows),
        tuple(str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in columns),
    )  # fmt: skip


def _cell(reader: Reader, node: SyntaxTreeNode) -> Inline:
    """Pipe tables have no line breaks; <br> stands for one."""
    runs: list[Run] = []
    for run in reader.words(node):
        for number, piece in enumerate(run.text.split("<br>")):
            if number:
                runs.append(Run("\n", line_break=True))
            if piece or not run.text:
                runs.append(run._replace(text=piece.lstrip() if number else piece))
    return tuple(runs)


def _list(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    start = int(node.attrs.get("start", 1) or 1)
    ordered = node.type == "ordered_list"
    items = (
        _item(reader, item, f"{number}." if ordered else "")
        for number, item in enumerate(node.children, start=start)
    )
    yield PaperList(tuple(items))


def _item(reader: Reader, node: SyntaxTreeNode, marker: str) -> ListItem:
    blocks = tuple(reader.blocks(node.children))
    first = blocks[0] if blocks else None
    found = _MARKER.match(first.words[0].text) if isinstance(first, Prose) and first.words else None
    if marker or not found or not isinstance(first, Prose):
        return ListItem(marker, blocks)
    words = (first.words[0]._replace(text=first.words[0].text[found.end() :]), *first.words[1:])
    return ListItem(found[1], (Prose(words), *blocks[1:]))


def _quote(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    first = node.children[0] if node.children else None
    inner = first.children[0].children if first and first.type == "paragraph" and first.children else []
    found = _ALERT.match(inner[0].content) if inner and inner[0].type == "text" else None
    if not found:
        yield Extract("", tuple(reader.blocks(node.children)))
        return
    end = next((number for number, part in enumerate(inner) if part.type == "softbreak"), len(inner))
    title = plain(inline(inner[:end], reader.references))[found.end() :].strip()
    words = inline(inner[end + 1 :], reader.references)
    rest = tuple(reader.blocks(node.children[1:]))
    yield _boxed(reader, found[1], title, (Prose(words), *rest) if words else rest)


def _boxed(reader: Reader, kind: str, title: str, blocks: tuple[PaperBlock, ...]) -> PaperBlock:
    match kind:
        case "QUESTION":
            return QuestionBox(title, reader.name(f"question-{slug(title)}"), blocks)
        case "EXTRACT":
            return Extract(title, blocks)
        case "NOTE" | "IMPORTANT" | "WARNING":
            return Alert(kind.lower(), title, blocks)
    message = f"[!{kind}] is not known; write QUESTION, EXTRACT, NOTE, IMPORTANT or WARNING."
    raise PaperError(message, f"[!{kind}]")


def _fence(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    kind, _, title = node.info.partition(" ")
    lines = node.content.splitlines()

    def words(line: str) -> str:
        return plain(reader.line(line))

    match kind:
        case "form":
            yield read_form(title, lines, words)
        case "chart" | "bars":
            chart = read_chart(title, lines, reader.name(f"chart-{slug(title)}"), words)
            yield chart._replace(tabled=kind == "bars")
        case "signature":
            yield Signature(tuple(reader.line(line) for line in lines))
        case _:
            raise PaperError(
                f"```{kind} is not known; write ```form, ```chart, ```bars or ```signature.", f"```{kind}"
            )


def _page_break(reader: Reader, _node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    reader.counts = False
    reader.numbering = Numbering.NONE if reader.numbering is not Numbering.SECTIONS else reader.numbering
    yield PageBreak()


def _footnotes(reader: Reader, node: SyntaxTreeNode) -> Iterator[PaperBlock]:
    """Numbered in the order of their first marks; each is one paragraph."""
    notes = [
        inline(
            [part for child in note.children[:1] for part in child.children[0].children], reader.references
        )
        for note in node.children
    ]
    reader.footnotes = tuple(Footnote(number, words) for number, words in enumerate(notes, start=1))
    yield from ()


_READERS: dict[str, Callable[[Reader, SyntaxTreeNode], Iterator[PaperBlock]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "table": _table,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _fence,
    "hr": _page_break,
    "footnote_block": _footnotes,
}
