"""Citations that lead nowhere, but for those of which it is known why: a fault is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.cite.citation import Problem

from .citing import faulty, flaw_of
from .effect import unlawful
from .rule import Flaw
from .stale import stale
from .subject import Subject
from .unlevelled import stands_unlevelled


def flaws_unexplained(*problems: Problem) -> Callable[[Subject], Iterator[Flaw]]:
    """The finder of a rule: the citations with one of these problems of which nothing more is known."""
    wanted = frozenset(problems)

    def find(subject: Subject) -> Iterator[Flaw]:
        found = tuple(faulty(subject, wanted))
        explained = subject.once(_explained) if found else frozenset()
        for line, citation in found:
            if id(citation) not in explained and not stands_unlevelled(subject, line, citation.label):
                yield flaw_of(line, citation)

    return find


def _explained(subject: Subject) -> frozenset[int]:
    """By id() of the citation, which lives as long as the subject: stale, proposed or withdrawn."""
    found = [id(one.citation) for one in subject.once(stale)]
    return frozenset(found + [id(one.citation) for one in subject.once(unlawful)])
