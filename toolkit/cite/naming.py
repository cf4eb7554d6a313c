"""Documents as texts name them: by code, title or alias, as an Act with its year; with a version or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from .keyword import KEYWORD, MONTHS

NUMBER = r"\d{1,3}\.\d{1,3}[A-Z]{0,2}(?![\w%])(?!\.\d)"
"""A version number: 6.1U."""
BRACKETED_VERSION = r"\s{1,3}\((?:the\s{1,3})?(?:[Vv]ersion\s{1,3}|[Vv]\.?\s?)"
"""What stands between a document and its version in brackets: the DUIS (version 4.0)."""
VERSION = re.compile(
    rf"(?:,?\s{{1,3}}[Vv]ersions?\s{{1,3}}|,?\s{{1,3}}[Vv]\.?\s?|\s{{1,3}})({NUMBER})(?:\s{{1,3}}draft(?!\w))?"
    rf"|{BRACKETED_VERSION}({NUMBER})(?:\s{{1,3}}draft)?\)"
)
FURTHER_VERSION = re.compile(
    rf"(?:,?\s{{1,3}}(?:and|or)\s{{1,3}}|,\s{{1,3}})({NUMBER})(?:\s{{1,3}}draft(?!\w))?"
)

_OF = re.compile(r",?\s{1,3}of\s{1,3}(?:the\s{1,3}|our\s{1,3})?")
_TO = re.compile(r",?\s{1,3}(?:to|in)\s{1,3}(?:the\s{1,3})?")
_VERSION_OF = re.compile(
    rf"(?:the\s{{1,3}})?[Vv]ersion\s{{1,3}}({NUMBER})(?:\s{{1,3}}draft)?\s{{1,3}}of\s{{1,3}}(?:the\s{{1,3}}|our\s{{1,3}})?"
)
_BRACKET = re.compile(r"\s{1,3}\((?:of\s{1,3})?(?:the\s{1,3})?")
_THIS = re.compile(r"this\s{1,3}(?:document|Code|Act|Licence|part|subpart|chapter|title)(?!\w)")
_THIS_NAMED = re.compile(r"this\s{1,3}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+(?:\s{1,3}[A-Z][A-Z0-9]+){0,2}(?![\w’'-])(?!\s{1,3}[A-Z][a-z])")
_TITLE = re.compile(
    r"(?:[A-Z][\w’'-]{0,30}\s{1,3}(?:(?:of|and|the|for|in|to|on)\s{1,3}){0,2}){1,9}?"
    r"(?:Document|Code|Licence|Policy|Specifications?|Requirements|Procedures|Agreement|Directive"
    r"|(?:Act|Regulations|Order|Rules)\s{1,3}\d{4})(?!\w)"
)
_SHORT = re.compile(r"(?:Act|Code|Licence|Order|Regulations|Directive)(?![\w-])(?!\s{1,3}[A-Z][a-z])")
_STATUTE_WORD = re.compile(r"(?:[A-Z][\w’'-]*|\([A-Z][\w’' -]*\)|of|and|the|for|in|to|on|etc\.?)\s+\Z")
_CAPITAL = re.compile(r"[A-Z(]")
_OPENING_WORDS = (
    "A After All An And Any As At Because Before Both But By During Each Either Every Except For From How If "
    "In It Neither No Not Nothing Notwithstanding Of On Once Only Or Provided Pursuant Section See Since "
    "Subject That The These This Those Though Through To Under Unless Until Upon What When Whenever Where "
    "Whereas Wherever Whether Which While With Within Without"
)
"""Words with which a sentence begins, and no title of a statute."""
_OPENERS = frozenset(_OPENING_WORDS.split())
_QUESTION_WORD = re.compile(rf"(?:(?:{MONTHS})\s\d{{4}}|[A-Z][A-Za-z]*\d?(?:\.\d{{1,2}})?)\s\Z")
_MOST_BEFORE = 110
"""Characters looked back over for a statute's title."""


