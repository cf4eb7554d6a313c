"""Reads the sentences of one passage: each modal verb of a main clause gives a draft of a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.check.modals import Modal, given_in, said
from toolkit.check.subject import Line

from .actor import Standing, standing
from .deontic import deontic, doers, is_passive
from .obligation import Doubt, Field, Kind, Timing
from .role import RoleUse
from .timing import timings, uncounted

_CONDITION = re.compile(
    r"\b(?:only )?(?:where|if|unless|until|when|whenever|provided that|to the extent that|so far as"
    r"|for so long as|once(?= (?:the|an?|it|they|each|all|that|this|those|any|no|there|such|[A-Z])\b"
    r"(?! (?:day|week|month|quarter|year))))\b"
)
_OPENS_CONDITION = re.compile(
    r"(?:where|if|unless|once|until|when|whenever|before|after|as soon as|provided that|for so long as|within|on"
    r"|upon|in|for|subject to|following|at|by|during|to the extent|as between|not (?:less|more|later) than"
    r"|no (?:less|more|later) than|in (?:the case|relation|respect) of|with)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",? and (?!(?:the|that|where|if|each|a|an|it|on|in|of|for)\b)|, (?!where|if)")
"""After a case: until that time, and send it."""
_EXCEPTION = re.compile(
    r"\b(?:save (?:that|where|as|to|for|in)|except(?: that| where| as| for| to| in| with)?|other than|unless"
    r"|failing which)\b"
)
_LINK = re.compile(
    r"(?:,\s*)?\b(?:and|but|or|in which case|failing which|save that|except that|provided that|so)\b"
    r"(?:,?\s+(?P<condition>(?:where|if|when|once|unless|before|after|within|on|in|for|at|by|until|not|no)\b"
    r"(?:(?!,\s*(?:and|but)\b)[^;])*?),?)?[\s,]*\Z"
)
_TO_WHOM = re.compile(
    r"(?<!elates )(?<!elate )(?<!elating )(?<!ubject )(?<!pplies )(?<!pply )(?<!ccording )(?<!espect )"
    r"\b(?:to|upon|notif(?:y|ies)|inform|tell|consult|ask|invite|advise|give|send|supply|require|direct|provide)"
    r"\s+(?:(?:the|a|an|each|every|any|all|other|relevant|that|those|another)\s+)*\Z"
)
_ALSO_WHOM = re.compile(
    r"(?:,|,? and(?: to)?|,? or(?: to)?)\s+(?:(?:the|a|an|each|every|any|all|other)\s+)*\Z"
)
_OPENS_TIMING = re.compile(
    r"\s*(?:and |but )?(?:within|not? (?:less|more|later|fewer|earlier|sooner) than|at least|at the end|by|as soon as"
    r"|without|immediately|promptly|every|each|once (?:every|each|a)|for (?:at|a|the|\d)|on or before|from time)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"not (?!less|more|later|fewer|earlier|sooner)")
_OF_PERIOD = re.compile(r"(?:the|that|a|any) (?:\w+ )?period of ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one modal verb of a passage says, before it is known what stands around the passage."""

    kind: Kind
    modal: str
    actors: tuple[str, ...]
    stands: Standing
    """What its subject is; “and shall” has that of the draft before it."""
    act: str
    condition: str
    exception: str
    recipients: tuple[str, ...]
    timings: tuple[Timing, ...]
    doubts: tuple[Doubt, ...]
    start: int
    """Where its subject begins in the text."""
    verb: int
    """Where its modal verb ends."""
    end: int
    """Where its act ends."""
    last: bool
    """Whether its act is the last of the text, and so what limbs go on with."""


NOBODY = Draft(Kind.OBLIGATION, "", (), Standing(True, 0), "", "", "", (), (), (), 0, 0, 0, False)
"""What stands before the first sentence of a passage that nothing leads into."""


