"""Numbering schemes: which labels a document uses at each level, as data, and how to read them.

A scheme is written as one example label a level, outermost first: "1", "1.1", "(a)", "(i)", "(A)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .label import Label, Ordinal

ANNEX_LEVELS = ("Annex A", "A1", "A1.1", "(a)", "(i)", "(A)")
"""Levels inside an annex or appendix of a document; its top level prints its word before its letter."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_SHAPE = re.compile(r"(?:x{0,3}|xl|l?x{0,3}|xc)(?:ix|iv|v?i{0,3})\Z")
_NUMBER = re.compile(r"([0-9]{1,6})([A-Z]{0,2}|[a-z]{0,2})\Z")
_ANNEX = re.compile(r"(Annex|Appendix|Schedule) ([A-Z]{1,2})\Z")
_SECTION = re.compile(r"[A-Z]{1,2}\Z")
_SECTION_NUMBER = re.compile(r"([A-Z]{1,2})([0-9].*)\Z")
_BRACKETED = re.compile(r"\(([A-Za-z0-9]{1,8})\)\Z")


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

_ANNEX_BASE = 1_000_000
"""Annexes sort after every clause."""


def in_annex(label: Label) -> bool:
    """Whether a label is an annex's or stands in one."""
    return bool(label.key) and label.key[0].number > _ANNEX_BASE


@dataclass(frozen=True, slots=True)
class Reading:
    """A label with the level it was read at, counted from 1."""

    label: Label
    level: int


