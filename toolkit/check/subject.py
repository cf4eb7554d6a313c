"""What a rule looks at: one version with its library, and its citations and terms worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from toolkit.cite.citation import Citation
from toolkit.cite.context import Catalogue, Context
from toolkit.cite.resolve import citations
from toolkit.cite.terms import Terms, TermUse
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.document import Document
from toolkit.model.index import Index
from toolkit.model.passage import NOT_LEGAL_TEXT, Kind, Passage, passages
from toolkit.model.place import Place
from toolkit.model.text import Text

from .allowance import Allowance, allowances

_Found = TypeVar("_Found")

Calendar = Callable[[date], bool]
"""Whether a day is a Working Day; ValueError for a day of which it does not know."""

NO_NAMES: Mapping[str, str] = MappingProxyType({})

_PROSE = frozenset({Kind.CLAUSE, Kind.PARAGRAPH, Kind.TERM, Kind.ITEM, Kind.ROW, Kind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a passage, with the citations and the terms in it."""

    passage: Passage
    column: int
    """Its index among the texts of the passage."""
    text: Text
    citations: tuple[Citation, ...]
    """In order."""
    terms: tuple[TermUse, ...]
    """In order; one can lie in a citation, as SEC does in “Section N6.4 of the SEC”."""
    near_terms: tuple[TermUse, ...]
    """Words of prose that are a term but for their capitals, in order."""
    in_matrix: bool
    """Whether it is part of a matrix."""
    prose: bool
    """Whether it is written in sentences: no heading, caption, column or matrix."""

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of it stands in the source."""
        return self.text.place(start, end)


class Subject:
    """One version to be held against rules. What a rule does not ask for is not worked out."""

    def __init__(
        self,
        catalogue: Catalogue,
        loaded: Loaded,
        calendar: Calendar | None = None,
        names: Mapping[str, str] = NO_NAMES,
    ) -> None:
        self.catalogue = catalogue
        self.loaded = loaded
        self.calendar = calendar
        """Without one, only weekends are known to be no Working Days."""
        self.names = names
        """From the code of each finding that can be allowed to its name."""
        self.unused_allowances: tuple[Allowance, ...] = ()
        """Known when every other rule has run (run.py)."""
        self._worked_out: dict[Callable[[Subject], object], object] = {}

    def once(self, work: Callable[[Subject], _Found]) -> _Found:
        """What a reading shared by several rules makes of this version, worked out when first asked for."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return self._worked_out[work]  # type: ignore[return-value]

    @property
    def library(self) -> Library:
        """The library that the version stands in."""
        return self.catalogue.library

    @property
    def document(self) -> Document:
        """The version itself."""
        return self.loaded.document

    @property
    def index(self) -> Index:
        """Where everything in it is."""
        return self.loaded.index

    @cached_property
    def base(self) -> Loaded | None:
        """The version that it was derived from; None where there is none, or its text is not held."""
        register = self.document.register
        version = register.version(self.document.version.base)
        if version is None or not version.held or version == self.document.version:
            return None
        return self.library.of(register, version)

    @cached_property
    def context(self) -> Context:
        """What its citations and terms are read with."""
        return self.catalogue.context(self.loaded)

    @cached_property
    def own_terms(self) -> Terms:
        """The terms that it defines itself."""
        return Terms.of(self.index.definitions.values())

    @cached_property
    def allowances(self) -> tuple[Allowance, ...]:
        """What its comments allow."""
        return allowances(self.document)

    @cached_property
    def all_passages(self) -> tuple[Passage, ...]:
        """Its passages, drafting notes and comments among them."""
        return passages(self.document)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that are legal text."""
        return tuple(one for one in self.all_passages if one.kind not in NOT_LEGAL_TEXT)

    @cached_property
    def prose(self) -> tuple[tuple[Passage, Text], ...]:
        """Every text that is written in sentences, with its passage; lines say what is cited in it."""
        return tuple(
            (passage, text)
            for passage in self.passages
            if passage.kind in _PROSE and not self._in_matrix(passage)
            for text in passage.texts
            if text
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every text that is legal text, in order."""
        return tuple(
            self._line(passage, column, text)
            for passage in self.passages
            for column, text in enumerate(passage.texts)
            if text
        )

    def _line(self, passage: Passage, column: int, text: Text) -> Line:
        cited = citations(text, passage.owner, self.context)
        in_matrix = self._in_matrix(passage)
        terms = self.context.terms
        uses = terms.uses(text.plain)
        prose = passage.kind in _PROSE and not in_matrix
        near = terms.near_case(text.plain, uses) if prose else ()
        return Line(passage, column, text, cited, uses, near, in_matrix, prose)

    def _in_matrix(self, passage: Passage) -> bool:
        table = self.index.tables.get(passage.owner)
        return table is not None and table.matrix

    @cached_property
    def faults(self) -> tuple[tuple[Line, Citation], ...]:
        """The citations with which something is wrong, in order; matrices have rules of their own."""
        return tuple(
            (line, citation)
            for line in self.lines
            if not line.in_matrix
            for citation in line.citations
            if citation.problem is not None
        )

    def lines_of(self, owner: str) -> Iterator[Line]:
        """The texts that belong to a clause, definition or table themselves."""
        return (line for line in self.lines if line.passage.owner == owner)

    def around(self, owner: str) -> Iterator[str]:
        """The id of a clause, definition or table, and of each that it stands in, innermost first."""
        while owner:
            yield owner
            owner = self.index.parents.get(owner, "")

    def stands_in(self, owner: str, outer: str) -> bool:
        """Whether a clause, definition or table is another one, or stands in it; both by id."""
        return outer in self.around(owner)

    @property
    def keyword(self) -> str:
        """What its provisions are called: Clause."""
        return self.document.register.scheme.keyword

    # -- where things are -------------------------------------------------------------------------

    def owner_at(self, place: Place) -> str:
        """The id of the clause, definition or table that a place stands in; empty where in none."""
        starts, owners = self._starts.get(place.file, ([], []))
        at = bisect_right(starts, (place.line, place.column)) - 1
        return owners[max(at, 0)] if owners else ""

    def clause_at(self, place: Place) -> str:
        """The clause that a place of the source stands in, as TMAD@6.1U:3.24; empty where in none."""
        return self.name_of(self.owner_at(place))

    @cached_property
    def _starts(self) -> dict[str, tuple[list[tuple[int, int]], list[str]]]:
        """For each file, where its passages begin, and which clause or definition each belongs to."""
        found: dict[str, list[tuple[tuple[int, int], str]]] = {}
        for passage in self.all_passages:
            place = passage.place
            found.setdefault(place.file, []).append(((place.line, place.column), passage.owner))
        ordered = {file: sorted(pairs, key=lambda pair: pair[0]) for file, pairs in found.items()}
        return {
            file: ([start for start, _ in pairs], [owner for _, owner in pairs])
            for file, pairs in ordered.items()
        }

    def name_of(self, owner: str) -> str:
        """The name of a clause, as TMAD@6.1U:3.24.

        For a definition, a paragraph of one, or a table, it is that of the clause that it stands in.
        """
        for name in self.around(owner):
            clause = self.index.clauses.get(name)
            if clause is not None and not clause.label.text.startswith("("):
                unique = self.index.labels.get(clause.label.text) is clause
                return (
                    f"{self.document.name}:{clause.label.text}" if unique else f"{self.document.name}#{name}"
                )
        return ""
