"""When an act is to be done, from the words around it, and what of that is uncertain."""

from __future__ import annotations

import re

from .act import CONDITION
from .obligation import Doubt, Field, Timing
from .timing import timings, uncounted

_OPENS_TIMING = re.compile(
    r"\s*(?:and |but )?(?:within|not? (?:less|more|later|fewer|earlier|sooner) than|at least|at the end|by"
    r"|as soon as|without|immediately|promptly|every|each|once (?:every|each|a)|for (?:at|a|the|\d)"
    r"|on or before|from time)\b",
    re.IGNORECASE,
)


def leading_timings(words: str, lo: int, hi: int) -> tuple[Timing, ...]:
    """When, from the words before a subject: within 2 days after it; but not: where it takes 2 days."""
    found: list[Timing] = []
    at = lo
    for part in words[lo:hi].split(","):
        if _OPENS_TIMING.match(part):
            found += timings(words, at, at + len(part))
        at += len(part) + 1
    return tuple(found)


def of_period(when: tuple[Timing, ...]) -> tuple[Doubt, ...]:
    """Why periods are uncertain: nothing says what they are counted from."""
    return tuple(
        Doubt(Field.PERIOD, f"it is not said what “{one.words}” is counted from") for one in uncounted(when)
    )


def in_case(words: str, lo: int, hi: int) -> tuple[Doubt, ...]:
    """Why periods are uncertain that stand in a case behind an act: where the two differ by 10 seconds."""
    found = CONDITION.search(words, lo, hi)
    if found is None:
        return ()
    comma = words.find(",", found.end(), hi)
    some = timings(words, found.end(), comma if comma > 0 else hi)
    return tuple(Doubt(Field.PERIOD, f"“{one.words}” may be of the case, not of the act") for one in some)
