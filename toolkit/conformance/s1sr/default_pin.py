"""A default Engineering Menu PIN is replaced before migration; any other is left alone (R3)."""

from __future__ import annotations

import re
from enum import StrEnum

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling

LAW = Law("S1SR", "13.1", "engineering-pin-gate", since="4.0", introduced=False)
DEFAULT_PIN = "1234"
_PIN = re.compile(r"\d{1,16}\Z", re.ASCII)


class PinAction(StrEnum):
    """What Pre-Migration Configuration does with a PIN."""

    REPLACE = "replace"
    KEEP = "keep"


@implements("S1SR", "engineering-pin-gate", since="4.0")
@implements("S1SR", "def-default-pin", since="4.0")
@rule(LAW)
def default_pin_gate(pin: str, *, version: str = "4.0") -> Ruling[PinAction]:
    """What is to be done with an Engineering Menu PIN in Pre-Migration Configuration.

    pin: its digits, as text: each zero at the front counts.
    """
    ground = LAW.at(version)
    if not _PIN.match(pin):
        raise RefusalError(f"pin: “{pin[:20]}” is no Engineering Menu PIN: write its digits.")
    if pin == DEFAULT_PIN:
        return ground.limb("13.1(a)", "default-pin-replaced").decided(
            "It is the Default PIN and must be replaced.", PinAction.REPLACE
        )
    return ground.limb("13.1(b)", "other-pin-kept").decided(
        "It is not the Default PIN and must be left as it is.", PinAction.KEEP
    )
