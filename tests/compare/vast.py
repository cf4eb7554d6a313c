"""Pairs of documents that ask too much of a comparison that looks at every pair of anything."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from toolkit.model.block import Block, Clause, Definition, Paragraph, Table
from toolkit.model.document import Document, Part, Register, Status, Version
from toolkit.model.label import Label, Ordinal
from toolkit.model.text import Text

Pair = tuple[Document, Document]

_COMMON = ["the", "of", "and", "shall"] * 100
_WORDS = [f"word{number}" for number in range(3_000)] + _COMMON
NOTICE = "The DCC shall send a notice of the event to each Responsible Supplier."


def clause_rewritten(size: int) -> Pair:
    """One clause of so many words, of which not one stands."""
    random = Random(1)
    return _clauses([_text(random, size)]), _clauses([_text(random, size)])


def clause_amended(size: int) -> Pair:
    """One clause of so many words, with one in a thousand changed; no word occurs once."""
    random = Random(2)
    words = _text(random, size).split()
    changed = list(words)
    for _ in range(size // 1000):
        changed[random.randrange(size)] = "changed"
    return _clauses([" ".join(words)]), _clauses([" ".join(changed)])


def identical_inserted(size: int) -> Pair:
    """So many clauses that read the same, and one more."""
    return _clauses([NOTICE] * size), _clauses([NOTICE] * (size + 1))


def identical_omitted(size: int) -> Pair:
    """So many clauses that read the same, and one less."""
    return _clauses([NOTICE] * size), _clauses([NOTICE] * (size - 1))


def identical_doubled(size: int) -> Pair:
    """So many clauses that read the same, and as many again."""
    return _clauses([NOTICE] * size), _clauses([NOTICE] * (2 * size))


def clauses_reversed(size: int) -> Pair:
    """So many clauses of 50 words without ids, in the opposite order."""
    texts = _texts(size, 50)
    return _clauses(texts), _clauses(texts[::-1])


def clauses_rewritten(size: int) -> Pair:
    """So many clauses of 50 words without ids, all with other words."""
    return _clauses(_texts(size, 50, 3)), _clauses(_texts(size, 50, 4))


def definitions_sorted(size: int) -> Pair:
    """So many definitions without ids, sorted and not."""
    made = [_definition(number, text) for number, text in enumerate(_texts(size, 20))]
    mixed = list(made)
    Random(5).shuffle(mixed)
    return _document([_top(mixed)]), _document([_top(made)])


def rows_reversed(size: int) -> Pair:
    """A table of so many rows in the opposite order."""
    random = Random(6)
    rows = [(f"R{number}", _text(random, 3), _text(random, 3)) for number in range(size)]
    return _document([_table(rows)]), _document([_table(rows[::-1])])


def rows_rewritten(size: int) -> Pair:
    """A table of so many rows, of which every fifth stands."""
    random = Random(7)
    rows = [(f"R{number}", _text(random, 3), _text(random, 3)) for number in range(size)]
    changed = [
        row if at % 5 == 0 else (f"S{at}", _text(random, 3), _text(random, 3)) for at, row in enumerate(rows)
    ]
    return _document([_table(rows)]), _document([_table(changed)])


VAST: dict[str, tuple[Callable[[int], Pair], int]] = {
    "one clause rewritten, words": (clause_rewritten, 200_000),
    "one clause amended, words": (clause_amended, 200_000),
    "identical clauses, one more": (identical_inserted, 5_000),
    "identical clauses, one less": (identical_omitted, 5_000),
    "identical clauses doubled": (identical_doubled, 5_000),
    "clauses reversed": (clauses_reversed, 4_000),
    "clauses all rewritten": (clauses_rewritten, 4_000),
    "definitions re-sorted": (definitions_sorted, 5_000),
    "rows reversed": (rows_reversed, 5_000),
    "rows rewritten": (rows_rewritten, 5_000),
}
"""With the size at which each must still be quick."""


def _text(random: Random, size: int) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(size))


def _texts(count: int, size: int, seed: int = 0) -> list[str]:
    random = Random(seed)
    return [_text(random, size) for _ in range(count)]


def _document(blocks: list[Block]) -> Document:
    return Document(Register("TMAD", "TMAD"), Version("1", Status.DRAFT), (Part("4.md", tuple(blocks)),))


def _top(blocks: list[Block]) -> Clause:
    return Clause(Label(("4",), (Ordinal(4),)), 1, "c-4", True, Text("Migration"), tuple(blocks), 2)


def _clauses(texts: list[str]) -> Document:
    made: list[Block] = []
    for number, text in enumerate(texts, start=1):
        label = Label((f"4.{number}",), (Ordinal(4), Ordinal(number)))
        made.append(Clause(label, 2, f"clause-4-{number}", False, None, (Paragraph(Text(text)),)))
    return _document([_top(made)])


def _definition(number: int, text: str) -> Definition:
    return Definition(Text(f"Term {number}"), "", f"term-{number}", False, (Paragraph(Text(text)),))


def _table(rows: list[tuple[str, str, str]]) -> Block:
    cells = tuple(tuple(map(Text, row)) for row in rows)
    heads = (Text("Row"), Text("Name"), Text("Meaning"))
    return _top([Table("Table 4.1", "table", True, Text("Rows"), heads, cells, ("", "", ""))])
