"""R12: Prepayment Settings are the same before and after."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from toolkit.conformance.quantity import Pence
from toolkit.conformance.ruling import Outcome
from toolkit.conformance.tmad.prepayment import Debt, PaymentMode, PrepaymentSettings, prepayment_maintained

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

SETTINGS = PrepaymentSettings(
    PaymentMode.PREPAYMENT,
    Pence(1234),
    (Debt("fuel", Pence(500), Pence(50)), Debt("standing", Pence(20), Pence(5))),
    Pence(1000),
    Pence(200),
    Pence(0),
    ("16:00 to 10:00", "bank holidays"),
    Decimal("0.15"),
    Decimal("0.25"),
    True,
)


@pytest.mark.verifies("TMAD", "prepayment-maintained")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"mode": PaymentMode.CREDIT}, [("mode", "")]),
        ({"meter_balance": Pence(1233)}, [("meter_balance", "(a)")]),
        ({"meter_balance": Pence(1235)}, [("meter_balance", "(a)")]),
        ({"emergency_credit_limit": Pence(999)}, [("emergency_credit_limit", "(b)")]),
        ({"emergency_credit_threshold": Pence(201)}, [("emergency_credit_threshold", "(b)")]),
        ({"emergency_credit_in_use": Pence(1)}, [("emergency_credit_in_use", "(b)")]),
        ({"non_disablement": ("bank holidays",)}, [("non_disablement", "(c)")]),
        ({"non_disablement": ("bank holidays", "16:00 to 10:00")}, []),  # their order means nothing
        ({"price": Decimal("0.150")}, []),  # the same number
        ({"price": Decimal("0.1500001")}, [("price", "(d)")]),
        ({"standing_charge": Decimal("0.24")}, [("standing_charge", "(d)")]),
        ({"debts": SETTINGS.debts[:1]}, [("debts", "(a)"), ("debt_recovery", "(e)")]),
        ({"debts": SETTINGS.debts[::-1]}, [("debt_recovery", "(e)")]),  # their order does
        (
            {"debts": (replace(SETTINGS.debts[0], rate=Pence(51)), SETTINGS.debts[1])},
            [("debt_recovery", "(e)")],
        ),
        ({"debts": (replace(SETTINGS.debts[0], amount=Pence(499)), SETTINGS.debts[1])}, [("debts", "(a)")]),
        ({"accepts_utrn": False}, [("accepts_utrn", "(f)")]),
        (
            {"accepts_utrn": False, "price": Decimal(1), "meter_balance": Pence(0)},
            [("meter_balance", "(a)"), ("price", "(d)"), ("accepts_utrn", "(f)")],
        ),
    ],
)
def test_prepayment_maintained(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    ruling = prepayment_maintained(SETTINGS, replace(SETTINGS, **change))
    assert ruling.value is not None
    assert [(one.setting, one.limb) for one in ruling.value] == expected
    assert ruling.outcome is (NOT_MET if expected else MET)


@pytest.mark.verifies("TMAD", "prepayment-maintained")
def test_a_credit_meter_has_nothing_to_maintain() -> None:
    credit = replace(SETTINGS, mode=PaymentMode.CREDIT)
    ruling = prepayment_maintained(credit, replace(credit, meter_balance=Pence(0)))
    assert ruling.outcome is MET
    assert "not in Prepayment Mode" in ruling.reason


@pytest.mark.verifies("TMAD", "prepayment-maintained")
def test_prepayment_refuses_what_is_no_setting() -> None:
    nan = replace(SETTINGS, price=Decimal("NaN"))
    assert prepayment_maintained(SETTINGS, nan).outcome is REFUSED
    twice = replace(SETTINGS, debts=(SETTINGS.debts[0], SETTINGS.debts[0]))
    assert prepayment_maintained(twice, twice).outcome is REFUSED
    wrong: Any = replace(SETTINGS, meter_balance="12.34")
    assert prepayment_maintained(wrong, wrong).outcome is REFUSED
    missing: Any = None
    assert prepayment_maintained(missing, SETTINGS).outcome is REFUSED
