"""What is missing before a consultation can take its next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.library.library import Library
from toolkit.library.timeline import bases
from toolkit.model.diagnostic import Severity
from toolkit.model.document import Status, Version

from .analysis import Standing
from .comparing import compared
from .consultation import Consultation
from .folder import ConsultationFolder, Narrative
from .progress import Later, State
from .proposal import TO_BE_WRITTEN
from .response_folder import ResponseFolder
from .settled import Outcome
from .stage import StageKind
from .stage_folder import read_stage, stages_of
from .stance import Stance
from .wording import day_words, listing, number_words


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of a consultation."""

    library: Library
    folder: ConsultationFolder
    responses: ResponseFolder
    errors: int
    """In its data and its responses."""
    later: Later
    outcomes: tuple[Outcome, ...] = ()
    """What became of the versions that it is about so far."""
    lapsed: bool = False
    """Whether the month has passed in which what was consulted on could be directed."""

    @property
    def consultation(self) -> Consultation:
        """What is proposed, asked and planned."""
        return self.folder.consultation


def missing(held: Held, state: State) -> tuple[str, ...]:
    """What has to be there before the step that follows a state, each in a sentence."""
    found = [*_MISSING[state](held)]
    if held.errors:
        errors = "an error" if held.errors == 1 else f"{number_words(held.errors)} errors"
        found.insert(0, f"Its data hold {errors}: drafting pack {held.consultation.id} tells them.")
    return tuple(found)


def remarks(held: Held, state: State) -> tuple[str, ...]:
    """How many responses are counted and, once they are answered, what is still in dispute."""
    return tuple(_remarks(held, state))


def _remarks(held: Held, state: State) -> Iterator[str]:
    count = len(held.responses.counted)
    if count:
        are = "is" if count == 1 else "are"
        yield f"{number_words(count)} response{'s' * (count > 1)} {are} counted.".capitalize()
    disputed = [
        theme.topic for theme in held.responses.analysis.themes if theme.standing is Standing.DISAGREED
    ]
    if disputed and state not in (State.DRAFT, State.OPEN):
        remains = "remained" if state is State.SETTLED else "remains"
        yield f"Disagreement {remains} on {listing(disputed)}."
    yield from (f"{one.words}." for one in held.outcomes if one.made or one.overtaken)


def _before_publication(held: Held) -> Iterator[str]:
    for change in held.consultation.changes:
        unwritten = [
            words
            for words, text in (("topic", change.topic), ("rationale", change.rationale))
            if TO_BE_WRITTEN in text
        ]
        if unwritten:
            yield f"Change {change.number} ({change.id}) has no {listing(unwritten)} yet."
    for question in held.consultation.questions:
        if TO_BE_WRITTEN in f"{question.about} {question.text}":
            yield f"{question.label} does not say yet what it is about."
    for narrative in held.folder.narratives.values():
        if _is_unwritten(narrative):
            yield f"{narrative.file.rpartition('/')[2]} is not written yet."
    _, found = compared(held.library, held.consultation)
    yield from (one.message for one in found if one.severity is Severity.ERROR)


def _before_conclusions(held: Held) -> Iterator[str]:
    consultation, responses = held.consultation, held.responses
    due = consultation.timetable.conclusions
    if held.lapsed and not responses.counted:
        were_due = f"Conclusions were due by {day_words(due.day)}, and" if due else "Of the outcome"
        yield f"{were_due} nothing is held: neither responses nor conclusions."
        yield from _not_at(held, (Status.CONCLUDED, Status.DESIGNATED, Status.PUBLISHED), "concluded")
        return
    if not responses.counted:
        yield f"No response is held: drafting response add {consultation.id} FILE…"
    for question in consultation.questions:
        raised = [one.answer(question.id) for one in responses.counted]
        silent = [
            one.id
            for one, answer in zip(responses.counted, raised, strict=True)
            if answer and answer.stance in (Stance.OBJECT, Stance.PARTLY_OBJECT) and not answer.themes
        ]
        if silent:
            yield f"{question.label}: the objection of {listing(silent)} is under no theme."
        outcome = responses.analysis.outcome(question.id)
        if any(raised) and (outcome is None or TO_BE_WRITTEN in outcome.conclusion):
            yield f"{question.label} has no outcome in analysis.yaml."
    for theme in responses.analysis.themes:
        if any(TO_BE_WRITTEN in words for words in (theme.topic, theme.view, theme.reply)):
            yield f"The theme {theme.id} of analysis.yaml is not written yet."
    yield from _unwritten(held)
    yield from _not_at(held, (Status.CONCLUDED, Status.DESIGNATED, Status.PUBLISHED), "concluded")
    if held.later.concluded is None:
        yield f"There is no conclusions.yaml: drafting new conclusions {consultation.id}"


