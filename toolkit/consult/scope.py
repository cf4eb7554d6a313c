"""The documents that a consultation names, held against their registers: versions, bases, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from toolkit.library.timeline import in_effect, overtaking
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register, Status, Version

from .consultation import Consultation, Draft, Scope
from .finding import finding
from .version_words import since_words
from .wording import day_words, listing


def check_scope(consultation: Consultation, registers: Mapping[str, Register]) -> tuple[Diagnostic, ...]:
    """Errors where a document, draft or base is unknown, or where file and register contradict each other."""
    return tuple(
        diagnostic for scope in consultation.scope for diagnostic in _document(scope, consultation, registers)
    )


def base_of(draft: Draft, register: Register) -> str:
    """What a draft is marked against: as the consultation says, else its base in the register."""
    version = register.version(draft.version)
    return draft.against or (version.base if version else "")


def _document(
    scope: Scope, consultation: Consultation, registers: Mapping[str, Register]
) -> Iterator[Diagnostic]:
    register = registers.get(scope.code)
    if register is None:
        message = f"There is no document {scope.code} in documents/."
        yield finding("P101", scope.place, message, near(scope.code, tuple(registers)))
        return
    for draft in scope.drafts:
        version = register.version(draft.version)
        if version is None:
            message = f"The register of {scope.code} has no version {draft.version}."
            names = tuple(version.name for version in register.versions)
            yield finding("P102", draft.place, message, near(draft.version, names))
        else:
            yield from _draft(draft, version, register, consultation)


def _draft(
    draft: Draft, version: Version, register: Register, consultation: Consultation
) -> Iterator[Diagnostic]:
    name = f"{register.code} {version.name}"
    yield from _base(draft, version, register)
    yield from _overtaken(draft, version, register, consultation.timetable.published.day)
    if not version.held:
        yield finding(
            "P108", draft.place, f"The text of {name} is not held here.", "Add it under documents/."
        )
    if version.status in (Status.DESIGNATED, Status.WITHDRAWN):
        message = f"{name} is {version.status}: it cannot be consulted on."
        yield finding("P109", draft.place, message, "Name the draft that is consulted on.")
    published = consultation.timetable.published
    if version.consulted and version.consulted != published.day:
        message = (
            f"The consultation was published on {day_words(published.day)}, but the register says that "
            f"{name} went out to consultation on {day_words(version.consulted)}."
        )
        yield finding("P104", draft.place, message, f"Correct published, or consulted in {register.file}.")


def _overtaken(draft: Draft, version: Version, register: Register, day: date) -> Iterator[Diagnostic]:
    """What rests on a version that is no longer law would undo what the newer one changed."""
    newer = overtaking(register, version, day)
    said = draft.overtaken_by
    if newer is not None and said != newer.name:
        message = overtaken_words(register, version, newer, day)
        hint = (
            f"Carry its changes onto {newer.name}; where it went out all the same, "
            f'write overtaken-by: "{newer.name}" under the draft.'
        )
        yield finding("P162", draft.place, message, hint)
    elif newer is None and said:
        current = listing([one.name for one in in_effect(register, day)]) or "no version"
        message = (
            f"{register.code} {version.name} is said to have been overtaken by {said}, but on "
            f"{day_words(day)}, when {current} was in legal effect, it was not."
        )
        yield finding("P162", draft.place, message, f"Take overtaken-by: out, or mend {register.file}.")


def overtaken_words(register: Register, version: Version, newer: Version, day: date) -> str:
    """TMAD 5.2 rests on 5.1, but on Friday 24 July 2020 TMAD 6.0 was the law, on which it does not rest."""
    since = since_words(newer)
    return (
        f"{register.code} {version.name} rests on {version.base}, but on {day_words(day)} "
        f"{register.code} {newer.name}{since}{',' * bool(since)} was the law, on which it does not rest."
    )


def _base(draft: Draft, version: Version, register: Register) -> Iterator[Diagnostic]:
    name, base = f"{register.code} {version.name}", base_of(draft, register)
    against = register.version(base)
    if not base:
        message = (
            f"The register gives {name} no base, and the consultation does not say what it is marked against."
        )
        yield finding("P103", draft.place, message, "Add against: under the draft.")
    elif against is None:
        names = tuple(version.name for version in register.versions)
        message = (
            f"{name} is to be marked against {base}, which the register of {register.code} does not have."
        )
        yield finding("P102", draft.place, message, near(base, names))
    elif not against.held:
        message = f"{name} is to be marked against {base}, whose text is not held here."
        yield finding("P108", draft.place, message, "Add it under documents/.")
    elif version.base and base != version.base:
        message = (
            f"{name} is to be marked against {base}, but the register says that it rests on {version.base}."
        )
        yield finding("P103", draft.place, message, "Take against: out, or correct the base in the register.")


def near(name: str, names: tuple[str, ...]) -> str:
    """The nearest of the names that there are, or all of them, as a hint."""
    near = get_close_matches(name, names, 1, 0.4)
    return f"Did you mean {near[0]}?" if near else f"There are {', '.join(names)}." if names else ""
