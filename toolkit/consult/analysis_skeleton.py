"""analysis.yaml to begin with: an outcome for each question, and each theme that answers name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .consultation import Consultation
from .response import Response
from .stage_skeleton import schema_lines


def analysis_skeleton(consultation: Consultation, responses: Sequence[Response], schema: str = "") -> str:
    """analysis.yaml with an outcome for each question and each theme that answers name."""
    return "\n".join(_analysis(consultation, responses, schema)) + "\n"


def _analysis(consultation: Consultation, responses: Sequence[Response], schema: str) -> Iterator[str]:
    yield from schema_lines(schema)
    yield "# What respondents raise, the reply to it, and where it stands. An answer in responses/ names what"
    yield "# it raises under themes:. How many raise a theme is counted. What reads … is to be written."
    yield "outcomes:"
    for question in consultation.questions:
        yield f"  - question: {question.id}\n    conclusion: …"
    themes = [
        (question.id, theme, [one.id for one in responses if theme in _themes(one, question.id)])
        for question in consultation.questions
        for theme in dict.fromkeys(name for one in responses for name in _themes(one, question.id))
    ]
    yield "\nthemes:" if themes else "\n# themes:"
    for question_id, theme, _ in themes:
        yield f"  - id: {theme}\n    question: {question_id}\n    topic: …\n    view: …\n    reply: …"
        yield "    standing: noted"
    if not themes:
        yield from _EXAMPLE


_EXAMPLE = (
    "#   - id: more-time",
    "#     question: redesignation",
    "#     topic: more time",
    "#     view: asked for more time",
    "#     reply: What is replied to those who raise it.",
    "#     standing: noted  # or agreed, or disagreed, which is still in dispute",
)


def _themes(response: Response, question: str) -> tuple[str, ...]:
    answer = response.answer(question)
    return answer.themes if answer else ()
