"""Defined terms as texts use them: longest first, plural and possessive included, case exact.

The names of all terms stand in one tree of words, so that reading a text costs its length and no more,
however many terms there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from toolkit.library.external import External
from toolkit.model.block import Definition
from toolkit.model.footnote import without_marks

from .inflection import forms

_TOKEN = re.compile(r"(\s{1,2})?(\w+|[^\w\s])")
_POSSESSIVE = re.compile(r"[’'](?:s(?!\w))?")
_PREFIX = re.compile(r"\w+-\Z")
_TERM_ENDS_HERE = ""
"""The key under which a node of the tree holds the term that ends there; no token is empty."""

_Node = dict[str, Any]
"""From a token, with a space before it where one stands there, to the next node."""
_NOWHERE: _Node = {}


class Term(NamedTuple):
    """A defined term."""

    name: str
    abbreviation: str
    """Its second name, such as DMC; may be empty."""
    id: str
    """The id of its definition in this document; empty where another document defines it."""
    meaning: str
    document: str
    """The code of the document that defines it where that is another one; else empty."""
    section: str = ""
    """Where that document defines it: A1.1, TMAD Clause 2."""


class TermUse(NamedTuple):
    """A stretch of plain text that uses a term."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms that a document may use: its own, and under them those of the documents it rests on."""

    own: tuple[Term, ...]
    """Of the document itself, in order."""
    outer: Terms | None
    _tree: _Node
    """Of all names, the outer ones too."""
    _first: re.Pattern[str]
    """Words that a use can begin with."""
    _folded: _Node
    """The tree in lower case, of names of two words or more; made when first asked for."""

    @classmethod
    def of(cls, definitions: Iterable[Definition], outer: Terms | None = None) -> Terms:
        """The terms of a document by its definitions; where both define a term, its own counts."""
        return cls.made_of(map(_defined, definitions), outer)

    @classmethod
    def of_external(cls, externals: Iterable[External]) -> Terms:
        """The terms that documents define which are cited and not held."""
        return cls.made_of(
            Term(one.term, one.abbreviation, "", one.meaning, external.code, one.section)
            for external in externals
            for one in external.terms
        )

    @classmethod
    def made_of(cls, terms: Iterable[Term], outer: Terms | None = None) -> Terms:
        """Terms from values; of two with the same name the first counts."""
        kept = tuple(terms)
        tree: _Node = {}
        names = [(name, term) for term in kept for name in (term.name, term.abbreviation) if name]
        for name, term in names:
            _plant(tree, name, term)
        for name, term in names:
            for form in forms(name):
                _plant(tree, form, term)
        if outer is not None:
            tree = _merged(tree, outer._tree)
        return cls(kept, outer, tree, _first_words(tree), {})

    def named(self, name: str) -> Term | None:
        """The term of that name, abbreviation or plural; None where there is none."""
        node: _Node = self._tree
        for token in _tokens(name):
            node = node.get(token, {})
        term: Term | None = node.get(_TERM_ENDS_HERE)
        return term

    def uses(self, plain: str) -> tuple[TermUse, ...]:
        """Every use of a term in a text, in order; they do not overlap."""
        found: list[TermUse] = []
        end = 0
        for word in self._first.finditer(plain):
            node = self._tree.get(word[0])
            if node is None or word.start() < end:
                continue
            start = word.start()
            stop, term = _longest(node, plain, word.end())
            if term is not None and _stands_alone(plain, start, stop):
                end = _with_possessive(plain, start, stop)
                found.append(TermUse(start, end, term))
        return tuple(found)

    def near_case(self, plain: str, uses: tuple[TermUse, ...]) -> tuple[TermUse, ...]:
        """Words that are a term of two words or more but for their case: working days.

        `uses` are those that the text makes of terms, their case exact.
        """
        if not self._folded:
            self._fold()
        lower = plain.lower()
        folded = lower if len(lower) == len(plain) else plain
        if self._folded.keys().isdisjoint(_WORD.findall(folded)):
            return ()
        exact = {(use.start, use.end) for use in uses}
        found: list[TermUse] = []
        end = 0
        for word in _WORD.finditer(folded):
            if word.start() < end or word[0] not in self._folded:
                continue
            stop, term = _longest(self._folded[word[0]], folded, word.end())
            if term is not None and _stands_alone(plain, word.start(), stop):
                end = _with_possessive(plain, word.start(), stop)
                if (word.start(), end) not in exact and not plain[word.start() : stop].isupper():
                    found.append(TermUse(word.start(), end, term))
        return tuple(found)

    def _fold(self) -> None:
        terms = self.own + (self.outer.own if self.outer else ())
        names = [(term.name, term) for term in terms if " " in term.name]
        for name, term in names:
            for form in (name, *forms(name)):
                _plant(self._folded, form.lower(), term)
        self._folded.setdefault("\n", {})  # made, even where no name has two words


_WORD = re.compile(r"\w+")


def _defined(definition: Definition) -> Term:
    return Term(
        definition.term.plain, definition.abbreviation, definition.id, without_marks(definition.meaning), ""
    )


def _tokens(name: str) -> list[str]:
    return [(" " if space else "") + word for space, word in _TOKEN.findall(name)]


def _plant(tree: _Node, name: str, term: Term) -> None:
    node = tree
    for token in _tokens(name):
        node = node.setdefault(token, {})
    node.setdefault(_TERM_ENDS_HERE, term)


def _merged(own: _Node, outer: _Node) -> _Node:
    """Both trees in one, where a name that both hold is the own one; what only one holds is not copied."""
    merged = dict(outer)
    for token, node in own.items():
        both = token in outer and token != _TERM_ENDS_HERE
        merged[token] = _merged(node, outer[token]) if both else node
    return merged


def _first_words(tree: _Node) -> re.Pattern[str]:
    """Capitalised words, and those first words of names that are not."""
    others = sorted(word for word in tree if word and not word[0].isupper())
    pattern = r"(?<!\w)[A-Z]\w*"
    if others:
        pattern += "|" + "|".join(r"(?<!\w)" + re.escape(word) + r"(?!\w)" for word in others)
    return re.compile(pattern)


def _longest(node: _Node, plain: str, at: int) -> tuple[int, Term | None]:
    """The end of the longest name whose first word led to a node and ends at a place, and its term."""
    end, term = at, node.get(_TERM_ENDS_HERE)
    while len(node) > (_TERM_ENDS_HERE in node):
        token = _TOKEN.match(plain, at)
        if token is None:
            break
        node = node.get(" " + token[2] if token[1] else token[2], _NOWHERE)
        at = token.end()
        if _TERM_ENDS_HERE in node:
            end, term = at, node[_TERM_ENDS_HERE]
    return end, term


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a stretch is no part of a longer hyphenated name: Migration in “Pre-Migration”."""
    if plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isupper():
        return False
    if plain[start - 1 : start] != "-":
        return True
    prefix = _PREFIX.search(plain, max(0, start - 24), start)
    return prefix is None or prefix[0].islower() or prefix[0].isupper()


def _with_possessive(plain: str, start: int, end: int) -> int:
    found = _POSSESSIVE.match(plain, end)
    if not found:
        return end
    if len(found[0]) == 1 and (plain[end - 1] != "s" or plain[start - 1 : start] in ("‘", "'")):
        return end
    return found.end()
