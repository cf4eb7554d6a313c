"""A paper to publish (consultation, direction, response form, report): what every paper writer takes.

A paper is flat: headings, paragraphs, lists, tables, boxes and form fields in the order of print. All
numbers (of sections, tables, footnotes, questions, attachments) are worked out before; a writer prints
them and never counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of words in one manner of print. A footnote mark is a run without words."""

    text: str
    em: bool = False
    strong: bool = False
    code: bool = False
    link: str = ""
    """An address, a sibling file of the pack, or # and an id of this paper; empty for none."""
    footnote: int = 0
    """The number of the footnote whose mark stands here; 0 for words."""
    placeholder: bool = False
    """Whether it stands for what is not yet known, such as [DD MMM YYYY]."""
    line_break: bool = False
    """Whether it is a forced line break; its text is a newline."""


Inline = tuple[Run, ...]
"""The words of a paragraph, a cell or a heading, in order."""


def plain(inline: Inline) -> str:
    """The words without manner of print or footnote marks; a forced line break is a newline."""
    return "".join(run.text for run in inline)


class PaperHeading(NamedTuple):
    """The heading of a section."""

    number: str
    """As printed, without a trailing full stop: 4, 4.1, 4.1.1; empty where the paper has none."""
    level: int
    """1 to 3; each may be followed by one level more, never two."""
    words: Inline
    id: str
    """Unique in the paper, usable as an HTML id and in a bookmark name."""


class Prose(NamedTuple):
    """A paragraph."""

    words: Inline
    number: str = ""
    """As printed, where the paper numbers its paragraphs: 12, 3.1; else empty."""


class ListItem(NamedTuple):
    """One item of a list."""

    marker: str
    """As printed: (a), 1; empty for a bullet."""
    blocks: tuple[PaperBlock, ...]


class PaperList(NamedTuple):
    """A list; every item has a marker or none has."""

    items: tuple[ListItem, ...]


class PaperTable(NamedTuple):
    """A captioned table; print `caption` above it and repeat the header on every page."""

    number: int
    """1, 2, 3 … through the paper; 0 for a table without number and title, such as one in a form."""
    title: str
    id: str
    header: tuple[Inline, ...]
    """Empty where the first cell of each row is its heading."""
    rows: tuple[tuple[Inline, ...], ...]
    """Every row has as many cells as the header; a line break may stand in a cell."""
    alignments: tuple[str, ...] = ()
    """left, right, center or empty, for each column."""

    @property
    def caption(self) -> str:
        """Table 1 – Summary of the proposed changes; empty without a number."""
        return f"Table {self.number} – {self.title}" if self.number else ""

    @property
    def short(self) -> bool:
        """Whether it is to be kept on one page of paper: where it fills no more than a third of one."""
        letters = sum(len(plain(cell)) for row in self.rows for cell in row)
        return len(self.rows) <= 8 and letters <= 700


class QuestionBox(NamedTuple):
    """A consultation question: a box with its label at the left."""

    label: str
    """U1.2 Q1"""
    id: str
    blocks: tuple[PaperBlock, ...]


class Alert(NamedTuple):
    """A passage set apart, such as a notice on confidentiality."""

    kind: str
    """note, important or warning"""
    title: str
    """What it is about, in bold before it; may be empty."""
    blocks: tuple[PaperBlock, ...]


class Extract(NamedTuple):
    """Words quoted from a legal text, set in with a rule at the left."""

    source: str
    """Where they stand: Clause 3.24 of the TMAD, version 6.1U; may be empty."""
    blocks: tuple[PaperBlock, ...]


class Control(StrEnum):
    """How a field of a form is filled in; in Word a content control."""

    CHOICE = "choice"
    """One of the options, from a drop-down list."""
    TEXT = "text"
    """One line."""
    LONG_TEXT = "long-text"
    """Paragraphs."""
    CHECKBOX = "checkbox"
    DATE = "date"


class Field(NamedTuple):
    """One field of a form, its label at the left and its control at the right."""

    id: str
    """Permanent name by which filled forms are read back, at most 64 characters: u1-2-q1.stance"""
    label: str
    control: Control
    options: tuple[str, ...] = ()
    """What can be chosen; the control begins with nothing chosen."""
    prompt: str = ""
    """Shown in the empty control: Choose one"""
    help: str = ""
    """A line under the label; may be empty."""