def drafts(line: Line, roles: tuple[RoleUse, ...], before: Draft = NOBODY) -> tuple[Draft, ...]:
    """The readings of a text; `before` is what it goes on with where its first words are “and shall”."""
    modals = given_in(line)
    if not modals:
        return ()
    words = modals[0].words
    used = tuple(one for one in roles if words[one.start : one.end].strip())
    found = [(modal, stands) for modal, stands in _standing(words, modals, used) if stands.main]
    made: list[Draft] = []
    for number, (modal, stands) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        together = following is not None and following[0].sentence == modal.sentence
        end = _act_end(words, modal, following[1].start if following and together else modal.sentence[1])
        first = number == 0 or found[number - 1][0].sentence != modal.sentence
        start = modal.sentence[0] if first else found[number - 1][0].end
        earlier = made[-1] if made else before
        made.append(_draft(line.text.plain, words, modal, stands, (start, end), first, earlier, used))
    if made and found[-1][0].sentence[1] >= len(words.rstrip(" :—–-")):
        made[-1] = _with_last(made[-1])
    return tuple(made)


def _with_last(draft: Draft) -> Draft:
    from dataclasses import replace

    return replace(draft, last=True)


def _standing(
    words: str, modals: tuple[Modal, ...], roles: tuple[RoleUse, ...]
) -> Iterator[tuple[Modal, Standing]]:
    sentence, lo = (-1, -1), 0
    for modal in modals:
        if modal.sentence != sentence:
            sentence, lo = modal.sentence, modal.sentence[0]
            lo = _opening(words, modal)
        found = standing(words, lo, modal.start, roles, lo <= _opening(words, modal))
        yield modal, found
        if found.main:
            lo = modal.end


def _opening(words: str, modal: Modal) -> int:
    """Where the first word of its sentence stands."""
    start = modal.sentence[0]
    while start < modal.start and words[start] in " ”’\"'":
        start += 1
    return start


def _act_end(words: str, modal: Modal, until: int) -> int:
    """Where the act of a modal verb ends: before the words that join the next one to it."""
    until = min(until, len(words))
    if until >= modal.sentence[1]:
        return until
    link = _LINK.search(words, modal.end, until)
    return link.start() if link else until


def _draft(
    plain: str, words: str, modal: Modal, stands: Standing, reach: tuple[int, int], first: bool,
    earlier: Draft, roles: tuple[RoleUse, ...],
) -> Draft:  # fmt: skip
    lo, end = reach
    act = words[modal.end : end]
    if stands.same:
        stands = stands._replace(
            actors=earlier.stands.actors, thing=earlier.stands.thing, doubt=earlier.stands.doubt
        )
    if not stands.actors and stands.thing in ("it", "they") and earlier.stands.actors:
        stands = stands._replace(actors=earlier.stands.actors)
    somebody = bool(stands.actors)
    said_of = deontic(plain[modal.start : modal.end].lower(), act, stands.negative, somebody)
    condition, exception = _led_by(plain, words, lo, stands.start, first), ""
    cut = end
    excepted = _EXCEPTION.search(words, modal.end, end)
    if excepted:
        exception, cut = _tidy(plain[excepted.start() : end]), excepted.start()
        exception = "" if exception == excepted[0] else exception
    case, cut = _trailing(plain, words, modal.end, cut)
    condition = "; ".join(filter(None, (condition, case)))
    actors, doubts = _actors(words, modal, stands, end, roles, act, said_of.kind)
    led_from = _from(words, lo, stands.start, first)
    when = _leading_timings(words, led_from, stands.start) + timings(words, modal.end, end)
    if _OF_PERIOD.match(words, stands.start):
        when = timings(words, stands.start, modal.start) + when
    if said_of.doubt:
        doubts = (*doubts, Doubt(Field.KIND, said_of.doubt))
    doubts = (*doubts, *_of_period(when))
    return Draft(
        said_of.kind, said_of.modal, actors, stands, _tidy(plain[modal.end : cut]), condition, exception,
        _recipients(words, modal.end, end, roles), when, doubts, stands.start, modal.end, end, False,
    )  # fmt: skip


def _trailing(plain: str, words: str, lo: int, hi: int) -> tuple[str, int]:
    """A case behind an act, and where the act ends: before the case, unless it goes on after it."""
    found = _CONDITION.search(words, lo, hi)
    if found is None or found.start() <= lo + 1:
        return "", hi
    on = _GOES_ON.search(words, found.end(), hi)
    case = _tidy(plain[found.start() : on.start() if on else hi])
    if case == found[0]:
        return "", hi
    return case, hi if on else found.start()


