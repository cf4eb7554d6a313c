"""The weekday that is given with a date is not the weekday of that date.

One of the two is wrong, and nobody can tell which from the text: whoever reads “Friday” and whoever reads
“28 May” come on different days.

Bad:  by 17:00 on Friday 28 May 2020
Good: by 17:00 on Thursday 28 May 2020

What to do: find out which day is meant, and mend the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from toolkit.model.diagnostic import Severity

from ..dates import WEEKDAYS, dated_lines, weekday_of, written
from ..rule import Flaw, Rule
from ..subject import Subject

_NEAR = 3
"""Days: the date that was meant is the nearest one of the weekday given."""


def _find(subject: Subject) -> Iterator[Flaw]:
    for line, dates in subject.once(dated_lines):
        for one in dates:
            if one.day is None or one.weekday is None or one.day.weekday() == one.weekday:
                continue
            said = WEEKDAYS[one.weekday]
            apart = (one.weekday - one.day.weekday() + _NEAR) % 7 - _NEAR
            hint = f"Write {weekday_of(one.day)}, or another date."
            if abs((one.day - one.day.min).days) > _NEAR and abs((one.day.max - one.day).days) > _NEAR:
                nearest = one.day + timedelta(days=apart)
                hint = f"Write {weekday_of(one.day)}, or the date that is meant: {said} {written(nearest)}?"
            message = f"{one.words} is a {weekday_of(one.day)}, not a {said}."
            yield Flaw(line.place(one.start, one.end), message, hint)


RULE = Rule("C152", "wrong-weekday", Severity.ERROR, _find, __doc__)
