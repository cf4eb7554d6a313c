"""What the responses say, question by question: the one table that every output of it is written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .analysis import Analysis, Standing, Theme
from .consultation import Consultation, Provision, ProvisionKind, Question
from .published import FOR_GOVERNMENT, published
from .response import Answer, Confidentiality, Response
from .response_folder import ResponseFolder
from .sentences import comments_sentence, stance_sentence, theme_sentence
from .stance import Organisation, Stance
from .tally import Tally, tally

Fill = Callable[[str, str], str]
"""Markdown with values by name, and the place it stands at, to Markdown."""

UNANSWERED = "Not answered"
VIEWS = (*Stance, UNANSWERED)
"""What can become of a question in a response, in order: the columns of a table of stances."""
_NOTES = {
    Confidentiality.NONE: "",
    Confidentiality.PART: "Confidential in part",
    Confidentiality.WHOLE: "Confidential",
}


class ViewRow(NamedTuple):
    """How the respondents of one type of organisation answered; the counts add up to them."""

    organisation: str
    """Energy supplier; All for the sum."""
    counts: tuple[int, ...]
    """For each of VIEWS."""


class ThemeRow(NamedTuple):
    """A theme with the number of those who raise it."""

    topic: str
    respondents: int
    sentence: str
    """Two respondents asked for …; Markdown. Empty for a part of a theme, which is told with its whole."""
    reply: str
    """Markdown."""
    standing: Standing
    made: tuple[str, ...]
    """What was changed because of it: TMAD 4.29."""
    engagement: tuple[str, ...]


class AnswerRow(NamedTuple):
    """What one respondent says; everything in it may be printed."""

    respondent: str
    organisation: str
    view: str
    """Support; No view where none was chosen; empty for general comments."""
    text: str
    note: str
    """Confidential, Confidential in part, or empty; for Government with the reason given."""
    themes: tuple[str, ...]
    """Their topics."""


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """One question."""

    question: Question
    tally: Tally
    sentences: tuple[str, ...]
    """How many said what."""
    views: tuple[ViewRow, ...]
    """By type of organisation, and the sum in the last row."""
    themes: tuple[ThemeRow, ...]
    answers: tuple[AnswerRow, ...]
    """In order of receipt."""
    conclusion: str
    """Markdown; empty where nothing was concluded yet."""

    @property
    def total(self) -> tuple[int, ...]:
        """For each of VIEWS, how many respondents."""
        return self.views[-1].counts


@dataclass(frozen=True, slots=True)
class ResponseTable:
    """All questions of a consultation, with what may be published of the responses, or all of it."""

    consultation: Consultation
    marking: str
    """Printed on every page and sheet where it holds responses whole; else empty."""
    respondents: int
    organisations: tuple[tuple[str, int], ...]
    """Types of organisation with how many of each, in order."""
    questions: tuple[QuestionTable, ...]
    general: tuple[AnswerRow, ...]


def response_table(
    consultation: Consultation, folder: ResponseFolder, fill: Fill, for_government: bool = False
) -> ResponseTable:
    """The table. Unless it is for Government, nothing confidential is in any of its values."""
    responses = folder.counted if for_government else published(folder.counted)
    kinds = Counter(response.organisation for response in responses)
    return ResponseTable(
        consultation,
        FOR_GOVERNMENT if for_government else "",
        len(responses),
        tuple((kind.value, kinds[kind]) for kind in Organisation if kinds[kind]),
        tuple(_question(one, responses, folder.analysis, fill) for one in consultation.questions),
        tuple(row for one in responses for row in _general(one)),
    )


def _question(
    question: Question, responses: Sequence[Response], analysis: Analysis, fill: Fill
) -> QuestionTable:
    counts = tally(responses, question.id)
    themes = analysis.about(question.id)
    topics = {theme.id: theme.topic for theme in themes}
    outcome = analysis.outcome(question.id)
    return QuestionTable(
        question, counts,
        tuple(filter(None, (stance_sentence(counts), comments_sentence(counts)))),
        _views(counts, responses),
        tuple(_theme(theme, analysis, counts, fill) for theme in themes),
        tuple(_answered(one, question, topics) for one in responses if one.answer(question.id)),
        fill(outcome.conclusion, str(outcome.place)) if outcome else "",
    )  # fmt: skip


def _views(counts: Tally, responses: Sequence[Response]) -> tuple[ViewRow, ...]:
    there = {response.organisation for response in responses}
    rows = [
        ViewRow(
            kind.value,
            (*(counts.stances.get((stance, kind), 0) for stance in Stance), counts.unanswered.get(kind, 0)),
        )
        for kind in Organisation
        if kind in there
    ]
    total = tuple(sum(row.counts[at] for row in rows) for at in range(len(VIEWS)))
    return (*rows, ViewRow("All", total))


def _theme(theme: Theme, analysis: Analysis, counts: Tally, fill: Fill) -> ThemeRow:
    place = str(theme.place)
    sentence = "" if theme.within else theme_sentence(theme, analysis, counts)
    made = tuple(map(_made, theme.made))
    return ThemeRow(
        theme.topic[:1].upper() + theme.topic[1:],
        counts.themes.get(theme.id, 0), fill(sentence, place), fill(theme.reply, place),
        theme.standing, made, theme.engagement,
    )  # fmt: skip


def _general(response: Response) -> Iterator[AnswerRow]:
    """Comments on no question; for Government also what was typed where nothing was asked."""
    if response.general:
        yield _answer(response, response.general, {}, "")
    if response.outside:
        yield AnswerRow(
            response.respondent, response.organisation.value, "", response.outside, _OUTSIDE, ()
        )  # fmt: skip


_OUTSIDE = "Typed beside the fields of the form"


def _made(provision: Provision) -> str:
    """TMAD 4.29; TMAD, the definition of “GroupID”"""
    if provision.kind is ProvisionKind.DEFINITION:
        return f"{provision.document}, the definition of “{provision.name}”"
    return f"{provision.document} {provision.name}"


def _answered(response: Response, question: Question, topics: dict[str, str]) -> AnswerRow:
    answer = response.answer(question.id)
    assert answer is not None, "only those who answered are asked"
    return _answer(response, answer, topics, answer.stance or Stance.NO_VIEW)


def _answer(response: Response, answer: Answer | None, topics: dict[str, str], view: str) -> AnswerRow:
    assert answer is not None, "only those who commented are asked"
    themes = tuple(topics[name] for name in answer.themes if name in topics)
    # what is published has no reason any more
    note = ": ".join(filter(None, (_NOTES[answer.confidentiality], " ".join(answer.reason.split()))))
    return AnswerRow(
        response.respondent, response.organisation.value, str(view), answer.text, note, themes,
    )  # fmt: skip
