"""Who is told an Engineering Menu PIN that the Configuration Tool altered, by when and how often (R2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..quantity import WorkingDays
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import MeterStatus, counted
from ..working_days import add_working_days

LAW = Law("TMAD", "3.25", "engineering-menu-pin", since="6.1U")
PERIOD = WorkingDays(30)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One occasion on which a PIN is given to somebody, made or planned."""

    recipient: str
    day: date


@dataclass(frozen=True, slots=True)
class PinInstallation:
    """A SMETS1 Meter whose Engineering Menu PIN may have to be disclosed."""

    meter: str
    """Its MPAN, MPRN or Device ID; once in a list."""
    installing_supplier: str
    status: MeterStatus
    """It makes no difference, and has to be known: the Clause covers both."""
    altered_by_tool: bool
    """Whether the Configuration Tool changed the PIN."""
    disclosures: tuple[Disclosure, ...] = ()
    """In the order in which they are made."""


@dataclass(frozen=True, slots=True)
class SupplierDisclosures:
    """The meters whose PINs one Installing Supplier is to be told, once each."""

    supplier: str
    meters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedDisclosure:
    """A disclosure that may not be made."""

    meter: str
    recipient: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class PinDisclosures:
    """What is to be disclosed, by when, and what must not be."""

    due: date
    """The last day of the period."""
    per_supplier: tuple[SupplierDisclosures, ...]
    refused: tuple[RefusedDisclosure, ...]


@implements("TMAD", "engineering-menu-pin", since="6.1U")
@rule(LAW)
def disclose_pins(
    start_date: date, installations: tuple[PinInstallation, ...], *, version: str = "6.1U"
) -> Ruling[PinDisclosures]:
    """What the DCC tells Installing Suppliers about altered PINs, and which disclosures are refused.

    start_date: the day on which Clause 3.25 takes effect.
    installations: every SMETS1 Meter concerned, with the disclosures made or planned.
    """
    ground = LAW.at(version)
    due = add_working_days(start_date, PERIOD)
    _check(installations)
    wanted: dict[str, list[str]] = {}
    for one in installations:
        if one.altered_by_tool:
            wanted.setdefault(one.installing_supplier, []).append(one.meter)
    per_supplier = tuple(SupplierDisclosures(name, tuple(meters)) for name, meters in sorted(wanted.items()))
    refused = tuple(bad for one in installations for bad in _refused(one, start_date, due))
    result = PinDisclosures(due, per_supplier, refused)
    meters = counted(sum(len(one.meters) for one in per_supplier), "altered PIN")
    told = f"{meters} for {counted(len(per_supplier), 'Installing Supplier')}, once each, by {spoken(due)}."
    if refused:
        first = refused[0]
        return ground.not_met(f"{told} {counted(len(refused), 'disclosure')} refused, the first to "
                              f"{first.recipient}: {first.reason}", result)  # fmt: skip
    return ground.met(told, result)


def _check(installations: tuple[PinInstallation, ...]) -> None:
    if not installations:
        raise RefusalError("installations: there is none.")
    seen: set[str] = set()
    for one in installations:
        if (
            not one.meter
            or not one.installing_supplier
            or not all(each.recipient for each in one.disclosures)
        ):
            raise RefusalError(
                f"installations: a meter, an Installing Supplier or a recipient is missing ({one.meter})."
            )
        if one.meter in seen:
            raise RefusalError(f"installations: {one.meter} stands there twice.")
        seen.add(one.meter)


def _refused(one: PinInstallation, start: date, due: date) -> Iterator[RefusedDisclosure]:
    made = 0
    for each in one.disclosures:
        if not one.altered_by_tool:
            reason = "the Configuration Tool did not change this PIN."
        elif each.recipient != one.installing_supplier:
            reason = f"only the Installing Supplier, {one.installing_supplier}, may be told."
        elif made:
            reason = "the Installing Supplier is told once only."
        elif each.day < start:
            reason = f"the Clause takes effect on {spoken(start)}."
        elif each.day > due:
            reason = f"the period ended on {spoken(due)}."
        else:
            made += 1
            continue
        yield RefusedDisclosure(one.meter, each.recipient, each.day, reason)
