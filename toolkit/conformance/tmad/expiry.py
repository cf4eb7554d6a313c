"""Until when the TMAD has effect (R11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolkit.library.timeline import first_day
from toolkit.model.document import Version

from ..law import Law, last_day_of_tmad
from ..ledger import TMAD, spoken, stage
from ..link import implements
from ..rule import rule
from ..ruling import NotInForceError, RefusalError, Ruling, Standing

LAW = Law("TMAD", "1.5", "expiry", since="1.0")


@dataclass(frozen=True, slots=True)
class Effect:
    """How long a version has effect by its own words."""

    last_day: date


@implements("TMAD", "expiry", since="4.0")
@rule(LAW)
def tmad_in_force(day: date, version: str) -> Ruling[Effect]:
    """Whether the TMAD, by the words of a version, has effect on a day.

    day: the day asked about.
    version: by name; the last day is 31 December 2020 and, from 9.0, 31 December 2021.
    """
    ground = LAW.at(version)
    edition = TMAD.version(ground.clause.version)
    assert edition is not None
    last = last_day_of_tmad(edition.name)
    if ground.standing is Standing.PROPOSED:
        words = f"TMAD {edition.name} is no more than proposed ({stage(edition)}); it says {spoken(last)}."
        raise NotInForceError(words, Standing.PROPOSED, edition.name)
    _check_begun(edition, day)
    effect = Effect(last)
    if day > last:
        return ground.not_met(f"It ceased to have effect at the end of {spoken(last)}.", effect)
    return ground.met(f"It has effect to the end of {spoken(last)}.", effect)


def _check_begun(edition: Version, day: date) -> None:
    start = first_day(edition)
    if start is None or day >= start:
        return
    if edition.effective is None:
        raise RefusalError(
            f"day: TMAD {edition.name} was in effect by {spoken(start)}; since when is not recorded."
        )
    words = f"TMAD {edition.name} has effect from {spoken(start)}."
    raise NotInForceError(words, Standing.NOT_YET, edition.name)
