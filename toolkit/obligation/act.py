"""What stands behind a modal verb, taken apart: the act, the case, the exception, and to whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from .role import RoleUse

CONDITION = re.compile(
    r"\b(?:only )?(?:where|if|unless|until|when|whenever|provided that|to the extent that|so far as"
    r"|for so long as|once(?= (?:the|an?|it|they|each|all|that|this|those|any|no|there|such|[A-Z])\b"
    r"(?! (?:day|week|month|quarter|year))))\b"
)
OPENS_CONDITION = re.compile(
    r"(?:where|if|unless|once|until|when|whenever|before|after|as soon as|provided that|for so long as|within"
    r"|on|upon|in|for|subject to|following|at|by|during|to the extent|as between|not (?:less|more|later) than"
    r"|no (?:less|more|later) than|in (?:the case|relation|respect) of|with)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:save (?:that|where|as|to|for|in)|except(?: that| where| as| for| to| in| with)?|other than|unless"
    r"|failing which)\b"
)
_GOES_ON = re.compile(r",? and (?!(?:the|that|where|if|each|a|an|it|on|in|of|for)\b)|, (?!where|if)")
"""After a case: until that time, and send it."""
_INTERPOSED = re.compile(r"(?: not| only| also)?\s*,\s*([^,]+),")
"""What stands between commas right behind a modal verb: shall, where X, notify."""
_ITS_NOT = re.compile(r"\A(?:not|neither|only)\s+(?!less|more|later|fewer|earlier|sooner)")
"""Told with the modal verb."""
_TO_WHOM = re.compile(
    r"(?<!elates )(?<!elate )(?<!elating )(?<!ubject )(?<!pplies )(?<!pply )(?<!ccording )(?<!espect )"
    r"\b(?:to|upon|notif(?:y|ies)|inform|tell|consult|ask|invite|advise|give|send|supply|require|direct|provide)"
    r"\s+(?:(?:the|a|an|each|every|any|all|other|relevant|that|those|another)\s+)*\Z"
)
_ALSO_WHOM = re.compile(
    r"(?:,|,? and(?: to)?|,? or(?: to)?)\s+(?:(?:the|a|an|each|every|any|all|other)\s+)*\Z"
)


class Told(NamedTuple):
    """What stands behind a modal verb, taken apart."""

    act: str
    condition: str
    exception: str


def told(plain: str, words: str, lo: int, hi: int) -> Told:
    """The act between two places, and the case and the exception that stand before it or behind it."""
    cases: list[str] = []
    exceptions: list[str] = []
    while lo < hi and (aside := _INTERPOSED.match(words, lo, hi)):
        inner = tidy(plain[aside.start(1) : aside.end(1)])
        if _EXCEPTION.match(inner):
            exceptions.append(inner)
        elif CONDITION.match(inner):
            cases.append(inner)
        elif not cases and not exceptions:
            break
        lo = aside.end() - 1
    excepted = _EXCEPTION.search(words, lo, hi)
    cut = hi
    if excepted and excepted.start() > lo + 1:
        words_of = tidy(plain[excepted.start() : hi])
        exceptions.append(f"{words_of} …" if words_of == excepted[0] else words_of)
        cut = excepted.start()
    where = CONDITION.search(words, lo, cut)
    if where and where.start() > lo + 1:
        on = _GOES_ON.search(words, where.end(), cut)
        case = tidy(plain[where.start() : on.start() if on else cut])
        cases.append(f"{case} …" if case == where[0] else case)
        cut = cut if on else where.start()
    return Told(_ITS_NOT.sub("", tidy(plain[lo:cut])), "; ".join(cases), "; ".join(exceptions))


def recipients(words: str, lo: int, hi: int, roles: tuple[RoleUse, ...]) -> tuple[str, ...]:
    """To whom something is given, sent or said between two places, in order."""
    found: list[str] = []
    last = -1
    for one in roles:
        if not lo <= one.start < hi or one.possessive:
            continue
        before = words[max(lo, one.start - 48) : one.start]
        if _TO_WHOM.search(before) or (last >= 0 and _ALSO_WHOM.fullmatch(words[last : one.start])):
            last = one.end
            if one.name not in found:
                found.append(one.name)
    return tuple(found)


def tidy(words: str) -> str:
    """Words without the punctuation and the joining words at their ends."""
    words = words.strip().rstrip(";:,.—– ")
    return re.sub(r"[;,]?\s+(?:and|or|but|and/or)\Z", "", words).strip(" ,;")
