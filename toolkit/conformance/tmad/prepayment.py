"""What must be the same after migration as before, for a meter in Prepayment Mode (R12)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..law import Law
from ..link import implements
from ..quantity import Pence
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted

LAW = Law("TMAD", "4.49", "prepayment-maintained", since="4.0", introduced=False)


class PaymentMode(StrEnum):
    """How supply is paid for."""

    PREPAYMENT = "prepayment"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Debt:
    """A debt that is recovered through the meter."""

    name: str
    amount: Pence
    rate: Pence
    """What is recovered in each period."""


@dataclass(frozen=True, slots=True)
class PrepaymentSettings:
    """What is read from a SMETS1 Meter on one side of migration."""

    mode: PaymentMode
    meter_balance: Pence
    debts: tuple[Debt, ...]
    """In the order in which they are recovered."""
    emergency_credit_limit: Pence
    emergency_credit_threshold: Pence
    emergency_credit_in_use: Pence
    non_disablement: tuple[str, ...]
    """The periods in which supply is not to be disabled, in any order."""
    price: Decimal
    """Pounds for each kilowatt hour."""
    standing_charge: Decimal
    """Pounds a day."""
    accepts_utrn: bool
    """Whether the meter takes a UTRN, one made before migration included."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A setting that is not the same."""

    setting: str
    limb: str
    """The limb of Clause 4.49 that keeps it."""
    before: str
    after: str


_LIMBS = {
    "meter_balance": "(a)",
    "emergency_credit_limit": "(b)",
    "emergency_credit_threshold": "(b)",
    "emergency_credit_in_use": "(b)",
    "price": "(d)",
    "standing_charge": "(d)",
}
"""From a setting that is compared as it stands to its limb."""


@implements("TMAD", "prepayment-maintained", since="4.0")
@rule(LAW)
def prepayment_maintained(
    before: PrepaymentSettings, after: PrepaymentSettings, *, version: str = "6.0"
) -> Ruling[tuple[Difference, ...]]:
    """Whether the Prepayment Settings are the same before and after migration.

    before, after: what was read from the meter immediately before and immediately after.
    The value lists every difference, in the order of Clause 4.49.
    """
    ground = LAW.at(version)
    for one in (before, after):
        names = [debt.name for debt in one.debts]
        if len(set(names)) < len(names) or "" in names:
            raise RefusalError("debts: a debt has no name, or stands there twice.")
        if not (one.price.is_finite() and one.standing_charge.is_finite()):
            raise RefusalError("price, standing_charge: write a number.")
    if before.mode is not PaymentMode.PREPAYMENT:
        return ground.met("The meter was not in Prepayment Mode, so that there is nothing to maintain.", ())
    found = _differences(before, after)
    if not found:
        return ground.met("Every Prepayment Setting is the same as before.", found)
    settings = ", ".join(one.setting for one in found)
    return ground.not_met(f"{counted(len(found), 'setting')} not the same as before: {settings}.", found)


def _differences(before: PrepaymentSettings, after: PrepaymentSettings) -> tuple[Difference, ...]:
    found = []
    if after.mode is not before.mode:
        found.append(Difference("mode", "", before.mode.value, after.mode.value))
    if not after.accepts_utrn:
        found.append(Difference("accepts_utrn", "(f)", "yes" if before.accepts_utrn else "no", "no"))
    for setting, limb in _LIMBS.items():
        old, new = getattr(before, setting), getattr(after, setting)
        if old != new:
            found.append(Difference(setting, limb, str(old), str(new)))
    if sorted(before.non_disablement) != sorted(after.non_disablement):
        found.append(Difference("non_disablement", "(c)", *map(_listed, (before, after))))
    return tuple(sorted([*found, *_debts(before, after)], key=lambda one: one.limb))


def _listed(one: PrepaymentSettings) -> str:
    return "; ".join(sorted(one.non_disablement)) or "none"


def _debts(before: PrepaymentSettings, after: PrepaymentSettings) -> list[Difference]:
    def amounts(one: PrepaymentSettings) -> str:
        return "; ".join(sorted(f"{debt.name} {debt.amount}p" for debt in one.debts)) or "none"

    def recovery(one: PrepaymentSettings) -> str:
        return "; ".join(f"{debt.name} {debt.rate}p" for debt in one.debts) or "none"

    found = []
    if amounts(before) != amounts(after):
        found.append(Difference("debts", "(a)", amounts(before), amounts(after)))
    if recovery(before) != recovery(after):
        found.append(Difference("debt_recovery", "(e)", recovery(before), recovery(after)))
    return found
