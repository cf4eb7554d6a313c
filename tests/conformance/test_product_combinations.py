"""R23: the list of Eligible Product Combinations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.product_combinations import EpcAct, EpcEvent, product_combinations

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED


def epc(act: EpcAct, day: int, entry: str = "E1", **more: Any) -> EpcEvent:
    whole = (
        {"device_models": ("C1", "M1"), "communications_provider": "Provider"} if act is EpcAct.ADDED else {}
    )
    return EpcEvent(act, entry, date(2019, 3, day), **{**whole, **more})


APPROVED, ADDED = epc(EpcAct.APPROVED, 1), epc(EpcAct.ADDED, 2)
REMOVED, CHANGED = epc(EpcAct.REMOVED, 3), epc(EpcAct.CHANGED, 3, communications_provider="Other")


@pytest.mark.verifies("SEC", "epc-entry")
@pytest.mark.verifies("SEC", "epc-approval")
@pytest.mark.verifies("TMAD", "dmct-epcl-entry")
@pytest.mark.parametrize(
    ("events", "wrong", "listed"),
    [
        pytest.param((APPROVED, ADDED), "", [("E1", "Provider", 2)], id="approved and added"),
        pytest.param((APPROVED, epc(EpcAct.ADDED, 1)), "", [("E1", "Provider", 1)], id="on the same day"),
        pytest.param((ADDED,), "has not approved", [], id="not approved"),
        pytest.param((epc(EpcAct.APPROVED, 1, "E2"), ADDED), "has not approved", [], id="another approved"),
        pytest.param((APPROVED, ADDED, ADDED), "already", [("E1", "Provider", 2)], id="added twice"),
        pytest.param((APPROVED, epc(EpcAct.ADDED, 2, device_models=())), "Device Models", [], id="no models"),
        pytest.param(
            (APPROVED, epc(EpcAct.ADDED, 2, communications_provider=None)),
            "communications provider",
            [],
            id="no provider",
        ),
        pytest.param((APPROVED, ADDED, CHANGED), "", [("E1", "Other", 2)], id="changed: the date stays"),
        pytest.param(
            (APPROVED, ADDED, epc(EpcAct.CHANGED, 3, date_first_added=date(2019, 3, 3))),
            "never altered",
            [("E1", "Provider", 2)],
            id="another date first added",
        ),
        pytest.param(
            (APPROVED, ADDED, epc(EpcAct.CHANGED, 3, date_first_added=date(2019, 3, 2))),
            "",
            [("E1", "Provider", 2)],
            id="the same date first added",
        ),
        pytest.param((APPROVED, ADDED, REMOVED), "", [], id="removed"),
        pytest.param((APPROVED, REMOVED), "no such entry", [], id="removed before it was there"),
        pytest.param(
            (APPROVED, ADDED, REMOVED, epc(EpcAct.APPROVED, 4), epc(EpcAct.ADDED, 5)),
            "",
            [("E1", "Provider", 2)],
            id="back again: the date first added stays",
        ),
        pytest.param(
            (APPROVED, ADDED, REMOVED, epc(EpcAct.ADDED, 5)),
            "has not approved",
            [],
            id="back without approval",
        ),
        pytest.param((ADDED, APPROVED), "has not approved", [], id="approval too late"),
        pytest.param(
            (APPROVED, ADDED, epc(EpcAct.REMOVED, 1)), "comes before", [("E1", "Provider", 2)], id="time"
        ),
    ],
)
def test_product_combinations(
    events: tuple[EpcEvent, ...], wrong: str, listed: list[tuple[str, str, int]]
) -> None:
    ruling = product_combinations(events)
    assert ruling.value is not None
    assert [
        (one.entry, one.communications_provider, one.date_first_added.day) for one in ruling.value
    ] == listed
    assert ruling.outcome is (NOT_MET if wrong else MET)
    assert wrong in ruling.reason


@pytest.mark.verifies("SEC", "epc-entry")
def test_product_combinations_refuse() -> None:
    assert product_combinations(()).outcome is REFUSED
    assert product_combinations((epc(EpcAct.APPROVED, 1, ""),)).outcome is REFUSED
