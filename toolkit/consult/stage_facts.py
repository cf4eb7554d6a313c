"""What the papers of a later stage print that follows from data: versions, letters, numbers, files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.library.timeline import in_effect
from toolkit.model.document import Register, Version

from .enclosure import EnclosedCopy, Enclosure, Series, enclosed_matrix
from .stage import Enclosed, Enclosing, Stage, StageDocument, StageKind
from .version_words import is_first, version_words


@dataclass(frozen=True, slots=True)
class StageDocumentFacts:
    """One version that a stage is about."""

    code: str
    title: str
    appendix: str
    version: Version
    words: str
    """4.1 draft; 11.0"""
    current: tuple[Version, ...]
    """In legal effect before."""
    consulted: str
    """What was consulted on: 5.2; empty where nothing was."""
    consulted_base: str
    """What that rested on: 5.1."""
    first: bool
    """Whether no version of it has been designated yet: then it is designated, not re-designated."""
    clean: Enclosure | None
    """The enclosure that holds the clean copy."""
    marked: tuple[Enclosure, ...]
    """Those that hold marked copies."""
    matrices: tuple[str, ...]
    """DMVES as its Annex A"""

    @property
    def name(self) -> str:
        """TMAD 4.1 draft"""
        return f"{self.code} {self.words}"

    @property
    def direction_words(self) -> str:
        """, with DMVES as its Annex A; empty where it has no matrix."""
        return f", with {' and '.join(self.matrices)}" if self.matrices else ""


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What every paper of a stage prints."""

    stage: Stage
    documents: tuple[StageDocumentFacts, ...]
    enclosures: tuple[Enclosure, ...]

    @property
    def copies(self) -> tuple[EnclosedCopy, ...]:
        """The copies of all enclosures, in order."""
        return tuple(copy for enclosure in self.enclosures for copy in enclosure.copies)

    def enclosure(self, key: str) -> Enclosure | None:
        """The enclosure of that key; None where there is none."""
        return next((one for one in self.enclosures if one.key == key), None)


def stage_facts(stage: Stage, registers: Mapping[str, Register], before: date, on: date) -> StageFacts:
    """Work out what the papers of a stage print; call it once check_stage has found no error.

    `before` is the day whose law the versions are held against; `on` the day by which a version that is
    called no draft has been designated.
    """
    series = Series.ATTACHMENT if stage.issuer.code == "DCC" else Series.ANNEX
    enclosures = tuple(
        _enclosure(number, one, series, stage, registers, (before, on))
        for number, one in enumerate(stage.enclosed, start=1)
    )
    documents = tuple(
        _document(one, stage, registers[one.code], enclosures, (before, on)) for one in stage.documents
    )
    return StageFacts(stage, documents, enclosures)


def _document(
    one: StageDocument, stage: Stage, register: Register, enclosures: tuple[Enclosure, ...],
    days: tuple[date, date],
) -> StageDocumentFacts:  # fmt: skip
    before, on = days
    version = _version(register, one.version)
    named = (one.code, one.version)
    holding = [each for each in enclosures if any((copy.code, copy.version) == named for copy in each.copies)]
    clean = [each for each in holding if not any(copy.against for copy in each.copies)]
    return StageDocumentFacts(
        one.code, register.title, register.appendix, version, _words(version, stage, on),
        _current(version, register, before), *_consulted(one, register), is_first(register, version, on),
        clean[0] if clean else None,
        tuple(each for each in holding if each not in clean),
        tuple(f"{annex.abbreviation or annex.title} as its {annex.label}" for annex in register.annexes),
    )  # fmt: skip


def _current(version: Version, register: Register, day: date) -> tuple[Version, ...]:
    """What was in legal effect in the line of a version; of every line where its own has nothing."""
    current = in_effect(register, day)
    return tuple(one for one in current if one.line == version.line) or current


def _words(version: Version, stage: Stage, on: date) -> str:
    """4.1 draft; 4.1 in a direction, which makes it law."""
    words = version_words(version, on)
    return words.removesuffix(" draft") if stage.kind is StageKind.DIRECTION else words


def _consulted(one: StageDocument, register: Register) -> tuple[str, str]:
    """What was consulted on, and what it rested on, in words."""
    version = register.version(one.consulted)
    base = register.version(version.base) if version else None
    words = (version_words(each).removesuffix(" draft") if each else "" for each in (version, base))
    return next(words), next(words)


def _enclosure(
    number: int, one: Enclosed, series: Series, stage: Stage, registers: Mapping[str, Register],
    days: tuple[date, date],
) -> Enclosure:  # fmt: skip
    match one.what:
        case Enclosing.PAPER:
            title = one.title or f"This {'response' if stage.kind is StageKind.CONCLUSIONS else 'letter'}"
            return Enclosure(number, "paper", title, (stage.filename,), series)
        case Enclosing.DIRECTION:
            file = series.stem(number, "draft-direction")
            return Enclosure(number, "direction", one.title or "Draft direction text", (file,), series)
        case Enclosing.OUTSIDE:
            return Enclosure(number, one.title, one.title, (), series)
    title = one.title or copy_title(one, stage, registers[one.code], *days)
    file = series.stem(number, _file(one, stage))
    copy = EnclosedCopy(one.code, one.version, one.against, title, file)
    key = _key(one, stage)
    annexes = () if one.against else registers[one.code].annexes
    matrices = tuple(enclosed_matrix(annex, one.code, one.version, series, number) for annex in annexes)
    return Enclosure(number, key, title, (file,), series, (copy,), matrices)


def copy_title(one: Enclosed, stage: Stage, register: Register, before: date, on: date) -> str:
    """TMAD 4.1 draft, clean; TMAD 4.1 draft, change-marked against 4.0, the version in the SEC"""
    name = f"{one.code} {_words(_version(register, one.version), stage, on)}"
    if one.what is Enclosing.CLEAN:
        return f"{name}, clean"
    return f"{name}, change-marked against {against_words(one, stage, register, before)}"


def against_words(one: Enclosed, stage: Stage, register: Register, before: date) -> str:
    """4.0, the version in the SEC; the consultation version; 10.0"""
    document = stage.document(one.code, one.version)
    if document is not None and one.against == document.consulted:
        return "the consultation version"
    base = _version(register, one.against)
    words = version_words(base)
    if not words[0].isdigit():
        return f"the version {words}"
    in_the_sec = base in in_effect(register, before) and stage.kind is StageKind.CONCLUSIONS
    return f"{words}, the version in the SEC" if in_the_sec else words.removesuffix(" draft")


def _key(one: Enclosed, stage: Stage) -> str:
    """TMAD clean; DUIS clean 3.1U, where there are several versions; TMAD marked 4.0, several of one."""
    kind = [each for each in stage.enclosed if (each.what, each.code) == (one.what, one.code)]
    if len(kind) == 1:
        return f"{one.code} {one.what}"
    return f"{one.code} {one.what} {one.version if _only(one, stage) else one.against}"


def _only(one: Enclosed, stage: Stage) -> bool:
    """Whether no other enclosure is the same kind of copy of the same version."""
    same = (one.what, one.code, one.version)
    return sum((each.what, each.code, each.version) == same for each in stage.enclosed) == 1


def _file(one: Enclosed, stage: Stage) -> str:
    name = f"{one.code.lower().replace(' ', '-')}-{one.version}-{one.what}"
    return name if _only(one, stage) else f"{name}-against-{one.against}"


def _version(register: Register, name: str) -> Version:
    version = register.version(name)
    if version is None:
        raise ValueError(f"{register.code} has no version {name}")
    return version
