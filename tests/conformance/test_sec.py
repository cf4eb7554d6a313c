"""The rules of the main body and of consulting whose inputs are records: R21, R23, R26, R29, R30, R31."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.conclusions import (
    Conclusion,
    ConclusionsReport,
    Part,
    QuestionAnalysis,
    report_complete,
)
from toolkit.conformance.sec.dormancy import SmsoArrangement, meter_status
from toolkit.conformance.sec.enrolment import Limb, Upgrade, eligible_to_enrol, enrolment_deadline
from toolkit.conformance.sec.live_services import LiveServicesEvidence, live_services
from toolkit.conformance.sec.product_combinations import EpcAct, EpcEvent, product_combinations
from toolkit.conformance.sec.tally import Answer, Stance, response_tally
from toolkit.conformance.vocabulary import MeterStatus

MET, NOT_MET, DECIDED, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.DECIDED, Outcome.REFUSED

# -- R21: eligible to be enrolled -----------------------------------------------------------------


def upgrades(text: str) -> tuple[Upgrade, ...]:
    return tuple(Upgrade(*one.split(">")) for one in text.split())


@pytest.mark.verifies("TMAD", "eligible-section-h5")
@pytest.mark.parametrize(
    ("devices", "entries", "steps", "limb", "path"),
    [
        pytest.param("C1 E1", "C1 E1", "", Limb.LISTED, "", id="on the list"),
        pytest.param("E1 C1", "C9 E9|C1 E1", "", Limb.LISTED, "", id="in another order, the second entry"),
        pytest.param("C1 E1", "C1 E2", "E1>E2", Limb.BY_UPGRADE, "E1>E2", id="one upgrade"),
        pytest.param("C1 E1", "C2 E3", "C1>C2 E1>E2 E2>E3", Limb.BY_UPGRADE, "C1>C2 E1>E2 E2>E3", id="three"),
        pytest.param("C1 E1", "C1 E3|C1 E2", "E1>E2 E2>E3", Limb.BY_UPGRADE, "E1>E2", id="the shortest way"),
        pytest.param("C1 E1", "C1 E2", "", None, "", id="no such upgrade"),
        pytest.param("C1 E1", "C1 E2", "E2>E1", None, "", id="the wrong way round"),
        pytest.param("C1 E1", "C1 E9", "E1>E2 E2>E1", None, "", id="round in a circle"),
        pytest.param("C1 E1 G1", "C1 E1", "", None, "", id="one Device too many"),
        pytest.param("C1 E1", "C1 E1 G1", "", None, "", id="one Device too few"),
        pytest.param("C1 C1", "C1 C2", "C1>C2", Limb.BY_UPGRADE, "C1>C2", id="two alike, one to upgrade"),
        pytest.param("A B", "X Y", "A>X A>Y B>X", Limb.BY_UPGRADE, "A>Y B>X", id="a place for each"),
        pytest.param("C1 E1", "", "", None, "", id="nothing on the list"),
    ],
)
def test_eligible_to_enrol(devices: str, entries: str, steps: str, limb: Limb | None, path: str) -> None:
    listed = tuple(tuple(one.split()) for one in entries.split("|") if one)
    ruling = eligible_to_enrol(tuple(devices.split()), listed, upgrades(steps))
    assert ruling.outcome is (MET if limb else NOT_MET)
    if limb:
        assert ruling.value is not None
        assert ruling.value.limb is limb
        assert ruling.clause.label == limb.value
        assert " ".join(f"{one.before}>{one.after}" for one in ruling.value.path) == path


MODELS = st.sampled_from("ABCDE")


@given(
    st.lists(MODELS, min_size=1, max_size=4),
    st.lists(st.lists(MODELS, min_size=1, max_size=4), max_size=3),
    st.lists(st.tuples(MODELS, MODELS), max_size=6),
)
def test_the_path_leads_to_the_entry(
    devices: list[str], entries: list[list[str]], steps: list[tuple[str, str]]
) -> None:
    ruling = eligible_to_enrol(
        tuple(devices), tuple(map(tuple, entries)), tuple(Upgrade(*one) for one in steps)
    )
    if ruling.value is None:
        assert ruling.outcome is NOT_MET
        return
    have = list(devices)
    for step in ruling.value.path:
        assert (step.before, step.after) in steps
        have.remove(step.before)
        have.append(step.after)
    assert sorted(have) == sorted(ruling.value.entry)


@pytest.mark.parametrize("devices", [(), ("",), ("C1", "")])
def test_eligibility_refuses(devices: tuple[str, ...]) -> None:
    assert eligible_to_enrol(devices, (("C1",),), ()).outcome is REFUSED


@given(st.dates(date(2018, 1, 1), date(2021, 12, 31)), st.dates(date(2018, 1, 1), date(2021, 12, 31)))
def test_a_deadline_is_never_before_the_start_or_after_the_backstop(eligible: date, acquired: date) -> None:
    ruling = enrolment_deadline(eligible, acquired)
    assert ruling.value is not None
    assert max(eligible, acquired) <= ruling.value <= date(2021, 12, 31)


# -- R23: the list of Eligible Product Combinations -----------------------------------------------


def epc(act: EpcAct, day: int, entry: str = "E1", **more: Any) -> EpcEvent:
    whole = (
        {"device_models": ("C1", "M1"), "communications_provider": "Provider"} if act is EpcAct.ADDED else {}
    )
    return EpcEvent(act, entry, date(2019, 3, day), **{**whole, **more})


APPROVED, ADDED = epc(EpcAct.APPROVED, 1), epc(EpcAct.ADDED, 2)
REMOVED, CHANGED = epc(EpcAct.REMOVED, 3), epc(EpcAct.CHANGED, 3, communications_provider="Other")


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


def test_product_combinations_refuse() -> None:
    assert product_combinations(()).outcome is REFUSED
    assert product_combinations((epc(EpcAct.APPROVED, 1, ""),)).outcome is REFUSED


# -- R26: Dormant or Active -----------------------------------------------------------------------

RUNNING = SmsoArrangement("Supplier A", "SMSO", date(2020, 1, 1), date(2020, 6, 30))
DORMANT, ACTIVE = MeterStatus.DORMANT, MeterStatus.ACTIVE


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


def test_meter_status_refuses() -> None:
    day = date(2020, 3, 1)
    assert meter_status(" ", (), day).outcome is REFUSED
    assert meter_status("Supplier A", (replace(RUNNING, smso=""),), day).outcome is REFUSED
    assert meter_status("Supplier A", (replace(RUNNING, end=date(2019, 1, 1)),), day).outcome is REFUSED
    assert meter_status("Supplier A", (), day, version="4.0").outcome is REFUSED
    missing: Any = None
    assert meter_status("Supplier A", missing, day).outcome is REFUSED


# -- R29: a complete report -----------------------------------------------------------------------

ANALYSIS = QuestionAnalysis("Q1", 7, 2, 3, 2, True)
REPORT = ConclusionsReport(tuple(Part), ("Q1",), (ANALYSIS,), tuple(Conclusion))


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        *(
            ({"parts": tuple(one for one in Part if one is not part)}, [f"part: {part.value}"])
            for part in Part
        ),
        *(
            (
                {"conclusions": tuple(one for one in Conclusion if one is not left)},
                [f"conclusion: {left.value}"],
            )
            for left in Conclusion
        ),
        ({"questions": ("Q1", "Q2")}, ["Q2: no analysis"]),
        ({"analyses": (ANALYSIS, ANALYSIS)}, ["Q1: more than one analysis"]),
        ({"analyses": (replace(ANALYSIS, respondents=8),)}, ["Q1: the stances add up to 7, and 8 answered"]),
        ({"analyses": (replace(ANALYSIS, respondents=6),)}, ["Q1: the stances add up to 7, and 6 answered"]),
        ({"analyses": (replace(ANALYSIS, disagreement_told=False),)}, ["Q1: areas of disagreement"]),
        ({"analyses": (ANALYSIS, replace(ANALYSIS, question="Q9"))}, ["Q9: it was not asked"]),
    ],
)
def test_report_complete(change: dict[str, Any], missing: list[str]) -> None:
    ruling = report_complete(replace(REPORT, **change))
    assert list(ruling.value or ()) == missing
    assert ruling.outcome is (NOT_MET if missing else MET)


def test_report_complete_refuses() -> None:
    assert report_complete(replace(REPORT, questions=())).outcome is REFUSED
    assert report_complete(replace(REPORT, analyses=(replace(ANALYSIS, support=-2),))).outcome is REFUSED


# -- R30: the tally -------------------------------------------------------------------------------

WHO = tuple("ABCDEFG")


def answers(stances: str, question: str = "Q1") -> tuple[Answer, ...]:
    """SSNNNOO- : support, no view, object, not answered; one letter a respondent."""
    known = {"S": Stance.SUPPORT, "N": Stance.NO_VIEW, "O": Stance.OBJECT, "-": Stance.NOT_ANSWERED}
    return tuple(Answer(who, question, known[one]) for who, one in zip(WHO, stances, strict=False))


@pytest.mark.parametrize(
    ("stances", "outcome", "counts", "sentence"),
    [
        ("SSNNNOO", MET, (7, 2, 3, 2), "Of the 7 respondents to Q1, 2 supported the proposal, 3 expressed no "
                                       "view and 2 objected."),
        ("SSSNOOO", MET, (7, 3, 1, 3), None),
        ("SSSSS--", MET, (5, 5, 0, 0), "Of the 5 respondents to Q1, 5 supported the proposal."),
        ("-------", MET, (0, 0, 0, 0), "Nobody answered Q1."),
        ("S------", MET, (1, 1, 0, 0), "Of the 1 respondent to Q1, 1 supported the proposal."),
        ("SSNNNO", NOT_MET, (6, 2, 3, 1), None),
    ],
)  # fmt: skip
def test_response_tally(
    stances: str, outcome: Outcome, counts: tuple[int, int, int, int], sentence: str | None
) -> None:
    ruling = response_tally(WHO, ("Q1",), answers(stances))
    assert ruling.outcome is outcome and ruling.value is not None
    (one,) = ruling.value
    assert (one.respondents, one.support, one.no_view, one.object) == counts
    assert sentence in (None, one.sentence)


def test_each_question_adds_up_by_itself() -> None:
    given_answers = answers("SSSSSSS") + answers("SSSSSS", "Q2")
    ruling = response_tally(WHO, ("Q1", "Q2"), given_answers)
    assert ruling.outcome is NOT_MET
    assert ruling.reason == "Q2: the stances add up to 6 of 7 respondents."


@pytest.mark.parametrize(
    ("respondents", "questions", "given_answers"),
    [
        ((), ("Q1",), ()),
        (WHO, (), ()),
        (("A", "A"), ("Q1",), ()),
        (WHO, ("Q1",), answers("S") + answers("O")),
        (WHO, ("Q2",), answers("S")),
        (("B",), ("Q1",), answers("S")),
    ],
)
def test_response_tally_refuses(respondents: Any, questions: Any, given_answers: Any) -> None:
    assert response_tally(respondents, questions, given_answers).outcome is REFUSED


@given(st.lists(st.sampled_from("SNO-"), min_size=7, max_size=7))
def test_stances_add_up_to_respondents(stances: list[str]) -> None:
    ruling = response_tally(WHO, ("Q1",), answers("".join(stances)))
    assert ruling.value is not None
    (one,) = ruling.value
    assert one.support + one.no_view + one.object == one.respondents == 7 - stances.count("-")


# -- R31: live services ---------------------------------------------------------------------------

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
