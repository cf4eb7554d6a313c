"""Something has to be done by, or on, a day that is no Working Day.

Nobody is there to do it or to receive it. Found are dates that are Saturdays, Sundays or, in the years
whose bank holidays are known, bank holidays in England and Wales, in a sentence that imposes a duty: after
“by”, “no later than”, “on or before”, “before the end of” and the like, or after “on” where something is
given, sent, published or paid. A date on which a text takes effect, and a sentence that itself says what
applies on days that are no Working Days, are left alone; so is a date that its own weekday contradicts.

Bad:  The DCC shall publish the list by 31 May 2020 (a Sunday)
Good: The DCC shall publish the list by 1 June 2020

What to do: name a Working Day, or say what applies where the day is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from toolkit.model.diagnostic import Severity
from toolkit.model.place import Place

from ..dates import CLOCK, Dated, dated_lines, sentences, weekday_of, written
from ..rule import Flaw, Rule
from ..subject import Calendar, Subject

_DUTY = re.compile(r"\b(?:shall|must|will|(?:is|are) (?:required )?to|has to|have to)\b")
_MINDED = re.compile(r"\b(?:working|business|calendar) days?\b|whether or not", re.I)
_TIME = rf"(?:(?:{CLOCK}|close of business)\s(?:hours\s)?)?"
_DEADLINE = re.compile(
    r"\b(?:deadline\b[^.;]{0,60}\b(?:is|be)|by|(?:no|not) later than|on or before"
    r"|(?:before|by) the (?:end|close) of|(?:closes?|due)(?: on| at| by)?"
    r"|at the latest(?: by| on)?|in any event by)"
    rf"\s(?:the\s)?{_TIME}(?:on\s)?\Z",
    re.I,
)
_DONE = re.compile(r"\b(?:was|were|been|had)\s(?:(?!\b(?:shall|must|will)\b)[^,;])*\Z")
"""A Meter that was installed on or before a day is described, and nobody has to do anything."""
_ON = re.compile(rf"(?<!effect)(?<!force)(?<!dated)(?<!as at)\son\s{_TIME}(?:the\s)?\Z")
_ACT = re.compile(
    r"\b(?:notif(?:y|ies)|give|submit|send|provide|publish|respond|pay|deliver|report|meet|return|file"
    r"|serve)\b"
)
_REACH = 90
"""Characters before a date in which the words that make it a deadline stand."""
_LONGEST_BREAK = 14
"""Days: no run of days that are no Working Days is as long."""


def _find(subject: Subject) -> Iterator[Flaw]:
    for line, dates in subject.once(dated_lines):
        if not line.prose:
            continue
        plain = line.text.plain
        for start, end in sentences(plain):
            sentence = plain[start:end]
            inside = [one for one in dates if start <= one.start < end]
            if not inside or not _DUTY.search(sentence) or _MINDED.search(sentence):
                continue
            for one in inside:
                if (
                    one.day
                    and not one.contradicted
                    and _is_deadline(plain[max(start, one.start - _REACH) : one.start], sentence)
                ):
                    yield from _flaw(subject, line.place(one.start, one.end), one, one.day)


def _flaw(subject: Subject, place: Place, one: Dated, day: date) -> Iterator[Flaw]:
    if _works(day, subject.calendar):
        return
    kind = f"a {weekday_of(day)}" if day.weekday() > 4 else "a bank holiday"
    later = next(
        (next_ for count in range(1, _LONGEST_BREAK)
         if _works(next_ := day + timedelta(days=count), subject.calendar)), None,
    )  # fmt: skip
    after = f" The next one is {written(later)}." if later else ""
    message = f"{one.words} is {kind}, on which nobody need work."
    yield Flaw(place, message, f"Name a Working Day, or say what applies where the day is none.{after}")


def _is_deadline(before: str, sentence: str) -> bool:
    if _DONE.search(before):
        return False
    return bool(_DEADLINE.search(before) or (_ON.search(before) and _ACT.search(sentence)))


def _works(day: date, calendar: Calendar | None) -> bool:
    """Whether people work on a day; where the calendar does not know, on every day from Monday to Friday."""
    if day.weekday() > 4:
        return False
    try:
        return calendar is None or calendar(day)
    except ValueError:
        return True


RULE = Rule("C154", "non-working-day", Severity.WARNING, _find, __doc__)
