"""A provision through its versions: whether it is law where it is asked about, and what it then says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from toolkit.library.timeline import DRAFTS, in_effect
from toolkit.model.document import Register, Status, Version

from .ledger import REGISTERS, TMAD_LAST_DAYS, carries, may_carry, spoken, stage
from .ruling import NotInForceError, Outcome, Provision, RefusalError, Ruling, Standing

T = TypeVar("T")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ground:
    """The provision that a ruling rests on, in one version, and where that version stands."""

    clause: Provision
    standing: Standing = Standing.IN_FORCE

    def met(self, reason: str, value: T | None = None) -> Ruling[T]:
        """A ruling that the rule is met."""
        return Ruling(Outcome.MET, reason, self.clause, value, self.standing)

    def not_met(self, reason: str, value: T | None = None) -> Ruling[T]:
        """A ruling that the rule is not met."""
        return Ruling(Outcome.NOT_MET, reason, self.clause, value, self.standing)

    def judged(self, met: bool, reason: str, value: T | None = None) -> Ruling[T]:
        """A ruling that the rule is met, or is not."""
        return self.met(reason, value) if met else self.not_met(reason, value)

    def decided(self, reason: str, value: T) -> Ruling[T]:
        """A ruling that gives a value."""
        return Ruling(Outcome.DECIDED, reason, self.clause, value, self.standing)

    def limb(self, label: str, id: str = "") -> Ground:  # noqa: A002  the field's own word
        """The same ground, resting on a limb or on another clause of the same version."""
        return replace(self, clause=replace(self.clause, label=label, id=id))


@dataclass(frozen=True, slots=True)
class Law:
    """A provision that a rule carries out, from the version that first says so."""

    document: str
    label: str
    id: str = ""
    since: str = ""
    """The first version that says so; empty for a text whose versions are not told apart here."""
    introduced: bool = True
    """Whether it was new in that version; else that version is only the first whose words are known."""
    also: tuple[str, ...] = ()
    """Earlier versions that proposed the same and from which `since` was not derived."""

    @property
    def provision(self) -> Provision:
        """The provision, in no version."""
        return Provision(self.document, self.label, self.id)

    def at(self, version: str) -> Ground:
        """The ground that the provision gives in a version, or on a day such as 2020-08-01.

        NotInForceError where it was not law there, RefusalError where the version or day is not known.
        """
        return _ground(self, version)

    def of(self, version: Version) -> Ground:
        """The ground that the provision gives in a version whose text has been read."""
        return Ground(replace(self.provision, version=version.name), standing_of(version))

    def ground(self) -> Ground:
        """The ground that a provision gives whose versions are not told apart here."""
        return Ground(self.provision)


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """What one provision has said, in order: from each version, a value."""

    document: str
    values: tuple[tuple[str, T], ...]

    def value(self, version: str) -> T:
        """What a version, by its name, says; RefusalError where it says nothing yet."""
        register = REGISTERS[self.document]
        named = _named(register, version)
        found = [value for since, value in self.values if carries(register, named, since)]
        if not found:
            raise RefusalError(f"What {self.document} {version} says is not known.")
        return found[-1]


@cache
def _ground(law: Law, asked: str) -> Ground:
    register = REGISTERS[law.document]
    version = _on(law, register, asked) if _DATE.match(asked) else _named(register, asked)
    if version.name not in law.also and not carries(register, version, law.since):
        if may_carry(register, version, law.since):
            name = f"{law.document} {version.name}"
            raise RefusalError(f"version: it is not recorded whether {law.provision} had come into {name}.")
        raise _absent(law, register, version, asked)
    return law.of(version)


def standing_of(version: Version) -> Standing:
    """Where the words of a version stand."""
    if version.status is Status.WITHDRAWN:
        return Standing.WITHDRAWN
    return Standing.PROPOSED if version.status in DRAFTS else Standing.IN_FORCE


def _named(register: Register, name: str) -> Version:
    found = next((one for one in register.versions if one.name.lower() == name.strip().lower()), None)
    if found is None:
        known = ", ".join(one.name for one in register.versions)
        raise RefusalError(
            f"version: {register.code} has no version “{name}”. It has {known}; a day such as 2020-08-01 "
            "asks for the version then in legal effect."
        )
    return found


def _on(law: Law, register: Register, text: str) -> Version:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise RefusalError(f"version: “{text}” is no day of the calendar.") from None
    found = in_effect(register, day)
    if len(found) > 1:
        names = " and ".join(one.name for one in found)
        together = f"{register.code} {names} were in legal effect together on {spoken(day)}"
        raise RefusalError(f"version: {together}: name one of them.")
    if not found:
        raise NotInForceError(f"No version of the {register.code} was in legal effect on {spoken(day)}.",
                              Standing.NOT_YET)  # fmt: skip
    if register.code == "TMAD" and day > (last := last_day_of_tmad(found[0].name)):
        message = f"The TMAD ceased to have effect at the end of {spoken(last)} (Clause 1.5)."
        raise NotInForceError(message, Standing.WITHDRAWN, found[0].name)
    return found[0]


def _absent(law: Law, register: Register, version: Version, asked: str) -> NotInForceError | RefusalError:
    first = register.version(law.since)
    if not law.introduced or first is None:
        known = f"{law.provision} is known from {law.since}"
        return RefusalError(f"version: what {law.document} {version.name} says is not known here: {known}.")
    message = f"{law.provision} is not in {law.document} {version.name}: "
    message += f"it comes with {first.name} ({stage(first)})."
    standing = Standing.NOT_YET
    if _DATE.match(asked):
        day = spoken(date.fromisoformat(asked))
        message = f"On {day} the {law.document} in legal effect was {version.name}. {message}"
        standing = Standing.PROPOSED if first.status in DRAFTS else Standing.NOT_YET
    return NotInForceError(message, standing, version.name)


def last_day_of_tmad(version: str) -> date:
    """The last day on which the TMAD has effect, by the words of a version."""
    return History("TMAD", TMAD_LAST_DAYS).value(version)
