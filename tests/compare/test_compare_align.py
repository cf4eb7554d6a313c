"""Aligning texts too large for looking at every pair."""

from __future__ import annotations

from collections import Counter

from toolkit.compare.apply import apply
from toolkit.compare.compare import compare
from toolkit.compare.listing import is_listed
from toolkit.model.change import ChangeKind
from toolkit.model.document import Document, Register, Status, Version
from toolkit.model.numbering import CFR
from toolkit.model.passage import passages
from toolkit.source.markdown import read_part

SIZE = 300
"""More than the root of siblings.LARGEST."""


def sections(words: list[str]) -> Document:
    """A part of a code of which the ids are derived from the labels."""
    lines = [f"## 478.{number} Section\n\n{text}\n" for number, text in enumerate(words, start=1)]
    part = read_part("\n".join(lines).encode(), "478.md", CFR).part
    return Document(Register("CFR", "CFR", scheme=CFR), Version("1", Status.PUBLISHED), (part,))


def kinds(old: Document, new: Document) -> Counter[ChangeKind]:
    changes = compare(old, new)
    assert apply(changes, passages(old)) == passages(new)
    return Counter(change.kind for change in changes.changes if is_listed(change))


def test_what_comes_after_an_inserted_section_is_only_renumbered() -> None:
    words = [f"Each licensee{number} shall keep record{number} for {number} years." for number in range(SIZE)]
    assert kinds(sections(words), sections(["A section put in.", *words])) == {
        ChangeKind.INSERTED: 2,
        ChangeKind.RENUMBERED: SIZE,
    }


def test_where_everything_was_rewritten_labels_decide() -> None:
    old = sections([f"old{number} words{number}" for number in range(SIZE)])
    new = sections([f"new{number} text{number}" for number in range(SIZE)])
    found = kinds(old, new)
    assert found[ChangeKind.OMITTED] == found[ChangeKind.INSERTED] == SIZE
    assert ChangeKind.RENUMBERED not in found
