"""The tree of a document: clauses and what stands in them. Equality is about the words, never the place."""

from __future__ import annotations

from dataclasses import dataclass, field

from .label import Label
from .place import NOWHERE, Place
from .text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: a clause's own words, its closing words, or words between sub-clauses."""

    text: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """An unnumbered cross-heading; depth is the number of # in the source."""

    text: Text
    depth: int
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """Clauses that are declared, not written: [Not reproduced] or [Not used]."""

    first: Label
    last: Label
    """The same as first where one clause is meant."""
    reason: str
    """Not reproduced, or Not used."""
    depth: int = 0
    """The number of # where it is written as a heading; 0 in a list."""
    level: int = 0
    """The level of its labels, as in Clause."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def label_text(self) -> str:
        """As printed: 3.1 to 3.23."""
        if self.first == self.last:
            return self.first.own
        return f"{self.first.own} to {self.last.own}"

    def covers(self, label: Label) -> bool:
        """Whether a label, or a clause that it stands under, is one of those declared."""
        depth = len(self.first.key)
        head = label.key[:depth]
        return head[:-1] == self.first.key[:-1] and self.first.key <= head <= self.last.key


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term and its meaning."""

    term: Text
    abbreviation: str
    """The second name in brackets after the term, such as DMC; may be empty."""
    id: str
    id_given: bool
    """Whether the source writes the id; else it is derived from the term."""
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which texts use the term."""
        return (self.term.plain, self.abbreviation) if self.abbreviation else (self.term.plain,)

    @property
    def meaning(self) -> Text:
        """The first paragraph of what it means; empty where it begins with none."""
        first = self.blocks[0] if self.blocks else None
        return first.text if isinstance(first, Paragraph) else EMPTY


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table, or the matrix of an annex."""

    label: str
    """As cited, such as Table 16.9; empty for a matrix, which is cited by its annex."""
    id: str
    id_given: bool
    title: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    """Every row has as many cells as the header."""
    alignments: tuple[str, ...] = ()
    """left, right, center or empty, for each column."""
    matrix: bool = False
    """Whether it came from a .csv file."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """An alert, which is not legal text: NOTE is a drafting note, EXAMPLE a worked example."""

    kind: str
    source: str
    """Its Markdown, without the quotation marks at the start of lines."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words of a footnote, which are legal text; a text marks it by its name (footnote.py)."""

    name: str
    """Lower-case letters, digits and hyphens; never printed: numbers follow from the order of print."""
    text: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Code:
    """A fenced block, such as an example of a message, kept to the letter."""

    language: str
    source: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment on lines of its own; not legal text."""

    source: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Markdown that has no meaning in a legal text: kept to the letter, and reported."""

    source: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item without a label; reported where it is read, kept as it is."""

    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Clause:
    """A labelled provision of any level, with everything that stands under it, in order."""

    label: Label
    level: int
    """1 is the top level of the numbering scheme."""
    id: str
    """Permanent: a slug that survives renumbering."""
    id_given: bool
    """Whether the source writes the id; else it is derived from the label."""
    heading: Text | None
    """None for a clause written as a list item, whose words are its first paragraph."""
    blocks: tuple[Block, ...]
    depth: int = 0
    """The number of # where it is written as a heading; 0 in a list."""
    place: Place = field(default=NOWHERE, compare=False)
    label_place: Place = field(default=NOWHERE, compare=False)

    @property
    def words(self) -> Text | None:
        """The lead text: what the clause itself says before anything stands under it."""
        first = self.blocks[0] if self.blocks else None
        return first.text if isinstance(first, Paragraph) else None


Block = (
    Clause
    | Paragraph
    | Heading
    | Gap
    | Definition
    | Table
    | Note
    | Footnote
    | Code
    | Comment
    | Verbatim
    | Item
)
