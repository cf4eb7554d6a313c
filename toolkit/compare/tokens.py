"""Text cut into the pieces that a change may add or take away: words, labels and numbers are never split."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_W = r"[\w\u0300-\u036f]"
"""Combining accents belong to their letters."""
_ADDRESS = r"(?:https?://|www\.)\S*[\w/]"
"""A web address, without the full stop after it"""
_ABBREVIATION = r"(?:[^\W\d_]\.){2,}"
"""e.g. and U.S.C., with their stops"""
_WORD = rf"[£$€]?{_W}+(?:(?:[’'&/‑-]|(?<=\d)[,:](?=\d)|\.(?=\d)){_W}+)*%?"
"""Supplier’s, re-designation, and/or, S1SR, 4.32A, 1,500, £20, 50%"""
_LIMBS = r"(?:(?:(?<=\d)|(?<=\d[A-Za-z]))(?:\([A-Za-z0-9]{1,6}\))+|\((?:s|es)\))?"
"""The rest of 18.1(d)(viii)(B); or of Device(s)"""
_LIMB = r"(?:\((?:[a-z]{1,2}|[A-Z]{1,2}|[ivxlc]{1,6}|\d{1,2})\))+"
"""(b) on its own, or (b)(ii)"""

_FOOTNOTE = r"\[\^[a-z0-9-]+\]"
"""The mark of a footnote"""

_TOKEN = re.compile(
    rf"({_FOOTNOTE}|{_ADDRESS}|{_ABBREVIATION}|{_WORD}{_LIMBS}|{_LIMB}|[^\w\s]|\A(?=\s))(\s*)"
)

_COMMON_WORDS = """
    a an and any are as at be been being but by do does for from had has have he if in into is it its may
    no not of on or other shall she so such than that the their them then there these they this those to
    under upon was were where which who will with would
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Words that two texts share by chance."""

_SENTENCE_ENDS = frozenset(".;:?!")


class Token(NamedTuple):
    """A word or a mark of punctuation, and the white space after it."""

    word: str
    """Empty only where a text begins with white space."""
    space: str

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence or a limb ends here, and more follows."""
        return self.word in _SENTENCE_ENDS and bool(self.space)

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation."""
        return _is_word(self.word)

    @property
    def is_slight(self) -> bool:
        """Whether it is punctuation or a common short word, which alone shows no likeness."""
        return _is_slight(self.word)


@lru_cache(1 << 16)
def _is_word(word: str) -> bool:
    return any(character.isalnum() for character in word)


@lru_cache(1 << 16)
def _is_slight(word: str) -> bool:
    return word.lower() in COMMON or not _is_word(word)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text; joined, they are the text."""
    return tuple(Token(found[1], found[2]) for found in _TOKEN.finditer(text))
