"""The register as a graph in time: what rests on what, what was in legal effect when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register, Status, Version

from .finding import finding

DRAFTS = (Status.DRAFT, Status.CONSULTED, Status.CONCLUDED)


def first_day(version: Version) -> date | None:
    """The first day on which a version is known to have been in legal effect."""
    if version.status not in (Status.DESIGNATED, Status.PUBLISHED, Status.WITHDRAWN):
        return None
    return version.effective or version.effective_by


def may_be_edited(version: Version) -> bool:
    """Whether a version is still being drafted: what was designated or locked stays as it is."""
    return version.status in DRAFTS and not version.digest


def in_effect(register: Register, day: date) -> tuple[Version, ...]:
    """The versions in legal effect on a day, one for each line, in the order of the register."""
    latest: dict[str, Version] = {}
    for version in register.versions:
        start = first_day(version)
        if start is None or start > day:
            continue
        rival = latest.get(version.line)
        if rival is None or start >= (first_day(rival) or start):
            latest[version.line] = version
    return tuple(version for version in latest.values() if not _ended(version, day))


def _ended(version: Version, day: date) -> bool:
    last = last_day(version)
    return last is not None and last < day


def last_day(version: Version) -> date | None:
    """The last day in legal effect that the register itself sets; None where only a successor ends it."""
    withdrawn = version.withdrawn - timedelta(days=1) if version.withdrawn else None
    return min((day for day in (version.until, withdrawn) if day), default=None)


def bases(register: Register, version: Version) -> Iterator[Version]:
    """What a version rests on, nearest first; in a circle each once, and never itself."""
    seen = {version.name}
    above = register.version(version.base)
    while above is not None and above.name not in seen:
        seen.add(above.name)
        yield above
        above = register.version(above.base)


def made_from(register: Register, version: Version, other: Version) -> bool:
    """Whether a version rests on another one, or brings changes of what rests on it into effect."""
    for one in (version, *bases(register, version)):
        whole = register.version(one.part_of)
        if other in (one, whole) or (whole is not None and other in bases(register, whole)):
            return True
    return False


def overtaking(register: Register, version: Version, day: date) -> Version | None:
    """The version in legal effect on a day in place of what another one rests on; None where there is none.

    What a version rests on does not overtake it, nor does what was made from it.
    """
    below = tuple(bases(register, version))
    ground = next((one for one in below if first_day(one)), None)
    since = first_day(ground) if ground else None
    if ground is None or since is None:
        return None
    for one in in_effect(register, day):
        later = (first_day(one) or since) > since and one.line == ground.line
        if later and one not in (version, *below) and not made_from(register, one, version):
            return one
    return None


def newest(register: Register) -> Version | None:
    """The version meant by the bare code: the newest open draft whose text is held, else the newest held.

    A draft is open until a version that rests on it is designated.
    """
    held = [version for version in register.versions if version.held]
    taken_up = _taken_up(register)
    drafts = [version for version in held if version.status in DRAFTS and version.name not in taken_up]
    chosen = drafts or held
    return chosen[-1] if chosen else None


def _taken_up(register: Register) -> set[str]:
    """The names of the versions that a designated one rests on."""
    bases = {version.name: version.base for version in register.versions}
    names: set[str] = set()
    for version in register.versions:
        above = version.base if version.status not in DRAFTS else ""
        while above and above not in names:
            names.add(above)
            above = bases.get(above, "")
    return names


def check_graph(register: Register) -> Iterator[Diagnostic]:
    """Duplicate names, bases that are missing or go round in a circle, two in effect in one line at once."""
    yield from _duplicates(register)
    for version in register.versions:
        yield from _check_base(register, version)
        if version.status is Status.DESIGNATED and version.held and first_day(version) is None:
            hint = (
                "Add effective: with the day, or effective: unknown and effective_by: with a day it was so."
            )
            message = f"{register.code} {version.name} is designated, and no day says since when."
            yield finding("L111", version.place, message, hint)
    yield from _overlaps(register)


def _duplicates(register: Register) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for version in register.versions:
        if version.name.lower() in seen:
            message = f"{register.code} {version.name} stands in the register twice."
            yield finding("L101", version.place, message, "Take one entry out.")
        seen.add(version.name.lower())


def _check_base(register: Register, version: Version) -> Iterator[Diagnostic]:
    if version.part_of and register.version(version.part_of) is None:
        message = (
            f"{register.code} {version.name} is a part of {version.part_of}, which is not in the register."
        )
        yield finding("L102", version.place, message, "Name the version whose changes it brings into effect.")
    if not version.base:
        return
    if register.version(version.base) is None:
        known = ", ".join(one.name for one in register.versions if one.name != version.name)
        message = f"{register.code} {version.name} rests on {version.base}, which is not in the register."
        yield finding("L102", version.place, message, f"The register has {known or 'no other version'}.")
        return
    trail = [version.name]
    above: Version | None = version
    while above and above.base:
        if above.base == version.name:
            message = f"{register.code} {version.name} rests on itself: {' on '.join([*trail, above.base])}."
            yield finding("L103", version.place, message, "Name the version that it was really derived from.")
            return
        if above.base in trail:
            return
        trail.append(above.base)
        above = register.version(above.base)


def _overlaps(register: Register) -> Iterator[Diagnostic]:
    """Within a line a version ends when the next takes effect; only a declared end can contradict that."""
    lines: dict[str, list[Version]] = {}
    for version in register.versions:
        if version.effective and version.status is Status.DESIGNATED:
            lines.setdefault(version.line, []).append(version)
    for versions in lines.values():
        ordered = sorted(versions, key=lambda one: one.effective or date.max)
        for before, after in pairwise(ordered):
            until = last_day(before)
            same_day = before.effective == after.effective
            if same_day or (until and after.effective and until >= after.effective):
                message = (
                    f"{register.code} {before.name} and {after.name} are both in legal effect on "
                    f"{after.effective}, in one line."
                )
                hint = "Mend the dates, or give one of them a line: of its own."
                yield finding("L104", after.place, message, hint)
