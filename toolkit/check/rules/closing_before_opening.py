"""A period that ends before it begins.

Found where one sentence gives both days: from … to …, between … and …, beginning on … and ending on …,
not before … and no later than …, two days joined by a dash or by “to” or “until”, and where something opens
on one day and closes on another. Passed over is a day that is changed from one to another.

Bad:  The window opens on 8 June 2020 and closes on 29 May 2020.
Good: The window opens on 29 May 2020 and closes on 8 June 2020.

What to do: look which of the two dates is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from toolkit.model.diagnostic import Severity

from ..dates import CLOCK, Dated, dated_lines
from ..rule import Flaw, Rule
from ..subject import Subject

_TIME = rf"(?:(?:at\s)?(?:{CLOCK})\s(?:hours\s)?)?"
_EDGE = r"(?:and including|(?:the )?(?:start|beginning|end|close) of|on|with|at)"
_AT = rf"(?:{_EDGE}\s)*{_TIME}(?:on\s)?(?:the\s)?"
_FROM = re.compile(
    rf"\b(?:from|between|(?:beginning|commencing|starting|opening|running)(?: from)?"
    rf"|(?:not|no) (?:before|earlier than)|on or after)\s{_AT}\Z",
    re.I,
)
_TO = re.compile(
    rf",?\s?(?:\(?inclusive\)?,?\s)?(?:to|until|till|through|up to|and|[–-]|and (?:not|no) later than|and by"
    r"|and until|and on or before|but (?:not|no) later than|(?:and )?(?:ending|closing|expiring|finishing))"
    rf"\s{_AT}"
)
_OPENS = re.compile(
    rf"\b(?:opens?|opened|begins?|began|starts?|started|commenced?s?|r[ua]ns? from)\s{_AT}\Z", re.I
)
_CLOSES = re.compile(
    rf"[,;.]?\s(?:(?:and|but|then|it|which|that)\s)*(?:(?:the|that|this) (?P<noun>\w+)\s)?"
    r"(?:(?:shall|will|must|is to)\s)?"
    r"(?:close[sd]?|ends?|ended|expire[sd]?|terminate[sd]?|finish(?:es|ed)?|cease[sd]?)"
    rf"\s{_AT}",
    re.I,
)
_CLOSED = re.compile(rf"\b(?:close[sd]?|ends?|ended|expire[sd]?|finish(?:es|ed)?)\s{_AT}\Z", re.I)
_HAVING_OPENED = re.compile(
    rf",?\s(?:having (?:opened|begun|started|commenced)|(?:which|it) (?:opened|began|started|commenced)"
    rf"|and (?:(?:shall|will) )?(?:opens?|begins?|starts?|commences?))\s{_AT}",
    re.I,
)
_JOINED = re.compile(rf"(?:\s?[–—-]|,?\s(?:to|until|till|up to|through)(?: and including)?)\s?{_AT}", re.I)
_CHANGED = re.compile(
    r"\b(?:chang|mov|br(?:ing|ought) (?:it )?forward|amend|alter|postpon|deferr?|advanc|shorten|extend|replac"
    r"|substitut|correct|revis)\w*\b[^.;]*\Z",
    re.I,
)
_REACH = 60
"""Characters before a date in which the words that make it a beginning stand."""


def _find(subject: Subject) -> Iterator[Flaw]:
    for line, dates in subject.once(dated_lines):
        plain = line.text.plain
        for one, other in pairwise(dates):
            if one.day is None or other.day is None:
                continue
            if (other.day < one.day and _opens_first(plain, one, other)) or (
                one.day < other.day and _closes_first(plain, one, other)
            ):
                first, last = sorted((one.day, other.day))
                opening, closing = (one, other) if one.day == last else (other, one)
                apart = (last - first).days
                message = f"It ends on {closing.words}, {_days(apart)} before it begins on {opening.words}."
                yield Flaw(line.place(one.start, other.end), message, "Look which of the two dates is wrong.")


def _opens_first(plain: str, one: Dated, other: Dated) -> bool:
    before = plain[max(0, one.start - _REACH) : one.start]
    between = plain[one.end : other.start].lstrip(")")
    if _JOINED.fullmatch(between):
        return not _CHANGED.search(plain, max(0, one.start - 2 * _REACH), one.start)
    if _FROM.search(before) and _TO.fullmatch(between):
        return True
    closes = _CLOSES.fullmatch(between) if _OPENS.search(before) else None
    return closes is not None and (not closes["noun"] or closes["noun"].lower() in before.lower().split())


def _closes_first(plain: str, one: Dated, other: Dated) -> bool:
    before = plain[max(0, one.start - _REACH) : one.start]
    return bool(_CLOSED.search(before) and _HAVING_OPENED.fullmatch(plain, one.end, other.start))


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


RULE = Rule("C155", "closing-before-opening", Severity.ERROR, _find, __doc__)
