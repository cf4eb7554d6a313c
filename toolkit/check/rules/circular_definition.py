"""Definitions explain each other in a circle, or a definition explains a term by itself.

Whoever looks up the first is led to the second and from there back again, and learns the meaning of
neither. What counts is by what a term is explained: the words before the first comma, relative clause and
the like; and the whole of a meaning of ten words or fewer, but for what it excludes. That a term stands
further on in the other's meaning is ordinary: a schedule that sets out volumes, and volumes that the
schedule sets out.

Told once for each circle, at its first definition, by the shortest way round. Passed over are terms in
quotation marks and definitions that refer to a meaning given elsewhere.

Bad:  Migration means the move of a Migrating Meter; Migrating Meter means a meter subject to a Migration
Good: Migration means the move of a meter between systems; Migrating Meter means a meter subject to one

What to do: define one of the terms in plain words.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping

from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind

from ..circles import circles
from ..names import quotations
from ..rule import Flaw, Rule
from ..subject import Line, Subject

_OPENING = re.compile(
    r"(?:shall )?(?:means?|includes?|has the same meaning as|is|are|be)\b:?"
    r"(?:, (?:for|in|where|when|with) [^,]*,)? ?"
)
_HEAD_ENDS = re.compile(
    r"[,;:]|\b(?:that|which|who|whom|whose|what|where|when|while|whether|if|as|by|under|in accordance"
    r"|pursuant|provided|given|in relation|for the purposes?|within|from|other than|not|no|except|excluding"
    r"|stated|specified|established|made|sent|received|described|set out|listed)\b"
)
_ELSEWHERE = re.compile(r"(?:shall )?(?:has|have|bears?) the meanings?\b|(?:is|are) (?:as )?defined\b")
_EXCLUDES = re.compile(r"\b(?:not|no|other than|except|excluding|unless)\b")
_VERY_SHORT = 7
_SHORT = 10
"""Words, a term being one. A meaning as short as this has room for nothing else, but what it excludes."""


def _find(subject: Subject) -> Iterator[Flaw]:
    leans = _leans(subject)
    for circle in circles(leans):
        places = {id_: number for number, id_ in enumerate(subject.index.definitions)}
        first = min(circle, key=places.__getitem__)
        names = [subject.index.definitions[one].term.plain for one in _way_round(first, circle, leans)]
        definition = subject.index.definitions[first]
        if len(names) == 1:
            message = f"“{names[0]}” is defined by itself."
        else:
            ways = [f"“{one}” by “{other}”" for one, other in zip(names, (*names[1:], names[0]), strict=True)]
            message = f"{ways[0].replace('” by', '” is defined by', 1)}, {' and '.join(ways[1:])}."
        place = definition.term.place() if definition.term.origins else definition.place
        yield Flaw(place, message, "Define one of the terms in plain words.")


def _leans(subject: Subject) -> dict[str, list[str]]:
    """From the id of each definition to those of the terms by which it explains its own, in order."""
    definitions = subject.index.definitions
    leans: dict[str, list[str]] = {id_: [] for id_ in definitions}
    for line in subject.lines:
        if not line.terms or line.passage.kind not in (Kind.TERM, Kind.CLAUSE):
            continue
        owner = next((one for one in subject.around(line.passage.owner) if one in definitions), "")
        if owner and not (line.passage.kind is Kind.TERM and line.column == 0):
            leans[owner] += [id_ for id_ in _explaining(line) if id_ in definitions]
    return leans


def _explaining(line: Line) -> Iterator[str]:
    """The ids of the terms in the words that say what something is."""
    plain = line.text.plain
    if _ELSEWHERE.match(plain):
        return
    opening = _OPENING.match(plain)
    start = opening.end() if opening else 0
    ends = _HEAD_ENDS.search(plain, start)
    words = _words(line, start)
    if _VERY_SHORT < words <= _SHORT and line.passage.kind is Kind.TERM:
        ends = _EXCLUDES.search(plain, start)
    stop = ends.start() if ends and words > _VERY_SHORT else len(plain)
    quoted = quotations(plain)
    for use in line.terms:
        if start <= use.start < stop and not any(one <= use.start < end for one, end in quoted):
            yield use.term.id


def _words(line: Line, start: int) -> int:
    """How many words a text has from a place on, where a term is one word."""
    in_terms = sum(line.text.plain.count(" ", use.start, use.end) for use in line.terms)
    return len(line.text.plain[start:].split()) - in_terms


def _way_round(first: str, circle: frozenset[str], leans: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from a definition back to itself within its circle."""
    came: dict[str, str] = {}
    waiting = deque([first])
    while waiting:
        at = waiting.popleft()
        for other in leans[at]:
            if other == first:
                way = [at]
                while way[-1] != first:
                    way.append(came[way[-1]])
                return way[::-1]
            if other in circle and other not in came:
                came[other] = at
                waiting.append(other)
    return [first]


RULE = Rule("C122", "circular-definition", Severity.WARNING, _find, __doc__)
