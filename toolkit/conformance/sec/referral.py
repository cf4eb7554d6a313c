"""Until when a decision of the DCC on testing may be referred (R24)."""

from __future__ import annotations

from datetime import date

from ..law import Law
from ..ledger import spoken
from ..quantity import WorkingDays
from ..rule import rule
from ..ruling import Ruling
from ..working_days import add_working_days

LAW = Law("SMETS1 SVTAD", "referral of decisions")
PERIOD = WorkingDays(10)


@rule(LAW)
def referral(decision_date: date, *, referral_date: date | None = None) -> Ruling[date]:
    """The last day for referring a decision, 10 Working Days after it; whether a referral was in time.

    decision_date: the day of the DCC's decision.
    referral_date: the day of a referral; none asks for the last day alone.
    """
    ground = LAW.ground()
    last = add_working_days(decision_date, PERIOD)
    words = f"{PERIOD} Working Days from {spoken(decision_date)} end on {spoken(last)}"
    if referral_date is None:
        return ground.decided(f"{words}.", last)
    if referral_date < decision_date:
        return ground.not_met(f"{spoken(referral_date)} is before the decision.", last)
    late = referral_date > last
    return ground.judged(
        not late, f"{words}; {spoken(referral_date)} is {'too late' if late else 'in time'}.", last
    )
