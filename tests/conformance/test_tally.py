"""R30: stances add up to respondents."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.tally import Answer, Stance, response_tally

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

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