def _unwritten(held: Held) -> Iterator[str]:
    """What the conclusions leave to be written."""
    files, name = held.library.files, held.consultation.id
    if StageKind.CONCLUSIONS not in stages_of(files, name):
        return
    folder, _ = read_stage(files, name, StageKind.CONCLUSIONS)
    rows = folder.conclusions.drafting if folder and folder.conclusions else ()
    for row in rows:
        if TO_BE_WRITTEN in row.change.topic:
            yield f"Row {row.change.number} of drafting in conclusions.yaml does not say yet what changes."
    for narrative in folder.narratives.values() if folder else ():
        if _is_unwritten(narrative):
            yield f"{StageKind.CONCLUSIONS}/{narrative.name}.md is not written yet."


def _is_unwritten(narrative: Narrative) -> bool:
    return any(line.strip() == TO_BE_WRITTEN for line in narrative.text.splitlines())


def _before_direction(held: Held) -> Iterator[str]:
    waiting = [one for one in held.outcomes if not one.made]
    if len(waiting) < len(held.outcomes):  # the rest is brought into effect otherwise, as by Parliament
        yield from (f"{one.words}." for one in waiting)
        return
    yield from _not_at(held, (Status.CONCLUDED, Status.DESIGNATED, Status.PUBLISHED), "concluded")
    if not held.later.directions:
        yield f"There is no direction.yaml: drafting direction {held.consultation.id} --effect DATE"


def _before_the_rest(held: Held) -> Iterator[str]:
    directed = tuple(name for one in held.later.directions for name in one.versions)
    yield from _not_so_far(held, directed, (Status.DESIGNATED,), "designated")
    yield f"The rest is not directed: drafting direction {held.consultation.id} --effect DATE"


def _before_effect(held: Held) -> Iterator[str]:
    yield from _not_at(held, (Status.DESIGNATED,), "designated")
    if any(one.effect is None for one in held.later.directions):
        yield "direction.yaml leaves the effect date open."


def _nothing(held: Held) -> Iterator[str]:
    yield from ()


_MISSING: Mapping[State, Callable[[Held], Iterator[str]]] = {
    State.DRAFT: _before_publication,
    State.OPEN: _nothing,
    State.CLOSED: _before_conclusions,
    State.ANALYSING: _before_conclusions,
    State.CONCLUDED: _before_direction,
    State.IN_PART: _before_the_rest,
    State.DIRECTED: _before_effect,
    State.SETTLED: _nothing,
}


def _not_at(held: Held, wanted: tuple[Status, ...], called: str) -> Iterator[str]:
    """The versions of the later stage, else the drafts, that have not come so far in the register."""
    yield from _not_so_far(held, held.later.versions, wanted, called)
    if held.later.versions:
        return
    without = [
        f"{code} {draft.version}"
        for code, draft in held.consultation.drafts
        if not any(one.status in wanted for one in _from(code, draft.version, held.library))
    ]
    if without:
        yield f"No version that is {called} rests on {listing(without, 'or')}."


def _not_so_far(
    held: Held, versions: tuple[tuple[str, str], ...], wanted: tuple[Status, ...], called: str
) -> Iterator[str]:
    for code, name in versions:
        register = held.library.registers.get(code)
        version = register.version(name) if register else None
        if version is None:
            yield f"The register of {code} has no version {name}."
        elif version.status not in wanted:
            yield f"{code} {name} is {version.status} in the register, not {called}."


def _from(code: str, name: str, library: Library) -> Iterator[Version]:
    """A draft and every version that was made from it."""
    register = library.registers.get(code)
    draft = register.version(name) if register else None
    if register and draft:
        yield draft
        yield from (one for one in register.versions if draft in bases(register, one))
