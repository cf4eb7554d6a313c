"""Random documents of the model, as a reader of canonical Markdown could return them.

Everything these strategies make can be written as Markdown and read back: words hold no stray white
space, a parent's plain blocks come before its numbered headings, and every label is the one that the
subsidiary scheme gives to the place.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field, replace
from functools import cache

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from toolkit.model.block import (
    Block,
    Clause,
    Code,
    Comment,
    Definition,
    Footnote,
    Gap,
    Heading,
    Item,
    Note,
    Paragraph,
    Table,
)
from toolkit.model.document import Document, Part, Register, Status, Version
from toolkit.model.label import NO_LABEL, Label, Ordinal
from toolkit.model.numbering import to_letters, to_roman
from toolkit.model.text import EMPTY, Mark, Text

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""How laws are tested: a busy machine is no reason to fail."""

REGISTER = Register("TMAD", "Transition and Migration Approach Document")
VERSION = Version("6.1U", Status.DRAFT)

# -- words ----------------------------------------------------------------------------------------

_LEGAL = """
    the DCC shall send a notice to each Party Device Smart Metering Inventory Dormant Meter within 5 Working
    Days of receipt and or where unless not under Clause 4.29 18.1(d)(viii)(B) Section H14.36A SMETS1 ESME
    GSME User’s re-designation take reasonable steps before 24 months any in accordance with
"""
_WORDS = _LEGAL.split()
_SPECIAL = (
    "*", "_", "**", "`", "[", "]", "#", "|", "<", ">", "\\", "&amp;", "{#not-an-id}", "$x$", "~~", "- ",
    "1.", "(a)", "means:", "“Party”", "’s", "–", "£1,000", "50%", "e.g.", "[Not used]", "http://a.b", "¶",
    "[^x]", "[^x]:",
)  # fmt: skip
_STOPS = (".", ";", ":", ",", "; and", "; or", "")


@cache
def words(special: bool = True) -> st.SearchStrategy[str]:
    """A word of legal text; now and then one that means something in Markdown."""
    plain = st.sampled_from(_WORDS)
    if not special:
        return plain
    odd = st.sampled_from([word.strip() for word in _SPECIAL])
    letters = st.text(string.ascii_letters + "éß", min_size=1, max_size=9)
    return st.one_of(plain, plain, plain, plain, letters, odd)


@cache
def plain_text(special: bool = True, most: int = 14) -> st.SearchStrategy[str]:
    """A sentence or a part of one: single spaces, never empty."""
    sentence = st.lists(words(special), min_size=1, max_size=most).map(" ".join)
    return st.builds(lambda body, stop: body + stop, sentence, st.sampled_from(_STOPS))


@cache
def texts(special: bool = True, most: int = 14) -> st.SearchStrategy[Text]:
    """A text; now and then one of its words is emphasised."""
    return _texts(special, most)


@st.composite
def _texts(draw: st.DrawFn, special: bool, most: int) -> Text:
    plain = draw(plain_text(special, most))
    if draw(st.integers(0, 7)) != 0:
        return Text(plain)
    spans = [span for span in _word_spans(plain) if plain[span[0] : span[1]].isalnum()]
    if not spans:
        return Text(plain)
    start, end = draw(st.sampled_from(spans))
    return Text(plain, (Mark(start, end, draw(st.sampled_from(("em", "strong", "code")))),))


