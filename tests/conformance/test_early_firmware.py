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


MT, SIT, REPORT, ALONE = (
    Evidence.MIGRATION_TESTING,
    Evidence.SYSTEMS_INTEGRATION_TESTING,
    Evidence.DMCT_EPCL_REPORT,
    Evidence.DCC_AND_SMSO,
)
AFTER = DAY + timedelta(days=1)
TESTED = (evidence(SIT), evidence(MT))


@pytest.mark.verifies("TMAD", "firmware-before-migration")
@pytest.mark.verifies("TMAD", "firmware-dmc-tested")
@pytest.mark.verifies("TMAD", "firmware-dmc-reported")
@pytest.mark.parametrize(
    ("given_evidence", "equivalent", "outcome", "says"),
    [
        pytest.param(TESTED, (), MET, "SIT and MT of X", id="after SIT and MT"),
        pytest.param((evidence(MT),), (), NOT_MET, "have both to be complete", id="MT alone"),
        pytest.param((evidence(SIT),), (), NOT_MET, "have both to be complete", id="SIT alone"),
        pytest.param((evidence(SIT), evidence(MT, day=DAY)), (), NOT_MET, "not come after", id="MT that day"),
        pytest.param(
            (evidence(SIT, day=DAY), evidence(MT)), (), NOT_MET, "not come after", id="SIT that day"
        ),
        pytest.param(
            (evidence(SIT), evidence(MT, day=AFTER)), (), NOT_MET, "not come after", id="MT a day later"
        ),
        pytest.param((evidence(SIT), evidence(MT, "Y")), ("Y",), NOT_MET, "of one DMC", id="of two DMCs"),
        pytest.param((evidence(REPORT),), (), MET, "EPCL Report of X", id="after the report"),
        pytest.param((evidence(REPORT, day=DAY),), (), NOT_MET, "not come after", id="the report that day"),
        pytest.param((evidence(ALONE),), (), NOT_MET, "alone is no ground", id="DCC and SMSO alone"),
        pytest.param((evidence(ALONE), *TESTED), (), MET, "MT of X", id="DCC and SMSO beside tests"),
        pytest.param((), (), NOT_MET, "There is no SIT", id="no evidence"),
        pytest.param((evidence(REPORT, "Y"),), (), NOT_MET, "There is no", id="another DMC"),
        pytest.param((evidence(REPORT, "Y"),), ("Y",), MET, "Substantively Equivalent", id="an equivalent"),
        pytest.param((evidence(ALONE, "Y"),), ("Y",), NOT_MET, "alone", id="an equivalent without a test"),
    ],
)
def test_early_firmware(
    given_evidence: tuple[TestEvidence, ...], equivalent: tuple[str, ...], outcome: Outcome, says: str
) -> None:
    ruling = early_firmware("X", DAY, given_evidence, equivalent_to=equivalent)
    assert ruling.outcome is outcome
    assert says in ruling.reason


@pytest.mark.verifies("TMAD", "firmware-dmc-early")
def test_the_own_test_is_preferred_to_that_of_an_equivalent() -> None:
    both = (evidence(REPORT, "Y", BEFORE - timedelta(days=9)), *TESTED)
    ruling = early_firmware("X", DAY, both, equivalent_to=("Y",))
    assert ruling.value is not None
    assert (ruling.value.dmc, ruling.value.by_equivalence) == ("X", False)
    assert ruling.clause.label == "4.26(a)(ii)(A)"


@pytest.mark.verifies("TMAD", "firmware-before-migration")
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
    ruling = early_firmware("X", DAY, TESTED, version=version)
    assert ruling.outcome is outcome


@pytest.mark.verifies("TMAD", "firmware-before-migration")
def test_early_firmware_refuses_a_nameless_dmc() -> None:
    assert early_firmware("", DAY, ()).outcome is REFUSED
    assert early_firmware("X", DAY, (evidence(Evidence.DMCT_EPCL_REPORT, ""),)).outcome is REFUSED
