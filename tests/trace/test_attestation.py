"""Attestations are read as they were written, and what is wrong with a line is told at the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import laws
from toolkit.trace.attestation import HEADER, Attestation, read_attestations, write_attestations

FILE = "documents/tmad/attestations.tsv"
ONE = Attestation(
    "expiry", "toolkit/tmad.py::expiry", "1:00", "1:ff", "6.1U", date(2020, 8, 6), "A. Drafter", "Read.",
    "6.0",
)  # fmt: skip

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=12)
LINES = st.builds(
    Attestation, CELL, CELL, CELL, CELL, CELL, st.dates(), CELL, CELL, CELL.filter(lambda one: one != "-"),
    st.booleans(),
)  # fmt: skip


@laws
@given(st.lists(LINES, unique_by=lambda one: one.link))
def test_what_is_written_is_read(attested: list[Attestation]) -> None:
    data = write_attestations(attested)
    read, wrong = read_attestations(data, FILE)
    assert wrong == ()
    assert read == {one.link: one for one in attested}
    assert write_attestations(read.values()) == data == write_attestations(reversed(attested))


def test_white_space_cannot_break_a_line() -> None:
    data = write_attestations([replace(ONE, who="A.\tDrafter\n", why="Read\r\nwith\u2028tests ")])
    (read,) = read_attestations(data, FILE)[0].values()
    assert (read.who, read.why, read.since) == ("A. Drafter", "Read with tests", "6.0")


LINE = write_attestations([ONE]).decode().splitlines()[1]
WRONG = {
    "a cell lost": (LINE.rpartition("\t")[0], "9 cells, not 10"),
    "a cell emptied": (LINE.replace("A. Drafter", " "), "nothing under who"),
    "no such day": (LINE.replace("2020-08-06", "2020-02-30"), "no date"),
    "another kind": (LINE.replace("full", "half"), "neither full nor editorial"),
    "a mark of a conflict": ("<<<<<<< HEAD", "1 cells"),
    "twice": (f"{LINE}\n{LINE}", "a second time"),
}


@pytest.mark.parametrize(("lines", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_line(lines: str, told: str) -> None:
    data = "\t".join(HEADER) + "\n" + lines + "\n"
    _, (wrong,) = read_attestations(data.encode(), FILE)
    assert (wrong.code, wrong.place.line) == ("T124", len(data.splitlines()))
    assert told in wrong.message


@laws
@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    read_attestations(data, FILE)
    read_attestations("\t".join(HEADER).encode() + b"\n" + data, FILE)
