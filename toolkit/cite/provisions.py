"""The provisions of one version, ready to be looked up by label, by place and by order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from toolkit.model.block import Clause, Gap
from toolkit.model.index import Index
from toolkit.model.label import Label, Ordinal
from toolkit.model.numbering import in_annex, read_full, roman, to_letters, to_roman

from .enumeration import pieces_of

Key = tuple[Ordinal, ...]

WIDEST_RANGE = 200
"""Labels between the ends of a range that are looked up one by one; a wider range is taken on trust."""


@dataclass(frozen=True, slots=True)
class Provisions:
    """One version's clauses by label, order and parent. No lookup costs more for their number."""

    index: Index
    limbs: dict[str, dict[str, str]]
    """From the id of a clause or definition to the labels that its limbs print, and their ids."""
    places: dict[str, int]
    """From the id of a clause to its place in the order of the text."""
    by_key: dict[Key, str]
    """From the key of a label to the id of its clause; without the limbs of definitions."""
    siblings: dict[Key, list[Key]]
    """The keys of clauses by the key above them, in order."""
    gaps: dict[Key, list[Gap]]
    """By the key above the labels that they declare, in order."""

    @classmethod
    def of(cls, index: Index) -> Provisions:
        """The provisions of a version, made in one walk."""
        limbs: dict[str, dict[str, str]] = {}
        by_key: dict[Key, str] = {}
        for clause_id, clause in index.clauses.items():
            limbs.setdefault(index.parents.get(clause_id, ""), {}).setdefault(clause.label.own, clause_id)
            if clause.label.key and not clause.label.parts[0].startswith("("):
                by_key.setdefault(clause.label.key, clause_id)
        gaps: dict[Key, list[Gap]] = {}
        for gap in sorted(index.gaps, key=lambda one: one.first.key):
            gaps.setdefault(gap.first.key[:-1], []).append(gap)
        siblings: dict[Key, list[Key]] = {}
        for key in sorted(by_key):
            siblings.setdefault(key[:-1], []).append(key)
        places = {clause_id: place for place, clause_id in enumerate(index.clauses)}
        return cls(index, limbs, places, by_key, siblings, gaps)

    @property
    def code(self) -> str:
        """The code of the document."""
        return self.index.document.register.code

    @property
    def version(self) -> str:
        """The name of the version."""
        return self.index.document.version.name

    @property
    def keyword(self) -> str:
        """What the document's provisions are called: Clause, Section, §."""
        return self.index.document.register.scheme.keyword

    def clause(self, label: str) -> Clause | None:
        """The clause that a full label names."""
        return None if label.startswith("(") else self.index.labels.get(label)

    def gap(self, label: str) -> Gap | None:
        """The declaration that covers a label, as not used or not reproduced."""
        for reading in self.readings(label):
            for depth in range(1, len(reading.key) + 1):
                gaps = self.gaps.get(reading.key[: depth - 1])
                if gaps:
                    at = bisect_right(gaps, reading.key[:depth], key=lambda gap: gap.first.key) - 1
                    if at >= 0 and gaps[at].covers(reading):
                        return gaps[at]
        return None

    def readings(self, label: str) -> tuple[Label, ...]:
        """Every way to read a label by the document's own numbering."""
        return read_full(self.index.document.register.scheme, label)

    def nearest(self, label: str) -> tuple[str, ...]:
        """The labels that stand where a missing one would: the one before and the one after."""
        for reading in self.readings(label)[:1]:
            key = reading.key
            while len(key) > 1 and key[:-1] not in self.siblings:
                key = key[:-1]
            around = self.siblings.get(key[:-1], [])
            at = bisect_left(around, key)
            near = [self.index.clauses[self.by_key[one]].label for one in around[max(0, at - 1) : at + 1]]
            return tuple(one.text for one in near if in_annex(one) == in_annex(reading))
        return ()

    def other_case(self, label: str) -> str:
        """The label that differs in the case of its inserted letter alone: 4.32A for 4.32a; else empty."""
        first, *rest = pieces_of(label)
        other = first.swapcase() + "".join(rest)
        return other if other != label and self.clause(other) else ""

    def in_other_case(self, label: str) -> Clause | None:
        """The clause whose label differs in the case of its sub-levels alone: 6.1(n) for 6.1(N)."""
        first, *rest = pieces_of(label)
        head = self.clause(first)
        return self.limb_of(head.id, rest, other_case=True) if head and rest else None

    def limb_of(self, scope: str, labels: list[str], other_case: bool = False) -> Clause | None:
        """The limb under a clause or definition that is reached by its own labels one after the other."""
        for label in labels:
            under = self.limbs.get(scope, {})
            tried = (label, label.lower(), label.upper()) if other_case else (label,)
            scope = next((under[one] for one in tried if one in under), "")
            if not scope:
                return None
        return self.index.clauses[scope]

    def heading_over(self, provision: str) -> str:
        """The heading of a clause, or of what it stands in: a clause with a heading, or a defined term."""
        at = provision
        while at:
            clause = self.index.clauses.get(at)
            if clause is not None and clause.heading is not None:
                return clause.heading.plain
            if at in self.index.definitions:
                return self.index.definitions[at].term.plain
            at = self.index.parents.get(at, "")
        return ""

    def missing_between(self, first: Label, last: Label) -> str:
        """The first label between two siblings that neither exists nor is declared; empty where none is."""
        start, end = first.key[-1].number + 1, last.key[-1].number
        head = first.key[:-1]
        for number in range(start, min(end, start + WIDEST_RANGE)):
            key = (*head, Ordinal.of(number))
            if key not in self.by_key and not self._declared(key):
                return _label_like(last, number)
        return ""

    def _declared(self, key: Key) -> bool:
        gaps = self.gaps.get(key[:-1], [])
        at = bisect_right(gaps, key, key=lambda gap: gap.first.key) - 1
        return at >= 0 and gaps[at].first.key <= key <= gaps[at].last.key


def _label_like(label: Label, number: int) -> str:
    """The own label that a sibling would have: 4.7 beside 4.9, (c) beside (f)."""
    own = label.own
    if not own.startswith("("):
        return _LAST_NUMBER.sub(str(number), own)
    if own[1:-1].isdigit():
        return f"({number})"
    if label.key[-1].number == roman(own[1:-1]):
        return f"({to_roman(number)})"
    letters = to_letters(number)
    return f"({letters.upper() if own.isupper() else letters})"


_LAST_NUMBER = re.compile(r"\d+[A-Za-z]*\Z")
