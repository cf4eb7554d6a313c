"""What becomes of a response that comes in: added, late, revised, there already, or refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from .check_responses import author
from .consultation import Consultation
from .counted import is_in_time
from .response import Answer, Response
from .response_fields import Filled
from .response_shape import LONGEST_NAME
from .timetable import Timetable
from .wording import closing_words, moment_words


class Outcome(StrEnum):
    """What became of a response, in the words of the summary."""

    ADDED = "added"
    LATE = "added, late"
    REVISED = "added, revised"
    DUPLICATE = "already there"
    HELD_BACK = "held back"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One response and what became of it."""

    source: str
    """The file it came in, and its row where it has one."""
    outcome: Outcome
    response: Response | None
    """With its id; None where it was refused or is there already."""
    words: tuple[str, ...] = ()
    """Reasons and remarks, each a sentence."""


class Known:
    """The responses that are there, looked up by author; what is taken in is known from then on."""

    def __init__(self, responses: Iterable[Response]) -> None:
        self._ids: set[str] = set()
        self._by_author: dict[str, list[Response]] = {}
        self._next: dict[str, int] = {}
        for response in responses:
            self.add(response)

    def copy(self) -> Known:
        """A copy to go on with while a file is read that may be refused as a whole."""
        known = Known(())
        known._ids = set(self._ids)
        known._by_author = {name: list(found) for name, found in self._by_author.items()}
        known._next = dict(self._next)
        return known

    def add(self, response: Response) -> None:
        """Know a response from now on."""
        self._ids.add(response.id)
        self._by_author.setdefault(author(response), []).append(response)

    def of(self, response: Response) -> list[Response]:
        """The responses of the same author, the last received last."""
        found = self._by_author.get(author(response), [])
        return sorted(found, key=lambda one: (one.received, one.id))

    def fresh_id(self, response: Response) -> str:
        """A name that no response has; that of its author is not in it where it is confidential."""
        base = "confidential" if response.confidential else _slug(response.respondent)
        number = self._next.get(base, 1)
        name = f"{base}-1" if response.confidential and number == 1 else base
        while name in self._ids:
            number += 1
            name = f"{base}-{number}"
        self._next[base] = number
        return name


def take_in(
    filled: Filled, source: str, known: Known, consultation: Consultation, accept_late: bool = False
) -> Taken:
    """Decide what becomes of a response, and know it from now on where it is added.

    An author's later response takes the place of the earlier. One with the same words, or from the very
    same file, is there already. One that is said to have come in before another, which may be its
    revision, is refused.
    """
    response = filled.response
    if response is None:
        return Taken(source, Outcome.REFUSED, None, filled.faults)
    late = response.received > consultation.timetable.closing_moment
    earlier = known.of(response)
    there = next((one for one in earlier if _same(one, response)), None)
    if there is not None:
        return Taken(source, Outcome.DUPLICATE, None, (_there(there, consultation),))
    last = earlier[-1] if earlier else None
    if last is not None and last.received >= response.received:
        return Taken(source, Outcome.REFUSED, None, (_not_later(response, last),))
    words = filled.remarks
    if late:
        words = (*words, _late(response, consultation.timetable, accept_late))
    if last is not None:
        until = f"Until it is counted, {last.id} is." if late and not accept_late else ""
        words = (*words, until or f"It takes the place of {last.id}.")
    response = replace(
        response,
        id=known.fresh_id(response),
        replaces=last.id if last else response.replaces,
        accepted_late=late and accept_late,
    )
    known.add(response)
    outcome = Outcome.LATE if late else Outcome.REVISED if last else Outcome.ADDED
    return Taken(source, outcome, response, words)


def _there(there: Response, consultation: Consultation) -> str:
    told = f"It is {there.id}; nothing was done."
    if is_in_time(there, consultation.timetable.closing_moment):
        return told
    return f"{told} It came in late and is not counted, unless accepted-late: yes is added to it."


def _not_later(response: Response, last: Response) -> str:
    return (
        f"{_name(response)} has a response already, {last.id}, received at {_when(last.received)}. If this "
        "one came in later and revises it, say when it came in: --received."
    )


def _late(response: Response, timetable: Timetable, accepted: bool) -> str:
    closed = closing_words(timetable.closes.day, timetable.closing_time)
    told = f"It was received at {_when(response.received)}, after the consultation closed ({closed})."
    if accepted:
        return f"{told} It is counted all the same."
    return f"{told} It is kept and not counted, unless accepted-late: yes is added to it."


def _name(response: Response) -> str:
    return "Its author" if response.confidential else response.respondent


def _when(moment: datetime) -> str:
    return moment_words(moment.date(), moment.time())


def _same(there: Response, new: Response) -> bool:
    """From a file that was added before, or saying the same."""
    if there.file and there.original and there.original == new.original:
        return True
    return _said(there) == _said(new)


def _said(response: Response) -> tuple[object, ...]:
    def words(answer: Answer) -> tuple[object, ...]:
        return (answer.question, answer.stance, answer.text, answer.reason)

    general = words(response.general) if response.general else ()
    return (tuple(map(words, response.answers)), general, response.confidential, response.outside)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    cut = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[: LONGEST_NAME - 8].strip("-")
    return cut or "response"
