"""How labels are read where they stand, how they are read in full, and which follows which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .label import Label, Ordinal
from .letters import next_suffixes, read_letters, roman, to_letters, to_roman
from .scheme import ANNEX_BASE, CFR, MAIN_BODY, SCHEMES, SUBSIDIARY, Level, Scheme, Style, in_annex

__all__ = [
    "CFR",
    "MAIN_BODY",
    "SCHEMES",
    "SUBSIDIARY",
    "Level",
    "Reading",
    "Scheme",
    "Style",
    "begins",
    "follows",
    "in_annex",
    "read_full",
    "read_label",
    "read_own",
    "roman",
    "to_letters",
    "to_roman",
]

_NUMBER = re.compile(r"([0-9]{1,6})([A-Z]{0,2}|[a-z]{0,2})\Z")
_ANNEX = re.compile(r"(Annex|Appendix|Schedule) ([A-Z]{1,2})\Z")
_SECTION = re.compile(r"[A-Z]{1,2}\Z")
_SECTION_NUMBER = re.compile(r"([A-Z]{1,2})([0-9].*)\Z")
_BRACKETED = re.compile(r"\(([A-Za-z0-9]{1,8})\)\Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """A label with the level it was read at, counted from 1."""

    label: Label
    level: int


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
        letters = annex and read_letters(annex[2])
        return (Ordinal.of(ANNEX_BASE + letters.number),) if letters else None
    if level.style is Style.DOTTED:
        ordinals = _dotted(text)
    elif _SECTION.match(text):
        letter = read_letters(text)
        ordinals = (letter,) if letter else None
    else:
        section = _SECTION_NUMBER.match(text)
        letter = read_letters(section[1]) if section else None
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
        ordinal = read_letters(inside) if inside[0].islower() else None
    else:
        ordinal = read_letters(inside) if inside[0].isupper() and not _two_capitals(inside) else None
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
    the level nearest to the parent; and so is (aa) after (z) told from (aa) inserted after (a). None
    where no level of the scheme is written like this.
    """
    if parent_level == 0:
        annex = read_own(scheme.annex_levels[0], text)
        if annex:
            return Reading(Label((text,), annex), 1)
    best: tuple[int, int] | None = None
    found: Reading | None = None
    bracketed = text.startswith("(")
    for number, level in enumerate(scheme.levels_under(parent), start=1):
        if number <= parent_level or level.bracketed != bracketed:
            continue
        for ordinals in _readings(level, text):
            label = _full_label(level, text, ordinals, parent, in_annex(parent))
            rank = (_fit(label, parent, previous), number)
            if best is None or rank < best:
                best, found = rank, Reading(label, number)
    return found


@lru_cache(maxsize=4096)
def _readings(level: Level, text: str) -> tuple[tuple[Ordinal, ...], ...]:
    """(bb) is the letter after (aa); after (ba) it is inserted, as (aa) is right after (a)."""
    ordinals = read_own(level, text)
    if not ordinals:
        return ()
    if level.style in (Style.LETTER, Style.UPPER) and len(text) == 4 and text[1] == text[2]:
        return (ordinals, (Ordinal.of(ordinals[0].number - 26, text[2]),))
    return (ordinals,)


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
        ordinals = (Ordinal.of(ANNEX_BASE + ordinals[0].number), *ordinals[1:])
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
    return after.number == before.number and after.suffix in next_suffixes(before.suffix)
