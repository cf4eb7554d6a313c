"""What is missing before a consultation can take its next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.library.library import Library
from toolkit.model.diagnostic import Severity
from toolkit.model.document import Register, Status, Version

from .analysis import Standing
from .comparing import compared
from .consultation import Consultation
from .folder import ConsultationFolder
from .progress import Later, State
from .proposal import TO_BE_WRITTEN
from .response_folder import ResponseFolder
from .stance import Stance
from .wording import listing, number_words


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of a consultation."""

    library: Library
    folder: ConsultationFolder
    responses: ResponseFolder
    errors: int
    """In its data and its responses."""
    later: Later

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
        yield f"{number_words(count)} response{'s are' if count > 1 else ' is'} counted.".capitalize()
    disputed = [
        theme.topic for theme in held.responses.analysis.themes if theme.standing is Standing.DISAGREED
    ]
    if disputed and state not in (State.DRAFT, State.OPEN):
        yield f"Disagreement remains on {listing(disputed)}."


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
        if any(line.strip() == TO_BE_WRITTEN for line in narrative.text.splitlines()):
            yield f"{narrative.file.rpartition('/')[2]} is not written yet."
    _, found = compared(held.library, held.consultation)
    yield from (one.message for one in found if one.severity is Severity.ERROR)


def _before_closing(held: Held) -> Iterator[str]:
    yield from ()


def _before_conclusions(held: Held) -> Iterator[str]:
    consultation, responses = held.consultation, held.responses
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
        if any(raised) and responses.analysis.outcome(question.id) is None:
            yield f"{question.label} has no outcome in analysis.yaml."
    yield from _not_at(held, (Status.CONCLUDED, Status.DESIGNATED, Status.PUBLISHED), "concluded")
    if held.later.concluded is None:
        yield "There is no conclusions.yaml."


def _before_direction(held: Held) -> Iterator[str]:
    yield from _not_at(held, (Status.CONCLUDED, Status.DESIGNATED, Status.PUBLISHED), "concluded")
    if held.later.directed is None:
        yield "There is no direction.yaml."
    elif held.later.effect is None:
        yield "direction.yaml leaves the effect date open."


def _before_effect(held: Held) -> Iterator[str]:
    yield from _not_at(held, (Status.DESIGNATED,), "designated")
    if held.later.effect is None:
        yield "direction.yaml leaves the effect date open."


_MISSING: Mapping[State, Callable[[Held], Iterator[str]]] = {
    State.DRAFT: _before_publication,
    State.OPEN: _before_closing,
    State.CLOSED: _before_conclusions,
    State.ANALYSING: _before_conclusions,
    State.CONCLUDED: _before_direction,
    State.DIRECTED: _before_effect,
}


def _not_at(held: Held, wanted: tuple[Status, ...], called: str) -> Iterator[str]:
    """The versions of the later stage, else the drafts, that have not come so far in the register."""
    for code, name in held.later.versions:
        register = held.library.registers.get(code)
        version = register.version(name) if register else None
        if version is None:
            yield f"The register of {code} has no version {name}."
        elif version.status not in wanted:
            yield f"{code} {name} is {version.status} in the register, not {called}."
    if held.later.versions:
        return
    for code, draft in held.consultation.drafts:
        register = held.library.registers.get(code)
        if register and not any(one.status in wanted for one in _from(draft.version, register)):
            yield f"The register of {code} has no version that is {called} and rests on {draft.version}."


def _from(name: str, register: Register) -> Iterator[Version]:
    """A version and every one that was made from it."""
    made = {name}
    for version in register.versions:
        if version.name == name or version.base in made:
            made.add(version.name)
            yield version
