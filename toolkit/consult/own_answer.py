"""What a direction answers where its consultation is kept: worked out, never typed again."""

from __future__ import annotations

from dataclasses import replace

from .conclusions import Conclusions
from .consultation import Consultation, DeclaredChange
from .direction import Answered, Direction, Round

OWN = "consultation"
"""What the letter's texts call it: answered.consultation."""


def with_own_answer(
    direction: Direction, consultation: Consultation | None, counted: int, conclusions: Conclusions | None
) -> Direction:
    """The direction with the consultation that it is made on as what it answers, unless it says itself."""
    if consultation is None or direction.answers:
        return direction
    codes = tuple(dict.fromkeys(one.code for one in direction.stage.documents))
    timetable = consultation.timetable
    published = conclusions.stage.published if conclusions else None
    answer = Answered(
        id=OWN,
        by=consultation.issuer.code,
        about=consultation.package,
        documents=codes,
        rounds=(Round(timetable.published.day, timetable.closes.day, counted or None),),
        provisions=tuple(
            one
            for change in made_changes(direction, consultation)
            for one in change.provisions
            if one.document in codes
        ),
        asked=timetable.redesignation.day,
        concluded=published.day if published and published.exact else None,
        place=direction.effect_place,
    )
    return replace(direction, answers=(answer,))


def made_changes(direction: Direction, consultation: Consultation) -> tuple[DeclaredChange, ...]:
    """The declared changes that a direction makes."""
    return tuple(one for one in consultation.changes if not direction.changes or one.id in direction.changes)


def left_changes(
    direction: Direction, earlier: tuple[Direction, ...], consultation: Consultation
) -> tuple[DeclaredChange, ...]:
    """Those that neither it nor an earlier direction makes."""
    made = {one.id for each in (direction, *earlier) for one in made_changes(each, consultation)}
    return tuple(one for one in consultation.changes if one.id not in made)
