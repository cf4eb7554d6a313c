"""The rules whose inputs fit a table: one table a rule under cases/, with the day before, at and after."""

import pytest
from rule_tables import CASES, Case, cases


@pytest.mark.verifies("TMAD", "mprn-leading-zeros")
@pytest.mark.parametrize("case", cases("R1"))
def test_mprn_match(case: Case) -> None:
    case.check()


@pytest.mark.verifies("S1SR", "def-default-pin")
@pytest.mark.verifies("S1SR", "engineering-pin-gate")
@pytest.mark.parametrize("case", cases("R3"))
def test_default_pin_gate(case: Case) -> None:
    case.check()


@pytest.mark.verifies("TMAD", "notice-firmware")
@pytest.mark.verifies("TMAD", "notice-configuration")
@pytest.mark.verifies("TMAD", "counting-working-days")
@pytest.mark.parametrize("case", cases("R4"))
def test_firmware_notice(case: Case) -> None:
    case.check()


@pytest.mark.verifies("TMAD", "notice-earlier-date")
@pytest.mark.verifies("TMAD", "notice-migration")
@pytest.mark.parametrize("case", cases("R5"))
def test_migration_notice(case: Case) -> None:
    case.check()


@pytest.mark.verifies("TMAD", "change-of-supplier-window")
@pytest.mark.parametrize("case", cases("R8"))
def test_change_of_supplier_window(case: Case) -> None:
    case.check()


@pytest.mark.verifies("TMAD", "profile-data-switch")
@pytest.mark.parametrize("case", cases("R9"))
def test_profile_switch(case: Case) -> None:
    case.check()


@pytest.mark.verifies("TMAD", "supplier-certificate-ids")
@pytest.mark.parametrize("case", cases("R10"))
def test_supplier_certificate_ids(case: Case) -> None:
    case.check()


@pytest.mark.verifies("TMAD", "expiry")
@pytest.mark.parametrize("case", cases("R11"))
def test_expiry(case: Case) -> None:
    case.check()


@pytest.mark.verifies("S1SR", "def-price-scalar")
@pytest.mark.verifies("S1SR", "foc-prices")
@pytest.mark.parametrize("case", cases("R15"))
def test_price_scalar(case: Case) -> None:
    case.check()


@pytest.mark.verifies("S1SR", "utrn-value-not-rejected")
@pytest.mark.verifies("DUIS", "topup-amount")
@pytest.mark.parametrize("case", cases("R16"))
def test_top_up_value(case: Case) -> None:
    case.check()


@pytest.mark.verifies("DUIS", "valid-target-test")
@pytest.mark.verifies("DUIS", "valid-targets")
@pytest.mark.verifies("DUIS", "smets1-ppmid-cohorts")
@pytest.mark.verifies("DUIS", "update-targets")
@pytest.mark.verifies("DUIS", "read-targets")
@pytest.mark.verifies("DUIS", "activate-targets")
@pytest.mark.verifies("SRPD", "check-firmware-target")
@pytest.mark.verifies("SRPD", "permitted-targets")
@pytest.mark.verifies("SRPD", "responsible-for-testing")
@pytest.mark.verifies("SRPD", "s1sp-firmware-target")
@pytest.mark.parametrize("case", cases("R18"))
def test_valid_target(case: Case) -> None:
    case.check()


@pytest.mark.verifies("DUIS", "activate-response-time")
@pytest.mark.verifies("S1SR", "target-response-times")
@pytest.mark.verifies("DUIS", "trt-from-uiss")
@pytest.mark.verifies("DUIS", "trt-wan-time")
@pytest.mark.verifies("DUIS", "no-smets1-schedules")
@pytest.mark.verifies("SRPD", "smets1-response-time")
@pytest.mark.parametrize("case", cases("R19"))
def test_response_time(case: Case) -> None:
    case.check()


@pytest.mark.verifies("DUIS", "eligible-roles")
@pytest.mark.verifies("DUIS", "send-only-if-eligible")
@pytest.mark.verifies("SRPD", "check-user-role")
@pytest.mark.parametrize("case", cases("R20"))
def test_eligible_role(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("case", cases("R22"))
def test_enrolment_deadline(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("case", cases("R24"))
def test_referral(case: Case) -> None:
    case.check()


@pytest.mark.verifies("SEC", "cpa-decisions")
@pytest.mark.verifies("SEC", "lapse-of-cpa-certificate")
@pytest.mark.verifies("SEC", "lapse-of-other-certificate")
@pytest.mark.parametrize("case", cases("R25"))
def test_products_list_removal(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("case", cases("R27"))
def test_laying_period(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("case", cases("R28"))
def test_redesignation_window(case: Case) -> None:
    case.check()


def test_every_table_is_run() -> None:
    here = {name for name in globals() if name.startswith("test_")}
    assert len(list(CASES.glob("*.csv"))) == len(here) - 1
