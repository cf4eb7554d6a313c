"""Firmware may be updated before the result is on the EPCL, once it has been tested (R7)."""

from __future__ import annotations

from collections.abc import Iterator
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


class Basis(StrEnum):
    """What an early Firmware Update can rest on."""

    TESTING = "SIT and MT"
    """Both are complete."""
    REPORT = "DMCT EPCL Report"


@dataclass(frozen=True, slots=True)
class Early:
    """What an early Firmware Update rests on."""

    basis: Basis
    dmc: str
    completed: date
    """The day of the report, or the later of the days on which SIT and MT ended."""
    by_equivalence: bool
    """Whether the DMC tested is one to which the resulting DMC is Substantively Equivalent."""


@implements("TMAD", "firmware-before-migration", since="7.0")
@implements("TMAD", "firmware-dmc-early", since="7.0")
@implements("TMAD", "firmware-dmc-tested", since="7.0")
@implements("TMAD", "firmware-dmc-reported", since="7.0")
@rule(LAW)
def early_firmware(
    dmc: str,
    update_date: date,
    evidence: tuple[TestEvidence, ...],
    *,
    equivalent_to: tuple[str, ...] = (),
    version: str = "7.0",
) -> Ruling[Early]:
    """Whether a Firmware Update may be made before the resulting DMC is on the EPCL, and on what ground.

    dmc: the Device Model Combination that would result.
    update_date: the day of the update; it has to come after the evidence, and not on the same day.
    evidence: the tests that were completed and the reports that were made.
    equivalent_to: the DMCs to which it is Substantively Equivalent.
    """
    ground = LAW.at(version)
    if not dmc or not all(one.dmc for one in evidence) or not all(equivalent_to):
        raise RefusalError("dmc, evidence, equivalent_to: a Device Model Combination has no name.")
    found = [one for name in (dmc, *equivalent_to) for one in _bases(name, evidence, name != dmc)]
    usable = [one for one in found if one.completed < update_date]
    if not usable:
        return ground.not_met(_why_not(dmc, evidence, found, update_date, equivalent_to))
    best = min(usable, key=lambda one: (one.by_equivalence, one.completed, one.basis.value, one.dmc))
    equivalent = f", to which {dmc} is Substantively Equivalent," if best.by_equivalence else ""
    was = "was there" if best.basis is Basis.REPORT else "were complete"
    words = f"{best.basis.value} of {best.dmc}{equivalent} {was} on {spoken(best.completed)}, "
    limb = ("(B)", "firmware-dmc-reported") if best.basis is Basis.REPORT else ("(A)", "firmware-dmc-tested")
    return ground.limb(f"4.26(a)(ii){limb[0]}", limb[1]).met(f"{words}before {spoken(update_date)}.", best)


def _bases(dmc: str, evidence: tuple[TestEvidence, ...], by_equivalence: bool) -> Iterator[Early]:
    """What there is for one DMC: its first report, and its testing where both parts are complete."""
    first = {kind: _first(dmc, kind, evidence) for kind in Evidence}
    reported, tested, integrated = (
        first[Evidence.DMCT_EPCL_REPORT],
        first[Evidence.MIGRATION_TESTING],
        first[Evidence.SYSTEMS_INTEGRATION_TESTING],
    )
    if reported is not None:
        yield Early(Basis.REPORT, dmc, reported, by_equivalence)
    if tested is not None and integrated is not None:
        yield Early(Basis.TESTING, dmc, max(tested, integrated), by_equivalence)


def _first(dmc: str, kind: Evidence, evidence: tuple[TestEvidence, ...]) -> date | None:
    return min((one.completed for one in evidence if (one.dmc, one.kind) == (dmc, kind)), default=None)


def _why_not(
    dmc: str,
    evidence: tuple[TestEvidence, ...],
    found: list[Early],
    update_date: date,
    equivalent_to: tuple[str, ...],
) -> str:
    if found:
        first = min(found, key=lambda one: one.completed)
        words = f"{first.basis.value} of {first.dmc}: {spoken(first.completed)}; an update on "
        return f"{words}{spoken(update_date)} does not come after it."
    kinds = {one.kind for one in evidence if one.dmc in (dmc, *equivalent_to)}
    if kinds == {Evidence.DCC_AND_SMSO}:
        return "The agreement of the DCC and the SMETS1 SMSO alone is no ground."
    if kinds & {Evidence.MIGRATION_TESTING, Evidence.SYSTEMS_INTEGRATION_TESTING}:
        return "SIT and MT of one DMC have both to be complete, and one of them is not there."
    return f"There is no SIT and MT, and no DMCT EPCL Report, for {dmc} or a DMC to which it is equivalent."
