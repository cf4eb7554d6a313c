"""Whether a document is re-designated on a day that was consulted on (R28)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..law import Law
from ..ledger import spoken
from ..redesignation import needs_new_consultation, window
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import joined

LAW = Law("SEC", "X5")


@dataclass(frozen=True, slots=True)
class RedesignationWindow:
    """The window and what falls outside it."""

    first_day: date
    last_day: date
    outside: tuple[date, ...]
    """The dates that need a new consultation."""


@rule(LAW)
def redesignation_window(proposed: date, actual: tuple[date, ...]) -> Ruling[RedesignationWindow]:
    """Whether changes take effect on the date proposed or, failing that, within one month thereafter.

    proposed: the date consulted on.
    actual: the date of each part of the changes: they may be split inside the window.
    """
    if not actual:
        raise RefusalError("actual: there is no date.")
    first, last = window(proposed)
    outside = tuple(day for day in actual if needs_new_consultation(proposed, day))
    found = RedesignationWindow(first, last, outside)
    words = f"The window is {spoken(first)} to {spoken(last)}"
    if not outside:
        return LAW.ground().met(f"{words}, and the changes take effect inside it.", found)
    days = joined(tuple(spoken(day) for day in outside))
    need = "needs" if len(outside) == 1 else "need"
    return LAW.ground().not_met(f"{words}: {days} {need} a new consultation on the date.", found)
