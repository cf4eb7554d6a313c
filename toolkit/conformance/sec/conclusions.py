"""What a conclusions report has to contain before it goes to the Secretary of State (R29)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..law import Law
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted

LAW = Law("SEC", "N6.4 and X5")


class Part(StrEnum):
    """The parts of a conclusions report."""

    INTRODUCTION = "introduction and context"
    ENGAGEMENT = "stakeholder engagement"
    QUESTIONS = "questions and respondents"
    ANALYSIS = "analysis of each question"
    DRAFTING_CHANGES = "summary of drafting changes by clause"
    CONCLUSIONS = "conclusions"
    NEXT_STEPS = "next steps"
    ATTACHMENTS = "attachments"
    DIRECTION = "draft direction"


class Conclusion(StrEnum):
    """What the conclusions have to find."""

    DETAIL = "detail sufficient"
    CLEAR = "rights and obligations clear and consistent with the SEC"
    COMPLETE = "materially complete and technically accurate"


@dataclass(frozen=True, slots=True)
class QuestionAnalysis:
    """The analysis of one question."""

    question: str
    respondents: int
    """Who answered the question."""
    support: int
    no_view: int
    object: int
    disagreement_told: bool
    """Whether it says where respondents disagree and what remains unresolved, or that nothing does."""


@dataclass(frozen=True, slots=True)
class ConclusionsReport:
    """A conclusions report, as far as its completeness goes."""

    parts: tuple[Part, ...]
    questions: tuple[str, ...]
    """The labels of the questions that were asked."""
    analyses: tuple[QuestionAnalysis, ...]
    conclusions: tuple[Conclusion, ...]


@rule(LAW)
def report_complete(report: ConclusionsReport) -> Ruling[tuple[str, ...]]:
    """Whether a conclusions report has every element; the value lists what is missing.

    report: its parts, the questions asked, the analysis of each, and the conclusions drawn.
    """
    if not report.questions or not all(report.questions):
        raise RefusalError("questions: there is none, or one has no label.")
    if any(min(one.respondents, one.support, one.no_view, one.object) < 0 for one in report.analyses):
        raise RefusalError("analyses: a number is below 0.")
    missing = (*_parts(report), *_analyses(report), *_conclusions(report))
    if not missing:
        return LAW.ground().met("Every element is there.", missing)
    words = f"{counted(len(missing), 'element')} missing or wrong, the first: {missing[0]}."
    return LAW.ground().not_met(words, missing)


def _parts(report: ConclusionsReport) -> Iterator[str]:
    return (f"part: {part.value}" for part in Part if part not in report.parts)


def _analyses(report: ConclusionsReport) -> Iterator[str]:
    labels = [one.question for one in report.analyses]
    for question in report.questions:
        if labels.count(question) != 1:
            yield f"{question}: {'no analysis' if question not in labels else 'more than one analysis'}"
    for one in report.analyses:
        if one.question not in report.questions:
            yield f"{one.question}: it was not asked"
        total = one.support + one.no_view + one.object
        if total != one.respondents:
            yield f"{one.question}: the stances add up to {total}, and {one.respondents} answered"
        if not one.disagreement_told:
            yield f"{one.question}: areas of disagreement"


def _conclusions(report: ConclusionsReport) -> Iterator[str]:
    return (f"conclusion: {one.value}" for one in Conclusion if one not in report.conclusions)
