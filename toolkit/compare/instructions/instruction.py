"""Instructions that amend a text as values: which passage, what to do, and the words with which it is done.

All of them refer to the text as it stands before any is carried out, as the instructions of a legal
instrument do. carry_out.py carries them out, sentences.py puts them in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark


@dataclass(frozen=True, slots=True)
class Address:
    """Where a passage is: by the id of what it belongs to, its kind, and which one of that kind it is."""

    id: str
    """Of the clause, definition or table that it belongs to; empty before the first clause."""
    kind: Kind
    number: int
    """Which of the passages of this kind that bear or belong to this id; from 1."""
    label: str = ""
    """As cited: 18.1(d)(viii)(B), Table 16.9; empty for what has no label."""
    words: str = ""
    """Of what has no label: its words, cells separated by tabs."""


class WordsOp(StrEnum):
    """What is done to words."""

    SUBSTITUTE = "substitute"
    OMIT = "omit"
    INSERT_AFTER = "insert after"
    INSERT_BEFORE = "insert before"
    REWRITE = "rewrite"
    """The words found are all there are."""


EVERY = 0
"""As Words.which: each time it occurs."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text of a passage are replaced, omitted, or inserted next to others."""

    target: Address
    text: int
    """0 for the words of a clause; for a definition 0 is the term and 1 its meaning; for a row the column,
    where columns are put in or taken out the new one."""
    op: WordsOp
    find: str
    """To the letter, found as whole words only."""
    which: int
    """Which of its occurrences, from 1; or EVERY."""
    of: int
    """How often it occurs; where it occurs more or less often, the text is another one."""
    words: str
    """What is put in, to the letter."""
    consequential: bool = False
    """Whether it only follows from a renumbering."""


@dataclass(frozen=True, slots=True)
class Omit:
    """A passage is left out."""

    target: Address
    whole: bool
    """Whether everything that stands in it goes too, except what is moved elsewhere."""
    omitted: tuple[str, ...]
    """The words of every passage left out, so that no other text is."""


@dataclass(frozen=True, slots=True)
class Insert:
    """Passages are put in directly after another one; what was put there before stands before them."""

    after: Address | None
    """None for the beginning of the document."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Substitute:
    """Passages take the place of others, next to each other."""

    omitted: tuple[Omit, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A passage goes elsewhere with all that stands in it, except what is moved on its own."""

    target: Address
    after: Address | None
    """The passage that it comes to stand directly after; None for the beginning of the document."""
    deeper: int = 0
    """By how many levels it comes to be nested deeper."""


@dataclass(frozen=True, slots=True)
class Renumber:
    """A clause bears another label; what stands in it and is cited by its label follows."""

    target: Address
    label: Label
    consequential: bool = False
    """Whether it only follows what it stands in."""


@dataclass(frozen=True, slots=True)
class Recast:
    """What is not words about a passage changes; None is left as it is."""

    target: Address
    kind: Kind | None = None
    """A paragraph becomes a limb."""
    id: str | None = None
    id_given: bool | None = None
    level: int | None = None
    deeper: int | None = None
    """By how many levels it comes to be nested deeper, with all that stands in it."""
    depth: int | None = None
    detail: str | None = None
    """A table's label, a term's abbreviation, a fence's language, a gap's printed labels."""
    alignments: tuple[str, ...] | None = None
    matrix: bool | None = None
    last: Label | None = None
    marks: tuple[tuple[Mark, ...], ...] | None = None
    """The emphasis of each of its texts, after all else is done."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table are put in, taken out or moved."""

    target: Address
    """The caption."""
    width: int
    """How many columns it had."""
    columns: tuple[int | None, ...]
    """For each new column the old one; None for one that is put in, with empty cells."""


Instruction = Words | Omit | Insert | Substitute | Move | Renumber | Recast | Columns


@dataclass(frozen=True, slots=True)
class Instructions:
    """What makes one version of another."""

    old: str
    """As on the command line: TMAD@6.0."""
    new: str
    steps: tuple[Instruction, ...]
