"""R2: an altered engineering menu PIN goes once, in time, to the Installing Supplier alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from toolkit.conformance.ruling import Outcome, Standing
from toolkit.conformance.tmad.engineering_pin import Disclosure, PinInstallation, disclose_pins
from toolkit.conformance.vocabulary import MeterStatus

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

START = date(2020, 9, 29)
DUE = date(2020, 11, 10)  # the thirtieth Working Day after it


def meter(*disclosures: tuple[str, date], altered: bool = True, name: str = "M1") -> PinInstallation:
    return PinInstallation(
        name, "Installer", MeterStatus.DORMANT, altered, tuple(Disclosure(*one) for one in disclosures)
    )


@pytest.mark.verifies("TMAD", "engineering-menu-pin")
@pytest.mark.parametrize(
    ("installation", "refused"),
    [
        pytest.param(meter(), None, id="nothing disclosed yet"),
        pytest.param(meter(("Installer", START)), None, id="on the first day"),
        pytest.param(meter(("Installer", DUE - timedelta(days=1))), None, id="the day before the last"),
        pytest.param(meter(("Installer", DUE)), None, id="on the last day"),
        pytest.param(meter(("Installer", DUE + timedelta(days=1))), "the period ended", id="the day after"),
        pytest.param(meter(("Installer", START - timedelta(days=1))), "takes effect", id="before it begins"),
        pytest.param(meter(("Installer", START), ("Installer", START)), "once only", id="twice"),
        pytest.param(meter(("Other supplier", START)), "only the Installing", id="to another supplier"),
        pytest.param(meter(("SMSO", START)), "only the Installing Supplier", id="to the SMSO"),
        pytest.param(meter(("Installer", START), altered=False), "did not change", id="the tool did not"),
        pytest.param(
            replace(meter(("Installer", DUE)), status=MeterStatus.ACTIVE), None, id="an Active Meter as well"
        ),
        pytest.param(
            meter(("Installer", DUE + timedelta(days=9)), ("Installer", DUE)),
            "period ended",
            id="late, then in time",
        ),
    ],
)
def test_pin_disclosure(installation: PinInstallation, refused: str | None) -> None:
    ruling = disclose_pins(START, (installation,))
    assert ruling.value is not None
    assert ruling.value.due == DUE
    assert ruling.standing is Standing.PROPOSED
    assert ruling.outcome is (NOT_MET if refused else MET)
    assert [refused in one.reason for one in ruling.value.refused] == ([True] if refused else [])


@pytest.mark.verifies("TMAD", "engineering-menu-pin")
def test_each_installing_supplier_is_told_of_its_own_meters() -> None:
    other = replace(meter(name="M2"), installing_supplier="Another")
    ruling = disclose_pins(START, (meter(), other, meter(name="M3"), meter(name="M4", altered=False)))
    assert ruling.value is not None
    assert [(one.supplier, one.meters) for one in ruling.value.per_supplier] == [
        ("Another", ("M2",)),
        ("Installer", ("M1", "M3")),
    ]


@pytest.mark.verifies("TMAD", "engineering-menu-pin")
@pytest.mark.parametrize(
    "installations",
    [(), (meter(), meter()), (replace(meter(), installing_supplier=""),), (meter(("", DUE)),)],
)
def test_pin_disclosure_refuses(installations: tuple[PinInstallation, ...]) -> None:
    assert disclose_pins(START, installations).outcome is REFUSED


@pytest.mark.verifies("TMAD", "engineering-menu-pin")
def test_pin_disclosure_is_not_in_force_before_uplift_1_2() -> None:
    assert disclose_pins(START, (meter(),), version="6.0").outcome is Outcome.NOT_IN_FORCE
