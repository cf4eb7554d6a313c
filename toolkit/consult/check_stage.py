"""Conclusions and directions held against the registers: versions, bases, Appendices, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from toolkit.library.timeline import in_effect, overtaking
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register, Status, Version

from .conclusions import Conclusions
from .consultation import Consultation
from .direction import Direction
from .finding import finding
from .scope import near, overtaken_words
from .stage import Enclosed, Enclosing, Stage, StageDocument, StageKind
from .version_words import since_words
from .wording import day_words, listing


def check_stage(stage: Stage, before: date, registers: Mapping[str, Register]) -> tuple[Diagnostic, ...]:
    """Errors where a stage and the registers contradict each other.

    `before` is the day whose law the versions are held against: that of publication, or the last one before
    a direction takes effect.
    """
    found: list[Diagnostic] = []
    overtaken: set[tuple[str, str]] = set()
    for one in stage.documents:
        register = registers.get(one.code)
        version = register.version(one.version) if register else None
        if register is None:
            message = f"There is no document {one.code} in documents/."
            found.append(finding("P101", one.place, message, near(one.code, tuple(registers))))
        elif version is None:
            found.append(_no_version(register, one))
        else:
            found += _version(stage, one, version, register, before)
            day = stage.published.day if stage.kind is StageKind.CONCLUSIONS else before
            newer = overtaking(register, version, day)
            if newer is not None:
                overtaken.add((one.code, one.version))
                message = overtaken_words(register, version, newer, day)
                hint = f"Carry its changes onto {newer.name}, and name the version that rests on it."
                found.append(finding("P162", one.place, message, hint))
    for enclosed in stage.enclosed:
        named = (enclosed.code, enclosed.version)
        if enclosed.what in (Enclosing.CLEAN, Enclosing.MARKED) and named not in overtaken:
            found += _enclosed(stage, enclosed, registers, before)
    return tuple(found)


def check_consulted(stage: Stage, consultation: Consultation) -> Iterator[Diagnostic]:
    """Errors where a stage is not the outcome of the consultation in its folder."""
    closes = consultation.timetable.closes.day
    if stage.published.last <= closes:
        message = (
            f"The {stage.kind} cannot have been published on {stage.published.words}: the consultation "
            f"closed on {day_words(closes)}."
        )
        yield finding("P111", stage.place, message, "Correct published, or when the consultation closes.")
    drafts = {(code, draft.version) for code, draft in consultation.drafts}
    for one in (one for one in stage.documents if one.consulted):
        if (one.code, one.consulted) not in drafts:
            names = listing([f"{code} {version}" for code, version in sorted(drafts)])
            message = f"{one.code} {one.consulted} is not what was consulted on: that was {names}."
            yield finding("P106", one.at("consulted"), message, "Name the draft of consultation.yaml.")


def check_expected(conclusions: Conclusions, consultation: Consultation) -> Iterator[Diagnostic]:
    """Errors where the day on which re-designation is expected was not consulted on, or has passed."""
    expected, window = conclusions.expected, consultation.timetable.window
    if expected is None:
        return
    if expected not in window:
        message = (
            f"Re-designation is expected on {day_words(expected)}, outside the window that was consulted "
            f"on, from {day_words(window.first)} to {day_words(window.last)}."
        )
        hint = "Choose a day in it; for another day a new consultation on the date is needed."
        yield finding("P170", conclusions.expected_place, message, hint)
    if expected <= conclusions.stage.published.day:
        message = (
            f"Re-designation is expected on {day_words(expected)}, not after publication, "
            f"{conclusions.stage.published.words}."
        )
        yield finding("P111", conclusions.expected_place, message, "Correct expected or published.")


def _version(
    stage: Stage, one: StageDocument, version: Version, register: Register, before: date
) -> Iterator[Diagnostic]:
    name = f"{register.code} {version.name}"
    if not version.held:
        yield finding("P108", one.place, f"The text of {name} is not held here.", "Add it under documents/.")
    if one.consulted and register.version(one.consulted) is None:
        yield _no_version(register, one, one.consulted)
    if stage.kind is StageKind.CONCLUSIONS:
        yield from _concluded(stage, one, version, register)
    if one.appendix and one.appendix != register.appendix:
        message = (
            f"{one.code} is said to be SEC Appendix {one.appendix}, but {register.file} says that it is "
            f"{f'Appendix {register.appendix}' if register.appendix else 'no Appendix'}."
        )
        yield finding("P163", one.at("appendix"), message, "Correct the one that is wrong.")
    current = in_effect(register, before)
    if one.in_effect and one.in_effect not in [each.name for each in current]:
        message = (
            f"{one.code} {one.in_effect} is said to have been in legal effect before, but on "
            f"{day_words(before)} {_in_effect_words(register, current)} was."
        )
        yield finding("P164", one.at("in-effect"), message, f"Correct in-effect, or {register.file}.")


def _concluded(
    stage: Stage, one: StageDocument, version: Version, register: Register
) -> Iterator[Diagnostic]:
    name = f"{register.code} {version.name}"
    if version.status not in (Status.CONCLUDED, Status.DESIGNATED):
        message = f"The register says that {name} is {version.status}, not that it was concluded."
        yield finding("P161", one.place, message, f"Name the conclusion version, or mend {register.file}.")
    said = version.concluded
    if said and not stage.published.day <= said <= stage.published.last:
        message = (
            f"The conclusions are published on {stage.published.words}, but the register says that {name} "
            f"was concluded on {day_words(said)}."
        )
        yield finding("P166", one.place, message, f"Correct published, or concluded in {register.file}.")


def check_direction(direction: Direction, registers: Mapping[str, Register]) -> Iterator[Diagnostic]:
    """Errors where a direction and the registers differ on what takes effect when."""
    for one in direction.stage.documents:
        register = registers.get(one.code)
        version = register.version(one.version) if register else None
        if register is None or version is None:
            continue
        name = f"{register.code} {version.name}"
        if version.status not in (Status.CONCLUDED, Status.DESIGNATED):
            message = f"The register says that {name} is {version.status}: it cannot be directed."
            yield finding("P161", one.place, message, f"Name the concluded version, or mend {register.file}.")
        if direction.effect and version.effective and version.effective != direction.effect:
            message = (
                f"The direction takes effect on {day_words(direction.effect)}, but the register says that "
                f"{name} took effect on {day_words(version.effective)}."
            )
            hint = f"Correct effect, or effective in {register.file}."
            yield finding("P165", direction.effect_place, message, hint)
        clean = [each for each in direction.stage.enclosed if each.what is Enclosing.CLEAN]
        if (one.code, one.version) not in [(each.code, each.version) for each in clean]:
            message = f"No clean copy of {name} is enclosed, so that no Annex sets it out."
            yield finding("P167", one.place, message, f"Add clean: {one.code}@{one.version} to enclosures.")


def _enclosed(
    stage: Stage, enclosed: Enclosed, registers: Mapping[str, Register], before: date
) -> Iterator[Diagnostic]:
    document = stage.document(enclosed.code, enclosed.version)
    if document is None:
        about = listing([f"{one.code} {one.version}" for one in stage.documents])
        message = f"{enclosed.code} {enclosed.version} is enclosed, but the paper is about {about}."
        yield finding("P167", enclosed.place, message, "Enclose what the paper is about, or add it there.")
        return
    register = registers.get(enclosed.code)
    version = register.version(enclosed.version) if register else None
    if register is not None and version is not None and enclosed.what is Enclosing.MARKED:
        yield from _base(document, enclosed, version, register, before)


def _base(
    document: StageDocument, enclosed: Enclosed, version: Version, register: Register, before: date
) -> Iterator[Diagnostic]:
    """A marked copy shows what changes: of the law as it stands, or of what was consulted on."""
    base = register.version(enclosed.against)
    name = f"{register.code} {version.name}"
    current = in_effect(register, before)
    if base is None:
        yield _no_version(register, document, enclosed.against, enclosed)
    elif not base.held:
        message = f"{name} is to be marked against {base.name}, whose text is not held here."
        yield finding("P108", enclosed.place, message, "Add it under documents/.")
    elif base.name == document.consulted or base.name in [one.name for one in current]:
        return
    elif base.status is Status.DESIGNATED or base.name != version.base:
        message = (
            f"{name} is to be marked against {base.name}, but on {day_words(before)} "
            f"{_in_effect_words(register, current)} was in legal effect."
        )
        hint = "Mark it against that, or against the version that was consulted on."
        yield finding("P162", enclosed.place, message, hint)


def _in_effect_words(register: Register, current: tuple[Version, ...]) -> str:
    said = [
        f"{register.code} {one.name}{since}{',' if since else ''}"
        for one, since in ((one, since_words(one)) for one in current)
    ]
    return listing(said) if said else f"no version of {register.code}"


def _no_version(
    register: Register, one: StageDocument, name: str = "", enclosed: Enclosed | None = None
) -> Diagnostic:
    wanted = name or one.version
    names = tuple(version.name for version in register.versions)
    message = f"The register of {register.code} has no version {wanted}."
    return finding("P102", (enclosed or one).place, message, near(wanted, names))