class Named(NamedTuple):
    """A document named in a text."""

    start: int
    end: int
    document: str
    version: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of documents that a reader of texts knows."""

    pattern: re.Pattern[str] | None
    """Any of them; None where none is known."""
    alternation: str
    """Those that a citation can begin with, as a pattern without groups; empty where none is known."""

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Names ready to be found; of two that fit the longer one counts."""
        longest_first = sorted(set(names), key=lambda name: (-len(name), name))
        leading = [name for name in longest_first if not _KEYWORD_FIRST.match(name)]
        if not longest_first:
            return cls(None, "")
        return cls(re.compile(_any_of(longest_first)), _any_of(leading) if leading else "")

    def at(self, text: str, at: int) -> Named | None:
        """The known name at a place, with a version after it."""
        found = self.pattern.match(text, at) if self.pattern else None
        return _versioned(text, at, found.end()) if found else None

    def after(self, text: str, at: int, annexed: bool) -> Named | None:
        """The document named after a label: of the TMAD; for an annex also: to this document."""
        joined = _OF.match(text, at) or (_TO.match(text, at) if self.pattern else None)
        if joined:
            found = self._named(text, joined.end(), joined[0].lstrip(", ").startswith("of"), annexed)
            if found:
                return found
        bracket = _BRACKET.match(text, at)
        inside = self.at(text, bracket.end()) if bracket else None
        if inside and text.startswith(")", inside.end):
            return inside._replace(end=inside.end + 1)
        return None

    def _named(self, text: str, at: int, of: bool, annexed: bool) -> Named | None:
        version = _VERSION_OF.match(text, at) if of else None
        if version:  # Clause 4.26 of version 6.0 of the TMAD
            found = self._named(text, version.end(), of, annexed)
            return found._replace(start=at, version=version[1]) if found else None
        this = _THIS.match(text, at)
        if this:
            return Named(at, this.end(), this[0], "") if of or annexed else None
        named = _THIS_NAMED.match(text, at)
        known = self.at(text, named.end() if named else at)
        if known:
            return known._replace(start=at)
        if not of or named:
            return None
        shape = _TITLE.match(text, at) or _SHORT.match(text, at) or _ACRONYM.match(text, at)
        return _versioned(text, at, shape.end()) if shape else None


NO_NAMES = Names(None, "")
"""Knows no document: names are told by their shape alone."""

_KEYWORD_FIRST = re.compile(KEYWORD)


def _any_of(names: list[str]) -> str:
    """A pattern for any of some names, longest first; those with one first letter stand together."""
    by_letter: dict[str, list[str]] = {}
    for name in names:
        words = r"\s".join(map(re.escape, name.split()))
        by_letter.setdefault(name[0], []).append(words.removeprefix(re.escape(name[0])))
    groups = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    return rf"(?:{'|'.join(groups)})(?![\w-])"


def _versioned(text: str, start: int, end: int) -> Named:
    version = VERSION.match(text, end)
    if version:
        return Named(start, version.end(), text[start:end], version[1] or version[2])
    return Named(start, end, text[start:end], "")


def statute_start(text: str, at: int, end: int, floor: int, names: Names = NO_NAMES) -> int:
    """Where the title begins whose last words, Act and year, stand from a place to an end.

    A known name that ends there wins, unless a further capital stands before it: the Marine Energy Act
    2008 is not the Energy Act 2008. Else the title is told by its capitals, back to the word with which
    the sentence opens. `at` where it has no words.
    """
    words = tuple(_words_before(text, at, max(floor, at - _MOST_BEFORE)))
    for number in range(len(words) - 1, -1, -1):
        start = words[number][0]
        before = words[number + 1][1] if number + 1 < len(words) else ""
        known = names.pattern.match(text, start) if names.pattern else None
        if known and known.end() == end and (before in _OPENERS or not _CAPITAL.match(before)):
            return start
    title = takewhile(lambda word: word[1] not in _OPENERS, words)
    return min((start for start, word in title if _CAPITAL.match(word)), default=at)


def _words_before(text: str, at: int, limit: int) -> Iterator[tuple[int, str]]:
    """The words before a place that may belong to a title, nearest first, each with where it begins."""
    start = at
    while start > limit:
        found = _STATUTE_WORD.search(text, max(limit, start - 32), start)
        if not found or (found.start() and text[found.start() - 1].isalnum()):
            return
        word = text[found.start() : start].strip()
        start = found.start()
        yield start, word


def question_start(text: str, at: int, floor: int) -> int:
    """Where the name of a question set begins before its Q: “April 2020 TMAD” in “April 2020 TMAD Q3”."""
    start = at
    for _ in range(2):
        found = _QUESTION_WORD.search(text, max(floor, start - 24), start)
        if not found or found[0].strip() in _OPENERS or _KEYWORD_FIRST.match(found[0]):
            break
        if found.start() and text[found.start() - 1].isalnum():
            break
        start = found.start()
    return start
