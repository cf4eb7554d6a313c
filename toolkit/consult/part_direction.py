"""A direction that brings some of the declared changes into effect: when it may, and the text it makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from toolkit.check.outcome import Outcome
from toolkit.check.run import examine_version
from toolkit.cite.context import Catalogue
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.library.load import version_folder
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.document import Part, Status, Version
from toolkit.source.matrix import write_matrix
from toolkit.source.write import write_part

from .consultation import Consultation, DeclaredChange
from .declared import Comparison
from .finding import finding
from .partial import partial
from .wording import day_words

_CONCLUDED = (Status.CONCLUDED, Status.DESIGNATED)


class Earlier(NamedTuple):
    """What earlier directions have made of the same consultation."""

    changes: frozenset[int]
    """By number."""
    versions: Mapping[str, str]
    """By the name of a draft, the version that the last of them made of it: TMAD@6.1U, 6.1U-2020-10-05."""


NOTHING_EARLIER = Earlier(frozenset(), {})


@dataclass(frozen=True, slots=True)
class Directed:
    """What a direction makes of one draft."""

    draft: str
    """TMAD@6.1U"""
    name: str
    """The version that is directed: TMAD@6.1U, or TMAD@6.1U-2020-10-05 for a part of it; empty for none."""
    changes: tuple[DeclaredChange, ...]
    """Those of the declared changes that it makes in the document, and that none before it has made."""
    base: str
    """The version that it is marked against: 6.0, or what an earlier direction made of the draft."""
    read_with: tuple[str, ...] = ()
    part_of: str = ""
    """Of a new version, that of which it makes some of the changes: 6.1U."""
    files: tuple[tuple[str, bytes], ...] = ()
    """Of a new version, by name; else none."""

    @property
    def is_new(self) -> bool:
        """Whether a version has to be made for it."""
        return bool(self.files)


def outside_window(consultation: Consultation, effect: date) -> str:
    """Why a direction may not take effect on a day; empty where it may."""
    window = consultation.timetable.window
    if effect in window:
        return ""
    return (
        f"{day_words(effect)} lies outside the window that {consultation.package} was consulted on, from "
        f"{day_words(window.first)} to {day_words(window.last)}: a new consultation on the date is needed."
    )


def direct(
    library: Library,
    consultation: Consultation,
    comparisons: tuple[Comparison, ...],
    chosen: Collection[int],
    effect: date | None,
    earlier: Earlier = NOTHING_EARLIER,
) -> tuple[tuple[Directed, ...], tuple[Diagnostic, ...]]:
    """What a direction of the changes chosen by number makes of every draft, in order.

    What earlier directions made stays, and the new version is marked against it. A draft that is directed
    whole and concluded is directed as it stands; else a version is made, which is called after the day of
    its effect. Nothing where the changes cannot be told apart, or where the text of some would rest on what
    is left out. Warnings, such as of a number that is left open, come with what was made. LibraryError where
    a version has to be made and no day is known.
    """
    made: list[Directed] = []
    found: list[Diagnostic] = []
    for comparison in comparisons:
        directed, wrong = _directed(comparison, consultation.changes, set(chosen), effect, earlier)
        found += wrong
        made += [directed] if directed else []
    if not found:
        made = list(_beside(made))
        found += _resting(library, comparisons, made)
    stops = any(one.severity is Severity.ERROR for one in found)
    return () if stops else tuple(made), tuple(found)


def _directed(
    comparison: Comparison,
    declared: tuple[DeclaredChange, ...],
    chosen: set[int],
    effect: date | None,
    earlier: Earlier,
) -> tuple[Directed | None, tuple[Diagnostic, ...]]:
    draft = comparison.new
    code, version = draft.register.code, draft.version
    base = earlier.versions.get(draft.name, comparison.old.version.name)
    changes = tuple(
        one
        for one in declared
        if one.number in chosen
        and any(
            each.document == code and version.name in (each.versions or (version.name,))
            for each in one.provisions
        )
    )
    part, found = partial(comparison, declared, chosen | earlier.changes)
    if part is None:
        return None, found
    if not changes or part.untouched:
        return Directed(draft.name, "", (), base), ()
    if part.whole and draft.name not in earlier.versions and version.status in _CONCLUDED:
        return Directed(draft.name, draft.name, changes, base, version.read_with), ()
    if effect is None:
        raise LibraryError(
            f"{draft.name} is not directed as it stands: a version of its own is made, called after its day.",
            "Say when it takes effect: --effect DATE.",
        )
    files = tuple((one.file.rpartition("/")[2], _written(one, comparison)) for one in part.document.parts)
    name = f"{code}@{version.name}-{effect}"
    return Directed(draft.name, name, changes, base, version.read_with, version.name, files), ()


def _written(part: Part, comparison: Comparison) -> bytes:
    matrices = {annex.file for annex in comparison.new.register.annexes}
    if part.file.rpartition("/")[2] in matrices:
        return write_matrix(part).encode("utf-8")
    return write_part(part, comparison.new.register.scheme).encode("utf-8")


def _beside(made: list[Directed]) -> Iterator[Directed]:
    """Each to be read with what the direction makes of the others: their parts, or what they were."""
    now = {one.draft: one.name or f"{one.draft.partition('@')[0]}@{one.base}" for one in made}
    for one in made:
        yield replace(one, read_with=tuple(now.get(name, name) for name in one.read_with))


def _resting(
    library: Library, comparisons: tuple[Comparison, ...], made: list[Directed]
) -> Iterator[Diagnostic]:
    """What is wrong with a part that is wrong neither with the draft nor with what it is marked against."""
    with_parts = with_versions(library, made)
    catalogue, before = Catalogue.of(with_parts), Catalogue.of(library)
    for comparison, one in zip(comparisons, made, strict=True):
        if not one.is_new:
            continue
        known = {
            _key(each, loaded.document.version.name)
            for loaded in (library.load(comparison.old.name), library.load(comparison.new.name))
            for each in _all(examine_version(before, loaded))
        }
        version = one.name.partition("@")[2]
        for each in examine_version(catalogue, with_parts.load(one.name)).findings:
            if _key(each, version) in known:
                continue
            if each.severity is not Severity.ERROR:
                yield each
            else:
                hint = "What is left out is needed: direct that as well, or wait with this."
                yield finding("P127", each.place, f"{one.name}: {each.message}", hint, each.clause)


def _all(outcome: Outcome) -> Iterator[Diagnostic]:
    """Every finding, and what comments in the source allow: a part has not every comment of its draft."""
    yield from outcome.findings
    yield from (one.finding for one in outcome.set_aside)


def _key(found: Diagnostic, version: str) -> tuple[str, str]:
    return found.code, found.message.replace(version, "")


def with_versions(library: Library, made: list[Directed]) -> Library:
    """The library with the versions that a direction makes, before anything is written."""
    files: dict[str, bytes] = {}
    registers = dict(library.registers)
    for one in (one for one in made if one.is_new):
        code, _, name = one.name.partition("@")
        version = Version(name, Status.CONCLUDED, base=one.base, part_of=one.part_of, read_with=one.read_with)
        register = registers[code]
        files |= {f"{version_folder(register, version)}/{file}": data for file, data in one.files}
        registers[code] = replace(register, versions=(*register.versions, version))
    return replace(library.with_files(files), registers=registers)


def left_out(consultation: Consultation, chosen: Collection[int]) -> tuple[DeclaredChange, ...]:
    """The declared changes that remain to be directed."""
    return tuple(one for one in consultation.changes if one.number not in chosen)
