"""The letters and roman numerals of labels: (z) before (aa), (ix) before (x), 32A between 32 and 33."""

from __future__ import annotations

import re

from .label import Ordinal

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_SHAPE = re.compile(r"(?:x{0,3}|xl|l?x{0,3}|xc)(?:ix|iv|v?i{0,3})\Z")


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


def read_letters(text: str) -> Ordinal | None:
    """(a) is 1, (z) 26, (aa) 27, (gg) 33; two different letters are an insertion: (aA) or (ba).

    (aA) is what the toolkit writes, because (aa), cited by itself, is the one after (z).
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


def next_suffixes(suffix: str) -> tuple[str, ...]:
    """The suffixes of the clause to be inserted after one with this suffix: A or a after none, B after A."""
    if not suffix:
        return ("A", "a")
    return (_after(suffix), "a") if len(suffix) == 1 and suffix.isupper() else (_after(suffix),)


def _after(suffix: str) -> str:
    """B after A, AA after Z, BA after AZ."""
    stem, last = suffix[:-1], suffix[-1]
    if last not in "Zz":
        return stem + chr(ord(last) + 1)
    first = "A" if last == "Z" else "a"
    return (_after(stem) if stem else first) + first
