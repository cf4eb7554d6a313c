"""What the limb of a list asks whose words go on with the modal verb that leads into the list."""

from __future__ import annotations

import re

from toolkit.check.modals import said
from toolkit.check.subject import Line

from .act import OPENS_CONDITION, recipients, tidy, told
from .deontic import deontic, doers, is_passive
from .draft import Draft
from .obligation import Doubt, Field, Kind
from .role import RoleUse
from .timing import timings
from .when import leading_timings, of_period

_NOT = re.compile(r"not (?!less|more|later|fewer|earlier|sooner)")


def limb_draft(line: Line, lead: Draft, end: int, roles: tuple[RoleUse, ...], act_before: str = "") -> Draft:
    """What a limb asks whose words go on with the modal verb of its lead; `end` is where its own act ends."""
    plain = line.text.plain
    words = said(plain)
    start, condition = 0, lead.condition
    opening = OPENS_CONDITION.match(words)
    comma = words.find(",", 0, end)
    if opening and comma > 0 and not act_before:
        condition = "; ".join(filter(None, (condition, tidy(plain[:comma]))))
        start = comma + 1
    parts = told(plain, words, start, end)
    condition = "; ".join(filter(None, (condition, parts.condition)))
    exception, act = parts.exception or lead.exception, parts.act
    kind, modal = lead.kind, lead.modal
    if _NOT.match(plain[start:].lstrip()) and kind in (Kind.OBLIGATION, Kind.PERMISSION):
        kind, modal = Kind.PROHIBITION, f"{modal} not"
    actors, doubts = lead.actors, tuple(one for one in lead.doubts if one.field is not Field.PERIOD)
    if not act_before and is_passive(act):
        actors, doubts = _passive(words, start, end, roles)
    if not act_before and kind is not Kind.DECLARATION and _declares(lead, act):
        kind, actors, doubts = Kind.DECLARATION, (), ()
    own = leading_timings(words, 0, start) + timings(words, start, end)
    when = lead.timings + own
    whom = tuple(dict.fromkeys(lead.recipients + recipients(words, start, end, roles)))
    return Draft(
        kind, modal, actors, lead.stands, f"{act_before} {act}".strip(), condition, exception, whom,
        when, (*doubts, *of_period(when)), 0, 0, end, True,
    )  # fmt: skip


def _declares(lead: Draft, act: str) -> bool:
    """Whether a limb says how things stand in law: an authorisation shall: (a) extend to each Device."""
    stands = lead.stands
    return deontic(lead.modal, f" {act}", False, bool(stands.actors), stands.thing).kind is Kind.DECLARATION


def _passive(
    words: str, start: int, end: int, roles: tuple[RoleUse, ...]
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Who does what a limb tells in the passive."""
    by = doers(words, start, end, roles)
    return by, () if by else (Doubt(Field.ACTOR, "the passive names nobody who does it"),)
