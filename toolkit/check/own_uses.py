"""Where a version uses the terms that it defines."""

from __future__ import annotations

from toolkit.cite.terms import TermUse

from .subject import Line, Subject


def own_uses(subject: Subject) -> dict[str, list[Line]]:
    """For each id of a definition, the lines of its uses outside of it, a line for each use.

    Ask for it by Subject.once.
    """
    inside: dict[str, frozenset[str]] = {}
    found: dict[str, list[Line]] = {}
    for line in subject.lines:
        for use in line.terms:
            for id_ in _used(subject, line, use, inside):
                if not subject.stands_in(line.passage.owner, id_):
                    found.setdefault(id_, []).append(line)
    return found


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
