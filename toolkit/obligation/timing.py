"""When something is to be done: periods, times of day, dates, and words of haste and repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.check.dates import CLOCK, dates_in
from toolkit.check.periods import Span, spans

from .obligation import Timing

_UNITS = {"second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
          "month": "months", "year": "years", "working day": "Working Days",
          "business day": "Business Days"}  # fmt: skip
_DIRECTIONS = {"before": "before", "prior": "before", "after": "after", "following": "after", "of": "within",
               "from": "after", "beginning": "after", "ending": "before"}  # fmt: skip
_ARTICLE = re.compile(r"(?:a|the)\s+")
_FOR = re.compile(r"\b(for|by|until)\s+\Z")
_NOTICE = re.compile(
    r"[’']? (?:(?:clear|prior|advance|written) )*notice( (?:of|to|before|in|that)\b[^.,;:]*|)"
)
_EVENT_ENDS = re.compile(
    r"\s+(?:or such|and shall|unless|where|if|whichever|with|and (?:the|each|a|only|not)\b)|\s+(?:and|or)\Z"
)
_ASKED = re.compile(
    r"\b(?P<haste>as soon as(?: (?:is |it is )?(?:reasonably )?(?:practicable|possible))?"
    r"|without (?:undue |unreasonable |unnecessary )?delay|promptly"
    r"|immediately(?! (?:before|after|above|below|preceding|following))|forthwith"
    r"|within a reasonable (?:time|period)(?: of time)?|from time to time"
    r"|once only|at all times|in good time|in due time)\b"
    r"|\b(?P<often>(?:at least |not less than |no less than )?(?:once|twice|\w+ times)(?: in)?"
    r" (?:every|each|a|any|per)(?: period of)?(?: calendar| \d+| \w+)?"
    r" (?P<unit>[Ww]orking [Dd]ay|[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Qq]uarter|[Yy]ear)s?)\b"
    r"|\b(?P<each>(?:on |in )?(?:every|each) (?P<turn>[Ww]orking [Dd]ay|[Dd]ay|[Ww]eek|[Mm]onth|[Qq]uarter"
    r"|[Yy]ear))\b(?! (?:on which|for which|in which|of|when|that|given))"
    r"|\b(?P<rhythm>daily|weekly|monthly|quarterly|annually)\b(?=[.,;]|\Z| and\b)"
    r"|\b(?P<end>(?:by|before|until|no later than|not later than|at) the end of (?:the|that|each|every|a)"
    r" (?P<whole>[Ww]orking [Dd]ay|[Dd]ay|[Ww]eek|[Mm]onth|[Qq]uarter|[Yy]ear))\b"
    rf"|\b(?P<clock>(?:by|before|until|no later than|not later than|after|from) (?:{CLOCK}))(?!\w)"
    r"|\b(?P<named>(?:within|by the end of) (?:the|that|each) (?:[A-Z][\w-]* )+(?:Time|Period))\b"
    r"|\b(?P<set>(?:within|by|at) the (?:time|times|period|periods)(?= (?:set|given|stated|specified|required"
    r"|allowed|that|in)\b))"
)
_ON_DATE = re.compile(
    r"\b((?:on or before|on and after|by|before|until|no later than|not later than|from|after|on"
    r"|(?:at|by) the end of)\s+)\Z"
)
_AFTER_CLOCK = re.compile(r"\s*(?:on|of)?\s*((?:the|that|each)[^.,;:]*)")
_BOUNDS = {"within": "within", "for": "for", "at": "before", "by": "before", "before": "before",
           "until": "before", "after": "after", "from": "after"}  # fmt: skip


def timings(words: str, lo: int, hi: int) -> tuple[Timing, ...]:
    """What a stretch of words says of when, in order; the words hold spaces for quotations and brackets."""
    said = words[lo:hi]
    asked = list(_ASKED.finditer(said))
    taken = [found.span() for found in asked]
    found = [(one.start(), _asked(said, one)) for one in asked]
    for one in spans(said):
        if one.anchor.startswith("age"):
            continue
        if not any(start < one.end and one.begin < end for start, end in taken):
            found.append((one.begin, _counted(said, one)))
    for day in dates_in(said):
        before = _ON_DATE.search(said, max(0, day.start - 24), day.start)
        if before:
            written = f"{before[1]}{said[day.start : day.end]}"
            bound = _bound(before[1])
            found.append((before.start(), Timing(written, "", "date", bound, "")))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _asked(said: str, found: re.Match[str]) -> Timing:
    words = " ".join(found[0].split())
    words = words[:1].lower() + words[1:]
    unit = found["unit"] or found["turn"] or found["whole"] or ""
    kind = next(
        name for name in ("haste", "often", "each", "rhythm", "end", "clock", "named", "set") if found[name]
    )
    bound = _bound(words) if kind in ("end", "clock", "named", "set") else ""
    if kind == "clock":
        event = _AFTER_CLOCK.match(said, found.end())
        return Timing(words, "", "time of day", bound, event[1].strip() if event else "")
    if kind == "haste" and words == "as soon as":
        event = re.compile(r"\s*([^.,;:]*)").match(said, found.end())
        return Timing(words, "", "", "after", event[1].strip() if event else "")
    return Timing(words, "", _unit(unit) if unit else "", bound, "")


def _counted(said: str, one: Span) -> Timing:
    """A number of days, hours and such, with its bound and the way in which it runs."""
    bound = _ARTICLE.sub("", said[one.begin : one.start], count=1) if one.begin < one.start else ""
    further = _FOR.search(said, max(0, one.begin - 8), one.begin)
    if further and bound and not bound.startswith(("for", "within")):
        bound = f"{further[1]} {bound}"
    relation = one.relation if one.relation in _DIRECTIONS else ""
    if relation == "prior":
        relation = "prior to"
    bound = bound[:1].lower() + bound[1:]
    words = " ".join(f"{bound}{said[one.start : one.end]} {relation}".split())
    direction = _DIRECTIONS.get(one.relation, "") if relation else _bound(bound)
    event = _event(one.anchor) if relation else ""
    notice = _NOTICE.match(said, one.end)
    if notice:
        direction, event = "before", notice[1].strip().removeprefix("of ")
    return Timing(words, one.number, _unit(one.unit), direction, event)


def _bound(words: str) -> str:
    """The direction that a bound gives by itself: by, no later than."""
    if words.startswith(("no later", "not later", "on or before")):
        return "before"
    return _BOUNDS.get(words.split(" ", 1)[0], "")


def _event(anchor: str) -> str:
    ends = _EVENT_ENDS.search(anchor)
    event = anchor[: ends.start()] if ends else anchor
    return " ".join(event.removeprefix("to ").split())


def _unit(written: str) -> str:
    word = written.lower().removesuffix("s").removeprefix("calendar ").removeprefix("clear ")
    return _UNITS.get(word, word + "s")


def uncounted(some: tuple[Timing, ...]) -> Iterator[Timing]:
    """Periods of which the words do not say what they are counted from."""
    return (one for one in some if one.number and not one.event and one.direction not in ("for", "before"))
