"""Capitalised words of prose that no term, document or other name explains, and the terms they come near to.

A near miss of a term has its words in another order or number, with other small words between them, or
joins them otherwise: SMETS1 Device and Security Testing, Security Testing of SMETS1 Devices, SMETS 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.cite.inflection import singulars
from toolkit.model.passage import Kind

from .capitals import capitalised, joined, vocabulary_of
from .joints import Joints
from .names import names_in
from .subject import Line, Subject

_WORD = re.compile(r"\w+(?:['’]s)?")
_SMALL_WORDS = "a an and at by for from in of on or the to with"
_SMALL = frozenset(_SMALL_WORDS.split())
_FURTHEST = 4
"""Words on each side of an unknown name that may belong to it."""
_LONGEST = 9
"""Words of a name that is looked up."""

_Key = tuple[str, ...]


class UnknownName(NamedTuple):
    """A stretch of a line that is capitalised as a name, and is none."""

    line: Line
    start: int
    end: int


class NearMiss(NamedTuple):
    """A stretch of a line that is nearly a term."""

    line: Line
    start: int
    end: int
    name: str
    """The name of the term, as it is defined."""


def unknown_names(subject: Subject) -> tuple[UnknownName, ...]:
    """Every unknown name of a version, in order. Ask for it by Subject.once."""
    known = names_in(subject)
    vocabulary = vocabulary_of(line.text.plain for line in subject.lines)
    return tuple(
        UnknownName(line, *_with_terms(line, start, end))
        for line in subject.lines
        if _looked_at(line)
        for start, end in capitalised(line.text.plain, known.stretches(line), vocabulary)
    )


def near_misses(subject: Subject) -> tuple[NearMiss, ...]:
    """What in a version is nearly a term; two do not overlap. Ask for it by Subject.once."""
    names, joints = _Names.of(subject), Joints.of(subject.context.terms)
    found = [NearMiss(line, *miss) for line in subject.lines for miss in joints.misjoined(line)]
    found += filter(None, (names.near(one) for one in subject.once(unknown_names) if names.exact))
    ends: dict[int, int] = {}
    kept: list[NearMiss] = []
    for one in sorted(found, key=lambda miss: (miss.start, -miss.end)):
        if one.start >= ends.get(id(one.line), 0):
            ends[id(one.line)] = one.end
            kept.append(one)
    return tuple(kept)


def _looked_at(line: Line) -> bool:
    """Prose, but not the first cell of a row, which names it; nor a defined term, which stands for itself."""
    names = line.passage.kind in (Kind.ROW, Kind.TERM) and line.column == 0
    return line.prose and not names


def _with_terms(line: Line, start: int, end: int) -> tuple[int, int]:
    """A stretch with the terms it goes on from or goes on to: the Desk of “Migration Desk”."""
    text = line.text.plain
    for use in line.terms:
        if joined(text, use.end, start) and not text[use.start : use.end].endswith(("’", "’s", "'", "'s")):
            start = use.start
        elif joined(text, end, use.start):
            end = use.end
    return start, end


class _Names(NamedTuple):
    """The terms of two words or more, by their words in alphabetical order."""

    exact: dict[_Key, str]
    shortened: dict[_Key, str]
    """By all words but one, of names of three words or more."""

    @classmethod
    def of(cls, subject: Subject) -> _Names:
        terms = subject.context.terms
        names = [term.name for term in (*terms.own, *(terms.outer.own if terms.outer else ()))]
        exact: dict[_Key, str] = {}
        shortened: dict[_Key, str] = {}
        for name in names:
            key = _key(name)
            if len(key) > 1:
                exact.setdefault(key, name)
            if len(key) > 2:
                for shorter in _without_one(key):
                    shortened.setdefault(shorter, name)
        return cls(exact, shortened)

    def near(self, unknown: UnknownName) -> NearMiss | None:
        """The term that an unknown name comes near to, with the words around it that belong to it."""
        windows = list(_windows(unknown))
        for look_up in (self._same, self._longer, self._shorter):
            for start, end in windows:
                name = look_up(unknown.line.text.plain[start:end])
                if name and name != unknown.line.text.plain[start:end]:
                    return NearMiss(unknown.line, start, end, name)
        return None

    def _same(self, words: str) -> str:
        return self.exact.get(_key(words), "")

    def _longer(self, words: str) -> str:
        """The term that has all words but one that stands between them."""
        key = _key(words)
        if len(key) < 3:
            return ""
        inner = _key_words(words)[1:-1]
        found = (self.exact.get(tuple(sorted(_but(key, word)))) for word in inner)
        return next((name for name in found if name), "")

    def _shorter(self, words: str) -> str:
        """The term that has these words and one more."""
        key = _key(words)
        return self.shortened.get(key, "") if len(key) > 1 else ""


def _windows(unknown: UnknownName) -> Iterator[tuple[int, int]]:
    """An unknown name with the capitalised and small words around it, the shortest stretch first."""
    text = unknown.line.text.plain
    starts = [unknown.start, *_outward(text, unknown.start, back=True)]
    ends = [unknown.end, *_outward(text, unknown.end, back=False)]
    pairs = [(start, end) for start in starts for end in ends]
    for start, end in sorted(pairs, key=lambda pair: pair[1] - pair[0]):
        if len(_WORD.findall(text, start, end)) <= _LONGEST:
            yield start, end


def _outward(text: str, at: int, back: bool) -> list[int]:
    """Where the capitalised words next to a place begin or end, over small words between them."""
    found: list[int] = []
    step = _STEP_BACK if back else _STEP_ON
    while len(found) < _FURTHEST:
        word = step.search(text, max(0, at - 60), at) if back else step.match(text, at)
        if word is None:
            return found
        at = word.start("word") if back else word.end("word")
        found.append(at)
    return found


_BETWEEN = rf"[ -](?:(?:{'|'.join(sorted(_SMALL - {'a', 'an', 'the'}))}) ){{0,2}}"
_CAPITAL = r"(?P<word>[A-Z][\w]*)"
_STEP_BACK = re.compile(rf"(?<![\w-]){_CAPITAL}{_BETWEEN}\Z")
_STEP_ON = re.compile(rf"{_BETWEEN}{_CAPITAL}(?!\w)")


def _key(name: str) -> _Key:
    return tuple(sorted(_key_words(name)))


def _key_words(name: str) -> list[str]:
    words = [word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(name)]
    return [(*singulars(word), word)[0] for word in words if word not in _SMALL]


def _without_one(key: _Key) -> Iterator[_Key]:
    return (key[:at] + key[at + 1 :] for at in range(len(key)))


def _but(key: _Key, word: str) -> list[str]:
    words = list(key)
    words.remove(word)
    return words
