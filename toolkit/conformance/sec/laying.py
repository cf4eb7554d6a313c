"""How long modifications lie before Parliament (R27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..law import Law
from ..ledger import spoken
from ..quantity import Days
from ..rule import rule
from ..ruling import Ruling

LAW = Law("Energy Act 2008", "section 89")
PERIOD = Days(40)
"""Days of the calendar: sitting days are not modelled."""


@dataclass(frozen=True, slots=True)
class LayingPeriod:
    """The laying period."""

    last_day: date
    """Its fortieth day, the day of laying being the first."""
    first_day_after: date


@rule(LAW)
def laying_period(laid: date) -> Ruling[LayingPeriod]:
    """The end of the 40-day laying period, the day of laying included; sitting days are not modelled.

    laid: the day on which the modifications were laid before Parliament.
    """
    last = laid + timedelta(days=PERIOD - 1)
    after = last + timedelta(days=1)
    words = f"{PERIOD} days beginning with {spoken(laid)} end on {spoken(last)}; "
    words += f"{spoken(after)} is the first day after."
    return LAW.ground().decided(words, LayingPeriod(last, after))
