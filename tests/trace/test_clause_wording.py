"""Fingerprints of words: what does not touch the meaning leaves them, what may touch it changes them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.case import Tree
from tests.strategies import laws
from toolkit.cite.asked import asked_for
from toolkit.cite.context import Catalogue
from toolkit.cite.renumber import renumber
from toolkit.library.library import read_library
from toolkit.trace.wording import Wordings

REGISTER = b"code: DEMO\ntitle: Demonstration Document\nversions:\n  - {version: '1', status: draft}\n"
FILE = "documents/demo/1/01.md"
TEXT = """\
## 1 Notices {#notices}

- 1.1 {#notice} The DCC shall give notice under Clause 1.2 not less than 5 Working Days before it.
- 1.2 {#manner} A notice shall:
  - (a) {#in-writing} be given in writing; and
  - (b) {#to-supplier} be sent to the Responsible Supplier.

  A notice under Clause 1.2(b) binds nobody else.

- 1.3 {#periods} In this document:

  Working Day {#working-day}
  : means a day other than a Saturday or a Sunday.

- 1.4 {#limits} The limits are those of Table 1.

Table 1 {#table-limits}: Limits

| Request | Limit |
|---|---|
| 11.1 | 16 seconds |
| 11.3 | 5 days |
"""
NAMES = ("notice", "manner", "in-writing", "to-supplier", "periods", "working-day", "limits", "table-limits")


def wordings(text: str) -> Wordings:
    library = read_library(Tree({"documents/demo/document.yaml": REGISTER, FILE: text.encode()}))
    return Wordings(Catalogue.of(library).context(library.load("DEMO@1")))


def fingerprints(text: str) -> dict[str, str]:
    found = wordings(text)
    return {name: found.fingerprint(name) for name in NAMES}


BEFORE = fingerprints(TEXT)


def test_each_has_its_own_with_a_version_in_front() -> None:
    assert all(re.fullmatch(r"1:[0-9a-f]{16}", one) for one in BEFORE.values())
    assert len(set(BEFORE.values())) == len(NAMES)
    assert wordings(TEXT).fingerprint("nothing-bears-it") == ""


SILENT = {
    "re-wrapped": ("give notice under Clause 1.2 not less", "give notice under\n  Clause 1.2 not\n  less"),
    "inside a citation": ("under Clause 1.2 not", "under Clause\n  1.2 not"),
    "white space": ("before it.", "before     it."),
    "emphasis": ("shall give notice", "**shall** give *notice*"),
    "another form of the citation": ("under Clause 1.2(b)", "under paragraph (b) above"),
    "the table laid out": ("| 11.1 | 16 seconds |", "|   11.1    |  16   seconds|"),
    "a drafting note": ("## 1 Notices {#notices}\n", "## 1 Notices {#notices}\n\n> [!NOTE]\n> Mind this.\n"),
}


@pytest.mark.parametrize(("old", "new"), SILENT.values(), ids=SILENT)
def test_what_does_not_count(old: str, new: str) -> None:
    assert old in TEXT
    assert fingerprints(TEXT.replace(old, new)) == BEFORE


def test_renumbered_and_moved_with_every_citation() -> None:
    library = read_library(Tree({"documents/demo/document.yaml": REGISTER, FILE: TEXT.encode()}))
    loaded = library.load("DEMO@1")
    text = renumber(library, loaded, asked_for(library, loaded, ("1.1=1.2", "1.2=1.1"))).new[FILE].decode()
    assert "Clause 1.1(b)" in text and fingerprints(text) == BEFORE
    lines = text.splitlines(keepends=True)
    first = next(line for line in lines if "{#notice}" in line)
    moved = text.replace(first, "").replace("- 1.4 {#limits}", f"{first}- 1.4 {{#limits}}")
    assert moved != text and fingerprints(moved) == BEFORE


COUNTS = {
    "a word": ("not less than 5 Working", "not less than 15 Working", {"notice"}),
    "a comma": ("The DCC shall give", "The DCC, shall give", {"notice"}),
    "another clause cited": ("under Clause 1.2 not", "under Clause 1.4 not", {"notice"}),
    "a limb, and the clause around it": ("be given in writing", "be given", {"in-writing", "manner"}),
    "closing words": ("binds nobody else", "binds everybody", {"manner"}),
    "a definition": ("a Saturday or a Sunday", "a Sunday", {"working-day", "periods"}),
    "a cell": ("| 5 days |", "| 6 days |", {"table-limits"}),
    "a cell moved to another row": (
        "| 11.1 | 16 seconds |\n| 11.3 | 5 days |",
        "| 11.1 | 5 days |\n| 11.3 | 16 seconds |",
        {"table-limits"},
    ),
    "a limb split in two": ("in writing; and", "in\n  - (aA) {#new} writing; and", {"in-writing", "manner"}),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), COUNTS.values(), ids=COUNTS)
def test_what_counts(old: str, new: str, expected: set[str]) -> None:
    assert old in TEXT
    after = fingerprints(TEXT.replace(old, new))
    assert {name for name in NAMES if after[name] != BEFORE[name]} >= expected
    others = set(NAMES) - expected - {"limits"}  # a table can stand in the clause that leads it in
    assert all(after[name] == BEFORE[name] for name in others)


WORDS = st.lists(
    st.sampled_from(["notice", "shall", "DCC", "days", "5", "before", "and", "each"]), min_size=2
)


def clause(words: list[str], joints: list[str]) -> str:
    said = words[0] + "".join(joint + word for joint, word in zip(joints, words[1:], strict=False))
    return f"## 1 Notices {{#notices}}\n\n- 1.1 {{#notice}} {said}.\n"


@laws
@given(WORDS, st.data())
def test_wrapping_never_counts(words: list[str], data: st.DataObject) -> None:
    joints = data.draw(
        st.lists(st.sampled_from([" ", "\n  ", "   "]), min_size=len(words), max_size=len(words))
    )
    plain = wordings(clause(words, [" "] * len(words))).words("notice")
    assert wordings(clause(words, joints)).words("notice") == plain


@laws
@given(WORDS, WORDS)
def test_other_words_are_another_fingerprint(one: list[str], other: list[str]) -> None:
    alike = wordings(clause(one, [" "] * len(one))).fingerprint("notice") == wordings(
        clause(other, [" "] * len(other))
    ).fingerprint("notice")
    assert alike is (one == other)
