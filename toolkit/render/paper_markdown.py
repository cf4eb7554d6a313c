"""The Markdown of papers to the blocks of a paper; all numbers are counted here.

CommonMark with pipe tables and footnotes, and a few things that papers need:

    ## Heading { #id }                level 1; ### and #### are levels 2 and 3
    Table: Title { #id }              on its own, before a pipe table; gives Table 1 – Title
    [](#id)                           prints what the table, section or question of that id is called
    > [!QUESTION] U1.2 Q1             a question box; NOTE, IMPORTANT, WARNING and EXTRACT likewise
    - (a) words                       an item with a marker of its own
    ---                               what follows begins on a new page
    ```form Title                     fields, one a line: id | control | label | help
    ```chart Title                    bars: Question | Support | Object, then Q1 | 3 | 1 for each
    ```bars Title                     the same, where a table has the counts already
    ```signature                      lines kept together

Papers number their sections, or their paragraphs (see Numbering). Paragraphs are numbered where they stand
by themselves, from the first heading to the first page break: not in boxes, tables, lists and annexes.

The space in { #id } is needed: {# begins a comment of the templates in which papers are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from toolkit.model.paper import (
    Footnote,
    Inline,
    PaperBlock,
    PaperHeading,
    PaperTable,
    Prose,
    QuestionBox,
    plain,
)

from .paper_nodes import Numbering, Reader
from .paper_text import PaperError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under the block of facts."""

    blocks: tuple[PaperBlock, ...]
    footnotes: tuple[Footnote, ...]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    return MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)


def read_body(markdown: str, numbering: Numbering = Numbering.SECTIONS) -> Body:
    """Read the body of a paper; PaperError where it holds what a paper cannot show.

    Read twice, because a reference may stand before what it refers to.
    """
    from markdown_it.tree import SyntaxTreeNode

    tree = SyntaxTreeNode(_parser().parse(markdown))
    first = _read(tree, Reader(None, numbering, read_line))
    return _read(tree, Reader(_references(first, numbering), numbering, read_line))


_SECTION = {Numbering.SECTIONS: "section", Numbering.CHAPTERS: "chapter"}


def _read(tree: SyntaxTreeNode, reader: Reader) -> Body:
    blocks = tuple(reader.blocks(tree.children))
    return Body(blocks, reader.footnotes)


def read_line(markdown: str) -> Inline:
    """The words of one line, such as a fact or a cell; a line that Markdown takes for a block is refused."""
    blocks = read_body(markdown).blocks
    match blocks:
        case ():
            return ()
        case (Prose(words=words),):
            return words
    raise PaperError(f"“{markdown}” is not a line of words.")


def _references(body: Body, numbering: Numbering) -> dict[str, str]:
    names: dict[str, str] = {}
    for block in body.blocks:
        match block:
            case PaperHeading(number=number, id=name, words=words):
                names[name] = f"{_SECTION[numbering]}\N{NO-BREAK SPACE}{number}" if number else plain(words)
            case PaperTable(number=number, id=name) if number:
                names[name] = f"Table {number}"
            case QuestionBox(label=label, id=name):
                names[name] = label
    return names
