"""Which price an IHD or PPMID shows for a SMETS1 ESME, and when it is the ESME's own (R15)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, Inexact

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling

LAW = Law("S1SR", "18.22c", "foc-prices", since="4.0", introduced=False)
WANTED = -5
"""The power of ten at which a Display Device reads what a SMETS1 ESME of FOC holds."""
_WIDEST = 20
_EXACT = Context(prec=120, traps=[Inexact])


@dataclass(frozen=True, slots=True)
class ShownPrice:
    """A price in a SMETS1 ESME and on a Display Device."""

    held: int | None
    """The whole number that the ESME holds; None where the price is no whole number of its units."""
    shown: Decimal | None
    """Pounds for each kilowatt hour, as a Display Device shows them; None where nothing is held."""
    fits: bool
    """Whether the price is a whole number of the ESME's units."""


@implements("S1SR", "foc-prices", since="4.0")
@implements("S1SR", "def-price-scalar", since="4.0")
@rule(LAW)
def price_shown(scalar: int, price: Decimal, *, version: str = "4.0") -> Ruling[ShownPrice]:
    """Whether an IHD or PPMID shows the price that a SMETS1 ESME of FOC holds.

    scalar: the Price Scalar, a power of ten.
    price: pounds for each kilowatt hour.
    """
    ground = LAW.at(version)
    if not price.is_finite() or abs(price.adjusted()) > _WIDEST:
        raise RefusalError(
            f"price: “{price}” is no price: write pounds for each kilowatt hour, such as 0.15432."
        )
    if abs(scalar) > _WIDEST:
        raise RefusalError(f"scalar: {scalar} is no Price Scalar: write a power of ten, such as {WANTED}.")
    units = price.scaleb(-scalar, _EXACT)
    if units != units.to_integral_value():
        words = f"£{price} is no whole number at a Price Scalar of {scalar}: no Instruction is sent."
        return ground.limb("18.22c(c)", "price-does-not-fit").not_met(words, ShownPrice(None, None, False))
    shown = ShownPrice(int(units), Decimal(int(units)).scaleb(WANTED, _EXACT), True)
    if scalar == WANTED:
        return ground.met(f"A Display Device shows £{shown.shown}, the price that the ESME holds.", shown)
    words = f"At a Price Scalar of {scalar} a Display Device would show £{shown.shown} for £{price}; "
    return ground.limb("18.22c(a)", "price-scalar").not_met(words + f"the scalar must be {WANTED}.", shown)
