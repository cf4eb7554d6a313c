"""analysis.yaml to an Analysis, with a line and column for everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.yaml_file import Path, Yaml, read_yaml, shape

from .analysis import Analysis, Outcome, Theme
from .consultation import Consultation
from .finding import finding
from .read import read_provisions

if TYPE_CHECKING:
    from .analysis_shape import ThemeShape


def read_analysis(
    data: bytes, file: str, consultation: Consultation
) -> tuple[Analysis | None, tuple[Diagnostic, ...]]:
    """Read the analysis of a consultation; None where its shape is wrong.

    Names of what is not there, and names used twice, are among the diagnostics of an analysis that was read.
    """
    from .analysis_shape import AnalysisShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    shaped, wrong = shape(yaml, AnalysisShape)
    if shaped is None:
        return None, (*found, *wrong)
    themes = tuple(_theme(yaml, theme, number) for number, theme in enumerate(shaped.themes))
    outcomes = tuple(
        Outcome(one.question, one.conclusion.strip(), yaml.place(("outcomes", number, "question")))
        for number, one in enumerate(shaped.outcomes)
    )
    analysis = Analysis(themes, outcomes, file)
    return analysis, (*found, *_names(yaml, analysis, consultation))


def _theme(yaml: Yaml, shaped: ThemeShape, number: int) -> Theme:
    here: Path = ("themes", number)
    made = read_provisions(yaml, shaped.made, (*here, "made"))
    return Theme(
        shaped.id, shaped.question, shaped.topic, shaped.view.strip(), shaped.reply.strip(), shaped.standing,
        shaped.within or "", shaped.change or "", made, shaped.engagement, yaml.place((*here, "id")),
    )  # fmt: skip


def _names(yaml: Yaml, analysis: Analysis, consultation: Consultation) -> Iterator[Diagnostic]:
    questions = [question.id for question in consultation.questions]
    themes = [theme.id for theme in analysis.themes]
    yield from _twice([(one.id, one.place) for one in analysis.themes], "themes")
    yield from _twice([(one.question, one.place) for one in analysis.outcomes], "outcomes")
    asked = [("themes", number, one.question) for number, one in enumerate(analysis.themes)]
    asked += [("outcomes", number, one.question) for number, one in enumerate(analysis.outcomes)]
    for kind, number, question in asked:
        if question not in questions:
            place = yaml.place((kind, number, "question"))
            message = f"{consultation.id} asks no question “{question}”."
            yield finding("P141", place, message, f"Its questions are {', '.join(questions)}.")
    changes = [change.id for change in consultation.changes]
    codes = [scope.code for scope in consultation.scope]
    for number, theme in enumerate(analysis.themes):
        if theme.change and theme.change not in changes:
            place = yaml.place(("themes", number, "change"))
            hint = f"The changes are {', '.join(changes)}." if changes else "The consultation declares none."
            yield finding("P106", place, f"No change is called “{theme.change}”.", hint)
        yield from _within(yaml, theme, number, analysis, themes)
        for provision in theme.made:
            if provision.document not in codes:
                message = f"{provision.document} is not one of the documents consulted on."
                yield finding("P106", provision.place, message, f"They are {', '.join(codes)}.")


def _within(
    yaml: Yaml, theme: Theme, number: int, analysis: Analysis, themes: list[str]
) -> Iterator[Diagnostic]:
    if not theme.within:
        return
    place = yaml.place(("themes", number, "within"))
    whole = next((one for one in analysis.themes if one.id == theme.within), None)
    if whole is None or whole.id == theme.id:
        yield finding(
            "P142", place, f"No other theme is called “{theme.within}”.", f"There are {', '.join(themes)}."
        )
    elif whole.question != theme.question:
        message = f"“{whole.id}” is a theme of {whole.question}, and this one of {theme.question}."
        yield finding("P143", place, message, "A theme and its part belong to one question.")
    elif whole.within:
        message = f"“{whole.id}” is itself a part of “{whole.within}”."
        yield finding("P142", place, message, "A theme has parts one level deep; name the whole.")


def _twice(names: list[tuple[str, Place]], kind: str) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for name, place in names:
        if name in seen:
            yield finding("P105", place, f"“{name}” stands a second time among the {kind}.", "Keep one.")
        seen.add(name)
