"""A draft rests on a version whose place a newer designated version has taken.

Designating the draft would undo whatever the newer version changed. That happens to every draft whose
consultation is overtaken by a designation, be it on the day on which it opens. Found is a draft, itself
or by the drafts that it rests on, on a base in whose line a later version was designated

- whose text is held, so that the draft can be carried onto it; or
- by the day on which the draft was consulted on or concluded; or at all, where the draft has no such day.

A version that was made from the draft, or from some of its changes, has not overtaken it.

Bad:  base: "5.1", consulted: 2020-07-24, where 6.0 was designated on that day
Good: base: "6.0"

What to do: carry the changes onto the newer version, and name that under base: in document.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.library.timeline import DRAFTS, bases, first_day, made_from
from toolkit.model.diagnostic import Severity
from toolkit.model.document import Register, Version
from toolkit.model.place import Place

from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    register, draft = subject.document.register, subject.document.version
    if draft.status not in DRAFTS:
        return
    trail = list(bases(register, draft))
    ground = next((one for one in trail if first_day(one)), None)
    newer = _newer(register, draft, trail, ground) if ground else None
    if ground is None or newer is None:
        return
    day = first_day(newer)
    since = f" since {day.day} {day:%B %Y}" if day else ""
    rests = (
        f"rests on {ground.name}"
        if trail[0] is ground
        else f"rests on {trail[0].name} and so on {ground.name}"
    )
    message = f"{subject.document.name} {rests}, and {newer.name} has been in legal effect{since}."
    hint = f'Carry its changes onto {newer.name}, and write base: "{newer.name}" in document.yaml.'
    yield Flaw(_place(subject), message, hint)


def _newer(register: Register, draft: Version, trail: list[Version], ground: Version) -> Version | None:
    """The latest version of the line of the ground that overtook a draft."""
    day = draft.concluded or draft.consulted
    start = first_day(ground) or date.min
    found: list[tuple[date, Version]] = []
    for one in register.versions:
        since = first_day(one)
        if since is None or since < start or one in trail or one.line != ground.line:
            continue
        if since == start and register.versions.index(one) < register.versions.index(ground):
            continue
        if made_from(register, one, draft):
            continue
        if one.held or day is None or since <= day:
            found.append((since, one))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _place(subject: Subject) -> Place:
    """The beginning of the text: where an allow for the whole file stands."""
    first = next(iter(subject.passages), None)
    return first.place if first else Place(subject.document.register.file)


RULE = Rule("C126", "overtaken-base", Severity.WARNING, _find, __doc__)
