"""The versions of the documents that rules ask about: which there are, what each rests on, when each was law.

The same facts as the registers in documents/*/document.yaml, which a test holds them to: rules are asked in
places where no documents are at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.model.document import Register, Status, Version

_DESIGNATED, _CONSULTED = Status.DESIGNATED, Status.CONSULTED
_CONCLUDED, _DRAFT = Status.CONCLUDED, Status.DRAFT
_UPLIFT = date(2020, 8, 6)
"""The day on which Uplift 1.2 was consulted on."""

TMAD = Register("TMAD", "SMETS1 Transition and Migration Approach Document", "AL", versions=(
    Version("1.0", _DESIGNATED, effective=date(2019, 2, 14)),
    Version("4.0", _DESIGNATED, base="1.0", effective=date(2020, 5, 6)),
    Version("4.1-consulted", _CONSULTED, base="4.0", consulted=date(2020, 4, 28)),
    Version("4.1", _CONCLUDED, base="4.1-consulted", consulted=date(2020, 4, 28), concluded=date(2020, 6, 4)),
    Version("5.1", _CONCLUDED, base="4.1"),
    Version("5.2", _CONSULTED, base="5.1", consulted=date(2020, 7, 24)),
    Version("6.0", _DESIGNATED, base="5.1", effective=date(2020, 7, 24)),
    Version("6.1U", _CONSULTED, base="6.0", consulted=_UPLIFT),
    Version("7.0", _CONCLUDED, base="6.0"),
    Version("2020-11", Status.WITHDRAWN, base="7.0", consulted=date(2020, 11, 20)),
    Version("9.0", _DESIGNATED, base="7.0", effective_by=date(2020, 12, 21)),
    Version("10.0", _DRAFT, base="9.0"),
    Version("11.0", _DESIGNATED, base="10.0", effective=date(2021, 2, 28)),
))  # fmt: skip

S1SR = Register("S1SR", "SMETS1 Supporting Requirements", "AM", versions=(
    Version("1.0", _DESIGNATED, effective=date(2019, 7, 28)),
    Version("4.0", _DESIGNATED, effective=date(2020, 7, 24)),
    Version("4.3", _CONSULTED, base="4.0", consulted=date(2020, 7, 24)),
    Version("4.4", _CONSULTED, base="4.3", consulted=_UPLIFT),
    Version("6.0", _DESIGNATED, base="4.3", effective=date(2020, 12, 4)),
    Version("7.0", _DESIGNATED, base="6.0", effective=date(2021, 2, 28)),
))  # fmt: skip

SRPD = Register("SRPD", "Service Request Processing Document", "AB", versions=(
    Version("3.0", _DESIGNATED, effective=date(2020, 5, 6)),
    Version("3.1U", _CONSULTED, base="3.0", consulted=_UPLIFT),
))  # fmt: skip

DUIS = Register("DUIS", "DCC User Interface Specification", "AD", versions=(
    Version("3.0", _DESIGNATED, line="3.0", effective_by=date(2019, 11, 29)),
    Version("3.1", _DESIGNATED, line="3.1", base="3.0", effective=date(2019, 11, 29)),
    Version("3.0U", _CONSULTED, line="3.0", base="3.0", consulted=_UPLIFT),
    Version("3.1U", _CONSULTED, line="3.1", base="3.1", consulted=_UPLIFT),
    Version("4.0", _DRAFT, line="4.0"),
))  # fmt: skip

SEC = Register("SEC", "Smart Energy Code", versions=(
    Version("2018-11", _DESIGNATED, effective_by=date(2018, 11, 5)),
    Version("2018-11-consulted", _CONSULTED, base="2018-11", consulted=date(2018, 11, 5)),
    Version(
        "2019-01", _DESIGNATED, base="2018-11-consulted", consulted=date(2018, 11, 5),
        concluded=date(2019, 1, 21), effective_by=date(2019, 3, 31),
    ),
))  # fmt: skip

REGISTERS = {register.code: register for register in (DUIS, S1SR, SEC, SRPD, TMAD)}
"""By code."""

UNRECORDED = {("TMAD", "6.1U"): "9.0", ("S1SR", "4.4"): "6.0"}
"""Changes of which nothing records whether they were designated, and the first version that may have them."""

TMAD_LAST_DAYS = (("1.0", date(2020, 12, 31)), ("9.0", date(2021, 12, 31)))
"""The last day on which the TMAD has effect, by the version that set it (Clause 1.5)."""


def ancestors(register: Register, version: Version) -> Iterator[Version]:
    """A version and what it was derived from, nearest first."""
    seen: Version | None = version
    while seen is not None:
        yield seen
        seen = register.version(seen.base) if seen.base else None


def carries(register: Register, version: Version, change: str) -> bool:
    """Whether the words of a version include a change that another version made first.

    They do where it was derived from that version. Where the register no longer says what its oldest
    ancestor was derived from, they do if that ancestor comes later in the register.
    """
    names = [one.name for one in register.versions]
    line = [one.name for one in ancestors(register, version)]
    return change in line or names.index(line[-1]) > names.index(change)


def may_carry(register: Register, version: Version, change: str) -> bool:
    """Whether it is not recorded if the words of a version include a change that another proposed."""
    first = UNRECORDED.get((register.code, change))
    return any(one.name == first for one in ancestors(register, version))


def stage(version: Version) -> str:
    """Where a version stands, for people: consulted on 6 August 2020."""
    first = version.effective or version.effective_by
    if version.status is Status.DESIGNATED and first:
        return f"designated {'on' if version.effective else 'by'} {spoken(first)}"
    if version.status is Status.CONSULTED and version.consulted:
        return f"consulted on, on {spoken(version.consulted)}"
    if version.status is Status.CONCLUDED and version.concluded:
        return f"concluded on {spoken(version.concluded)}, not designated"
    return {_CONCLUDED: "concluded, not designated"}.get(version.status, version.status.value)


def spoken(day: date) -> str:
    """A day as papers write it: 6 August 2020."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
