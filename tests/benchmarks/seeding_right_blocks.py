# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Right text that looks like the faults: lists, tables, definitions, rows of a matrix and entries of a register."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, clauses_added, read_register, rewritten, shuffled
from seeding_ids import RIGHT as KEPT
from seeding_meanings import _STRAIGHT as STRAIGHT
from seeding_meanings import defined

_LISTS = (
    "The DCC shall:\n  - (a) {#p-a} test the request; and\n  - (b) {#p-b} record the result.",
    "The DCC shall take the following three steps:\n  - (a) {#p-a} test the request;\n  - (b) {#p-b} record the result; and\n  - (c) {#p-c} report it.",
    "The DCC shall do both of the following:\n  - (a) {#p-a} test the request; and\n  - (b) {#p-b} where it fails:\n    - (i) {#p-i} record it; or\n    - (ii) {#p-ii} report it.",
    "The DCC may ask:\n  - (a) {#p-a} a User;\n  - (b) {#p-b} the Panel; or\n  - (c) {#p-c} any other person,\n\n  and shall record the answer.",
    "These rules apply:\n  - (a) {#p-a} The record is kept by the DCC.\n  - (b) {#p-b} The list is public.",
    "The DCC shall keep one or more of the following:\n  - (a) {#p-a} a list; or\n  - (b) {#p-b} a log.",
    "The form asks for:\n  - (a) {#p-a} Name\n  - (b) {#p-b} Place\n  - (c) {#p-c} Date",
    "Where a request fails, the DCC:\n  - (a) {#p-a} shall record it; and\n  - (b) {#p-b} may send it again.",
    "The DCC shall, for each request:\n  - (a) {#p-a} keep it; or\n  - (b) {#p-b} [Not used]; or\n  - (c) {#p-c} destroy it.",
    "The DCC shall keep the two things in this list:\n  - (a) {#p-a} the request, with its date; and\n  - (b) {#p-b} the response (if any).",
)
_CITED = ("4.26", "4.29", "4.30", "6.1", "6.5", "6.9", "17.3")


def _lists(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    blocks = (("- {} {#planted-duty} " + one, 0) for one in shuffled(rng, _LISTS))
    yield from clauses_added(drafts, rng, blocks)


def _tables(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A table with the number of its clause, whose cells cite what exists."""
    blocks = []
    for column in ("Clause of the TMAD", "TMAD Clause", "Provision") * 4:
        cells = rng.sample(_CITED, 3)
        written = [f"Clause {one} of the TMAD" if column == "Provision" else one for one in cells]
        rows = "".join(f"\n  | {one} | The step |" for one in written)
        head = "- {} {#planted-duty} The DCC shall apply what Table {} lists to each request.\n\n  Table {} {#planted-table}: What applies"
        blocks.append((f"{head}\n\n  | {column} | What it says |\n  | --- | --- |{rows}", 6))
    yield from clauses_added(drafts, rng, blocks)


def _definitions(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from defined(drafts, rng, shuffled(rng, STRAIGHT))


def _led(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A term of another document, defined by what it means there."""
    for draft in shuffled(rng, drafts * 4):
        other = rng.choice([one for one in drafts if one is not draft])
        words = " ".join(at.text for at in draft.lines()).lower()
        mine = {one.term.plain for one in draft.loaded.index.definitions.values()}
        terms = [one.term.plain for one in other.loaded.index.definitions.values()
                 if one.term.plain not in mine and not one.abbreviation and one.term.plain.lower() not in words]  # fmt: skip
        meaning = rng.choice(
            (
                "has the meaning given in the {}",
                "has the meaning that it has in the {}",
                "means what it means in the {}",
            )
        )
        yield next(defined([draft], rng, [((rng.choice(terms), meaning.format(other.code)),)]))


def _rows(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A clause of a row exchanged for another that stands elsewhere in the matrix."""
    rows = [at for draft in drafts for at in draft.lines(".csv") if re.search(r"Clause \d", at.text)]
    cited = [one for row in rows for one in re.findall(r"Clause [\w.]+(?:\(\w+\))*", row.text)]
    for at in shuffled(rng, rows):
        old = re.search(r"Clause [\w.]+(?:\(\w+\))*", at.text)
        if old and cited.count(old[0]) > 1:
            new = rng.choice([one for one in cited if one not in at.text])
            yield rewritten(at, [at.text.replace(old[0], new, 1)], f"{new} for {old[0]}")


_REGISTERS = (
    ("TMAD@6.1U", '  - {version: "12.0", status: designated, effective: 2021-06-01, base: "11.0", held: no}'),
    ("TMAD@6.1U", '  - {version: "12.1", status: draft, base: "11.0", held: no}'),
    ("TMAD@6.1U", '  - {version: "6.2", status: consulted, consulted: 2020-08-05, base: "6.0", held: no}'),
    ("SRPD@3.1U", '  - {version: "4.0", status: designated, effective: 2020-12-01, base: "3.1U", held: no}'),
    ("SRPD@3.1U", '  - {version: "2.0", status: designated, effective: 2019-07-24, held: no}'),
    ("SRPD@3.1U", '  - {version: "5.0", status: draft, held: no}'),
    ("DUIS@3.1U", '  - {version: "2.0", status: designated, line: "2.0", effective: 2018-05-06, held: no}'),
    ("DUIS@3.1U", '  - {version: "5.0", line: "5.0", status: designated, effective: 2020-08-05, held: no}'),
    ("S1SR@4.4", '  - {version: "8.0", status: designated, effective: 2021-08-05, base: "7.0", held: no}'),
    ("S1SR@4.4", '  - {version: "4.5", status: consulted, consulted: 2020-08-05, base: "4.4", held: no}'),
)


def _registers(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for name, entry in shuffled(rng, _REGISTERS):
        path, text = read_register(name.split("@")[0])
        yield Fault(name, {path: f"{text}{entry}\n".encode()}, ((path, 0),), f"{name}: {entry.strip()}")


SEEDINGS: dict[str, Seeding] = {}
RIGHT: dict[str, Seeding] = {
    **dict.fromkeys(("C141", "C142", "C143", "C144", "C156"), _lists), "C150": _tables, "C151": _tables,
    **dict.fromkeys(("C107", "C108", "C135"), _definitions), "C134": _led, **dict.fromkeys(("C112", "C113"), _rows),
    "C126": _registers, **dict.fromkeys(("C110", "C118"), KEPT["C124"]),
}  # fmt: skip