class Form(NamedTuple):
    """Fields that belong together, printed as a table of two columns."""

    label: str
    """What the fields are about, for those who do not see the page: U1.2 Q1"""
    fields: tuple[Field, ...]


class ChartBar(NamedTuple):
    """One bar, in as many stretches as the chart has series."""

    label: str
    counts: tuple[int, ...]


class Chart(NamedTuple):
    """Bars of counts, one under another, with the same counts in a table; a writer may leave out the bars."""

    title: str
    id: str
    kind: str
    """What each bar is for: Question."""
    series: tuple[str, ...]
    """What each stretch of a bar stands for, in order."""
    bars: tuple[ChartBar, ...]
    tabled: bool = False
    """Whether a table of the paper has the same counts, so that none need stand under it."""


class Signature(NamedTuple):
    """The lines of a signature block, kept together on one page."""

    lines: tuple[Inline, ...]


class PageBreak(NamedTuple):
    """What follows begins on a new page."""


PaperBlock = (
    PaperHeading
    | Prose
    | PaperList
    | PaperTable
    | QuestionBox
    | Alert
    | Extract
    | Form
    | Chart
    | Signature
    | PageBreak
)


class Footnote(NamedTuple):
    """A footnote, which may be marked more than once."""

    number: int
    """1, 2, 3 … through the paper."""
    words: Inline


class Fact(NamedTuple):
    """A line of the block of facts under the title."""

    label: str
    """Filename, Date, Respond by, Mailbox, Classification"""
    words: Inline


class PaperAttachment(NamedTuple):
    """One attachment of the pack. The paper's own sections print the list; this is for links and checks."""

    number: int
    title: str
    files: tuple[str, ...]
    """Sibling outputs that it consists of, without suffix."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to print."""

    kind: str
    """consultation, direction, response-form …: for the look, never for the words."""
    title: str
    subtitle: str
    """May be empty."""
    facts: tuple[Fact, ...]
    blocks: tuple[PaperBlock, ...]
    footnotes: tuple[Footnote, ...] = ()
    attachments: tuple[PaperAttachment, ...] = ()
    classification: str = ""
    """Printed at the foot of every page; may be empty."""
    author: str = ""
    """The issuer, for the properties of the file."""
    date: str = ""
    """ISO, for the properties of the file; may be empty."""
    marking: str = ""
    """Printed at the head of every page of a copy that is not for everybody; else empty."""
    contents: bool = True
    """Whether it has a list of contents, to the third level."""
    language: str = "en-GB"

    @property
    def headings(self) -> tuple[PaperHeading, ...]:
        """The headings, in order."""
        return tuple(block for block in self.blocks if isinstance(block, PaperHeading))

    @property
    def listed(self) -> tuple[PaperHeading, ...]:
        """The headings that a list of contents shows: those that bear numbers, where any does."""
        numbered = tuple(heading for heading in self.headings if heading.number)
        return numbered or self.headings

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Every placeholder in the paper, in order: a final paper has none."""
        return tuple(run.text for inline in self.inlines() for run in inline if run.placeholder)

    def inlines(self) -> tuple[Inline, ...]:
        """All words of the paper, in order: facts, blocks, footnotes."""
        blocks = tuple(inline for block in self.blocks for inline in inlines(block))
        return (*(fact.words for fact in self.facts), *blocks, *(note.words for note in self.footnotes))


def inlines(block: PaperBlock) -> tuple[Inline, ...]:
    """The words of a block and of all blocks in it, in order."""
    match block:
        case PaperHeading(words=words) | Prose(words=words):
            return (words,)
        case PaperList(items=items):
            return tuple(inline for item in items for inner in item.blocks for inline in inlines(inner))
        case PaperTable(header=header, rows=rows):
            return (*header, *(cell for row in rows for cell in row))
        case QuestionBox(blocks=blocks) | Alert(blocks=blocks) | Extract(blocks=blocks):
            return tuple(inline for inner in blocks for inline in inlines(inner))
        case Signature(lines=lines):
            return lines
        case Form() | Chart() | PageBreak():
            return ()
