"""A top-up is not rejected for its value: that was asked for and not adopted (R16)."""

from __future__ import annotations

from ..law import Law
from ..link import implements
from ..quantity import Pence
from ..rule import rule
from ..ruling import Ruling

LAW = Law("S1SR", "18.6(b)", "utrn-value-not-rejected", since="4.0", introduced=False)
UNIT = 100
"""A respondent asked that values other than positive multiples of so many pence be rejected."""


@implements("S1SR", "utrn-value-not-rejected", since="4.0")
@implements("DUIS", "topup-amount", since="3.0")
@rule(LAW)
def top_up_value(pence: Pence, version: str) -> Ruling[None]:
    """Whether a top-up is accepted, so far as its value goes.

    pence: the Top Up Value that the UTRN carries.
    version: of the S1SR.
    """
    ground = LAW.at(version)
    if pence > 0 and pence % UNIT == 0:
        return ground.met(f"{pence}p is a positive multiple of {UNIT} pence.")
    return ground.met(f"{pence}p is no positive multiple of {UNIT} pence, which is no ground for rejection: "
                      "that was asked for and not adopted.")  # fmt: skip
