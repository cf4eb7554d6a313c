"""A citation with what it leads to, or why it leads nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .mention import Kind, Mention


class Problem(StrEnum):
    """What is wrong with a citation."""

    NO_SUCH_PROVISION = "no-such-provision"
    NOT_USED = "not-used"
    """The clause is declared [Not used]."""
    NOT_LISTED = "not-listed"
    """The inventory of a document that is not held does not list the provision."""
    UNKNOWN_DOCUMENT = "unknown-document"
    UNKNOWN_VERSION = "unknown-version"
    AMBIGUOUS = "ambiguous"
    """Two provisions fit; the target is the likelier."""
    HEADING_DIFFERS = "heading-differs"
    """The target is right; the heading in brackets is not its heading."""
    WRONG_KEYWORD = "wrong-keyword"
    """The target is right; what it is called is not: Section 18 of the S1SR."""
    LEVEL_CASE = "level-case"
    """The target is right but for a capital or small letter of a sub-level: Clause 6.1(N) for 6.1(n)."""
    NO_REFERENT = "no-referent"
    """“this Clause 4” outside Clause 4; “paragraph (a)” where no (a) is near."""
    RANGE_BACKWARDS = "range-backwards"
    RANGE_BROKEN = "range-broken"
    """A label between the two ends does not exist."""
    NO_PAPER = "no-paper"
    """Question 6, Attachment 1: of a paper, and it is not known of which."""
    PLACEHOLDER = "placeholder"
    """Annex [XX]"""


class Range(StrEnum):
    """The part of a citation in a range."""

    NONE = ""
    FIRST = "first"
    LAST = "last"


class Target(NamedTuple):
    """The provision that a citation leads to."""

    document: str
    """The code of its document."""
    version: str
    """Empty for a document that is not held, unless the citation names one."""
    id: str = ""
    """Of a clause or table; empty for a whole document, a gap or a provision that is not held."""
    label: str = ""
    """18.1(d)(viii)(B), Table 16.9, Annex A; empty for a whole document."""
    heading: str = ""
    """Its heading, or that of the clause it stands under; a table's or document's title."""
    external: bool = False
    """Whether the document is one that is not held."""
    gap: str = ""
    """Not reproduced, where the clause is declared so."""


class CitedPart(NamedTuple):
    """A stretch of plain text that prints the label, or the part of a label, of a clause of this document."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One label of a citation, resolved. Citations of one text do not overlap."""

    start: int
    """In Text.plain; the first of a list includes the keyword, the last the document named."""
    end: int
    kind: Kind
    keyword: str
    """As written; empty where it is carried over."""
    label: str
    """As written, without white space; full, where the text gives a limb alone. Empty for “this Clause”."""
    target: Target | None
    """None where it leads nowhere."""
    problem: Problem | None
    message: str
    """What is wrong, in words for a drafter; empty where nothing is."""
    hint: str
    """What to do; empty where nothing is wrong."""
    parts: tuple[CitedPart, ...]
    """For a citation inside this document, in order; they lie within start and end."""
    range: Range
    mention: Mention
    """The whole citation that it is part of, with its other labels."""
