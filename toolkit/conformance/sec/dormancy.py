"""Whether a meter is Dormant or Active (R26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import MeterStatus

LAW = Law("TMAD", "definition of Dormant Meter", "def-dormant-meter", since="4.0", introduced=False)


@dataclass(frozen=True, slots=True)
class SmsoArrangement:
    """An arrangement with a SMETS1 SMSO for a meter."""

    supplier: str
    """The supplier that made it."""
    smso: str
    start: date
    end: date | None = None
    """Its last day; none where it has no end."""


@implements("TMAD", "def-dormant-meter", since="4.0")
@implements("TMAD", "def-active-meter", since="4.0")
@implements("TMAD", "dormant-status", since="4.0")
@rule(LAW)
def meter_status(
    supplier: str, arrangements: tuple[SmsoArrangement, ...], day: date, *, version: str = "6.0"
) -> Ruling[MeterStatus]:
    """Whether a meter is Dormant: its Responsible Supplier has no arrangement with a SMETS1 SMSO for it.

    supplier: the Responsible Supplier on the day.
    arrangements: those that there are for the meter, of any supplier; none where there is none.
    day: the day asked about.
    """
    ground = LAW.at(version)
    if not supplier.strip():
        raise RefusalError("supplier: it is missing.")
    for one in arrangements:
        if not one.supplier.strip() or not one.smso.strip() or (one.end is not None and one.end < one.start):
            raise RefusalError("arrangements: a name is missing, or one ends before it starts.")
    running = [one for one in arrangements if one.start <= day and (one.end is None or day <= one.end)]
    own = next((one for one in running if one.supplier == supplier), None)
    if own is not None:
        words = f"{supplier} has an arrangement with {own.smso} on {spoken(day)}."
        return ground.decided(words, MeterStatus.ACTIVE)
    others = f"; that of {running[0].supplier} does not count" if running else ""
    words = f"{supplier} has no arrangement with a SMETS1 SMSO on {spoken(day)}{others}."
    return ground.decided(words, MeterStatus.DORMANT)
