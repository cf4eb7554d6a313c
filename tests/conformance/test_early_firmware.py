"""R7: firmware before the EPCL entry, on the ground of a test."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.tmad.early_firmware import Evidence, TestEvidence, early_firmware

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

DAY = date(2020, 9, 7)
BEFORE = DAY - timedelta(days=1)


def evidence(kind: Evidence, dmc: str = "X", day: date = BEFORE) -> TestEvidence:
    return TestEvidence(kind, dmc, day)


@pytest.mark.verifies("TMAD", "firmware-before-migration")
@pytest.mark.parametrize(
    ("given_evidence", "equivalent", "outcome", "says"),
    [
        pytest.param((evidence(Evidence.MIGRATION_TESTING),), (), MET, "MT of X", id="after MT"),
        pytest.param((evidence(Evidence.SYSTEMS_INTEGRATION_TESTING),), (), MET, "SIT of X", id="after SIT"),
        pytest.param(
            (evidence(Evidence.DMCT_EPCL_REPORT),), (), MET, "EPCL Report of X", id="after the report"
        ),
        pytest.param(
            (evidence(Evidence.MIGRATION_TESTING, day=DAY),), (), NOT_MET, "not come after", id="that day"
        ),
        pytest.param(
            (evidence(Evidence.MIGRATION_TESTING, day=DAY + timedelta(days=1)),),
            (),
            NOT_MET,
            "not come after",
            id="the day before testing ended",
        ),
        pytest.param(
            (evidence(Evidence.DCC_AND_SMSO),), (), NOT_MET, "alone is no ground", id="DCC and SMSO alone"
        ),
        pytest.param(
            (evidence(Evidence.DCC_AND_SMSO), evidence(Evidence.MIGRATION_TESTING)),
            (),
            MET,
            "MT of X",
            id="DCC and SMSO beside a test",
        ),
        pytest.param((), (), NOT_MET, "There is no MT", id="no evidence"),
        pytest.param(
            (evidence(Evidence.DMCT_EPCL_REPORT, "Y"),), (), NOT_MET, "There is no", id="another DMC"
        ),
        pytest.param(
            (evidence(Evidence.DMCT_EPCL_REPORT, "Y"),),
            ("Y",),
            MET,
            "Substantively Equivalent",
            id="an equivalent",
        ),
        pytest.param(
            (evidence(Evidence.DCC_AND_SMSO, "Y"),),
            ("Y",),
            NOT_MET,
            "alone",
            id="an equivalent without a test",
        ),
    ],
)
def test_early_firmware(
    given_evidence: tuple[TestEvidence, ...], equivalent: tuple[str, ...], outcome: Outcome, says: str
) -> None:
    ruling = early_firmware("X", DAY, given_evidence, equivalent_to=equivalent)
    assert ruling.outcome is outcome
    assert says in ruling.reason


def test_the_own_test_is_preferred_to_that_of_an_equivalent() -> None:
    both = (
        evidence(Evidence.DMCT_EPCL_REPORT, "Y", BEFORE - timedelta(days=9)),
        evidence(Evidence.MIGRATION_TESTING),
    )
    ruling = early_firmware("X", DAY, both, equivalent_to=("Y",))
    assert ruling.value is not None
    assert (ruling.value.dmc, ruling.value.by_equivalence) == ("X", False)


@pytest.mark.parametrize(
    ("version", "outcome"),
    [
        ("5.1", Outcome.NOT_IN_FORCE),
        ("5.2", MET),
        ("6.0", Outcome.NOT_IN_FORCE),
        ("6.1U", Outcome.NOT_IN_FORCE),
        ("7.0", MET),
        ("11.0", MET),
        ("2020-09-07", Outcome.NOT_IN_FORCE),
        ("8.0", REFUSED),
    ],
)
def test_early_firmware_comes_with_7_0(version: str, outcome: Outcome) -> None:
    ruling = early_firmware("X", DAY, (evidence(Evidence.MIGRATION_TESTING),), version=version)
    assert ruling.outcome is outcome


def test_early_firmware_refuses_a_nameless_dmc() -> None:
    assert early_firmware("", DAY, ()).outcome is REFUSED
    assert early_firmware("X", DAY, (evidence(Evidence.DMCT_EPCL_REPORT, ""),)).outcome is REFUSED