def roman(text: str) -> int:
    """The value of a lower-case roman numeral up to 99, or 0 where it is none."""
    if not text or not _ROMAN_SHAPE.match(text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def to_roman(number: int) -> str:
    """A number from 1 to 99 as a lower-case roman numeral."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return tens[number // 10] + ones[number % 10]


def _letters(text: str) -> Ordinal | None:
    """(a) is 1, (z) 26, (aa) 27, (gg) 33; two different letters are an insertion: (aA) or (ba).

    (aA) is what the toolkit writes, because (aa) after (a) would read as the one after (z).
    """
    if not text.isascii() or not text.isalpha():
        return None
    first = ord(text[0].lower()) - ord("a") + 1
    if len(set(text)) == 1:
        return Ordinal.of(first + 26 * (len(text) - 1))
    if len(text) == 2:
        return Ordinal.of(first, text[1:])
    return None


def to_letters(number: int) -> str:
    """The letters of an item: 1 is a, 27 is aa, 33 is gg."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _numbered(text: str) -> Ordinal | None:
    found = _NUMBER.match(text)
    return Ordinal.of(int(found[1]), found[2]) if found else None


def _dotted(text: str) -> tuple[Ordinal, ...] | None:
    ordinals = tuple(_numbered(piece) for piece in text.split("."))
    return None if None in ordinals else ordinals  # type: ignore[return-value]  # None was just excluded


def read_own(level: Level, text: str) -> tuple[Ordinal, ...] | None:
    """The ordinals of a label written in the style of a level, or None where it is written otherwise."""
    if level.bracketed:
        found = _BRACKETED.match(text)
        return _read_bracketed(level.style, found[1]) if found else None
    if level.style is Style.ANNEX:
        annex = _ANNEX.match(text)
        letters = annex and _letters(annex[2])
        return (Ordinal.of(_ANNEX_BASE + letters.number),) if letters else None
    if level.style is Style.DOTTED:
        ordinals = _dotted(text)
    elif _SECTION.match(text):
        letter = _letters(text)
        ordinals = (letter,) if letter else None
    else:
        section = _SECTION_NUMBER.match(text)
        letter = _letters(section[1]) if section else None
        numbers = _dotted(section[2]) if section else None
        ordinals = (letter, *numbers) if letter and numbers else None
    return ordinals if ordinals and len(ordinals) == level.numbers else None


def _read_bracketed(style: Style, inside: str) -> tuple[Ordinal, ...] | None:
    if style is Style.NUMBER:
        ordinal = _numbered(inside)
    elif style is Style.ROMAN:
        value = roman(inside)
        base = _inserted_roman(inside) if not value else Ordinal.of(value)
        ordinal = base
    elif style is Style.LETTER:
        ordinal = _letters(inside) if inside[0].islower() else None
    else:
        ordinal = _letters(inside) if inside[0].isupper() and not _two_capitals(inside) else None
    return (ordinal,) if ordinal else None


def _two_capitals(text: str) -> bool:
    """(EU) is a word, not a label."""
    return text.isupper() and len(set(text)) > 1


def _inserted_roman(text: str) -> Ordinal | None:
    """(iiA) is inserted after (ii)."""
    value = roman(text[:-1])
    return Ordinal.of(value, text[-1]) if value and text[-1:].isupper() else None


def read_label(
    scheme: Scheme, text: str, parent: Label, parent_level: int, previous: Label | None
) -> Reading | None:
    """Read a label where it stands: under a parent (level 0 is the document) and after a sibling.

    (i) after (h) is a letter and (i) first in a list is a roman numeral: of all the levels whose
    style fits, the one that follows the sibling wins, then the one at which a list begins, then
    the level nearest to the parent. None where no level of the scheme is written like this.
    """
    if parent_level == 0:
        annex = read_own(scheme.annex_levels[0], text)
        if annex:
            return Reading(Label((text,), annex), 1)
    best: tuple[int, int] | None = None
    found: Reading | None = None
    for number, level in enumerate(scheme.levels_under(parent), start=1):
        if number <= parent_level:
            continue
        ordinals = read_own(level, text)
        if not ordinals:
            continue
        label = _full_label(level, text, ordinals, parent, in_annex(parent))
        rank = (_fit(label, parent, previous), number)
        if best is None or rank < best:
            best, found = rank, Reading(label, number)
    return found


_PIECES = re.compile(r"(?:(?:Annex|Appendix|Schedule) )?[A-Z0-9][A-Za-z0-9.]*|\([A-Za-z0-9]{1,8}\)")


def read_full(scheme: Scheme, text: str) -> tuple[Label, ...]:
    """Every way to read a label cited in full, such as 18.1(d)(viii)(B): (i) may be a letter or a numeral.

    Empty where the scheme has no such label.
    """
    pieces = _PIECES.findall(text)
    if not pieces or "".join(pieces) != text:
        return ()
    readings = [Reading(Label(()), 0)]
    for piece in pieces:
        readings = [
            Reading(_full_label(level, piece, ordinals, reading.label, annex), number)
            for reading in readings
            for number, level, annex in _levels_below(scheme, reading)
            if (ordinals := read_own(level, piece))
        ]
    return tuple(reading.label for reading in readings)


def _levels_below(scheme: Scheme, reading: Reading) -> list[tuple[int, Level, bool]]:
    """The levels a further piece can have: its number, the level, and whether it is an annex's."""
    if reading.level:
        annex = in_annex(reading.label)
        levels = enumerate(scheme.levels_under(reading.label), start=1)
        return [(n, level, annex) for n, level in levels if n > reading.level and level.bracketed]
    own = [(n, level, False) for n, level in enumerate(scheme.levels, start=1)]
    annexes = enumerate(scheme.annex_levels, start=1)
    return [*own, *((n, level, True) for n, level in annexes if not level.bracketed)]


def _full_label(level: Level, text: str, ordinals: tuple[Ordinal, ...], parent: Label, annex: bool) -> Label:
    if level.bracketed:
        return Label((*parent.parts, text), parent.key + ordinals)
    if annex and level.style is not Style.ANNEX:
        ordinals = (Ordinal.of(_ANNEX_BASE + ordinals[0].number), *ordinals[1:])
    return Label((text,), ordinals)


def _fit(label: Label, parent: Label, previous: Label | None) -> int:
    """How well a label stands where it stands; 0 is best."""
    if previous is not None:
        if follows(previous, label):
            return 0
        return 1 if len(previous.key) == len(label.key) and previous.key < label.key else 2
    return 0 if begins(label, parent) else 1


def begins(label: Label, parent: Label) -> bool:
    """Whether a label is the first of its list: (a), (i), 3.1."""
    return label.key[: len(parent.key)] == parent.key and all(
        ordinal == Ordinal.of(1) for ordinal in label.key[max(len(parent.key), len(label.key) - 1) :]
    )


def follows(previous: Label, label: Label) -> bool:
    """Whether a label is the next after another: 4.33 or 4.32A after 4.32, (aa) after (z)."""
    if len(previous.key) != len(label.key) or previous.key[:-1] != label.key[:-1]:
        return False
    before, after = previous.key[-1], label.key[-1]
    if after.number == before.number + 1:
        return not after.suffix
    return after.number == before.number and after.suffix in _next_suffixes(before.suffix)


def _next_suffixes(suffix: str) -> tuple[str, ...]:
    if not suffix:
        return ("A", "a")
    if suffix[-1] in "Zz":
        return (suffix[0] * (len(suffix) + 1),)
    return (suffix[:-1] + chr(ord(suffix[-1]) + 1),)
