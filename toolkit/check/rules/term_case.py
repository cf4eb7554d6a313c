"""A defined term stands without its capitals: working days for Working Days.

The reader cannot tell whether the defined meaning is meant: five working days may end on another day than
five Working Days. Only terms of two words or more are looked for, because “group” or “device” may be
meant as the plain word. Headings are passed over, and so are the definition of the term itself and the
plain words in brackets by which a number is explained: Service Reference Variant 1.5 (meter balance).

Bad:  within 5 working days
Good: within 5 Working Days

What to do: write the term as it is defined, or other words where it is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.cite.terms import TermUse
from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind

from ..mending import capitalised
from ..names import quotations
from ..rule import Flaw, Rule
from ..subject import Line, Subject

_NUMBER_BEFORE = re.compile(r"\d \(\Z")


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        names_a_term = line.passage.kind is Kind.TERM and line.column == 0
        if line.near_terms and not names_a_term:
            yield from _in_line(subject, line)


def _in_line(subject: Subject, line: Line) -> Iterator[Flaw]:
    plain = line.text.plain
    taken = quotations(plain)
    taken += [(one.start, one.end) for one in line.citations]
    for use in line.near_terms:
        if use.term.id and subject.stands_in(line.passage.owner, use.term.id):
            continue
        if _says_another_term(line, use) or _explains_a_number(plain, use.start, use.end):
            continue
        if any(start < use.end and use.start < end for start, end in taken):
            continue
        message = f"“{plain[use.start : use.end]}” is the defined term “{use.term.name}” in another case."
        hint = f"Write “{use.term.name}”, or other words if the term is not meant."
        yield Flaw(line.place(use.start, use.end), message, hint, capitalised(line, use))


def _says_another_term(line: Line, use: TermUse) -> bool:
    """Whether the words lie in a longer term, or end with one: the User of “any other User”."""
    overlapping = (one for one in line.terms if one.start < use.end and use.start < one.end)
    return any(one.start < use.start or one.end >= use.end for one in overlapping)


def _explains_a_number(plain: str, start: int, end: int) -> bool:
    return plain[end : end + 1] == ")" and bool(_NUMBER_BEFORE.search(plain, max(0, start - 4), start))


RULE = Rule("C109", "term-case", Severity.WARNING, _find, __doc__)
