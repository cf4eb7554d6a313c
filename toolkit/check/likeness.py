"""Whether two provisions are one provision in other words: by how many of their words they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RARE = 3
"""How many of a provision's rarest words are looked up."""
_MOST_CANDIDATES = 12
"""A word that more provisions than this share tells nothing."""


def words_of(text: str) -> Counter[str]:
    """The words of a text, in lower case, with how often each stands in it."""
    return Counter(_WORD.findall(text.lower()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """0 where two texts share no word, 1 where they have the same words; two empty texts are alike."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


@dataclass(frozen=True, slots=True)
class LikenessIndex:
    """Provisions by their words, so that the likest is found without comparing each with each."""

    words: dict[str, Counter[str]]
    """By id."""
    holders: dict[str, list[str]]
    """From a word to the ids of the provisions that hold it."""

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]]) -> LikenessIndex:
        """The index of provisions given as (id, text)."""
        words = {name: words_of(text) for name, text in texts}
        holders: dict[str, list[str]] = {}
        for name, counted in words.items():
            for word in counted:
                holders.setdefault(word, []).append(name)
        return cls(words, holders)

    def likest(self, text: str, least: float) -> str:
        """The id of the provision likest to a text; empty where none is as like as `least`."""
        wanted = words_of(text)
        known = sorted((len(self.holders.get(word, ())), word) for word in wanted)
        rarest = [word for count, word in known if 0 < count <= _MOST_CANDIDATES][:_RARE]
        candidates = {name: None for word in rarest for name in self.holders[word]}
        best = max(((likeness(wanted, self.words[name]), name) for name in candidates), default=(0.0, ""))
        return best[1] if best[0] >= least else ""
