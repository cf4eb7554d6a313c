"""Responses and their analysis held against each other: what contradicts itself before it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .analysis import Analysis, Theme
from .consultation import Consultation
from .counted import counted, is_in_time
from .disclosure import asked, disclosing, disclosure
from .finding import finding
from .published import public_texts, secrets
from .response import Answer, Confidentiality, Response
from .wording import moment_words


def check_responses(
    consultation: Consultation, responses: Sequence[Response], analysis: Analysis
) -> tuple[Diagnostic, ...]:
    """Everything that cannot be right among the responses and the themes, in one order."""
    closes = consultation.timetable.closing_moment
    kept = counted(responses, closes)
    found = {
        *_replaced(responses),
        *_late(responses, closes),
        *_twice(kept),
        *_raised(responses, analysis),
        *_unraised(kept, analysis),
        *_unquotable(responses),
        *_given_away(consultation, responses, kept, analysis),
    }
    return tuple(sorted(found, key=lambda one: one.order))


def author(response: Response) -> str:
    """Who answers, however it is spaced, capitalised and punctuated: one organisation has one response."""
    return re.sub(r"[\W_]+", " ", response.respondent.casefold()).strip()


def _replaced(responses: Sequence[Response]) -> Iterator[Diagnostic]:
    by_id = {response.id: response for response in responses}
    for one in (one for one in responses if one.replaces):
        earlier = by_id.get(one.replaces)
        if earlier is None:
            message = f"There is no response “{one.replaces}” that it could take the place of."
            yield finding("P145", one.place, message, "Correct replaces, or take it out.")
        elif earlier.id == one.id or earlier.received > one.received:
            message = f"“{earlier.id}” did not come in before it: it cannot take its place."
            yield finding("P145", one.place, message, "The later response replaces the earlier one.")


def _late(responses: Sequence[Response], closes: datetime) -> Iterator[Diagnostic]:
    for one in responses:
        if not is_in_time(one, closes):
            message = (
                f"It came in at {_when(one.received)}, after the consultation closed: it is not counted."
            )
            yield finding("P146", one.place, message, "Add accepted-late: yes if it is to be counted.")


def _when(moment: datetime) -> str:
    return moment_words(moment.date(), moment.time())


def _twice(kept: Sequence[Response]) -> Iterator[Diagnostic]:
    first: dict[str, Response] = {}
    for one in kept:
        earlier = first.setdefault(author(one), one)
        if earlier is not one:
            message = f"{one.respondent} is counted twice: here and in {earlier.file or earlier.id}."
            yield finding("P147", one.place, message, f"Add replaces: {earlier.id}, or take one of them out.")


def _raised(responses: Sequence[Response], analysis: Analysis) -> Iterator[Diagnostic]:
    """Themes that answers name, each held against the analysis."""
    themes = {theme.id: theme for theme in analysis.themes}
    for response in responses:
        for answer in response.answers:
            for name in answer.themes:
                yield from _theme(name, answer, themes)


def _theme(name: str, answer: Answer, themes: dict[str, Theme]) -> Iterator[Diagnostic]:
    theme = themes.get(name)
    if theme is None:
        own = [one.id for one in themes.values() if one.question == answer.question]
        hint = f"Those of {answer.question} are {', '.join(own)}." if own else "Add it to analysis.yaml."
        yield finding("P142", answer.place, f"No theme is called “{name}”.", hint)
    elif theme.question != answer.question:
        message = f"“{name}” is a theme of {theme.question}, and this answers {answer.question}."
        yield finding("P143", answer.place, message, "Move it to the answer that it belongs to.")
    elif theme.within and theme.within not in answer.themes and theme.within in themes:
        message = f"It raises “{name}”, a part of “{theme.within}”, and not that."
        yield finding("P148", answer.place, message, f"Add {theme.within} to its themes.")


def _unraised(kept: Sequence[Response], analysis: Analysis) -> Iterator[Diagnostic]:
    raised = {name for response in kept for answer in response.answers for name in answer.themes}
    for theme in analysis.themes:
        if theme.id not in raised:
            message = f"No response that is counted raises “{theme.id}” ({theme.topic})."
            yield finding("P144", theme.place, message, "Add it to the themes of an answer, or take it out.")


def _unquotable(responses: Sequence[Response]) -> Iterator[Diagnostic]:
    for response in responses:
        for answer in _all(response):
            if answer.confidentiality is Confidentiality.PART and not answer.redacted:
                message = "A part of it is confidential, and what may be published is not said."
                hint = "Until redacted: says it, the words of this answer cannot be quoted."
                yield finding("P149", answer.place, message, hint)


def _given_away(
    consultation: Consultation, responses: Sequence[Response], kept: Sequence[Response], analysis: Analysis
) -> Iterator[Diagnostic]:
    """What is confidential and stands in the analysis."""
    hidden = disclosure(secrets(responses), (*public_texts(kept), *asked(consultation)))
    for place, text in _told(analysis):
        told = {one.secret.file: one.secret for one in hidden.stretches(text)}
        yield from (disclosing(one, place) for one in told.values())


def _told(analysis: Analysis) -> Iterator[tuple[Place, str]]:
    for theme in analysis.themes:
        for text in (theme.id, theme.topic, theme.view, theme.reply, *theme.engagement):
            yield theme.place, text
    for outcome in analysis.outcomes:
        yield outcome.place, outcome.conclusion


def _all(response: Response) -> tuple[Answer, ...]:
    return (*response.answers, response.general) if response.general else response.answers
