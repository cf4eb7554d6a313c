"""Faults of tables: their numbers, and cells that should name a provision."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, clauses_added, shuffled, swaps

_CAPTION = r"(?<=^  Table )(\d+)\.(\d+)(?= \{#)"
_TABLE = """\
- {} {#planted-duty} The DCC shall apply the provisions that are listed here to each request.

  Table {} {#planted-table}: What applies

  | %s | What it says |
  | --- | --- |
  | %s | The first step |
  | %s | The second step |
  | %s | The third step |
  | %s | The fourth step |
"""
_COLUMNS = {
    "Clause of the TMAD": (("4.26", "4.29", "4.30", "6.1"), ("4.99", "97", "4.29(zz)", "4.26 and 4.98")),
    "TMAD Clause": (("4.26", "4.29", "4.30", "6.1"), ("4.99", "6.77")),
    "Clause number of the S1SR": (("9.1", "9.2", "9.3", "9.4"), ("9.99", "19.2")),
    "Provision": (
        (
            "Clause 4.26 of the TMAD",
            "Clause 6.1 of the TMAD",
            "Clause 6.5 of the TMAD",
            "Clause 9.1 of the S1SR",
        ),
        ("4.26", "Cluase 4.26", "TBC", "Cl 4.29 TMAD", "Clause?"),
    ),
}


def _captions(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    def swap(match: re.Match[str], at: object) -> str:
        top, own = int(match[1]), int(match[2])
        return rng.choice(
            (f"{top}.{own + 1}", f"{top}.{own + 2}", f"{top + 1}.{own}", f"{top}.{max(1, own - 1)}")
        )

    yield from swaps(drafts, rng, _CAPTION, swap)


def _cells(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    cases = [(column, right, wrong) for column, (right, all_) in _COLUMNS.items() for wrong in all_]
    blocks = []
    for column, right, wrong in shuffled(rng, cases):
        cells = list(right)
        spot = rng.randrange(4)
        cells[spot] = wrong
        blocks.append((_TABLE % (column, *cells), 6 + spot))
    yield from clauses_added(drafts, rng, blocks[:8])
    forms = ("Clause 18.5gg", "18.5(gg)", "Cl. 18.6(b)", "TBC", "Claus 18.14", "Clause 18.5 (", "§ 9.4")
    yield from swaps(drafts, rng, r"(?<=,)Clause [\w.()]+(?=,)", lambda *_: rng.choice(forms), ".csv")


SEEDINGS: dict[str, Seeding] = {"C150": _captions, "C151": _cells}
