"""R21 and R22: who is eligible to be enrolled, and by when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.enrolment import Limb, Upgrade, eligible_to_enrol, enrolment_deadline

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED


def upgrades(text: str) -> tuple[Upgrade, ...]:
    return tuple(Upgrade(*one.split(">")) for one in text.split())


@pytest.mark.verifies("TMAD", "eligibility-after-update")
@pytest.mark.verifies("SEC", "eligibility-for-enrolment")
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


@pytest.mark.verifies("SEC", "eligible-by-firmware")
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


@pytest.mark.verifies("SEC", "eligibility-for-enrolment")
@pytest.mark.parametrize("devices", [(), ("",), ("C1", "")])
def test_eligibility_refuses(devices: tuple[str, ...]) -> None:
    assert eligible_to_enrol(devices, (("C1",),), ()).outcome is REFUSED


@given(st.dates(date(2018, 1, 1), date(2021, 12, 31)), st.dates(date(2018, 1, 1), date(2021, 12, 31)))
def test_a_deadline_is_never_before_the_start_or_after_the_backstop(eligible: date, acquired: date) -> None:
    ruling = enrolment_deadline(eligible, acquired)
    assert ruling.value is not None
    assert max(eligible, acquired) <= ruling.value <= date(2021, 12, 31)
