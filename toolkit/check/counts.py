"""Numbers in words, and how many things a list in a sentence names."""

from __future__ import annotations

import re

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBERS = {
    word: number
    for number, word in enumerate(
        _WORDS.split(),
        start=2,
    )
}
"""From a number in words to the number: two to twenty."""

NUMBER = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
"""Matches a number in words."""

_LETTERED = re.compile(r"(?<![\w)])\((?P<mark>[a-z]+|\d+)\)\s")
_CONJUNCTION = re.compile(r",?\s(?:and|or)\s")
_MOST_WORDS = 7
"""Of one thing that a list between commas names."""


def number_of(words: str) -> int:
    """The number that words or digits give; 0 where they give none of two to twenty."""
    return int(words) if words.isdigit() else NUMBERS.get(words.lower(), 0)


def in_words(number: int) -> str:
    """A number in words up to twenty, else in digits."""
    return next(
        (word for word, value in NUMBERS.items() if value == number), {1: "one"}.get(number, str(number))
    )


def items_in(words: str) -> tuple[int, int]:
    """The fewest and the most things that a list in a sentence may name; (0, 0) where it is no list.

    “A, B and C” names three; in “A and B, C and D” one name may hold the first “and”.
    """
    lettered = [mark["mark"] for mark in _LETTERED.finditer(words)]
    if lettered and lettered[0] in ("a", "i", "1"):
        return (len(lettered), len(lettered)) if len(lettered) > 1 else (0, 0)
    words = words.strip(" .;")
    if ";" in words:
        count = len([one for one in words.split(";") if one.strip()])
        return count, count
    joints = list(_CONJUNCTION.finditer(words))
    if not joints or "(" in words:
        return 0, 0
    pieces = [*words[: joints[-1].start()].split(", "), words[joints[-1].end() :]]
    if any(len(piece.split()) > _MOST_WORDS or not piece.strip() for piece in pieces):
        return 0, 0
    return len(pieces), len(pieces) + len(joints) - 1
