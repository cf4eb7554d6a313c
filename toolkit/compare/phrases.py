"""Phrases by which words are known again in another place."""

from __future__ import annotations

from .tokens import tokens

LENGTH = 3
"""Telling words in a row that make a phrase."""
RARE = 8
"""A phrase that stands in more passages than this says nothing about which is which."""


def telling_words(text: str) -> list[str]:
    """The words of a text without those that all texts share, in small letters."""
    return [token.word.lower() for token in tokens(text) if not token.is_slight]


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Every few telling words in a row."""
    words = telling_words(text)
    return frozenset(tuple(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))
