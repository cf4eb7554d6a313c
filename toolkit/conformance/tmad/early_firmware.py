"""Firmware may be updated before the result is on the EPCL, once it has been tested (R7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling

LAW = Law("TMAD", "4.26", "firmware-before-migration", since="7.0", also=("5.2",))


class Evidence(StrEnum):
    """What shows that a Device Model Combination (DMC) is ready."""

    MIGRATION_TESTING = "MT"
    SYSTEMS_INTEGRATION_TESTING = "SIT"
    DMCT_EPCL_REPORT = "DMCT EPCL Report"
    DCC_AND_SMSO = "DCC and SMSO alone"
    """The view of the DCC and the SMETS1 SMSO, with no test behind it."""


@dataclass(frozen=True, slots=True)
class TestEvidence:
    """One piece of evidence."""

    __test__ = False  # its name is the field's, and pytest is not to collect it

    kind: Evidence
    dmc: str
    """The DMC that was tested."""
    completed: date
    """The day on which the testing ended or the report was made."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What an early Firmware Update rests on."""

    kind: Evidence
    dmc: str
    completed: date
    by_equivalence: bool
    """Whether the DMC tested is one to which the resulting DMC is Substantively Equivalent."""


@implements("TMAD", "firmware-before-migration", since="7.0")
@rule(LAW)
def early_firmware(
    dmc: str,
    update_date: date,
    evidence: tuple[TestEvidence, ...],
    *,
    equivalent_to: tuple[str, ...] = (),
    version: str = "7.0",
) -> Ruling[Ground]:
    """Whether a Firmware Update may be made before the resulting DMC is on the EPCL, and on what ground.

    dmc: the Device Model Combination that would result.
    update_date: the day of the update; it has to come after the evidence, and not on the same day.
    evidence: the tests that were completed and the reports that were made.
    equivalent_to: the DMCs to which it is Substantively Equivalent.
    """
    ground = LAW.at(version)
    if not dmc or not all(one.dmc for one in evidence) or not all(equivalent_to):
        raise RefusalError("dmc, evidence, equivalent_to: a Device Model Combination has no name.")
    tested = [one for one in evidence if one.kind is not Evidence.DCC_AND_SMSO]
    relevant = [one for one in tested if one.dmc == dmc or one.dmc in equivalent_to]
    usable = [one for one in relevant if one.completed < update_date]
    if not usable:
        return ground.not_met(_why_not(dmc, evidence, tested, relevant, update_date))
    best = min(usable, key=lambda one: (one.dmc != dmc, one.completed, one.kind.value, one.dmc))
    found = Ground(best.kind, best.dmc, best.completed, best.dmc != dmc)
    whose = (
        f"of {best.dmc}, to which {dmc} is Substantively Equivalent," if found.by_equivalence else f"of {dmc}"
    )
    return ground.met(f"{best.kind.value} {whose} was complete on {spoken(best.completed)}, "
                      f"before {spoken(update_date)}.", found)  # fmt: skip


def _why_not(
    dmc: str,
    evidence: tuple[TestEvidence, ...],
    tested: list[TestEvidence],
    relevant: list[TestEvidence],
    update_date: date,
) -> str:
    if relevant:
        first = min(relevant, key=lambda one: one.completed)
        return (
            f"{first.kind.value} of {first.dmc} was complete on {spoken(first.completed)}; an update on "
            f"{spoken(update_date)} does not come after it."
        )
    if evidence and not tested:
        return "The view of the DCC and the SMETS1 SMSO alone is no ground."
    return f"There is no MT, SIT or DMCT EPCL Report for {dmc}, or for a DMC to which it is equivalent."
