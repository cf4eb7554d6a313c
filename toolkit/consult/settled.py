"""What the registers say became of the versions of a consultation: which took legal effect, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from toolkit.library.timeline import bases, first_day, overtaking
from toolkit.model.document import Register, Version

from .wording import day_words


class Outcome(NamedTuple):
    """What became of one version that was consulted on or concluded."""

    code: str
    version: Version
    made: Version | None
    """The first version in legal effect that it is, or that rests on it; None where there is none."""
    overtaken: Version | None = None
    """The version in legal effect that took the place of what it rests on; None where there is none."""

    @property
    def words(self) -> str:
        """TMAD 7.0 has been in legal effect since no later than Monday 21 December 2020, as part of 9.0"""
        name = f"{self.code} {self.version.name}"
        if self.made is not None:
            within = "" if self.made == self.version else f", as part of {self.made.name}"
            return f"{name} has been in legal effect since {since(self.made)}{within}"
        if self.overtaken is not None:
            newer = f"{self.code} {self.overtaken.name}, in legal effect since {since(self.overtaken)},"
            return f"{newer} does not rest on {name}, whose base it overtook"
        return f"{name} is not in legal effect"


def since(version: Version) -> str:
    """Friday 24 July 2020; no later than Monday 21 December 2020, where the day itself is not recorded."""
    day = first_day(version)
    if day is None:
        return "a day that is not recorded"
    return day_words(day) if version.effective else f"no later than {day_words(day)}"


def outcomes(
    versions: Iterable[tuple[str, str]], registers: Mapping[str, Register], today: date
) -> tuple[Outcome, ...]:
    """What had become by a day of versions, by code and name; those that no register has are left out."""
    return tuple(_outcomes(versions, registers, today))


def _outcomes(
    versions: Iterable[tuple[str, str]], registers: Mapping[str, Register], today: date
) -> Iterator[Outcome]:
    for code, name in versions:
        register = registers.get(code)
        version = register.version(name) if register else None
        if register is not None and version is not None:
            made = _made(register, version, today)
            yield Outcome(code, version, made, None if made else overtaking(register, version, today))


def _made(register: Register, version: Version, today: date) -> Version | None:
    """The earliest version that was in legal effect by a day and is that one, or rests on it."""
    found = [
        (start, number, one)
        for number, one in enumerate(register.versions)
        if (start := first_day(one)) is not None
        and start <= today
        and (one == version or version in bases(register, one))
    ]
    return min(found)[2] if found else None
