"""Numbering schemes: which labels a document uses at each level, as data.

A scheme is written as one example label a level, outermost first: "1", "1.1", "(a)", "(i)", "(A)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .label import Label

ANNEX_LEVELS = ("Annex A", "A1", "A1.1", "(a)", "(i)", "(A)")
"""Levels inside an annex or appendix of a document; its top level prints its word before its letter."""

ANNEX_BASE = 1_000_000
"""Annexes sort after every clause."""

_ANNEX = re.compile(r"(?:Annex|Appendix|Schedule) [A-Z]{1,2}\Z")


class Style(StrEnum):
    """How the last number of a level is written."""

    DOTTED = "dotted"
    """1, 1.1, 478.11: as many numbers as the example has; 32A is an inserted 32."""
    SECTION = "section"
    """A, A1, A1.1: a letter, then dotted numbers."""
    ANNEX = "annex"
    """Annex A, Appendix B."""
    LETTER = "letter"
    ROMAN = "roman"
    UPPER = "upper"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scheme."""

    example: str
    style: Style
    numbers: int
    """How many numbers its own label carries: 2 for 1.1 and for A1."""

    @property
    def bracketed(self) -> bool:
        """Whether it is cited after its parent's label, as (a) is in 3.25(a)."""
        return self.style in (Style.LETTER, Style.ROMAN, Style.UPPER, Style.NUMBER)

    @property
    def consecutive(self) -> bool:
        """Whether a list of it begins at 1 and leaves out no number, which 478.11 says it does not."""
        return self.style not in (Style.DOTTED, Style.SECTION) or self.example[-2:].lstrip(".A") in ("", "1")

    @classmethod
    def of(cls, example: str) -> Level:
        """The level that an example label shows; ValueError where it shows none."""
        brackets = {"(a)": Style.LETTER, "(i)": Style.ROMAN, "(A)": Style.UPPER, "(1)": Style.NUMBER}
        if example in brackets:
            return cls(example, brackets[example], 1)
        if _ANNEX.match(example):
            return cls(example, Style.ANNEX, 1)
        if re.fullmatch(r"[0-9]+(\.[0-9]+)*", example):
            return cls(example, Style.DOTTED, example.count(".") + 1)
        if re.fullmatch(r"[A-Z]([0-9]+(\.[0-9]+)*)?", example):
            return cls(example, Style.SECTION, 1 if len(example) == 1 else example.count(".") + 2)
        raise ValueError(f"“{example}” shows no level; write an example such as 1.1, (a), (i), (A) or A1")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The levels of a document's labels, outermost first."""

    name: str
    levels: tuple[Level, ...]
    keyword: str = "Clause"
    """What a citation of it is called."""
    annex_levels: tuple[Level, ...] = tuple(map(Level.of, ANNEX_LEVELS))

    @classmethod
    def of(cls, name: str, examples: tuple[str, ...], keyword: str = "Clause") -> Scheme:
        """A scheme from its examples; ValueError where one of them shows no level."""
        return cls(name, tuple(map(Level.of, examples)), keyword)

    def levels_under(self, parent: Label) -> tuple[Level, ...]:
        """The levels that labels under a parent are read with: the annex's own inside an annex."""
        return self.annex_levels if in_annex(parent) else self.levels


SUBSIDIARY = Scheme.of("subsidiary", ("1", "1.1", "1.1.1", "(a)", "(i)", "(A)"))
MAIN_BODY = Scheme.of("main-body", ("A", "A1", "A1.1", "(a)", "(i)", "(A)"), "Section")
CFR = Scheme.of("cfr", ("478.11", "(a)", "(1)", "(i)", "(A)", "(1)", "(i)"), "§")
SCHEMES = {scheme.name: scheme for scheme in (SUBSIDIARY, MAIN_BODY, CFR)}


def in_annex(label: Label) -> bool:
    """Whether a label is an annex's or stands in one."""
    return bool(label.key) and label.key[0].number > ANNEX_BASE
