"""What a modal verb does with its not, its only and its verb: oblige, forbid, permit, or declare."""

from __future__ import annotations

import re
from typing import NamedTuple

from .obligation import Kind
from .role import RoleUse, is_person, singular

_OF_WORDS = re.compile(
    r"(?:(?:the|a|an|any|each|this) )?(?:words?|terms?|references? to|expressions?|singular|plural|masculine"
    r"|headings?|nothing)\b",
    re.IGNORECASE,
)
"""What is said of these is how to understand the text."""
_NOT = re.compile(r"\s*(not|neither|never|only)\b", re.IGNORECASE)
_SKIPPED = re.compile(
    r"\s*(?:(?:not|neither|never|only|also|then|each|promptly|immediately|forthwith|thereupon|further|always"
    r"|accordingly|in any event|(?!(?:ap|sup|com|re)p?ly\b)[a-z]+ly)\b\s*|,[^,]*,\s*)*"
)
_POWER = re.compile(r"be (?:entitled|permitted|allowed|free) to\b")
_DUTY = re.compile(r"be (?:required|obliged|bound) to\b")
_EFFECT = re.compile(
    r"(?:be (?:(?:so |also )?(?:treated|regarded|deemed|taken|construed|interpreted|read(?! with| together)"
    r"|counted|sufficient|conclusive|binding|effective|void|valid|without|of no|affected|subject to"
    r"|disregarded|understood|known|enforceable))"
    r"|have (?:effect|the (?:meaning|same)|no effect|force)|cease to (?:have effect|apply|be)|prevail|lapse"
    r"|mean\b|come into|take effect|expire)"
)
_EFFECT_OF_THINGS = re.compile(
    r"(?:apply|extend|require|prevent|entitle|authorise|depend|fall|form|relieve|affect|limit|continue|constitute"
    r"|begin|end|remain|override|prejudice|restrict|cease)\b"
)
"""What a thing does in law, and somebody by acting."""
_IRREGULAR = (
    "given sent made kept taken paid held done told set put read built sold bought written shown known drawn "
    "brought found met left lost laid begun chosen borne dealt heard sought withdrawn undertaken carried"
)
_PASSIVE = re.compile(rf"be (?:(?!not\b)[a-z]+ly )?(?:\w+ed|{_IRREGULAR.replace(' ', '|')})\b")
_BY = re.compile(r"\bby\s+(?:(?:the|a|an|each|every|any|either|that|such|relevant|other|another)\s+)*")
_PERSON_AFTER = re.compile(
    r"[a-z-]+(?: [a-z-]+)?(?=(?: (?:who|that|which|in|within|to|for|at|on|of|before)\b|[.,;]|\Z))"
)
_NOT_PASSIVE = re.compile(r"be (?:entitled|permitted|allowed|required|obliged|bound|concerned|satisfied)\b")


class Deontic(NamedTuple):
    """What one modal verb does."""

    kind: Kind
    modal: str
    """As written, with its not."""
    doubt: str = ""


def deontic(modal: str, after: str, negative: bool, somebody: bool, thing: str = "") -> Deontic:
    """What a modal verb does with the words after it; `negative` is that of its subject, no User.

    `somebody` says whether its subject can act; `thing` is the subject where it cannot.
    """
    modal = " ".join(modal.split())
    found = _NOT.match(after)
    particle = found[1].lower() if found else ""
    verb = after[_SKIPPED.match(after).end() :]  # type: ignore[union-attr]
    shown = f"{modal} {particle}" if particle in ("not", "only") else modal
    no = negative or particle in ("not", "neither", "never") or " not " in f" {modal} "
    doubt = "“only” permits one thing and forbids the rest" if particle == "only" and modal == "may" else ""
    if (
        _OF_WORDS.match(thing)
        or _EFFECT.match(verb)
        or (not somebody and modal != "may" and _EFFECT_OF_THINGS.match(verb))
    ):
        return Deontic(Kind.DECLARATION, shown)
    if modal == "will":
        return Deontic(Kind.OBLIGATION, shown, "“will” may be a duty or a forecast")
    power = modal == "may" or modal.endswith(("entitled to", "permitted to")) or bool(_POWER.match(verb))
    if modal == "need not" or (no and (modal.endswith(("required to", "obliged to")) or _DUTY.match(verb))):
        return Deontic(Kind.PERMISSION, shown)
    if no:
        return Deontic(Kind.PROHIBITION, shown)
    return Deontic(Kind.PERMISSION if power else Kind.OBLIGATION, shown, doubt)


def is_passive(act: str) -> bool:
    """Whether what is to be done is told of what it is done to: be given."""
    verb = act[_SKIPPED.match(act).end() :]  # type: ignore[union-attr]
    return bool(_PASSIVE.match(verb)) and not _NOT_PASSIVE.match(verb)


def doers(words: str, lo: int, hi: int, roles: tuple[RoleUse, ...]) -> tuple[str, ...]:
    """Who does what is told in the passive: those behind the first “by” that names somebody."""
    by_start = {one.start: one for one in roles}
    for found in _BY.finditer(words, lo, hi):
        first = by_start.get(found.end())
        if first is None:
            person = _PERSON_AFTER.match(words, found.end(), hi)
            if person and is_person(person[0]):
                return (singular(person[0]),)
            continue
        names, at = [first.name], first.end
        joint = re.compile(r",?\s(?:and|or)\s+(?:by\s+)?(?:(?:the|a|an|each|any|other)\s+)*")
        while (more := joint.match(words, at, hi)) and (other := by_start.get(more.end())):
            names.append(other.name)
            at = other.end
        return tuple(names)
    return ()
