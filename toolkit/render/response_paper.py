"""A response table as a paper: a chart of stances, then each question with its counts, themes and answers."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.consult.response_table import VIEWS, AnswerRow, QuestionTable, ResponseTable, ThemeRow
from toolkit.consult.wording import closing_words, number_words
from toolkit.model.paper import (
    Alert,
    Chart,
    ChartBar,
    Fact,
    Inline,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperTable,
    Prose,
    Run,
)

from .response_rows import GENERAL
from .response_words import words

KIND = "responses"
_NOTICE = (
    "It holds responses whole, with what their authors asked to be kept confidential and with their names. "
    "It must not be published."
)


def response_paper(table: ResponseTable) -> Paper:
    """The paper. PaperError where the analysis holds Markdown that no paper can show."""
    consultation = table.consultation
    timetable = consultation.timetable
    closed = closing_words(timetable.closes.day, timetable.closing_time)
    facts = (Fact("Consultation closed", _plain(closed)), Fact("Responses", _plain(str(table.respondents))))
    return Paper(
        kind=KIND,
        title=f"Responses: {consultation.title}",
        subtitle=table.marking,
        facts=facts,
        blocks=tuple(_numbered(_blocks(table))),
        classification=table.marking or consultation.classification,
        author=consultation.issuer.legal_name,
        date=timetable.closes.day.isoformat(),
        marking=table.marking,
    )


def stance_chart(table: ResponseTable) -> Chart:
    """The stances on every question, in the order of the form, so that each always looks the same."""
    bars = tuple(ChartBar(one.question.label, one.total) for one in table.questions)
    return Chart("Views by question", "chart-views", "Question", tuple(map(str, VIEWS)), bars)


def _blocks(table: ResponseTable) -> Iterator[PaperBlock]:
    if table.marking:
        yield Alert("warning", table.marking, (Prose(_plain(_NOTICE)),))
    yield PaperHeading("", 1, _plain("Respondents and views"), "respondents")
    if not table.respondents:
        yield Prose(_plain("There are no responses yet."))
        return
    yield Prose(_plain(_sentence(table)))
    kinds = (*table.organisations, ("All", table.respondents))
    yield _table(
        "Respondents by type of organisation", "by-organisation", ("Type of organisation", "Responses"),
        [(_plain(name), _plain(str(count))) for name, count in kinds], ("left", "right"),
    )  # fmt: skip
    yield stance_chart(table)
    for one in table.questions:
        yield from _question(one)
    if table.general:
        yield PaperHeading("", 1, _plain(GENERAL), "other-comments")
        yield _answers(table.general, "Other comments", "other")


def _sentence(table: ResponseTable) -> str:
    if table.respondents == 1:
        return "One response is counted."
    count = number_words(table.respondents)
    return f"{count[:1].upper()}{count[1:]} responses are counted."


def _question(one: QuestionTable) -> Iterator[PaperBlock]:
    label, name = one.question.label, one.question.id
    yield PaperHeading("", 1, _plain(f"{label}: {one.question.about}"), f"question-{name}")
    yield Prose(_plain(" ".join(one.sentences)))
    header = ("Type of organisation", *map(str, VIEWS), "All")
    rows = [
        (_plain(row.organisation), *(_plain(str(n)) for n in (*row.counts, sum(row.counts))))
        for row in one.views
    ]
    yield _table(
        f"Views on {label} by type of organisation", f"views-{name}", header, rows,
        ("left", *("right" for _ in range(len(VIEWS) + 1))),
    )  # fmt: skip
    if one.themes:
        yield PaperHeading("", 2, _plain("Themes and replies"), f"themes-{name}")
        yield _table(
            f"Themes raised on {label}", f"themes-{name}-table",
            ("Theme", "Respondents", "View and reply", "Standing", "Changed"),
            [_theme(row) for row in one.themes],
            ("left", "right", "left", "left", "left"),
        )  # fmt: skip
    if one.conclusion:
        yield PaperHeading("", 2, _plain("Conclusion"), f"conclusion-{name}")
        yield Prose(words(one.conclusion))
    if one.answers:
        yield PaperHeading("", 2, _plain("Answers"), f"answers-{name}")
        yield _answers(one.answers, f"Answers to {label}", name)


def _theme(row: ThemeRow) -> tuple[Inline, ...]:
    view = words(row.sentence)
    told: list[Run] = [*view, *(_BREAK if view else ()), *words(row.reply)]
    for held in row.engagement:
        told += [*_BREAK, Run(held, em=True)]
    return (
        _plain(row.topic), _plain(str(row.respondents)), tuple(told), _plain(row.standing.value),
        _plain("; ".join(row.made)),
    )  # fmt: skip


def _answers(rows: tuple[AnswerRow, ...], title: str, name: str) -> PaperTable:
    return _table(
        title, f"answers-{name}-table", ("Respondent", "Type of organisation", "View", "Comments"),
        [
            (_plain(row.respondent), _plain(row.organisation), _plain(row.view), _comments(row))
            for row in rows
        ],
    )  # fmt: skip


def _comments(row: AnswerRow) -> Inline:
    note = (Run(row.note, em=True),) if row.note else ()
    return (*note, *(_BREAK if note and row.text else ()), *_plain(row.text))


def _table(
    title: str,
    name: str,
    header: tuple[str, ...],
    rows: list[tuple[Inline, ...]],
    sides: tuple[str, ...] = (),
) -> PaperTable:
    return PaperTable(1, title, name, tuple(map(_plain, header)), tuple(rows), sides)


_BREAK = (Run("\n", line_break=True),)


def _plain(text: str) -> Inline:
    """Words as they are; a line feed breaks the line."""
    runs: list[Run] = []
    for number, piece in enumerate(text.split("\n")):
        if number:
            runs += _BREAK
        if piece:
            runs.append(Run(piece))
    return tuple(runs)


def _numbered(blocks: Iterator[PaperBlock]) -> Iterator[PaperBlock]:
    """The tables counted through the paper."""
    number = 0
    for block in blocks:
        if isinstance(block, PaperTable):
            number += 1
            block = block._replace(number=number)
        yield block
