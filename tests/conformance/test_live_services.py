"""R31: what comes before live services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.live_services import LiveServicesEvidence, live_services

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

DAY = date(2019, 7, 1)
EVIDENCE = LiveServicesEvidence(DAY, DAY, DAY, date(2019, 7, 10), date(2019, 7, 11))


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"approval": None}, []),
        ({"scale": None}, ["scale"]),
        ({"testing": None}, ["testing"]),
        ({"business_continuity": None}, ["business continuity"]),
        ({"panel_recommendation": None}, ["recommendation of the Panel"]),
        ({"panel_recommendation": date(2019, 7, 11)}, ["recommendation of the Panel before 11 July 2019"]),
        ({"panel_recommendation": date(2019, 7, 12)}, ["recommendation of the Panel before 11 July 2019"]),
        ({"testing": date(2019, 7, 11)}, []),
        ({"testing": date(2019, 7, 12)}, ["testing before the approval"]),
        ({"scale": None, "testing": None, "panel_recommendation": None},
         ["scale", "testing", "recommendation of the Panel"]),
    ],
)  # fmt: skip
def test_live_services(change: dict[str, Any], missing: list[str]) -> None:
    ruling = live_services(replace(EVIDENCE, **change))
    assert list(ruling.value or ()) == missing
    assert ruling.outcome is (NOT_MET if missing else MET)


def test_live_services_refuses_no_evidence_at_all() -> None:
    assert live_services(LiveServicesEvidence(None, None, None, None, None)).outcome is REFUSED
