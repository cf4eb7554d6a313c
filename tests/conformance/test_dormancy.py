"""R26: Dormant or Active."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.dormancy import SmsoArrangement, meter_status
from toolkit.conformance.vocabulary import MeterStatus

DECIDED, REFUSED = Outcome.DECIDED, Outcome.REFUSED

RUNNING = SmsoArrangement("Supplier A", "SMSO", date(2020, 1, 1), date(2020, 6, 30))
DORMANT, ACTIVE = MeterStatus.DORMANT, MeterStatus.ACTIVE


@pytest.mark.verifies("TMAD", "dormant-status")
@pytest.mark.verifies("TMAD", "def-dormant-meter")
@pytest.mark.verifies("TMAD", "def-active-meter")
@pytest.mark.parametrize(
    ("arrangements", "day", "expected"),
    [
        pytest.param((), date(2020, 3, 1), DORMANT, id="none"),
        pytest.param((RUNNING,), date(2019, 12, 31), DORMANT, id="the day before it starts"),
        pytest.param((RUNNING,), date(2020, 1, 1), ACTIVE, id="its first day"),
        pytest.param((RUNNING,), date(2020, 6, 30), ACTIVE, id="its last day"),
        pytest.param((RUNNING,), date(2020, 7, 1), DORMANT, id="the day after its last"),
        pytest.param((replace(RUNNING, end=RUNNING.start),), RUNNING.start, ACTIVE, id="for one day"),
        pytest.param((replace(RUNNING, end=None),), date(2027, 1, 1), ACTIVE, id="without end"),
        pytest.param(
            (replace(RUNNING, supplier="Supplier B"),), date(2020, 3, 1), DORMANT, id="another supplier's"
        ),
        pytest.param(
            (replace(RUNNING, supplier="Supplier B"), RUNNING), date(2020, 3, 1), ACTIVE, id="one of two"
        ),
    ],
)
def test_meter_status(arrangements: tuple[SmsoArrangement, ...], day: date, expected: MeterStatus) -> None:
    ruling = meter_status("Supplier A", arrangements, day)
    assert (ruling.outcome, ruling.value) == (DECIDED, expected)


@pytest.mark.verifies("TMAD", "dormant-status")
def test_meter_status_refuses() -> None:
    day = date(2020, 3, 1)
    assert meter_status(" ", (), day).outcome is REFUSED
    assert meter_status("Supplier A", (replace(RUNNING, smso=""),), day).outcome is REFUSED
    assert meter_status("Supplier A", (replace(RUNNING, end=date(2019, 1, 1)),), day).outcome is REFUSED
    assert meter_status("Supplier A", (), day, version="1.0").outcome is REFUSED
    missing: Any = None
    assert meter_status("Supplier A", missing, day).outcome is REFUSED
