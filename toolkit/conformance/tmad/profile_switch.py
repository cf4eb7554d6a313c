"""In FOC, nobody acts while the Communications Hub's profile data switch is on (R9)."""

from __future__ import annotations

from enum import StrEnum

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import Ruling
from ..vocabulary import Cohort, MeterStatus, joined

LAW = Law("TMAD", "4.22A", "profile-data-switch", since="11.0")


class Switch(StrEnum):
    """The profile data switch of a Communications Hub."""

    ON = "on"
    OFF = "off"


class Actor(StrEnum):
    """Who is about to act."""

    DCC = "DCC"
    RESPONSIBLE_SUPPLIER = "Responsible Supplier"


@implements("TMAD", "profile-data-switch", since="11.0")
@implements("TMAD", "switch-dormant", since="11.0")
@implements("TMAD", "switch-active", since="11.0")
@rule(LAW)
def profile_switch(
    cohort: Cohort, status: MeterStatus, switch: Switch, actor: Actor, *, version: str = "11.0"
) -> Ruling[tuple[Actor, ...]]:
    """Whether the DCC may migrate, or a Responsible Supplier may authorise migration; and who may not act.

    cohort: of the installation: the rule is for FOC.
    status: of the meter: the DCC migrates a Dormant Meter of its own motion.
    switch: the profile data switch of the Communications Hub.
    actor: who is about to act.
    The value lists everybody who may not act.
    """
    ground = LAW.at(version)
    if cohort is not Cohort.FOC:
        return ground.met(f"The rule is for FOC; it stops nobody for {cohort.value}.", ())
    if switch is Switch.OFF:
        return ground.met("The profile data switch is off.", ())
    supplier = (Actor.RESPONSIBLE_SUPPLIER,)
    barred = (Actor.DCC, *supplier) if status is MeterStatus.DORMANT else supplier
    act = "migrate a Dormant Meter" if actor is Actor.DCC else "authorise migration"
    if actor in barred:
        return ground.not_met(f"The profile data switch is on: the {actor.value} may not {act}.", barred)
    names = joined(tuple(one.value for one in barred))
    return ground.met(f"The profile data switch is on: the {names} may not authorise; the DCC is not barred "
                      "for an Active Meter, which it migrates on an authorisation only.", barred)  # fmt: skip
