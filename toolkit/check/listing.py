"""Lists of limbs as one sentence: the words that lead in, how each limb ends, and what closes the list.

A list is a run of limbs (a), (b), (c) that stand beneath words of their own clause, definition or limb.
Clauses beneath a heading are no list: nothing leads into them. Every rule about lists reads them here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from toolkit.model.block import (
    Block,
    Clause,
    Code,
    Comment,
    Definition,
    Footnote,
    Gap,
    Item,
    Note,
    Paragraph,
    Table,
    Verbatim,
)
from toolkit.model.text import EMPTY, Text

from .subject import Subject

_ENDING = re.compile(r"(?P<mark>[;,.:?!—–])?[”’\"')\]]*\s*(?:(?P<joined>and/or|and|or|but),?)?\s*\Z")
_LAST_WORDS = 40
"""Characters in which the ending of a limb is looked for."""
_LABEL = re.compile(r"\([A-Za-z0-9]{1,5}\)\s")
_OPENING = re.compile(r"\(?(?:and|or|but)\b")
_DECLARED = re.compile(r"[^\[\]]{0,12}\[[^\[\]]*\]\.?\Z")
"""[Not used], where it is written as the words of a limb."""
_BODY_MARK = re.compile(r"[;,.:](?=[”’\"'])[”’\"']\s*\Z")


class After(Enum):
    """What comes after a list, and so says how its last limb ends."""

    SENTENCE = "the end of its sentence"
    DEFINITION = "the end of a definition"
    LIMB = "another limb of the list around it, which is where its ending is looked at"
    CLOSING = "words that go on with its sentence"
    OTHER = "something else"


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of a list."""

    clause: Clause
    tail: Text
    """The words with which it ends, be they its own or of what stands in it; empty where none are known."""
    mark: str
    """The punctuation mark with which it ends, before “and” or “or”; may be empty."""
    joined: str
    """The and, or, but or and/or with which it ends; may be empty."""
    end: tuple[int, int]
    """Where mark and joining word stand in the tail; where there are none, its last character."""
    nested: bool
    """Whether it ends with the last limb of a list of its own."""

    @property
    def label(self) -> str:
        """As printed: (a)."""
        return self.clause.label.own

    @property
    def words(self) -> Text:
        """Its own words; empty where it has none."""
        return self.clause.words or EMPTY

    @property
    def opening(self) -> str:
        """The first words in it, be they its own or of its first limb."""
        return self.words.plain or _first_words(self.clause.blocks)

    @property
    def declared(self) -> bool:
        """Whether it only says that it is not used."""
        return bool(_DECLARED.match(self.words.plain))

    @property
    def opens_joined(self) -> bool:
        """Whether it begins with “and” or “or”."""
        return bool(_OPENING.match(self.words.plain))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of limbs."""

    lead: Text
    """The words that lead in; never empty."""
    limbs: tuple[Limb, ...]
    closing: Text
    """The words that go on after the last limb, at the level of the lead; empty where there are none."""
    after: After
    broken: bool
    """Whether a limb of it is declared as not used or not reproduced."""

    @property
    def sentences(self) -> bool:
        """Whether its limbs are sentences, each with a full stop: then nothing joins them."""
        if any(limb.joined for limb in self.limbs[:-1]):
            return False
        ends = [limb.mark for limb in self.limbs[:-1]] or [self.limbs[-1].mark]
        stops = sum(mark in (".", "?", "!") for mark in ends)
        capitals = sum(limb.opening[:1].isupper() for limb in self.limbs)
        return 2 * stops >= len(ends) and 2 * capitals > len(self.limbs)

    @property
    def bare(self) -> bool:
        """Whether its limbs stand without punctuation, as the lines of a form or the names in a table do."""
        ends = [limb for limb in self.limbs if not limb.mark and not limb.joined]
        names = len(ends) == len(self.limbs) - 1 and all(limb.opening[:1].isupper() for limb in self.limbs)
        return len(self.limbs) > 1 and (names or 2 * len(ends) > len(self.limbs))

    @property
    def mark(self) -> str:
        """The mark between its limbs: a comma where most bear one, else a semicolon."""
        commas = sum(limb.mark == "," for limb in self.limbs[:-1])
        return "," if 2 * commas > len(self.limbs) - 1 else ";"


def listings(subject: Subject) -> tuple[Listing, ...]:
    """Every list of limbs of a version, outer lists before those in them. Ask for it by Subject.once."""
    return tuple(_lists(subject.document.blocks, After.OTHER))


def is_limb(block: Block) -> bool:
    """Whether a block is labelled as the limb of a list is: (a)."""
    return isinstance(block, Clause) and block.heading is None and block.label.own.startswith("(")


def _lists(blocks: tuple[Block, ...], after: After) -> Iterator[Listing]:
    """The lists among the blocks of one parent, and in them; `after` is what comes after the parent."""
    legal = [one for one in blocks if not isinstance(one, (Note, Comment, Footnote))]
    at = 0
    while at < len(legal):
        start = at
        while at < len(legal) and (is_limb(legal[at]) or (isinstance(legal[at], Gap) and at > start)):
            at += 1
        if at > start:
            yield from _list(legal, start, at, after)
        else:
            block = legal[at]
            if isinstance(block, (Clause, Definition, Item)):
                yield from _lists(block.blocks, _after(block))
            at += 1


def _after(block: Block) -> After:
    if isinstance(block, Item) and _LABEL.match(_first_words(block.blocks)):
        return After.OTHER  # a limb whose level reading does not know, and perhaps not the last one
    return After.DEFINITION if isinstance(block, Definition) else After.SENTENCE


def _list(blocks: Sequence[Block], start: int, end: int, after: After) -> Iterator[Listing]:
    run = blocks[start:end]
    before, behind = (blocks[start - 1] if start else None), (blocks[end] if end < len(blocks) else None)
    lead = before.text if isinstance(before, Paragraph) else EMPTY
    closing = behind.text if isinstance(behind, Paragraph) else EMPTY
    if behind is not None:
        after = After.CLOSING if closing else After.OTHER
    clauses = [one for one in run if isinstance(one, Clause)]
    limbs = tuple(_limb(clause) for clause in clauses)
    if _disordered(clauses):
        yield from (inner for clause in clauses for inner in _lists(clause.blocks, After.OTHER))
        return
    broken = len(clauses) < len(run) or any(limb.declared for limb in limbs)
    listing = Listing(lead, limbs, closing, after, broken)
    if lead and _leads(lead):
        yield listing
    for clause in clauses:
        yield from _lists(clause.blocks, _inside(listing, clause))


def _disordered(limbs: Sequence[Clause]) -> bool:
    """Whether labels run backwards: then they are of lists that reading could not tell apart."""
    keys = [limb.label.key for limb in limbs if limb.label.key]
    return any(len(one) == len(other) and other < one for one, other in pairwise(keys))


def _leads(lead: Text) -> bool:
    """Whether words can lead into a list; a title such as “General.” cannot."""
    return not lead.plain.endswith(".") or " " in lead.plain


def _inside(listing: Listing, clause: Clause) -> After:
    """What comes after the last limb of a list that stands in a limb of another."""
    last = clause is listing.limbs[-1].clause
    if listing.sentences and last and listing.after is After.LIMB:
        return After.LIMB
    if not listing.lead or listing.sentences:
        return After.SENTENCE
    if listing.bare:
        return After.OTHER
    return listing.after if last else After.LIMB


def _limb(clause: Clause) -> Limb:
    tail, nested = _tail(clause.blocks)
    last = max(0, len(tail.plain) - _LAST_WORDS)
    found = _ENDING.search(tail.plain, last)
    mark, joined, at = "", "", len(tail.plain)
    if found is not None:
        mark, joined, at = found["mark"] or "", found["joined"] or "", found.start()
    quoted = _BODY_MARK.search(tail.plain, last) if not mark else None
    if quoted is not None:
        mark, at = quoted[0][0], quoted.start()
    end = (at, len(tail.plain)) if mark or joined else (max(0, len(tail.plain) - 1), len(tail.plain))
    return Limb(clause, tail, mark, joined, end, nested)


def _tail(blocks: tuple[Block, ...]) -> tuple[Text, bool]:
    """The words with which blocks end, and whether they are those of a limb among them."""
    for block in reversed(blocks):
        match block:
            case Note() | Comment() | Footnote():
                continue
            case Paragraph(text=text):
                return (EMPTY if text.plain.endswith("|") else text), False  # a table set as one line
            case Clause(blocks=inner) | Item(blocks=inner):
                return _tail(inner)[0], True
            case Table() | Code() | Verbatim() | _:
                return EMPTY, False
    return EMPTY, False


def _first_words(blocks: tuple[Block, ...]) -> str:
    for block in blocks:
        match block:
            case Paragraph(text=text):
                return text.plain
            case Clause(blocks=inner) | Item(blocks=inner):
                return _first_words(inner)
            case _:
                continue
    return ""
