"""Acronyms with the words that they stand for: Dormant Meter (DM), DM (Dormant Meter)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.cite.inflection import singulars
from toolkit.model.passage import Kind
from toolkit.model.place import Place

from .capitals import ORDINARY
from .names import quotations
from .subject import Line, Subject

_ACRONYM = r"(?=\w{0,8}[A-Z]\w{0,8}[A-Z0-9])[A-Z][A-Za-z0-9]{1,8}?"
IS_ACRONYM = re.compile(rf"{_ACRONYM}\Z")
_BEHIND = re.compile(rf"\((?:(?:the|each an?|an?) )?[“‘\"]?(?P<acronym>{_ACRONYM})(?:s)?[”’\"]?\)")
_BEFORE = re.compile(rf"(?<![\w-])(?P<acronym>{_ACRONYM}) \((?P<words>[A-Z][a-z][\w’' -]{{4,80}})\)")
_CODES = re.compile(r"\((?:[A-Z][A-Z0-9]{1,7}, ){1,30}[A-Z][A-Z0-9]{1,7}\)")
_IN_BRACKETS = re.compile(r"\((?:(?:the|each an?|an?) )?\Z")
_WORDS_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,12}\Z")
_WORD = re.compile(r"[\w’']+")
_PIECE = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z’']+|[A-Z]|\d+")
_SMALL_WORDS = "a an and at by for from in of on or the to with"
_SMALL = frozenset(_SMALL_WORDS.split())


class Expansion(NamedTuple):
    """An acronym with the words that stand beside it."""

    acronym: str
    words: str
    place: Place
    line: Line | None
    """Where it stands in running text; None for a definition."""
    start: int
    end: int
    fits: bool
    """Whether the letters are those of the words."""

    @property
    def key(self) -> tuple[str, ...]:
        """Its words without small ones, plurals and capitals: what makes two expansions one."""
        words = (word.lower() for word in _WORD.findall(self.words))
        return tuple((*singulars(word), word)[0] for word in words if word not in _SMALL)


def expansions(subject: Subject) -> tuple[Expansion, ...]:
    """Every acronym with its words in a version: of its definitions, then of its text, each in order.

    Brackets are no acronym where those beside them, in the limbs of one list, hold several codes: Landing
    Craft (LCM, LCU).
    """
    inline = [one for line in subject.lines if line.prose for one in _in_line(line)]
    doubtful = any(not one.fits for one in inline)
    coded = subject.once(_lists_of_codes) if doubtful else frozenset()
    return (*_defined(subject), *(one for one in inline if one.fits or not _beside(subject, one, coded)))


def _lists_of_codes(subject: Subject) -> frozenset[str]:
    """The ids of what holds limbs in which brackets stand with several codes."""
    owners = {line.passage.owner for line in subject.lines if line.prose and _CODES.search(line.text.plain)}
    return frozenset(subject.index.parents.get(owner, "") for owner in owners) - {""}


def _beside(subject: Subject, one: Expansion, coded: frozenset[str]) -> bool:
    return one.line is not None and subject.index.parents.get(one.line.passage.owner, "") in coded


def _defined(subject: Subject) -> Iterator[Expansion]:
    for definition in subject.index.definitions.values():
        acronym, term = definition.abbreviation, definition.term
        if IS_ACRONYM.match(acronym):
            place = term.place() if term.origins else definition.place
            yield Expansion(acronym, term.plain, place, None, 0, 0, fits(acronym, term.plain))


def _in_line(line: Line) -> Iterator[Expansion]:
    plain = line.text.plain
    if "(" not in plain or (line.passage.kind is Kind.TERM and line.column == 0):
        return
    taken = [(one.start, one.end) for one in line.citations]
    taken += [
        one
        for one in (quotations(plain) if "“" in plain else ())
        if not _IN_BRACKETS.search(plain, max(0, one[0] - 9), one[0])
    ]
    for found in (*_BEHIND.finditer(plain), *_BEFORE.finditer(plain)):
        one = _read(line, found)
        if one is not None and not any(start < one.end and one.start < end for start, end in taken):
            yield one


def _read(line: Line, found: re.Match[str]) -> Expansion | None:
    """The expansion at a place of a line; None where the bracket says something else."""
    plain, acronym = line.text.plain, found["acronym"]
    if acronym in ORDINARY:
        return None
    if found.re is _BEFORE:
        words, start, end = found["words"], found.start(), found.end()
        fitting = " " in words and fits(acronym, words)
        if not fitting and not _meant(acronym, words):
            return None
        return Expansion(acronym, words, line.place(start, end), line, start, end, fitting)
    before = _WORDS_BEFORE.search(plain, max(0, found.start() - 120), found.start())
    if before is None:
        return None
    starts = [word.start() for word in _WORD.finditer(plain, before.start(), found.start())]
    for fitting, test in ((True, fits), (False, _meant)):
        for start in reversed(starts):
            words = plain[start : found.start()].rstrip()
            first = plain[start].lower() == acronym[0].lower()
            if first and " " in words and test(acronym, words):
                place = line.place(start, found.end())
                return Expansion(acronym, words, place, line, start, found.end(), fitting)
    return None


def fits(acronym: str, words: str) -> bool:
    """Whether the letters of an acronym are the first letters of words, in order.

    Small words may be passed over, and what follows a hyphen. A word that is an acronym itself may give
    several letters, and one other word may give a second one: Prepayment Meter Interface Device (PPMID).
    """
    pieces = [
        (piece.lower(), len(piece) > 1 and piece.isupper(), at > 0 or word.lower() in _SMALL)
        for word in _WORD.findall(words.replace("-", " - "))
        for at, piece in enumerate(_PIECE.findall(word))
    ]
    return bool(pieces) and _fit(acronym.lower(), pieces, False)


def _fit(letters: str, pieces: list[tuple[str, bool, bool]], second: bool) -> bool:
    if not pieces:
        return not letters
    (piece, several, optional), rest = pieces[0], pieces[1:]
    if optional and _fit(letters, rest, second):
        return True
    if not letters or letters[0] != piece[0]:
        return False
    if _fit(letters[1:], rest, second):
        return True
    if several or piece.isdigit():
        longest = next((at for at in range(len(piece), 1, -1) if letters.startswith(piece[:at])), 0)
        return any(_fit(letters[at:], rest, second) for at in range(2, longest + 1))
    return not second and len(letters) > 1 and letters[1] in piece[1:] and _fit(letters[2:], rest, True)


def _meant(acronym: str, words: str) -> bool:
    """Whether words that do not fit are meant to: all capitals, as many as letters, and most fit."""
    content = [word for word in _WORD.findall(words) if word not in _SMALL]
    letters = [letter for letter in acronym if letter.isupper()]
    if len(content) < 2 or not all(word[0].isupper() for word in content) or words.split()[0] in _SMALL:
        return False
    if content[0][0] != acronym[0] or abs(len(content) - len(letters)) > 1:
        return False
    return _common("".join(letters), "".join(word[0] for word in content)) >= max(2, len(letters) - 1)


def _common(left: str, right: str) -> int:
    """How many letters two short words have in common, in order."""
    row = [0] * (len(right) + 1)
    for letter in left:
        above = row[:]
        for at, other in enumerate(right):
            row[at + 1] = above[at] + 1 if letter == other else max(above[at + 1], row[at])
    return row[-1]
