"""A date that no calendar has, such as 31 June or 29 February of a common year.

A period that ends on such a day has no certain end.

Bad:  before the end of 31 June 2020
Good: before the end of 30 June 2020

What to do: write the day that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..dates import dated_lines
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for line, dates in subject.once(dated_lines):
        for one in dates:
            if one.day is None:
                message = f"There is no such day as {one.words}."
                yield Flaw(line.place(one.start, one.end), message, "Write the day that is meant.")


RULE = Rule("C153", "impossible-date", Severity.ERROR, _find, __doc__)
