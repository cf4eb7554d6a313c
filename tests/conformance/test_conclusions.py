"""R29: what a conclusions report has to contain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from toolkit.conformance.ruling import Outcome
from toolkit.conformance.sec.conclusions import (
    Conclusion,
    ConclusionsReport,
    Part,
    QuestionAnalysis,
    report_complete,
)

MET, NOT_MET, REFUSED = Outcome.MET, Outcome.NOT_MET, Outcome.REFUSED

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
