"""An allowance allows nothing, because nothing of the kind is found where it holds.

The fault was mended, or the comment stands at the wrong place; left there, it would hide the next fault.
An allowance at the head of a file, before its first clause, holds for the file; one directly under a
clause's own words, or directly before a clause, definition or table, for that one with everything under
it; any other for the clause that it stands in. Where one stands within another, the inner one counts.

Bad:  <!-- allow: term-case: quoted from the Act --> where every term has its capitals
Good: no comment

What to do: take the comment out, or move it to the clause that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    """Runs after every other rule (run.py), when it is known what was used."""
    for one in subject.unused_allowances:
        where = "in this file" if not one.owner else "here"
        message = f"Nothing named {one.name} is found {where}, and so the comment allows nothing."
        yield Flaw(one.place, message, "Take the comment out, or move it to the clause that it is about.")


RULE = Rule("C162", "unused-allow", Severity.WARNING, _find, __doc__)