def _word_spans(plain: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for word in plain.split(" "):
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return spans


# -- labels and ids -------------------------------------------------------------------------------

_NUMBERED, _LETTERED, _ROMAN, _UPPER = 2, 4, 5, 6
"""Levels of the subsidiary scheme below the first: 1.1, (a), (i), (A). 3 is 1.1.1."""


def _own(level: int, number: int, suffix: str, parent: Label) -> Label:
    ordinal = Ordinal.of(number, suffix)
    if level == _LETTERED:
        return Label((*parent.parts, f"({to_letters(number)})"), (*parent.key, ordinal))
    if level == _ROMAN:
        return Label((*parent.parts, f"({to_roman(number)})"), (*parent.key, ordinal))
    if level == _UPPER:
        return Label((*parent.parts, f"({to_letters(number).upper()})"), (*parent.key, ordinal))
    prefix = f"{parent.own}." if level > 1 else ""
    return Label((f"{prefix}{number}{suffix}",), (*parent.key, ordinal))


@dataclass
class _Names:
    """Ids and numbers that are used once in a document."""

    used: set[str] = field(default_factory=set)
    tables: int = 0

    def id(self, words: str) -> str:
        base = "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in words.lower()).split()[:4])
        base = base or "clause"
        name, count = base, 1
        while name in self.used:
            count += 1
            name = f"{base}-{count}"
        self.used.add(name)
        return name

    def table(self) -> str:
        self.tables += 1
        return f"Table {self.tables}"


# -- blocks ---------------------------------------------------------------------------------------


@st.composite
def tables(draw: st.DrawFn, names: _Names) -> Table:
    """A captioned table of one to four columns; no first cell is empty."""
    columns = draw(st.integers(1, 4))
    cell = texts(most=5)
    rows = draw(
        st.lists(st.tuples(cell, *[st.one_of(cell, st.just(EMPTY)) for _ in range(columns - 1)]), max_size=5)
    )
    title = draw(texts(special=False, most=5))
    alignment = st.sampled_from(("", "", "left", "right", "center"))
    return Table(
        names.table(), names.id(f"table {title.plain}"), True, title,
        draw(st.tuples(*[cell] * columns)), tuple(rows), draw(st.tuples(*[alignment] * columns)),
    )  # fmt: skip


notes = st.builds(
    Note,
    st.sampled_from(("NOTE", "EXAMPLE")),
    st.lists(plain_text(special=False), min_size=1, max_size=3).map("\n".join),
)
codes = st.builds(
    Code,
    st.sampled_from(("", "xml", "json")),
    st.lists(
        st.sampled_from(("<a>", "  <b/>", "", "</a>", "- (a) {#x} y", "# z", "``", "1. w")), max_size=4
    ).map(lambda lines: "\n".join(lines).strip("\n")),
)
comments = st.builds(Comment, plain_text(special=False))


@st.composite
def _noted(draw: st.DrawFn, names: _Names, text: Text) -> tuple[Text, list[Block]]:
    """A text, now and then with the mark of a footnote, and the footnote that stands after it."""
    if text.marks or not text or draw(st.integers(0, 5)):
        return text, []
    name = names.id("note")
    _, at = draw(st.sampled_from(_word_spans(text.plain)))
    mark = f"[^{name}]"
    marked = Text(text.plain[:at] + mark + text.plain[at:], (Mark(at, at + len(mark), "footnote"),))
    return marked, [Footnote(name, draw(texts()))]


@st.composite
def _paragraph(draw: st.DrawFn, names: _Names) -> list[Block]:
    """A paragraph with its footnote, if it has one."""
    text, notes = draw(_noted(names, draw(texts())))
    return [Paragraph(text), *notes]


@st.composite
def _plain_blocks(draw: st.DrawFn, names: _Names) -> list[Block]:
    """A block that may stand anywhere, with the footnotes of a table."""
    block = draw(_plain_block(names))
    if isinstance(block, Paragraph):
        return draw(_paragraph(names))
    if not isinstance(block, Table) or not block.rows:
        return [block]
    at = draw(st.integers(0, len(block.rows) - 1))
    text, notes = draw(_noted(names, block.rows[at][0]))
    row = (text, *block.rows[at][1:])
    return [replace(block, rows=(*block.rows[:at], row, *block.rows[at + 1 :])), *notes]


@st.composite
def _plain_block(draw: st.DrawFn, names: _Names) -> Block:
    """A block that may stand anywhere."""
    kind = draw(st.sampled_from("ppppptnnccx"))
    match kind:
        case "t":
            return draw(tables(names))
        case "n":
            return draw(notes)
        case "c":
            return draw(codes)
        case "x":
            return draw(comments)
        case _:
            return Paragraph(draw(texts()))


@st.composite
def _items(draw: st.DrawFn, names: _Names, level: int, parent: Label, depth: int, most: int) -> list[Block]:
    """A list of labelled items in order, with inserted labels and gaps among them."""
    blocks: list[Block] = []
    number = draw(st.sampled_from((0, 0, 0, 0, 0, 24))) if level == _LETTERED else 0
    if number:
        first, last = _own(level, 1, "", parent), _own(level, number, "", parent)
        blocks.append(Gap(first, last, draw(st.sampled_from(("Not reproduced", "Not used"))), 0, level))
    for _ in range(draw(st.integers(1, most))):
        kind = draw(st.integers(0, 9))
        if kind == 0 and blocks and level == _NUMBERED and number:
            suffix = draw(st.sampled_from(("A", "a")))
            label = _own(level, number, suffix, parent)
            number += 1
            after = _own(level, number, "", parent)
            blocks.append(draw(_clause(names, level, label, depth)))
            blocks.append(draw(_clause(names, level, after, depth)))
            continue
        number += 1
        label = _own(level, number, "", parent)
        if kind == 1:
            last_number = number + draw(st.integers(0, 3))
            last = _own(level, last_number, "", parent)
            blocks.append(Gap(label, last, draw(st.sampled_from(("Not reproduced", "Not used"))), 0, level))
            number = last_number
            continue
        blocks.append(draw(_clause(names, level, label, depth)))
    return blocks


@st.composite
def _clause(draw: st.DrawFn, names: _Names, level: int, label: Label, depth: int) -> Clause:
    """A clause written as a list item."""
    blocks: list[Block] = []
    below = level + 1 if level != _NUMBERED else _LETTERED
    nests = depth > 1 and below <= _UPPER and draw(st.integers(0, 2)) == 0
    if not nests or draw(st.integers(0, 5)):
        blocks += draw(_paragraph(names))
    if nests:
        blocks += draw(_items(names, below, label, depth - 1, 3))
        if draw(st.booleans()):
            blocks += draw(_paragraph(names))
    elif draw(st.integers(0, 5)) == 0:
        blocks += draw(_plain_blocks(names))
    return Clause(label, level, names.id(_first_words(blocks)), True, None, tuple(blocks))


def _first_words(blocks: list[Block]) -> str:
    return blocks[0].text.plain if blocks and isinstance(blocks[0], Paragraph) else "clause"


_TERM_WORDS = ("Active", "Dormant", "Meter", "Device")


@st.composite
def _definitions(draw: st.DrawFn, names: _Names) -> list[Block]:
    blocks: list[Block] = []
    for _ in range(draw(st.integers(1, 3))):
        term = draw(
            st.lists(st.sampled_from(("Active", "Dormant", "Meter", "Device")), min_size=1, max_size=2)
        )
        abbreviation = draw(st.sampled_from(("", "", "DMC", "S1SP")))
        meaning = draw(_paragraph(names))
        if draw(st.booleans()):
            meaning += draw(_items(names, _LETTERED, NO_LABEL, 2, 2))
        words = " ".join(term)
        blocks.append(Definition(Text(words), abbreviation, names.id(f"def {words}"), True, tuple(meaning)))
    return blocks


@st.composite
def _top(draw: st.DrawFn, names: _Names, number: int, suffix: str) -> Clause:
    """A clause of the top level: plain blocks and lists first, then clauses with headings of their own."""
    label = _own(1, number, suffix, NO_LABEL)
    heading = draw(texts(special=False, most=4))
    blocks: list[Block] = []
    if draw(st.integers(0, 3)) == 0:
        blocks += draw(_plain_blocks(names))
    if draw(st.integers(0, 3)) == 0:
        blocks.append(Heading(draw(texts(special=False, most=4)), 3))
    if draw(st.integers(0, 4)):
        blocks += draw(_items(names, _NUMBERED, label, 4, 4))
    if draw(st.integers(0, 3)) == 0:
        blocks += draw(_definitions(names))
    if not blocks or draw(st.integers(0, 6)) == 0:
        blocks += draw(_headed(names, label, len(blocks)))
    return Clause(label, 1, names.id(heading.plain), True, heading, tuple(blocks), 2)


@st.composite
def _headed(draw: st.DrawFn, names: _Names, parent: Label, after: int) -> list[Block]:
    """Second-level clauses with headings, whose limbs have three numbers."""
    blocks: list[Block] = []
    for number in range(20 + after, 20 + after + draw(st.integers(1, 2))):
        label = _own(2, number, "", parent)
        heading = draw(texts(special=False, most=4))
        inner = draw(_items(names, 3, label, 3, 2)) if draw(st.booleans()) else draw(_plain_blocks(names))
        blocks.append(Clause(label, 2, names.id(heading.plain), True, heading, tuple(inner), 3))
    return blocks


# -- documents ------------------------------------------------------------------------------------


@st.composite
def documents(draw: st.DrawFn, most: int = 4) -> Document:
    """A document of up to `most` clauses at the top level, one file each."""
    names = _Names()
    parts: list[Part] = []
    number = 0
    for _ in range(draw(st.integers(0, most))):
        kind = draw(st.integers(0, 9))
        if kind == 0 and number:
            clause = draw(_top(names, number, "A"))
            parts.append(_part(f"{number:02}A-{clause.id}", [clause]))
        number += 1
        if kind == 1:
            first, last = _own(1, number, "", NO_LABEL), _own(1, number + 2, "", NO_LABEL)
            gap = Gap(first, last, "Not reproduced", 2, 1)
            parts.append(_part(f"{number:02}-{number + 2:02}-not-reproduced", [gap]))
            number += 2
            continue
        clause = draw(_top(names, number, ""))
        before: list[Block] = [draw(st.one_of(comments, notes))] if kind == 2 else []
        parts.append(_part(f"{number:02}-{clause.id}", [*before, clause]))
    return Document(REGISTER, VERSION, tuple(parts))


def _part(stem: str, blocks: list[Block]) -> Part:
    return Part(f"documents/tmad/6.1U/{stem}.md", tuple(blocks))


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An unlabelled list item, as a reader keeps it."""
    return Item((Paragraph(draw(texts())),))
