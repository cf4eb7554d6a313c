"""No migration while a change of supplier is due within days (R8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..law import History, Law
from ..ledger import spoken
from ..link import implements
from ..quantity import Days
from ..rule import rule
from ..ruling import Ruling

LAW = Law("TMAD", "4.33", "change-of-supplier-window", since="1.0")
PERIOD = History("TMAD", (("1.0", Days(2)), ("11.0", Days(9))))
"""9 days from 11.0, 2 before."""


@dataclass(frozen=True, slots=True)
class MigrationDate:
    """When migration may take place."""

    first_allowed: date
    """The day asked about, or the first day after it on which migration may take place."""
    period: Days
    """Within so many days before a change of supplier there is no migration."""


@implements("TMAD", "change-of-supplier-window", since="4.0")
@rule(LAW)
def change_of_supplier_window(
    migration_date: date, cos_date: date | None, version: str
) -> Ruling[MigrationDate]:
    """Whether a SMETS1 Installation may be migrated on a day, with a change of supplier (CoS) due or not.

    migration_date: the day of migration.
    cos_date: the day on which the CoS is due to take effect; none where the Registration Data show none.
    version: of the TMAD: 2 days, and 9 from 11.0.
    """
    ground = LAW.at(version)
    period = PERIOD.value(ground.clause.version)
    if cos_date is None:
        return ground.met("No change of supplier is due.", MigrationDate(migration_date, period))
    until = (cos_date - migration_date).days
    if until < 0:
        reason = f"The change of supplier took effect before, on {spoken(cos_date)}."
        return ground.met(reason, MigrationDate(migration_date, period))
    if until > period:
        reason = f"The change of supplier is due in {until} days, more than {period}."
        return ground.met(reason, MigrationDate(migration_date, period))
    first = cos_date + timedelta(days=1)
    reason = f"A change of supplier is due on {spoken(cos_date)}, within {period} days of "
    reason += f"{spoken(migration_date)}; "
    reason += f"the first day allowed after that is {spoken(first)}."
    return ground.not_met(reason, MigrationDate(first, period))
