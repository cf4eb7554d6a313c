"""How the words before a list lead into it: whether each limb is an act of its own, or completes one act."""

from __future__ import annotations

import re
from enum import Enum

_ADVERBIAL = re.compile(
    r"(?:not|also|then|only|each|either|both|at (?:least|any time|all times)|promptly|without delay"
    r"|in any event|as soon as[\w ]*"
    r"|do (?:each|all|any|either|both|one or more|one)(?: or both)? of the following(?: things)?"
    r"|(?:in|on|upon|by|for|at|within|before|after|where|if|when|once|during|following|to the extent"
    r"|(?:not|no) (?:less|more|later|earlier|sooner) than|as"
    r"|under|with|without|unless|until|subject to)\b[^,]*)\Z",
    re.IGNORECASE,
)
_ENSURING = re.compile(r"\b(?:ensure|procure|secure)\b")
_ENSURED = re.compile(r"\b(?:ensure|procure|secure)\b[^,:]{0,40}?\bthat\b(?P<rest>(?:\s+[^\s,]+){0,9})\s*\Z")
_UNFINISHED = re.compile(
    r"\b(?:that|which|who|whom|where|if|when|unless|until|once|whether|only|of|stat(?:e|es|ing)|is|are|be|by|how"
    r"|following|below|contains?|containing|includes?|including|specif(?:y|ies|ying)|lists?|identif(?:y|ies)|either"
    r"|shows?|record(?:s|ing)?|has|have|having|from|with|respect of)\s*\Z",
    re.IGNORECASE,
)


class Leads(Enum):
    """What a limb is to the words before it."""

    ACT = "an act of its own: the DCC shall: (a) notify …"
    ENSURE = "something of its own to be ensured: shall ensure that: (a) …"
    PART = "a part of one act: shall state: (a) the date; …"
    WHOLE = (
        "a whole act, where limbs bear periods: shall give notice: (a) not less than 5 Working Days before …"
    )
    SENTENCE = "a sentence of its own, or part of a condition"


def leads(tail: str, timed: bool) -> Leads:
    """How the words behind the last modal verb of a passage lead into the list after them.

    `timed` says whether a limb of the list bears a period of its own.
    """
    tail = tail.strip(" :—–-")
    if is_adverbial(tail):
        return Leads.ACT
    ensured = _ENSURED.search(tail)
    if ensured and " and that" not in ensured["rest"]:
        return Leads.ENSURE
    return Leads.WHOLE if timed and not _UNFINISHED.search(tail) else Leads.PART


def to_be_ensured(tail: str) -> str:
    """The words that stand before each limb of what is to be ensured: ensure that the S1SP."""
    found = [one.start() for one in _ENSURING.finditer(tail)]
    return tail[found[-1] :].strip(" :—–-") if found else ""


def is_adverbial(words: str) -> bool:
    """Whether words say only when or how: then the act comes in the limbs."""
    words = words.strip(" ,:—–-")
    if not words:
        return True
    parts = [part.strip() for part in words.split(",")]
    return all(not part or _ADVERBIAL.match(part) for part in parts)
