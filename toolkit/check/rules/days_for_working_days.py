"""A period is in days where the same duty is elsewhere in Working Days.

15 days end up to a week before 15 Working Days do, and a lost “Working” is easily overlooked. Two periods
are of one duty where they have the same number and run in the same way from or to an event that is named by
some of the same words, or by none (that date); where they run from or to the same event; or where the clause
had the period in Working Days in the version that it was derived from. Passed over are periods within a
condition, and calendar days.

Bad:  not less than 15 days before that date, beside: not less than 15 Working Days before the Planned Date
Good: not less than 15 Working Days before that date

What to do: write Working Days, or calendar days where they are meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..lost_working import lost_working
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for period, where in subject.once(lost_working):
        message = f"{period.number} days here, and the same duty is in Working Days {where}."
        hint = "Write Working Days, or calendar days where they are meant."
        yield Flaw(period.text.place(period.start, period.end), message, hint)


RULE = Rule("C140", "days-for-working-days", Severity.WARNING, _find, __doc__)
