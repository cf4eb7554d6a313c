"""Whether what a version cites was law at its date: what is only proposed, withdrawn, or not in effect.

Where a citation names no version, it means the document as it is from time to time: then it is enough that
the two versions that are read together were in legal effect together at some time, and a version that the
register knows of but does not hold is given the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toolkit.cite.citation import Citation, Problem
from toolkit.cite.mention import ANNEXES, Kind
from toolkit.cite.where import code_of
from toolkit.library.timeline import DRAFTS, bases, first_day, in_effect, last_day
from toolkit.model.document import Register, Status, Version

from .rule import Flaw
from .stale import stale
from .subject import Line, Subject

_HISTORY = re.compile(
    r"(?i)\b(?:replac|supersed|previous|former|earlier|histor|amend|deriv|revok|repeal|withdr|until|change"
    r"|consult|propos|draft|conclu|intend|will\b|to be (?:re-)?designated)"
)
_NEAR = 60
"""Characters before and after a version's name."""


class Fault(StrEnum):
    """What a citation rests on that is not law."""

    PROPOSED = "proposed"
    WITHDRAWN = "withdrawn"
    NOT_IN_EFFECT = "not in effect"


class Verdict(NamedTuple):
    """Why what is cited was not law."""

    fault: Fault
    message: str
    hint: str


class Unlawful(NamedTuple):
    """A citation of what was not law at the date of the version that cites it."""

    line: Line
    citation: Citation
    verdict: Verdict


def day_of(version: Version) -> date | None:
    """The date of a version: of its legal effect; of a draft the day it was concluded or consulted on."""
    return first_day(version) or version.concluded or version.consulted


def unlawful(subject: Subject) -> tuple[Unlawful, ...]:
    """Every citation of what was not law, in order; matrices included."""
    return tuple(_Reader(subject).all())


def flaws_of(*faults: Fault) -> Callable[[Subject], Iterator[Flaw]]:
    """The finder of a rule: every citation with one of these faults.

    But for those that tell a history, and those that a renumbering left behind, which stale-citation tells.
    """

    def find(subject: Subject) -> Iterator[Flaw]:
        found = [one for one in subject.once(unlawful) if one.verdict.fault in faults]
        renumbered = {id(one.citation) for one in subject.once(stale)} if found else set()
        for line, citation, verdict in found:
            if id(citation) not in renumbered and not _tells_history(line, citation):
                place = line.place(citation.start, citation.end)
                yield Flaw(place, verdict.message, verdict.hint)

    return find


def _tells_history(line: Line, citation: Citation) -> bool:
    """Whether a version is named by itself beside words such as “replaces”."""
    if citation.kind is not Kind.VERSION:
        return False
    around = line.text.plain[max(0, citation.start - _NEAR) : citation.end + _NEAR]
    return bool(_HISTORY.search(around))


