"""The rules of the TMAD whose inputs are records: R2, R6, R7, R12, R13, R14."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.quantity import Pence, WorkingDays
from toolkit.conformance.ruling import Outcome, Standing
from toolkit.conformance.tmad.blocked import Disagreement, ProposalRecord, blocked_proposal
from toolkit.conformance.tmad.dormant_first import Queued, dormant_first
from toolkit.conformance.tmad.early_firmware import Evidence, TestEvidence, early_firmware
from toolkit.conformance.tmad.engineering_pin import Disclosure, PinInstallation, disclose_pins
from toolkit.conformance.tmad.notice import day_given, firmware_notice, migration_notice
from toolkit.conformance.tmad.prepayment import Debt, PaymentMode, PrepaymentSettings, prepayment_maintained
from toolkit.conformance.tmad.security_testing import (
    Event,
    Recipient,
    ScopeChange,
    Step,
    security_testing,
)
from toolkit.conformance.tmad.supplier_change import change_of_supplier_window
from toolkit.conformance.vocabulary import MeterStatus
from toolkit.conformance.working_days import add_working_days

MET, NOT_MET, DECIDED, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.DECIDED, Outcome.REFUSED
KNOWN = st.dates(date(2018, 6, 1), date(2027, 6, 30))

# -- R2: the engineering menu PIN -----------------------------------------------------------------

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


@pytest.mark.parametrize(
    "installations",
    [(), (meter(), meter()), (replace(meter(), installing_supplier=""),), (meter(("", DUE)),)],
)
def test_pin_disclosure_refuses(installations: tuple[PinInstallation, ...]) -> None:
    assert disclose_pins(START, installations).outcome is REFUSED


def test_pin_disclosure_is_not_in_force_before_uplift_1_2() -> None:
    assert disclose_pins(START, (meter(),), version="6.0").outcome is Outcome.NOT_IN_FORCE


# -- R4, R5, R8: laws of notice -------------------------------------------------------------------


@pytest.mark.verifies("TMAD", "notice-firmware")
@given(KNOWN, st.integers(-20, 60), st.integers(0, 20), st.sampled_from(["4.0", "6.0", "11.0"]))
def test_lawful_exactly_from_the_earliest_day_on(day: date, after: int, agreed: int, version: str) -> None:
    planned = day + timedelta(days=after)
    ruling = firmware_notice(day, planned, version, agreed_days=WorkingDays(agreed))
    assert ruling.value is not None
    assert (ruling.outcome is MET) == (planned >= ruling.value.earliest)
    period = min(agreed, 15 if version == "4.0" else 5)
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


# -- R6: Dormant first ----------------------------------------------------------------------------


def queue(text: str) -> tuple[Queued, ...]:
    """a1 D2@3: installation a1, and D2 with a Dormant Device and notice on the third."""
    made = []
    for word in text.split():
        name, _, day = word.partition("@")
        made.append(Queued(name, name.startswith("D"), date(2020, 9, int(day)) if day else None))
    return tuple(made)


@pytest.mark.verifies("TMAD", "dormant-priority")
@pytest.mark.parametrize(
    ("queued", "capacity", "expected", "short"),
    [
        pytest.param("a D1 b", 3, "a D1 b", False, id="capacity suffices to the last place"),
        pytest.param("a D1 b", 4, "a D1 b", False, id="capacity suffices"),
        pytest.param("a D1 b", 2, "D1 a | b", True, id="short by one"),
        pytest.param("a b c", 1, "a | b | c", True, id="none Dormant"),
        pytest.param("D1 D2 D3", 2, "D1 D2 | D3", True, id="all Dormant"),
        pytest.param("a D1@9 D2@3 b D3@3", 2, "D2 D3 | D1 a | b", True, id="in the order of notice"),
    ],
)
def test_dormant_first(queued: str, capacity: int, expected: str, short: bool) -> None:
    ruling = dormant_first(queue(queued), capacity)
    assert ruling.outcome is DECIDED and ruling.value is not None
    assert " | ".join(" ".join(day) for day in ruling.value.days) == expected
    assert ruling.value.short is short


@given(st.lists(st.booleans(), min_size=1, max_size=40), st.integers(1, 12))
def test_a_schedule_loses_nobody_and_keeps_the_order_of_each_kind(dormant: list[bool], capacity: int) -> None:
    asked = tuple(Queued(str(number), one) for number, one in enumerate(dormant))
    ruling = dormant_first(asked, capacity)
    assert ruling.value is not None
    names = [name for day in ruling.value.days for name in day]
    assert sorted(names, key=int) == [one.installation for one in asked]
    for kind in (True, False):
        own = [int(name) for name in names if dormant[int(name)] is kind]
        assert own == sorted(own)
    assert all(len(day) == capacity for day in ruling.value.days[:-1])
    if ruling.value.short:
        kinds = [dormant[int(name)] for name in names]
        assert kinds == sorted(kinds, reverse=True)


@pytest.mark.parametrize(("queued", "capacity"), [("", 3), ("a", 0), ("a", -1), ("a a", 1), ("D1@2 D2 a", 1)])
def test_dormant_first_refuses(queued: str, capacity: int) -> None:
    assert dormant_first(queue(queued), capacity).outcome is REFUSED


# -- R7: early firmware ---------------------------------------------------------------------------

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


# -- R12: prepayment maintained -------------------------------------------------------------------

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


def test_a_credit_meter_has_nothing_to_maintain() -> None:
    credit = replace(SETTINGS, mode=PaymentMode.CREDIT)
    ruling = prepayment_maintained(credit, replace(credit, meter_balance=Pence(0)))
    assert ruling.outcome is MET
    assert "not in Prepayment Mode" in ruling.reason


def test_prepayment_refuses_what_is_no_setting() -> None:
    nan = replace(SETTINGS, price=Decimal("NaN"))
    assert prepayment_maintained(SETTINGS, nan).outcome is REFUSED
    twice = replace(SETTINGS, debts=(SETTINGS.debts[0], SETTINGS.debts[0]))
    assert prepayment_maintained(twice, twice).outcome is REFUSED
    wrong: Any = replace(SETTINGS, meter_balance="12.34")
    assert prepayment_maintained(wrong, wrong).outcome is REFUSED
    missing: Any = None
    assert prepayment_maintained(missing, SETTINGS).outcome is REFUSED


# -- R13: blocked installations -------------------------------------------------------------------

RECORD = ProposalRecord(
    parties_consulted=date(2020, 12, 18),
    interested_consulted=date(2020, 12, 18),
    responses=5,
    responses_reported=5,
    changes_reported=True,
    disagreements=(),
    reported=date(2021, 1, 26),
)
PARTY = Disagreement("Supplier A", True, True, False, True)
PERSON = Disagreement("A consumer body", False, False, False, True)


@pytest.mark.verifies("TMAD", "blocked-installations")
@pytest.mark.verifies("TMAD", "blocked-direction-time")
@pytest.mark.parametrize(
    ("change", "version", "limbs"),
    [
        pytest.param({}, "6.0", [], id="complete"),
        pytest.param({"parties_consulted": None}, "6.0", ["1.6(a)"], id="Parties not consulted"),
        pytest.param({"interested_consulted": None}, "6.0", ["1.6(a)"], id="persons not consulted"),
        pytest.param({"reported": None}, "6.0", ["1.6(c)"], id="no report"),
        pytest.param({"reported": date(2020, 12, 18)}, "6.0", [], id="reported on the day"),
        pytest.param({"reported": date(2020, 12, 17)}, "6.0", ["1.6(c)"], id="reported before consulting"),
        pytest.param({"responses_reported": 4}, "6.0", ["1.6(c)(i)"], id="a response left out"),
        pytest.param({"changes_reported": False}, "6.0", ["1.6(c)(ii)"], id="changes left out"),
        pytest.param({"disagreements": (PARTY,)}, "6.0", [], id="disagreement sought and reported"),
        pytest.param(
            {"disagreements": (replace(PARTY, agreement_sought=False),)}, "6.0", ["1.6(b)"], id="not sought"
        ),
        pytest.param(
            {"disagreements": (replace(PARTY, reported=False),)}, "6.0", ["1.6(c)(iii)"], id="not reported"
        ),
        pytest.param(
            {"disagreements": (replace(PARTY, reported=False, resolved=True),)}, "6.0", [], id="resolved"
        ),
        pytest.param({"disagreements": (PERSON,)}, "6.0", [], id="no Party: before 11.0 not sought"),
        pytest.param({"disagreements": (PERSON,)}, "11.0", ["1.6(b)"], id="Party or person: from 11.0"),
        pytest.param({"directed_by": date(2021, 1, 27)}, "6.0", [], id="a day before the time directed"),
        pytest.param({"directed_by": date(2021, 1, 26)}, "6.0", [], id="on the time directed"),
        pytest.param({"directed_by": date(2021, 1, 25)}, "6.0", ["1.8(a)"], id="after the time directed"),
    ],
)
def test_blocked_proposal(change: dict[str, Any], version: str, limbs: list[str]) -> None:
    ruling = blocked_proposal(replace(RECORD, **change), version=version)
    assert ruling.value is not None
    assert [one.limb for one in ruling.value] == limbs
    assert ruling.outcome is (NOT_MET if limbs else MET)


@pytest.mark.parametrize(
    "change",
    [{"responses_reported": 6}, {"responses_reported": -1}, {"disagreements": (replace(PARTY, name=""),)}],
)
def test_blocked_proposal_refuses(change: dict[str, Any]) -> None:
    assert blocked_proposal(replace(RECORD, **change)).outcome is REFUSED


# -- R14: security testing ------------------------------------------------------------------------

BOTH = (Recipient.SSC, Recipient.SECRETARY_OF_STATE)


def event(step: Step, day: int, **more: Any) -> Event:
    agreed = step in (Step.SCOPE_AGREED, Step.TIMETABLE_AGREED, Step.SCOPE_CHANGED, Step.REVISION_AGREED)
    return Event(step, date(2020, 9, 1) + timedelta(days=day), **{"with_ssc": agreed, **more})


LIFE = (
    event(Step.SCOPE_AGREED, 0),
    event(Step.TIMETABLE_AGREED, 1),
    event(Step.TESTING_BEGUN, 2),
    event(Step.SCOPE_CHANGED, 3, ground=ScopeChange.SECURITY_FINDING),
    event(Step.REVISION_AGREED, 4),
    event(Step.COMPLETED, 6, tested_against=1),  # Monday 7 September 2020
    event(Step.REPORTED, 20, recipients=BOTH),  # the tenth Working Day after it
)


def changed(number: int, **more: Any) -> tuple[Event, ...]:
    return (*LIFE[:number], replace(LIFE[number], **more), *LIFE[number + 1 :])


@pytest.mark.verifies("TMAD", "security-testing-scope")
@pytest.mark.verifies("TMAD", "scope-changes-limited")
@pytest.mark.verifies("TMAD", "scope-revisions")
@pytest.mark.verifies("TMAD", "completion-report")
@pytest.mark.parametrize(
    ("events", "legal", "clause", "says"),
    [
        pytest.param(LIFE, 7, "17", "each lawful", id="the whole life"),
        pytest.param(
            LIFE[:3], 3, "17", "Next: scope changed or revision agreed or testing completed", id="begun"
        ),
        pytest.param(LIFE[1:], 0, "17.5", "next can come scope agreed", id="no scope"),
        pytest.param(
            LIFE[:1] + LIFE[2:], 1, "17.3", "next can come Scope", id="testing before the timetable"
        ),
        pytest.param(changed(0, with_ssc=False), 0, "17.3", "has not agreed", id="scope without the SSC"),
        pytest.param(changed(3, with_ssc=False), 3, "17.4", "has not agreed", id="change without the SSC"),
        pytest.param(
            changed(3, ground=None), 3, "17.4", "only on one of these grounds", id="change without ground"
        ),
        pytest.param(changed(4, with_ssc=False), 4, "17.6", "has not agreed", id="revision without the SSC"),
        pytest.param(
            LIFE[:4] + LIFE[5:], 4, "17.6", "next can come revision agreed", id="change without revision"
        ),
        pytest.param(
            changed(5, tested_against=0), 5, "17.6", "revision 1", id="tested against the first document"
        ),
        pytest.param(
            changed(5, tested_against=2), 5, "17.6", "revision 1", id="tested against none there is"
        ),
        pytest.param(changed(5, tested_against=None), 5, "17.6", "revision 1", id="not said against which"),
        pytest.param(changed(6, recipients=BOTH[:1]), 6, "17.12", "Secretary of State", id="no copy"),
        pytest.param(changed(6, recipients=BOTH[1:]), 6, "17.12", "Security Sub-Committee", id="no report"),
        pytest.param(
            changed(6, recipients=(*BOTH, Recipient.OTHER)), 6, "17.12", "17.11", id="to somebody else"
        ),
        pytest.param(
            changed(6, recipients=(*BOTH, Recipient.OTHER), with_ssc=True), 7, "17", "", id="agreed to"
        ),
        pytest.param(changed(6, day=date(2020, 9, 20)), 7, "17", "", id="reported a day before it was due"),
        pytest.param(changed(6, day=date(2020, 9, 22)), 6, "17.12", "due by 21 September", id="a day late"),
        pytest.param(changed(2, day=date(2020, 9, 1)), 2, "17.3", "comes before", id="out of order in time"),
        pytest.param(
            (*LIFE, event(Step.TESTING_BEGUN, 30)), 7, "17.3", "next can come nothing", id="after the report"
        ),
    ],
)
def test_security_testing(events: tuple[Event, ...], legal: int, clause: str, says: str) -> None:
    ruling = security_testing(events)
    assert ruling.value is not None
    assert (ruling.value.legal, ruling.clause.label) == (legal, clause)
    assert ruling.outcome is (MET if legal == len(events) else NOT_MET)
    assert says in ruling.reason
    assert ruling.value.recipients == BOTH


def test_security_testing_comes_with_4_1() -> None:
    assert security_testing(LIFE, version="4.0").outcome is Outcome.NOT_IN_FORCE
    assert security_testing(LIFE, version="4.1").standing is Standing.PROPOSED
    assert security_testing(LIFE, version="6.0").standing is Standing.IN_FORCE
    assert security_testing(()).outcome is REFUSED


@given(st.lists(st.sampled_from(LIFE), min_size=1, max_size=8))
def test_what_is_lawful_stays_lawful_when_it_is_cut_short(events: list[Event]) -> None:
    ruling = security_testing(tuple(events))
    assert ruling.value is not None
    legal = ruling.value.legal
    if legal:
        assert security_testing(tuple(events[:legal])).outcome is MET
    if legal < len(events):
        assert ruling.outcome is NOT_MET
