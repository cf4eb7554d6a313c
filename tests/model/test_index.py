"""Lookup in one version: by id, by label, who stands under whom, and what a gap declares."""

from __future__ import annotations

import pytest

from toolkit.model.document import Document, Register, Status, Version
from toolkit.model.index import Index, walk
from toolkit.model.numbering import SUBSIDIARY
from toolkit.source.markdown import read_part

SOURCE = """\
## 3 Three {#three}

- 3.1 to 3.4 [Not reproduced]
- 3.5 {#five} words:
  - (a) {#five-a} words
  - (b) to (gg) [Not used]

  Term {#def-term}
  : means:
    - (a) {#term-a} words

  Table 3 {#table-3}: Title

  | a |
  | --- |

- an item
  - (c) {#in-item} words

## 3A [Not used]

## 4 Four {#five}

- 4.1 {#four-one} words
"""


@pytest.fixture(scope="module")
def index() -> Index:
    part = read_part(SOURCE.encode(), "f.md", SUBSIDIARY).part
    return Index.of(Document(Register("X", "X"), Version("1", Status.DRAFT), (part,)))


def test_everything_is_found_by_id_and_by_label(index: Index) -> None:
    assert set(index.clauses) == {"three", "five", "five-a", "term-a", "in-item", "four-one"}
    assert index.labels["3.5(a)"].id == "five-a"
    assert index.labels["4"].heading is not None
    assert set(index.definitions) == {"def-term"}
    assert set(index.tables) == {"table-3"}
    assert index.captions["Table 3"].id == "table-3"


def test_the_first_use_of_an_id_counts(index: Index) -> None:
    assert index.clauses["five"].label.text == "3.5"
    assert index.parents["five"] == "three"


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("five-a", ["five", "three"]), ("term-a", ["five", "three"]), ("def-term", ["five", "three"]),
        ("table-3", ["five", "three"]), ("in-item", ["three"]), ("three", []), ("unknown", []),
    ],
)  # fmt: skip
def test_ancestors(index: Index, below: str, above: list[str]) -> None:
    assert [clause.id for clause in index.ancestors(below)] == above


@pytest.mark.parametrize("text", ["3.1", "3.4", "3.2(a)", "3.3(a)(ii)", "3.5(b)", "3.5(gg)", "3A", "3A.1"])
def test_a_gap_declares_its_labels_and_what_would_stand_under_them(index: Index, text: str) -> None:
    assert index.gap_at(text) is not None


@pytest.mark.parametrize("text", ["3", "3.5", "3.5(a)", "3.5(hh)", "3.6", "4", "4.1", "1.3", "x", ""])
def test_a_gap_declares_nothing_else(index: Index, text: str) -> None:
    assert index.gap_at(text) is None


def test_walking_gives_every_block_once_in_order(index: Index) -> None:
    places = [block.place for block, _ in walk(index.document.blocks)]
    assert places == sorted(places)
    assert len(places) == len(set(places))