@dataclass(slots=True)
class _Reader:
    subject: Subject
    _verdicts: dict[tuple[str, str, bool], Verdict | None] = field(default_factory=dict)

    def all(self) -> Iterator[Unlawful]:
        """Every citation of what was not law."""
        for line in self.subject.lines:
            for citation in line.citations:
                verdict = self._verdict(citation)
                if verdict is not None:
                    yield Unlawful(line, citation, verdict)

    def _verdict(self, citation: Citation) -> Verdict | None:
        target = citation.target
        if target is None:
            return self._unled(citation)
        document = self.subject.document
        home = target.document == document.register.code and target.version in ("", document.version.name)
        if target.external or home:
            return None
        named = bool(citation.mention.outermost.version) or citation.kind is Kind.VERSION
        return self._once(target.document, target.version, named)

    def _once(self, code: str, version: str, named: bool) -> Verdict | None:
        key = (code, version, named)
        if key not in self._verdicts:
            self._verdicts[key] = self._of_version(*key)
        return self._verdicts[key]

    def _unled(self, citation: Citation) -> Verdict | None:
        """What is known of a citation that leads nowhere: of a version whose text is not held, say."""
        outer = citation.mention.outermost
        if outer.version and citation.problem is Problem.NOT_LISTED:
            return self._once(code_of(outer.document, self.subject.context), outer.version, True)
        return self._proposed(citation) if citation.problem is Problem.NO_SUCH_PROVISION else None

    # -- versions ----------------------------------------------------------------------------------

    def _of_version(self, code: str, name: str, named: bool) -> Verdict | None:
        register = self.subject.library.registers.get(code)
        version = register.version(name) if register else None
        if register is None or version is None:
            return None
        citing = self.subject.document.version
        declared = f"{code}@{name}" in citing.read_with
        if version.status in DRAFTS:
            home = self.subject.document.register
            own = code == home.code and name in _bases(home, citing)
            return _draft(register, version, citing, named, declared or own)
        day = day_of(citing)
        if version.status is Status.WITHDRAWN and (
            not version.withdrawn or version.withdrawn <= (day or date.max)
        ):
            return _withdrawn(register, version)
        if named:
            return self._named(register, version, day)
        if citing.status in DRAFTS or day is None:
            return None
        return self._together(register, version, day, declared)

    def _named(self, register: Register, version: Version, day: date | None) -> Verdict | None:
        """A version that is cited by its name must have been in effect on the very day."""
        start = first_day(version)
        current = in_effect(register, day or date.max)
        if start is None or version in current:
            return None
        name = f"{register.code} {version.name}"
        hint = _cite(register, current)
        if day is None:
            return Verdict(Fault.NOT_IN_EFFECT, f"{name} is no longer in legal effect.", hint)
        own = self.subject.document.name
        if start > day:
            when = (
                "came into legal effect on"
                if version.effective
                else "is known to have been in effect only by"
            )
            message = f"{name} {when} {_said(start)}; {own} is of {_said(day)}."
        else:
            message = f"{name} was no longer in legal effect on {_said(day)}, the date of {own}."
        return Verdict(Fault.NOT_IN_EFFECT, message, hint)

    def _together(self, register: Register, version: Version, day: date, declared: bool) -> Verdict | None:
        """A version that is only read with this one must have been in effect at some time with it."""
        start = first_day(version)
        if start is None or (in_effect(register, day) and not declared):
            return None
        citing = self.subject.document
        until, end = _end(register, version), _end(citing.register, citing.version)
        if until is not None and until <= day:
            when = f"only before {_said(until)}; {citing.name} is of {_said(day)}"
        elif end is not None and end <= start:
            when = f"only since {_said(start)}; {citing.name} was until {_said(end)}"
        elif not declared and start > day:
            when = f"only since {_said(start)}; {citing.name} is of {_said(day)}"
        else:
            return None
        message = f"{register.code} {version.name} was in legal effect {when}."
        hint = "Mend the dates or read_with: in document.yaml, or cite what was in effect."
        return Verdict(Fault.NOT_IN_EFFECT, message, hint)

    # -- provisions --------------------------------------------------------------------------------

    def _proposed(self, citation: Citation) -> Verdict | None:
        """A provision that stands in a draft or in a withdrawn version, and not in the one that is cited."""
        outer = citation.mention.outermost
        if outer.version or citation.label.startswith("("):
            return None
        own = self.subject.document.register.code
        code = code_of(outer.document, self.subject.context) if outer.document else own
        register = self.subject.library.registers.get(code)
        cited = self.subject.context.provisions(code) if register else None
        if register is None or cited is None:
            return None
        label = _label(citation)
        kin = _bases(self.subject.document.register, self.subject.document.version) if code == own else set()
        for version in reversed(register.versions):
            proposed = version.status in DRAFTS
            if (
                not version.held
                or version.name in kin
                or not (proposed or version.status is Status.WITHDRAWN)
            ):
                continue
            index = self.subject.library.of(register, version).index
            if label in index.labels or label in index.captions:
                words = "a draft" if proposed else "which was withdrawn"
                where = f"{code} {version.name}, {words}, and not in {code} {cited.version}"
                message = f"{label} stands only in {where}."
                return Verdict(
                    Fault.PROPOSED if proposed else Fault.WITHDRAWN,
                    message,
                    "Cite what is in legal effect, or nothing.",
                )
        return None


def _draft(register: Register, version: Version, citing: Version, named: bool, known: bool) -> Verdict | None:
    """A draft may be cited by a draft that is to be read with it, or that names no version at all."""
    if citing.status in DRAFTS and (known or not named):
        return None
    if not named and not known and any(map(first_day, register.versions)):
        return None  # a version is in effect, and its text is not here
    words = "is a draft" if version.status is Status.DRAFT else f"is only proposed ({version.status})"
    message = f"{register.code} {version.name} {words}: it is not in legal effect."
    hint = "Cite a version in legal effect; or, in a draft, name it under read_with: in document.yaml."
    return Verdict(Fault.PROPOSED, message, hint)


def _withdrawn(register: Register, version: Version) -> Verdict:
    since = f" on {_said(version.withdrawn)}" if version.withdrawn else ""
    message = f"{register.code} {version.name} was withdrawn{since}."
    return Verdict(Fault.WITHDRAWN, message, "Cite a version in legal effect.")


def _bases(register: Register, version: Version) -> set[str]:
    """The names of a version and of those that it rests on."""
    return {version.name, *(one.name for one in bases(register, version))}


def _end(register: Register, version: Version) -> date | None:
    """The first day on which a version was no longer in effect; None where none is known."""
    start, last = first_day(version), last_day(version)
    if start is None:
        return None
    later = (first_day(one) for one in register.versions if one.line == version.line)
    ends = [day for day in later if day and day > start]
    if last is not None:
        ends.append(date.fromordinal(last.toordinal() + 1))
    return min(ends, default=None)


def _label(citation: Citation) -> str:
    """As the index of a version has it: 4.32A, Table 16.9, Annex A."""
    named = citation.kind is Kind.TABLE or citation.kind in ANNEXES
    return f"{citation.kind.title()} {citation.label}" if named else citation.label


def _cite(register: Register, current: tuple[Version, ...]) -> str:
    names = " or ".join(f"{register.code} {one.name}" for one in current)
    return f"Cite {names}, or no version." if names else "Cite a version that was in effect, or none."


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
