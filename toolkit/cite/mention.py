"""What a text says when it cites: the words of a citation, before anyone asks what they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a citation names."""

    CLAUSE = "clause"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    """A limb of a clause: paragraph (a), sub-clause (b)."""
    TABLE = "table"
    ANNEX = "annex"
    APPENDIX = "appendix"
    SCHEDULE = "schedule"
    ATTACHMENT = "attachment"
    QUESTION = "question"
    CONDITION = "condition"
    """Of a licence."""
    REGULATION = "regulation"
    """Of a statutory instrument."""
    ARTICLE = "article"
    CHAPTER = "chapter"
    STATUTE = "statute"
    """An Act or instrument as a whole."""
    VERSION = "version"
    """A version of a document: TMAD V6.0."""


ANNEXES = frozenset({Kind.ANNEX, Kind.APPENDIX, Kind.SCHEDULE})
"""What is set behind a document and cited with its word: Annex A, Appendix AL."""


class LabelPart(NamedTuple):
    """One written part of a label: "4.12" or "(b)"."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """One label of a citation."""

    start: int
    end: int
    parts: tuple[LabelPart, ...]
    """As written; "(c)" alone in "Clause 4.2(a) or (c)"."""
    readings: tuple[str, ...]
    """The full labels that it can mean, likeliest first, without white space: 4.2(c)."""
    join: str = ""
    """How it is joined to the label before: a comma, and, or, to; empty for the first."""
    heading: str = ""
    """The heading that follows it in brackets."""
    stop: int = 0
    """The end with the heading."""

    @property
    def label(self) -> str:
        """The likeliest reading."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation as it stands in plain text, with all its labels."""

    start: int
    end: int
    kind: Kind
    keyword: str
    """As written: Clause, Clauses, sub-clause; empty where it is carried over from the citation before."""
    plural: bool = False
    """Whether the keyword is a plural."""
    this: bool = False
    """Whether it says “this Clause”."""
    cited: tuple[Cited, ...] = ()
    document: str = ""
    """The document named with it, as written: TMAD, Energy Act 2008, this document."""
    version: str = ""
    """The version named with the document: 6.0."""
    loose: bool = False
    """Whether the document stands before it with a comma: the TMAD, Clause 17.3. It may be another thing."""
    relation: str = ""
    """above or below."""
    within: Mention | None = None
    """The provision it is said to be part of: Clause 4.12 in “paragraph (b) of Clause 4.12”."""

    @property
    def outermost(self) -> Mention:
        """The provision that it is part of in the end, which names the document; else itself."""
        return self.within.outermost if self.within is not None else self

    @property
    def prefix(self) -> str:
        """The label of what it is part of: 4.12(b) for “paragraph (i) of paragraph (b) of Clause 4.12”."""
        if self.within is None or not self.within.cited:
            return ""
        return self.within.prefix + self.within.cited[0].label

    @property
    def carried(self) -> bool:
        """Whether the keyword is carried over: “18.22c” some words after “Clause 18.22a”."""
        return not self.keyword and self.kind is Kind.CLAUSE
