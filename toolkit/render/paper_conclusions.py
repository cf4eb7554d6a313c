"""What the papers of the conclusions are made from: counts, sentences, replies, drafting changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.consult.conclusions_facts import (
    ConclusionsFacts,
    DraftingFacts,
    QuestionFacts,
    ThemeFacts,
)
from toolkit.consult.folder import Narrative
from toolkit.consult.sentences import answered_sentence, comments_sentence, stance_sentence
from toolkit.consult.stage_folder import StageFolder
from toolkit.consult.wording import listing, number_words
from toolkit.model.index import Index
from toolkit.model.paper import PaperAttachment

from .paper import PaperSources, Told
from .paper_escape import DayValue, Markdown, key, safe
from .paper_extract import Extracts, highlighted
from .stage_values import consultation_value, directed_values, imprint, published_value, stage_values
from .templates import Templates


def conclusions_sources(
    folder: StageFolder, facts: ConclusionsFacts, indexes: Mapping[str, Index], asked: Mapping[str, object],
    templates: Templates,
) -> PaperSources:  # fmt: skip
    """All that a report or a Government response is made from.

    `indexes` holds its versions by name; `asked` is what the questions of the consultation can name.
    """
    stage = facts.stage.stage
    return PaperSources(
        folder=folder.folder,
        narratives=folder.narratives,
        values=conclusions_values(facts, indexes),
        told=_told(facts, asked),
        imprint=imprint(stage),
        attachments=tuple(
            PaperAttachment(one.number, one.title, one.files) for one in facts.stage.enclosures
        ),
        templates=templates,
    )


def conclusions_values(facts: ConclusionsFacts, indexes: Mapping[str, Index]) -> dict[str, object]:
    """Every value that the papers of the conclusions can name."""
    expected = facts.conclusions.expected
    questions = tuple(map(_question, facts.questions))
    direction = facts.stage.enclosure("direction")
    return {
        **stage_values(facts.stage, indexes),
        **directed_values(facts.stage, None, final=False),
        "highlighted": {
            key(one.new.register.code): Extracts(Index.of(one.new), highlighted(one.changes.changes))
            for one in facts.comparisons
        },
        "package": Markdown.of(facts.consultation.package),
        "consultation": consultation_value(facts.consultation),
        "expected": DayValue.on(expected) if expected else None,
        "dates": {key(name): published_value(when) for name, when in facts.conclusions.dates},
        "engagement": safe(facts.conclusions.engagement),
        "engagement_words": Markdown.of(listing(facts.conclusions.engagement)),
        "questions": questions,
        "question": {str(one["name"]): one for one in questions},
        "disagreements": tuple(map(_theme, facts.disagreements)),
        "theme": {key(one.theme.id): _theme(one) for each in facts.questions for one in each.themes},
        "respondents": tuple(
            {"type": Markdown.of(kind), "names": safe(names), "count": len(names)}
            for kind, names in facts.respondents
        ),
        "drafting": tuple(map(_drafting, facts.drafting)),
        "count": _counts(facts),
        "drafted": {
            "heading": "Draft submitted with our conclusions",
            "paper": "conclusions report",
            "text": "concluded",
            "stage": "report",
            "attachment": direction.mark if direction else "",
        },
    }  # fmt: skip


def _told(facts: ConclusionsFacts, asked: Mapping[str, object]) -> dict[str, Told]:
    """Replies and conclusions name what was concluded; the questions name what was proposed."""
    wholes = [theme for question in facts.questions for theme in question.themes]
    themes = [theme for whole in wholes for theme in (whole, *whole.parts)]
    questions = [one.question for one in facts.questions]
    concluded = [one for one in facts.questions if one.conclusion]
    rows = [one.row.change for one in facts.drafting]
    return {
        "asked": Told(tuple(Narrative(one.id, one.text, str(one.place)) for one in questions), asked),
        "said": Told(tuple(Narrative(one.theme.id, one.said, str(one.theme.place)) for one in themes)),
        "replies": Told(
            tuple(Narrative(one.theme.id, _line(one.theme.reply), str(one.theme.place)) for one in themes)
        ),
        "outcomes": Told(
            tuple(Narrative(one.question.id, one.conclusion, str(one.concluded_at)) for one in concluded)
        ),
        "contents": Told(tuple(Narrative(one.id, _line(one.rationale), str(one.place)) for one in rows)),
    }


def _line(markdown: str) -> str:
    """Words that have to stand on one line, as in a cell."""
    return " ".join(markdown.split())


def _counts(facts: ConclusionsFacts) -> dict[str, Markdown]:
    counted = {
        "responses": facts.counted,
        "questions": len(facts.questions),
        "documents": len(facts.stage.documents),
        "drafting": len(facts.drafting),
        "disagreements": len(facts.disagreements),
        "enclosures": len(facts.stage.enclosures),
    }
    return {name: Markdown.of(number_words(number)) for name, number in counted.items()}


def _question(facts: QuestionFacts) -> dict[str, Any]:
    question, counted = facts.question, facts.tally
    return {
        **safe(
            {
                "number": question.number,
                "id": question.id,
                "label": question.label,
                "about": question.about,
                "heading": question.about[:1].upper() + question.about[1:],
                "stances": stance_sentence(counted),
                "answers": answered_sentence(counted),
                "comments": comments_sentence(counted),
            }
        ),
        "name": Markdown(key(question.id)),
        "support": counted.agreed,
        "no_view": counted.neither,
        "object": counted.disagreed,
        "answered": counted.answered,
        "respondents": counted.respondents,
        "unanswered": counted.respondents - counted.answered,
        "themes": tuple(map(_theme, facts.themes)),
        "disagreements": tuple(map(_theme, facts.disagreements)),
        "concluded": bool(facts.conclusion),
        "drafting": tuple(map(_drafting, facts.drafting)),
    }


def _theme(facts: ThemeFacts) -> dict[str, Any]:
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "name": Markdown(key(facts.theme.id)),
            "topic": facts.theme.topic[:1].upper() + facts.theme.topic[1:],
            "count": number_words(facts.count),
            "standing": str(facts.theme.standing),
            "made": facts.made,
            "engagement": facts.theme.engagement,
            "parts": [_theme(part) for part in facts.parts],
        }
    )


def _drafting(facts: DraftingFacts) -> dict[str, Any]:
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "name": Markdown(key(facts.row.change.id)),
            "kind": facts.row.change.kind,
            "provisions": [
                {"code": code, "clauses": words[:1].upper() + words[1:]} for code, words in facts.provisions
            ],
        }
    )