def _leading_timings(words: str, lo: int, hi: int) -> tuple[Timing, ...]:
    """When, from the words before a subject: within 2 days after it, the DCC shall; not: where it takes 2 days."""
    found: list[Timing] = []
    at = lo
    for part in words[lo:hi].split(","):
        if _OPENS_TIMING.match(part):
            found += timings(words, at, at + len(part))
        at += len(part) + 1
    return tuple(found)


def leading_timings(words: str) -> tuple[Timing, ...]:
    """When, from words that only say when or in which case."""
    return _leading_timings(words, 0, len(words))


def _of_period(when: tuple[Timing, ...]) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(Field.PERIOD, f"it is not said what “{one.words}” is counted from") for one in uncounted(when)
    )


def _actors(
    words: str, modal: Modal, stands: Standing, end: int, roles: tuple[RoleUse, ...], act: str, kind: Kind
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:  # fmt: skip
    """Who acts, and why that is uncertain."""
    if kind is Kind.DECLARATION:
        return (), ()
    if is_passive(act):
        by = doers(words, modal.end, end, roles)
        return by, () if by else (Doubt(Field.ACTOR, "the passive names nobody who does it"),)
    if stands.doubt:
        return stands.actors, (Doubt(Field.ACTOR, stands.doubt),)
    if not stands.actors:
        why = (
            "it is said of a thing, and nobody is named to do it"
            if stands.thing
            else "nobody stands before it"
        )
        return (), (Doubt(Field.ACTOR, why),)
    return stands.actors, ()


def _from(words: str, lo: int, start: int, first: bool) -> int:
    """Where the words that lead into a subject begin: those of its own sentence, behind “and”."""
    if first:
        return lo
    link = _LINK.search(words, lo, start)
    return link.start("condition") if link and link["condition"] else start


def _led_by(plain: str, words: str, lo: int, start: int, first: bool) -> str:
    """The condition that stands before a subject."""
    begin = _from(words, lo, start, first)
    said_before = _tidy(plain[begin:start])
    said_before = re.sub(r"\A(?:and|or|but|then)\b[\s,]*", "", said_before)
    said_before = re.sub(r",?\s*\b(?:and|then)\Z", "", said_before).rstrip(" ,")
    return said_before if _OPENS_CONDITION.match(said_before) else ""


def _recipients(words: str, lo: int, hi: int, roles: tuple[RoleUse, ...]) -> tuple[str, ...]:
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


def limb_draft(line: Line, lead: Draft, end: int, roles: tuple[RoleUse, ...], act_before: str = "") -> Draft:
    """What a limb asks whose words go on with the modal verb of its lead; `end` is where its own act ends."""
    plain = line.text.plain
    words = said(plain)
    start, condition = 0, lead.condition
    opening = _OPENS_CONDITION.match(words)
    comma = words.find(",", 0, end)
    if opening and 0 < comma and not act_before:
        condition = "; ".join(filter(None, (condition, _tidy(plain[:comma]))))
        start = comma + 1
    cut, exception = end, lead.exception
    excepted = _EXCEPTION.search(words, start, end)
    if excepted and excepted.start() > start + 1:
        exception, cut = _tidy(plain[excepted.start() : end]), excepted.start()
    case, cut = _trailing(plain, words, start, cut)
    condition = "; ".join(filter(None, (condition, case)))
    act = _tidy(plain[start:cut])
    kind, modal = lead.kind, lead.modal
    if _NOT.match(act) and kind in (Kind.OBLIGATION, Kind.PERMISSION):
        kind, modal = Kind.PROHIBITION, f"{modal} not"
    own = _leading_timings(words, 0, start) + timings(words, start, end)
    doubts = tuple(one for one in lead.doubts if one.field is not Field.PERIOD)
    when = lead.timings + own
    recipients = tuple(dict.fromkeys(lead.recipients + _recipients(words, start, end, roles)))
    return Draft(
        kind, modal, lead.actors, lead.stands, f"{act_before} {act}".strip(), condition, exception, recipients, when,
        (*doubts, *_of_period(when)), 0, 0, end, True,
    )  # fmt: skip


def _tidy(words: str) -> str:
    """Words without the punctuation and the joining words at their ends."""
    words = words.strip().rstrip(";:,.—– ")
    return re.sub(r"[;,]?\s+(?:and|or|but|and/or)\Z", "", words).strip(" ,;")
