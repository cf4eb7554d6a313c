"""“Above” or “below” stands after a citation of what is neither.

What is cited stands on the other side, in another document, or around the very words that cite it. Often
the clause was moved and the word was not. The limbs of a clause are above its closing words and below its
opening ones.

Bad:  4.12 … as in paragraph (a) above: (a) …; Clause 4.9 below, in Clause 4.12
Good: 4.12 … as in paragraph (a) below: (a) …; Clause 4.9 above

What to do: mend the label or the word, or leave the word out: the label is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.cite.citation import Citation, Target
from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Line, Subject


@dataclass(frozen=True, slots=True)
class _Order:
    """Where passages stand, counted from 0."""

    of_passage: dict[int, int]
    """By id() of the passage."""
    first: dict[str, int]
    """Of a clause, definition or table: its first passage."""
    last: dict[str, int]
    """Its last passage, or that of what stands in it."""


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        for citation in line.citations:
            if citation.mention.relation and citation.target is not None:
                stands = _stands(subject, line, citation, citation.target)
                if stands:
                    words = line.text.plain[citation.start : citation.end]
                    message = f"“{words}” is not {citation.mention.relation}: it stands {stands}."
                    hint = "Mend the label or the word, or leave the word out."
                    yield Flaw(line.place(citation.start, citation.end), message, hint)


def _stands(subject: Subject, line: Line, citation: Citation, target: Target) -> str:
    """Where else a target stands than the words say; empty where they are right or it cannot be told."""
    document = subject.document
    if target.document != document.register.code or target.version != document.version.name:
        return f"in {target.document}"
    order = subject.once(_order)
    if target.id not in order.first or target.id == line.passage.owner:
        return ""  # citing itself is another fault
    here = order.of_passage[id(line.passage)]
    before, after = order.first[target.id] < here, order.last[target.id] > here
    if citation.mention.relation == "above":
        return "" if before else "below"
    return "" if after else "above"


def _order(subject: Subject) -> _Order:
    order = _Order({}, {}, {})
    for number, passage in enumerate(subject.passages):
        order.of_passage[id(passage)] = number
        for owner in subject.around(passage.owner):
            order.first.setdefault(owner, number)
            order.last[owner] = number
    return order


RULE = Rule("C121", "above-or-below", Severity.WARNING, _find, __doc__)
