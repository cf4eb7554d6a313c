"""A defined term is used nowhere in its document, outside its own definition.

A definition without a use is a leftover of what was taken out, or a sign that the text uses another word
for the same thing. Uses in headings, tables and other definitions count; drafting notes do not.

Bad:  Step Column means …, and “Step Column” stands nowhere else
Good: the same, and … in a Step Column.

What to do: use the term where it is meant, or take the definition out.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.terms import TermUse
from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Line, Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    inside: dict[str, frozenset[str]] = {}
    used = {
        id_
        for line in subject.lines
        for use in line.terms
        for id_ in _used(subject, line, use, inside)
        if not subject.stands_in(line.passage.owner, id_)
    }
    for id_, definition in subject.index.definitions.items():
        if id_ not in used:
            term = definition.term
            place = term.place() if term.origins else definition.place
            message = f"“{term.plain}” is defined and never used."
            yield Flaw(place, message, "Use the term where it is meant, or take its definition out.")


def _used(
    subject: Subject, line: Line, use: TermUse, inside: dict[str, frozenset[str]]
) -> frozenset[str] | tuple[str]:
    """The document's own definitions that a use of a term leads to.

    They are also used inside a longer term that another document defines; `inside` keeps what was found.
    """
    if use.term.id:
        return (use.term.id,)
    words = line.text.plain[use.start : use.end]
    if words not in inside:
        inside[words] = frozenset(one.term.id for one in subject.own_terms.uses(words))
    return inside[words]


RULE = Rule("C107", "unused-definition", Severity.WARNING, _find, __doc__)
