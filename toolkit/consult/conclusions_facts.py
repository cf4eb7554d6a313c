"""What a report on a consultation prints: who said what, what was replied, what changed in the drafting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.document import Register
from toolkit.model.place import Place

from .analysis import Analysis, Standing, Theme
from .conclusions import Conclusions, DraftingChange
from .consultation import Consultation, Question
from .declared import Comparison
from .provisions import provision_words
from .response import Response
from .sentences import theme_sentence
from .stage_facts import StageFacts
from .stance import Organisation
from .tally import Tally, tally
from .wording import listing


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """A point that respondents raised, and what became of it."""

    theme: Theme
    count: int
    said: str
    """Who said it and what, in a sentence; Markdown with values by name."""
    made: str
    """What was changed because of it: Clauses 17.3 and 17.4 of the TMAD; empty where nothing was."""
    parts: tuple[ThemeFacts, ...] = ()
    """What some of those who raised it said besides, told in the same sentence."""

    @property
    def disagreed(self) -> bool:
        """Whether it, or a part of it, is still in dispute."""
        return self.theme.standing is Standing.DISAGREED or any(part.disagreed for part in self.parts)


@dataclass(frozen=True, slots=True)
class DraftingFacts:
    """A row of the summary of drafting changes."""

    row: DraftingChange
    provisions: tuple[tuple[str, str], ...]
    """Per document, its code or title and what changes: TMAD, Clauses 4.29 and 4.30."""


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """One question with what was answered to it."""

    question: Question
    tally: Tally
    themes: tuple[ThemeFacts, ...]
    """Those that are no part of another."""
    conclusion: str
    """Markdown with values by name; empty where the analysis gives none."""
    concluded_at: Place
    """Where the analysis says it."""
    drafting: tuple[DraftingFacts, ...]
    """What was changed in answer to it."""

    @property
    def disagreements(self) -> tuple[ThemeFacts, ...]:
        """What is still in dispute."""
        return tuple(one for one in self.themes if one.disagreed)


@dataclass(frozen=True, slots=True)
class ConclusionsFacts:
    """What the papers of the conclusions print."""

    conclusions: Conclusions
    consultation: Consultation
    stage: StageFacts
    questions: tuple[QuestionFacts, ...]
    respondents: tuple[tuple[Organisation, tuple[str, ...]], ...]
    """By type of organisation, those whose responses are counted; none that asked not to be named."""
    counted: int
    """How many responses are counted."""
    drafting: tuple[DraftingFacts, ...]
    comparisons: tuple[Comparison, ...]
    """What really changed after the consultation, document by document."""

    @property
    def disagreements(self) -> tuple[ThemeFacts, ...]:
        """What is still in dispute, question by question."""
        return tuple(theme for question in self.questions for theme in question.disagreements)


def conclusions_facts(
    conclusions: Conclusions,
    consultation: Consultation,
    stage: StageFacts,
    responses: Sequence[Response],
    analysis: Analysis,
    registers: Mapping[str, Register],
    comparisons: tuple[Comparison, ...] = (),
) -> ConclusionsFacts:
    """Work out what a report prints from counted responses, of which only what may be published is left."""
    drafting = tuple(_drafting(row, registers) for row in conclusions.drafting)
    questions = tuple(
        _question(question, responses, analysis, drafting, registers) for question in consultation.questions
    )
    return ConclusionsFacts(
        conclusions,
        consultation,
        stage,
        questions,
        _respondents(responses),
        len(responses),
        drafting,
        comparisons,
    )


def _question(
    question: Question,
    responses: Sequence[Response],
    analysis: Analysis,
    drafting: tuple[DraftingFacts, ...],
    registers: Mapping[str, Register],
) -> QuestionFacts:
    counted = tally(responses, question.id)
    themes = tuple(
        _theme(theme, analysis, counted, registers)
        for theme in analysis.about(question.id)
        if not theme.within
    )
    outcome = analysis.outcome(question.id)
    return QuestionFacts(
        question, counted, themes, outcome.conclusion if outcome else "",
        outcome.place if outcome else question.place,
        tuple(one for one in drafting if one.row.question == question.id),
    )  # fmt: skip


def _theme(theme: Theme, analysis: Analysis, counted: Tally, registers: Mapping[str, Register]) -> ThemeFacts:
    return ThemeFacts(
        theme,
        counted.themes.get(theme.id, 0),
        theme_sentence(theme, analysis, counted),
        _made(theme, registers),
        tuple(_theme(part, analysis, counted, registers) for part in analysis.parts(theme.id)),
    )


def _made(theme: Theme, registers: Mapping[str, Register]) -> str:
    codes = dict.fromkeys(provision.document for provision in theme.made)
    said = [
        f"{provision_words([one for one in theme.made if one.document == code], registers[code])} "
        f"of the {code}"
        for code in codes
    ]
    return listing(said)


def _drafting(row: DraftingChange, registers: Mapping[str, Register]) -> DraftingFacts:
    provisions = row.change.provisions
    held = tuple(
        (code, provision_words([one for one in provisions if one.document == code], registers[code]))
        for code in row.change.documents
    )
    elsewhere = tuple((title, listing(labels)) for title, labels in row.elsewhere)
    return DraftingFacts(row, (*held, *elsewhere))


def _respondents(responses: Sequence[Response]) -> tuple[tuple[Organisation, tuple[str, ...]], ...]:
    """In the order of the types; the names of each in alphabetical order, the unnamed last."""
    found: list[tuple[Organisation, tuple[str, ...]]] = []
    for organisation in Organisation:
        names = [one.respondent for one in responses if one.organisation is organisation]
        if names:
            unnamed = {one.respondent for one in responses if one.confidential}
            ordered = sorted(names, key=lambda name: (name in unnamed, name.casefold()))
            found.append((organisation, tuple(ordered)))
    return tuple(found)
