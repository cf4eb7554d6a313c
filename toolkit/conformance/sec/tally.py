"""How respondents stand on each question: counts that add up, and the sentence that tells them (R30)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from ..law import Law
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted, joined

LAW = Law("SEC", "N6.4")


class Stance(StrEnum):
    """How a respondent stands on a question."""

    SUPPORT = "support"
    NO_VIEW = "no view"
    OBJECT = "object"
    NOT_ANSWERED = "not answered"
    """The respondent did not answer this question and is not counted among those that did."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent's stance on one question."""

    respondent: str
    question: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """The counts of one question."""

    question: str
    respondents: int
    """Those that answered it."""
    support: int
    no_view: int
    object: int
    sentence: str


@rule(LAW)
def response_tally(
    respondents: tuple[str, ...], questions: tuple[str, ...], answers: tuple[Answer, ...]
) -> Ruling[tuple[QuestionTally, ...]]:
    """The counts of each question, and whether every respondent's stance on it is recorded.

    respondents, questions: by name and label, each once.
    answers: one for each respondent and question, “not answered” included.
    """
    _check(respondents, questions, answers)
    counts: dict[str, Counter[Stance]] = {question: Counter() for question in questions}
    for one in answers:
        counts[one.question][one.stance] += 1
    tallies = tuple(_tally(question, count) for question, count in counts.items())
    short = [question for question, count in counts.items() if count.total() < len(respondents)]
    if short:
        first = counts[short[0]].total()
        words = f"{short[0]}: the stances add up to {first} of {counted(len(respondents), 'respondent')}."
        return LAW.ground().not_met(words, tallies)
    words = f"The stances add up to {counted(len(respondents), 'respondent')} on each of {len(questions)}."
    return LAW.ground().met(words.replace("on each of 1.", "on the question."), tallies)


def _check(respondents: tuple[str, ...], questions: tuple[str, ...], answers: tuple[Answer, ...]) -> None:
    for name, items in (("respondents", respondents), ("questions", questions)):
        if not items or "" in items or len(set(items)) < len(items):
            raise RefusalError(f"{name}: there is none, or one has no name or stands there twice.")
    known, asked = set(respondents), set(questions)
    seen = set()
    for one in answers:
        if one.respondent not in known or one.question not in asked:
            raise RefusalError(
                f"answers: {one.respondent} on {one.question} is of no respondent or question."
            )
        if (one.respondent, one.question) in seen:
            raise RefusalError(f"answers: {one.respondent} stands there twice on {one.question}.")
        seen.add((one.respondent, one.question))


def _tally(question: str, count: Counter[Stance]) -> QuestionTally:
    support, no_view, against = (count[one] for one in (Stance.SUPPORT, Stance.NO_VIEW, Stance.OBJECT))
    total = support + no_view + against
    told = [(support, "supported the proposal"), (no_view, "expressed no view"), (against, "objected")]
    parts = tuple(f"{number} {words}" for number, words in told if number)
    sentence = f"Of the {counted(total, 'respondent')} to {question}, {joined(parts)}."
    if not total:
        sentence = f"Nobody answered {question}."
    return QuestionTally(question, total, support, no_view, against, sentence)
