"""Who stands before a modal verb: the subject of its sentence, and whether the verb is of the main clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .role import RoleUse, is_person, singular
from .subordinate import CONJUNCTIONS, NOUN_OPENS, RELATIVE, is_subordinate

_ADVERBS = re.compile(
    r"(?:(?:^|(?<=[\s,]))(?:each|also|then|only|all|both|accordingly|therefore|thereafter|always|further)[\s,]*)+\Z"
)
_DETERMINER = re.compile(
    r"(?:(?:^|(?<=[\s(]))(?:the|a|an|each|every|any|no|both|either|neither|such|that|those|these|this|all"
    r"|other|its|their|relevant|former|new|same|first|second"
    r"|(?:one|each|any|all|both|either|none) of|one or more)\s+)+\Z",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:the|a|an|each|every|any|no|both|either|neither|such|those|these|all|none of|other|its|their"
    r"|one or more|this|that)\s+(?:of\s+(?:the|those|these)\s+)?",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"(?:no(?! (?:later|earlier|sooner|less|fewer|more) than)|neither|none of|nothing|nobody)\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([\w’'-]+|,)\s*\Z")
_EMBEDDING_WORDS = (
    "to of by for from with under in on between against upon than over into without including except"
)
_EMBEDDING = frozenset(_EMBEDDING_WORDS.split())
"""What stands before a name that is not the subject but part of it: an assessment of a User shall."""
_JOINS = re.compile(r"(?:(?:^|[\s,])(?:and|or|but|nor)(?: (?:then|also|so|in any event))?)\s*\Z")
_CONNECTOR = re.compile(
    r"(?:\b(?:in which case|failing which|whereupon|save that|except that|provided that|on condition that"
    r"|in that case|otherwise|and|but|or|then)\b[\s,]*)+",
    re.IGNORECASE,
)
_MAIN_AGAIN = re.compile(
    r"(?:(?:save|except|provided|condition) that|(?:failing|upon) which|in which case|whereupon)\s*\Z",
    re.IGNORECASE,
)
_AND_THE = re.compile(r"\b(?:and|or|but) (?=(?:the|an?|each|every|any|no|such|that|this)\b)")
_BEGINS_ANEW = re.compile(
    r", (?:and|but) (?:the|an?|each|every|any|no|such|that|this|[A-Z])[ \w][^,]*(?:, or [^,]*)?\Z"
)
"""Whether a subject of its own stands between one modal verb and the next."""
_PRONOUN = re.compile(r"(?:^|(?<=[\s,]))(it|they|he or she|he|she|who|which)\Z", re.IGNORECASE)
_ENDS_HEAD = re.compile(
    r"\s(?:that|which|who|whom|whose|of|for|by|when|in|with|to|on|at|from|under|other|and|or|as|within"
    r"|concerned|mentioned|described|referred|required|\w+ed|\w+ing)\b|,"
)


class Standing(NamedTuple):
    """What stands before one modal verb."""

    main: bool
    """Whether the verb is of a main clause, not of a condition or relative clause."""
    start: int
    """Where its subject begins; where it has none of its own, where the modal verb stands."""
    actors: tuple[str, ...] = ()
    thing: str = ""
    """What the subject is where it is nobody: A Blocked Installation Proposal."""
    same: bool = False
    """Whether its subject is that of the modal verb before it: and shall."""
    negative: bool = False
    """Whether nobody may: no User shall."""
    doubt: str = ""


_ASIDE = Standing(False, 0)


def standing(words: str, lo: int, hi: int, roles: Sequence[RoleUse], first: bool = True) -> Standing:
    """What stands before the modal verb at `hi`, in the words from `lo`.

    These are the words of its sentence, or those behind the modal verb before it. `first` says whether no
    modal verb of a main clause stands before it in its sentence.
    """
    end = _without_adverbs(words, lo, hi)
    before = words[lo:end]
    if not before.strip(" ,") or _JOINS.search(before):
        return _of_none(before, end, first)
    if before.rstrip().endswith(","):
        cut = _interposed(before)
        if cut:
            end = lo + cut
            before = words[lo:end]
            if _JOINS.search(before):
                return _of_none(before, end, first)
        if not first and not any(one.end == end for one in roles) and not _BEGINS_ANEW.search(words[lo:end]):
            return Standing(True, hi, same=True)  # shall allocate a number, shall publish it, and shall …
    end = lo + len(before.rstrip(" ,"))
    pronoun = _PRONOUN.search(words, lo, end)
    if pronoun:
        return _of_pronoun(words, lo, pronoun, roles)
    last = next((one for one in reversed(roles) if one.end == end and one.start >= lo), None)
    if last is not None and not last.possessive:
        found = _of_role(words, lo, last, roles)
        if found is not None:
            return found
    return _of_phrase(words, _joint(words, lo, end) if not first else lo, end, roles, first)


def _of_none(before: str, end: int, first: bool) -> Standing:
    """Where nothing but “and” stands before the modal verb; “where it is or may be” is a whole condition."""
    if first and RELATIVE.match(before.lstrip()) and "," not in before.rstrip(" ,"):
        return _ASIDE
    return Standing(True, end, same=True)


def _joint(words: str, lo: int, end: int) -> int:
    """Where a subject begins that “and the” joins to the act before it; `lo` where none does."""
    found = [one.end() for one in _AND_THE.finditer(words, lo, end)]
    return found[-1] if found and words.find(",", found[-1], end) < 0 else lo


def _without_adverbs(words: str, lo: int, hi: int) -> int:
    found = _ADVERBS.search(words, max(lo, hi - 60), hi)
    end = found.start() if found else hi
    while end > lo and words[end - 1] == " ":
        end -= 1
    return end


def _interposed(before: str) -> int:
    """Where words begin that stand between commas before the modal verb: A Party, not a User, shall."""
    inner = before.rstrip(" ,")
    at = inner.rfind(",")
    return at if at > 0 else 0


def _of_pronoun(words: str, lo: int, found: re.Match[str], roles: Sequence[RoleUse]) -> Standing:
    word = found[1].lower()
    left = words[lo : found.start()]
    if word in ("which", "who"):
        if not left.rstrip().endswith(","):
            return _ASIDE
        near = next((one for one in reversed(roles) if lo <= one.start < found.start()), None)
        ends = near is not None and words[near.end : found.start()].strip() == ","
        actors = (near.name,) if near is not None and ends else ()
        return Standing(True, found.start(), actors, word, doubt=f"the subject is “{word}”")
    before = _LAST_WORD.search(left)
    if before and before[1].lower() in CONJUNCTIONS | _EMBEDDING and not _MAIN_AGAIN.search(left):
        return _ASIDE
    first = next((one for one in roles if lo <= one.start < found.start() and not one.possessive), None)
    actors = (first.name,) if first else ()
    return Standing(True, found.start(), actors, word, doubt=f"the actor is a pronoun, “{word}”")


def _of_role(words: str, lo: int, last: RoleUse, roles: Sequence[RoleUse]) -> Standing | None:
    """The subject that ends with a name, with those joined to it; None where it is only part of a subject."""
    names = [last.name]
    start = _before_determiner(words, lo, last.start)
    either = False
    while True:
        joined = re.search(r"(?:,|,? (and|or|nor)|\b(and|or))\s+\Z", words[lo:start])
        if joined is None:
            break
        other_end = lo + joined.start()
        other = next((one for one in reversed(roles) if one.end == other_end and one.start >= lo), None)
        if other is None or (joined[0].strip() == "," and len(names) == 1):
            break
        outer = _before_determiner(words, lo, other.start)
        if (
            joined[0].strip() == ","
            and words[lo:outer].strip()
            and not words[lo:outer].rstrip().endswith(",")
        ):
            break
        names.append(other.name)
        either = either or "or" in (joined[1], joined[2])
        start = outer
    left = words[lo:start]
    previous = _LAST_WORD.search(left)
    word = previous[1].lower() if previous else ""
    if word in _EMBEDDING:
        return None
    if word in CONJUNCTIONS and not _MAIN_AGAIN.search(left):
        return _ASIDE
    negative = bool(_NEGATIVE.match(words[start:].lstrip()))
    return Standing(True, start, tuple(reversed(names)), negative=negative, doubt=_several(names, either))


def _several(names: Sequence[str], either: bool) -> str:
    return "two actors stand before the modal, joined by “or”" if either and len(names) > 1 else ""


def _before_determiner(words: str, lo: int, start: int) -> int:
    found = _DETERMINER.search(words, max(lo, start - 40), start)
    return found.start() if found else start


def _of_phrase(words: str, lo: int, end: int, roles: Sequence[RoleUse], first: bool) -> Standing:
    """The subject that fills the words since the last comma."""
    start = max(lo, words.rfind(",", lo, end) + 1)
    start += len(words[start:end]) - len(words[start:end].lstrip())
    connector = _CONNECTOR.match(words, start, end)
    if connector:
        start = connector.end()
    if not NOUN_OPENS.match(words[start:end]):
        wide = _of_wide_phrase(words, lo, end, roles)
        if wide is not None:
            return wide
    if is_subordinate(words[start:end]):
        return _ASIDE
    phrase = words[start:end]
    opening = words[lo:end].lstrip()
    negative = bool(_NEGATIVE.match(phrase) or _NEGATIVE.match(opening))
    listed = (
        connector is not None
        and connector[0].strip(" ,").lower() in ("or", "and")
        and _LEADING.match(opening)
    )
    if listed:  # each person that deals, or a dealer that imports, shall
        start = lo + len(words[lo:end]) - len(opening)
    head = start
    while found := _LEADING.match(words, head, end):
        head = found.end()
    named = next((one for one in roles if head <= one.start <= head + 24 and one.end <= end), None)
    if named is not None and _heads(words, head, named, end):
        names, either = _joined(words, named, roles, end)
        doubt = "several actors stand before the modal" if listed else _several(names, either)
        return Standing(True, start, names, negative=negative, doubt=doubt)
    joined = listed or (first and connector is not None and connector[0].strip(" ,").lower() in ("or", "and"))
    name = _person(words, head, end, head == lo)
    if not name:
        return Standing(True, start, (), phrase.strip(), negative=negative)
    several = joined or "," in words[head:end][:60]
    doubt = "several actors stand before the modal" if several else ""
    return Standing(True, start, (name,), negative=negative, doubt=doubt)


def _person(words: str, head: int, end: int, opens: bool) -> str:
    """An everyday word for somebody with which a phrase begins: licensed importer; empty where none does."""
    cut = _ENDS_HEAD.search(words, head, end)
    noun = words[head : cut.start() if cut else end].strip()
    if not noun or not is_person(noun) or len(noun) >= 60 or noun.split()[0].lower() in _EMBEDDING:
        return ""
    return singular(noun[0].lower() + noun[1:] if opens and noun[1:].islower() else noun)


def _of_wide_phrase(words: str, lo: int, end: int, roles: Sequence[RoleUse]) -> Standing | None:
    """A subject with commas in it: A Supplier which finds that it was, or has become, inaccurate shall."""
    connector = _CONNECTOR.match(words, lo, end)
    start = connector.end() if connector else lo
    leading = _LEADING.match(words, start, end)
    if leading is None:
        return None
    first = next((one for one in roles if one.start == leading.end()), None)
    if first is None or not re.match(r"\s(?:that|which|who)\s", words[first.end : first.end + 8]):
        return None
    return Standing(True, start, (first.name,), negative=bool(_NEGATIVE.match(words, start)))


def _heads(words: str, head: int, use: RoleUse, end: int) -> bool:
    """Whether a name is the head of its phrase: each Supplier for a meter, not the User’s notice."""
    lower = words[head : use.start]
    if use.possessive or any(not word.islower() or word in _EMBEDDING for word in lower.split()):
        return False
    after = words[use.end : end]
    return not after or bool(_ENDS_HEAD.match(after)) or bool(RELATIVE.match(after.strip()))


def _joined(words: str, first: RoleUse, roles: Sequence[RoleUse], end: int) -> tuple[tuple[str, ...], bool]:
    """A name and those joined to it after it: the DCC or a Responsible Supplier that …"""
    names, at, either = [first.name], first.end, False
    while found := re.compile(r",?\s(and|or)\s+(?:(?:the|a|an|each|any|every|other|such)\s+)*").match(
        words, at, end
    ):
        other = next((one for one in roles if one.start == found.end()), None)
        if other is None:
            break
        names.append(other.name)
        either = either or found[1] == "or"
        at = other.end
    return tuple(names), either
