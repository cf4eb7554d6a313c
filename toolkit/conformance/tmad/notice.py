"""How long before a date a Responsible Supplier must have notice: firmware (R4), migration (R5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..law import Ground, History, Law
from ..ledger import spoken
from ..link import implements
from ..quantity import WorkingDays
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted
from ..working_days import add_working_days, is_working_day, next_working_day

FIRMWARE = Law("TMAD", "4.29(b)", "notice-firmware", since="1.0")
MIGRATION = Law("TMAD", "4.29(a)", "notice-migration", since="1.0")
FIRMWARE_PERIOD = History("TMAD", (("1.0", WorkingDays(15)), ("4.1", WorkingDays(5))))
MIGRATION_PERIOD = WorkingDays(15)
AGREEMENT_COUNTS = History("TMAD", (("1.0", False), ("4.1", True)))
"""Whether a shorter period may be agreed with the Responsible Supplier: from the concluded 4.1."""


class Change(StrEnum):
    """What a notice is about, before migration."""

    FIRMWARE = "firmware"
    CONFIGURATION = "configuration"


class Basis(StrEnum):
    """What sets the period of notice."""

    CLAUSE = "the period in the Clause"
    AGREEMENT = "a shorter period agreed with the Responsible Supplier"


@dataclass(frozen=True, slots=True)
class Notice:
    """A period of notice and the first day that it allows."""

    earliest: date
    period: WorkingDays
    basis: Basis


@implements("TMAD", "notice-firmware", since="4.0")
@implements("TMAD", "notice-configuration", since="4.0")
@rule(FIRMWARE)
def firmware_notice(
    notice_date: date,
    planned_date: date,
    version: str,
    *,
    agreed_days: WorkingDays | None = None,
    change: Change = Change.FIRMWARE,
    after_hours: bool = False,
) -> Ruling[Notice]:
    """Whether notice of a Firmware Update or a Configuration Change was given early enough.

    notice_date: the day on which the notice was sent.
    planned_date: the day planned for the change.
    version: of the TMAD: 15 Working Days to 4.0, 5 from the concluded 4.1.
    agreed_days: the period agreed with the Responsible Supplier; counts from 4.1, and only if shorter.
    change: what is to be changed.
    after_hours: whether the notice was sent by email after 17:00.
    """
    ground = FIRMWARE.at(version)
    if change is Change.CONFIGURATION:
        ground = ground.limb("4.30(a)", "notice-configuration")
    period = FIRMWARE_PERIOD.value(ground.clause.version)
    return _notice(ground, notice_date, planned_date, period, agreed_days, after_hours)


@implements("TMAD", "notice-migration", since="4.0")
@implements("TMAD", "notice-earlier-date", since="4.0")
@rule(MIGRATION)
def migration_notice(
    notice_date: date,
    planned_date: date,
    *,
    agreed_days: WorkingDays | None = None,
    supplier: str | None = None,
    agreed_with: str | None = None,
    version: str = "6.0",
    after_hours: bool = False,
) -> Ruling[Notice]:
    """Whether notice of the Migration of a Dormant Meter was given early enough.

    notice_date: the day on which the notice was sent.
    planned_date: the Planned Migration Date.
    agreed_days: a period agreed; counts from 4.1, only if shorter, and only with this supplier.
    supplier, agreed_with: the Responsible Supplier, and the one with which the period was agreed.
    after_hours: whether the notice was sent by email after 17:00.
    """
    ground = MIGRATION.at(version)
    if (supplier is None) != (agreed_with is None):
        raise RefusalError(
            "supplier, agreed_with: give both, or neither: an agreement binds one supplier only."
        )
    agreed = agreed_days if supplier == agreed_with else None
    return _notice(ground, notice_date, planned_date, MIGRATION_PERIOD, agreed, after_hours)


def _notice(
    ground: Ground, sent: date, planned: date, period: WorkingDays, agreed: WorkingDays | None, late: bool
) -> Ruling[Notice]:
    if agreed is not None and agreed < 0:
        raise RefusalError(f"agreed_days: {agreed} Working Days are no period of notice.")
    basis = Basis.CLAUSE
    if agreed is not None and agreed < period and AGREEMENT_COUNTS.value(ground.clause.version):
        period, basis = agreed, Basis.AGREEMENT
    given = day_given(sent, late)
    earliest = max(add_working_days(given, period), given)
    days = counted(period, "Working Day")
    reason = f"{days} ({basis.value}) from {spoken(given)} end on {spoken(earliest)}; "
    lawful = planned >= earliest
    reason += f"{spoken(planned)} is {'not before' if lawful else 'before'} that day."
    return ground.judged(lawful, reason, Notice(earliest, period, basis))


@implements("TMAD", "form-of-notices", since="4.0")
def day_given(sent: date, after_hours: bool = False) -> date:
    """The day on which a notice counts as given: late, or on no Working Day, the next (Clause 2.5)."""
    return next_working_day(sent) if after_hours or not is_working_day(sent) else sent
