"""A response table as sheets of plain rows, for spreadsheets: stances, themes, answers."""

from __future__ import annotations

from toolkit.consult.response_table import VIEWS, AnswerRow, QuestionTable, ResponseTable

from .response_words import plain_words
from .sheet import LONGEST_CELL, Cell, Sheet

GENERAL = "Other comments"


def sheets(table: ResponseTable) -> tuple[Sheet, ...]:
    """The sheets. Where the table is for Government, each row says so in its last cell."""
    marking: tuple[str, ...] = (table.marking,) if table.marking else ()
    mark = ("Handling",) if marking else ()
    return (
        Sheet("Stances", ("Question", "About", "Organisations", *VIEWS, "Respondents", *mark),
              tuple((*row, *marking) for one in table.questions for row in _stances(one)),
              (20, 40, 22, *(12 for _ in VIEWS), 12, 40)),
        Sheet("Themes", ("Question", "Theme", "Respondents", "View", "Reply", "Standing", "Changed",
                         "Engagement", "Conclusion", *mark),
              tuple((*row, *marking) for one in table.questions for row in _themes(one)),
              (20, 30, 12, 60, 60, 12, 24, 30, 50, 40)),
        Sheet("Answers", ("Question", "Respondent", "Organisation", "View", "Comments", "Confidentiality",
                          "Themes", *mark),
              tuple((*row, *marking) for row in _answers(table)),
              (20, 30, 20, 22, 90, 20, 40, 40)),
    )  # fmt: skip


def _stances(table: QuestionTable) -> list[tuple[Cell, ...]]:
    question = table.question
    return [
        (question.label, question.about, row.organisation, *row.counts, sum(row.counts))
        for row in table.views
    ]


def _themes(table: QuestionTable) -> list[tuple[Cell, ...]]:
    label, conclusion = table.question.label, plain_words(table.conclusion)
    rows: list[tuple[Cell, ...]] = [
        (
            label, theme.topic, theme.respondents, plain_words(theme.sentence), plain_words(theme.reply),
            theme.standing.value, "; ".join(theme.made), "; ".join(theme.engagement), conclusion,
        )
        for theme in table.themes
    ]  # fmt: skip
    return rows or ([(label, "", 0, "", "", "", "", "", conclusion)] if conclusion else [])


def _answers(table: ResponseTable) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for one in table.questions:
        for answer in one.answers:
            rows += _answer(one.question.label, answer)
    for answer in table.general:
        rows += _answer(GENERAL, answer)
    return rows


def _answer(label: str, row: AnswerRow) -> list[tuple[Cell, ...]]:
    """A row; a text that is too long for a cell goes on in the rows under it."""
    pieces = [row.text[at : at + LONGEST_CELL] for at in range(0, len(row.text), LONGEST_CELL)] or [""]
    themes = ", ".join(row.themes)
    return [
        (
            label,
            row.respondent,
            row.organisation,
            row.view if not at else "continued",
            piece,
            row.note,
            themes,
        )
        for at, piece in enumerate(pieces)
    ]
