"""Where a consultation of a library stands on a day: its data read, and held against the registers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic, Severity

from .folder import read_folder
from .later import directed_alone, later_stages, made_by
from .missing import Held, missing, remarks
from .progress import Later, Progress, State, next_step, state_on, takes_effect
from .response_folder import read_responses
from .settled import Outcome, outcomes
from .stage import StageKind
from .stage_folder import read_stage

_BEFORE_CONCLUSIONS = (State.DRAFT, State.OPEN, State.CLOSED, State.ANALYSING)


def read_progress(library: Library, name: str, today: date) -> tuple[Progress | None, tuple[Diagnostic, ...]]:
    """Where the consultation, or the direction, of a folder stands on a day; None where it cannot be read.

    UnknownCalendarError where Working Days up to what comes next cannot be told.
    """
    if name in directed_alone(library.files):
        return _directed_alone(library, name, today)
    later, found = later_stages(library.files, name)
    folder, wrong = read_folder(library.files, name)
    if folder is None:
        return None, wrong
    consultation = folder.consultation
    responses, of_responses = read_responses(library.files, consultation)
    found = tuple({*found, *wrong, *of_responses})
    errors = sum(one.severity is Severity.ERROR for one in found)
    so_far = tuple(one for one in responses.counted if one.received.date() <= today)
    drafts = tuple((code, draft.version) for code, draft in consultation.drafts)
    ends = outcomes(later.versions or drafts, library.registers, today)
    state = state_on(today, consultation, later, _settled(ends))
    if state in _BEFORE_CONCLUSIONS:
        ends = outcomes(drafts, library.registers, today)
    lapsed = today > consultation.timetable.window.last
    held = Held(library, folder, replace(responses, counted=so_far), errors, later, ends, lapsed)
    in_part = state is State.CONCLUDED and any(one.made for one in ends)
    ahead = None if in_part else next_step(today, consultation, state, later)
    return (
        Progress(name, consultation.title, state, ahead, missing(held, state), remarks(held, state)),
        found,
    )


def _settled(ends: tuple[Outcome, ...]) -> bool:
    return bool(ends) and all(one.made for one in ends)


def _directed_alone(
    library: Library, name: str, today: date
) -> tuple[Progress | None, tuple[Diagnostic, ...]]:
    """Where a direction stands that lies in a folder of its own."""
    folder, found = read_stage(library.files, name, StageKind.DIRECTION)
    if folder is None or folder.direction is None:
        return None, found
    later = Later(directions=(made_by(folder.direction),))
    versions = tuple((one.code, one.version) for one in folder.stage.documents)
    ends = outcomes(versions, library.registers, today)
    state = State.DIRECTED if later.directed(today) else State.DRAFT
    state = State.SETTLED if _settled(ends) else state
    told = tuple(f"{one.words}." for one in ends if one.made)
    return Progress(name, folder.stage.title, state, takes_effect(today, later.directions), (), told), found
