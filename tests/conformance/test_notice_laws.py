"""Laws of notice and of the window around a change of supplier: R4, R5, R8."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.quantity import WorkingDays
from toolkit.conformance.ruling import Outcome
from toolkit.conformance.tmad.notice import day_given, firmware_notice, migration_notice
from toolkit.conformance.tmad.supplier_change import change_of_supplier_window
from toolkit.conformance.working_days import add_working_days

MET, NOT_MET = Outcome.MET, Outcome.NOT_MET
KNOWN = st.dates(date(2018, 6, 1), date(2027, 6, 30))


@pytest.mark.verifies("TMAD", "notice-firmware")
@given(KNOWN, st.integers(-20, 60), st.integers(0, 20), st.sampled_from(["4.0", "6.0", "11.0"]))
def test_lawful_exactly_from_the_earliest_day_on(day: date, after: int, agreed: int, version: str) -> None:
    planned = day + timedelta(days=after)
    ruling = firmware_notice(day, planned, version, agreed_days=WorkingDays(agreed))
    assert ruling.value is not None
    assert (ruling.outcome is MET) == (planned >= ruling.value.earliest)
    period = 15 if version == "4.0" else min(agreed, 5)  # 4.0 knows no agreement
    assert ruling.value.earliest == add_working_days(day_given(day), period)
    assert ruling.value.period == period


@pytest.mark.verifies("TMAD", "notice-migration")
@given(KNOWN, KNOWN)
def test_an_agreement_never_makes_the_wait_longer(notice: date, planned: date) -> None:
    plain = migration_notice(notice, planned)
    for agreed in (0, 14, 15, 16, 400):
        with_it = migration_notice(notice, planned, agreed_days=WorkingDays(agreed))
        assert plain.value is not None and with_it.value is not None
        assert with_it.value.earliest <= plain.value.earliest


@pytest.mark.verifies("TMAD", "change-of-supplier-window")
@given(KNOWN, KNOWN, st.sampled_from(["6.0", "11.0"]))
def test_the_first_allowed_day_is_allowed_and_none_between(day: date, change: date, version: str) -> None:
    ruling = change_of_supplier_window(day, change, version)
    assert ruling.value is not None
    first = ruling.value.first_allowed
    assert (first == day) == (ruling.outcome is MET)
    assert change_of_supplier_window(first, change, version).outcome is MET
    for number in range((first - day).days):
        assert change_of_supplier_window(day + timedelta(days=number), change, version).outcome is NOT_MET


@pytest.mark.verifies("TMAD", "form-of-notices")
@pytest.mark.parametrize(
    ("sent", "late", "given"),
    [
        pytest.param(date(2020, 8, 3), False, date(2020, 8, 3), id="on a Working Day"),
        pytest.param(date(2020, 8, 3), True, date(2020, 8, 4), id="after 17:00"),
        pytest.param(date(2020, 8, 7), True, date(2020, 8, 10), id="after 17:00 on a Friday"),
        pytest.param(date(2020, 8, 1), False, date(2020, 8, 3), id="on a Saturday"),
        pytest.param(date(2020, 8, 1), True, date(2020, 8, 3), id="on a Saturday evening"),
        pytest.param(date(2020, 8, 31), False, date(2020, 9, 1), id="on a bank holiday"),
        pytest.param(date(2020, 12, 24), True, date(2020, 12, 29), id="on Christmas Eve, after 17:00"),
    ],
)
def test_the_day_on_which_a_notice_is_given(sent: date, late: bool, given: date) -> None:
    assert day_given(sent, late) == given
