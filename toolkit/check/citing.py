"""What most rules about citations do: pass on what resolving a citation found wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.cite.citation import Citation, Problem

from .rule import Flaw
from .subject import Line, Subject


def flaws_of(*problems: Problem) -> Callable[[Subject], Iterator[Flaw]]:
    """The finder of a rule: every citation outside a matrix that has one of these problems."""
    wanted = frozenset(problems)

    def find(subject: Subject) -> Iterator[Flaw]:
        for line, citation in faulty(subject, wanted):
            yield flaw_of(line, citation)

    return find


def faulty(subject: Subject, wanted: frozenset[Problem]) -> Iterator[tuple[Line, Citation]]:
    """The citations outside a matrix that have one of these problems."""
    return ((line, citation) for line, citation in subject.faults if citation.problem in wanted)


def flaw_of(line: Line, citation: Citation) -> Flaw:
    """What resolving a citation found wrong with it, at its place."""
    return Flaw(line.place(citation.start, citation.end), citation.message, citation.hint)
