"""Whether a SMETS1 Installation is eligible to be enrolled, and by when a supplier enrols it (R21, R22)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..redesignation import months_after
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted

ELIGIBILITY = Law("SEC", "H5.8", "eligibility-for-enrolment", since="2019-01", also=("2018-11-consulted",))
DEADLINE = Law("energy supply licence conditions", "")
MONTHS = 12
BACKSTOPS = (date(2020, 12, 31), date(2021, 12, 31))
"""The last day for every meter: first the end of 2020, later the end of 2021."""


class Limb(StrEnum):
    """The limb of Section H5.8 that makes an installation eligible."""

    LISTED = "H5.8(a)"
    BY_UPGRADE = "H5.8(b)"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A firmware upgrade that exists: from one Device Model to another."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Eligible:
    """Why an installation is eligible."""

    limb: Limb
    entry: tuple[str, ...]
    """The entry of the list that it matches or could match."""
    path: tuple[Upgrade, ...]
    """The upgrades that lead there, in order; none for limb (a)."""


@implements("SEC", "eligibility-for-enrolment", since="2019-01")
@implements("SEC", "eligible-now", since="2019-01")
@implements("SEC", "eligible-by-firmware", since="2019-01")
@implements("TMAD", "eligible-section-h5", since="4.0")
@implements("TMAD", "eligibility-after-update", since="4.0")
@rule(ELIGIBILITY)
def eligible_to_enrol(
    devices: tuple[str, ...],
    entries: tuple[tuple[str, ...], ...],
    upgrades: tuple[Upgrade, ...],
    *,
    version: str = "2019-01",
) -> Ruling[Eligible]:
    """Whether all Devices of an installation are on the eligible list, or could be by existing upgrades.

    devices: the Device Model of each Device.
    entries: the combinations on the list, each the Device Models of one installation.
    upgrades: the firmware upgrades that exist.
    """
    ground = ELIGIBILITY.at(version)
    if not devices or not all(devices) or not all(all(entry) and entry for entry in entries):
        raise RefusalError("devices, entries: a Device Model is missing.")
    for entry in entries:
        if sorted(entry) == sorted(devices):
            found = Eligible(Limb.LISTED, entry, ())
            return ground.limb(Limb.LISTED.value, "eligible-now").met(
                "All Devices are on the list as they are.", found
            )
    steps = _steps(upgrades)
    reached = {device: _reached(device, steps) for device in set(devices)}
    ways = [
        Eligible(Limb.BY_UPGRADE, entry, path)
        for entry in entries
        if (path := _path(devices, entry, reached)) is not None
    ]
    if not ways:
        return ground.not_met("No entry of the list has these Devices, and no existing upgrades lead to one.")
    best = min(ways, key=lambda one: len(one.path))
    words = f"{counted(len(best.path), 'existing upgrade')} would bring all Devices onto the list."
    return ground.limb(Limb.BY_UPGRADE.value, "eligible-by-firmware").met(words, best)


def _steps(upgrades: tuple[Upgrade, ...]) -> dict[str, list[Upgrade]]:
    steps: dict[str, list[Upgrade]] = {}
    for one in upgrades:
        steps.setdefault(one.before, []).append(one)
    return steps


def _reached(device: str, steps: dict[str, list[Upgrade]]) -> dict[str, tuple[Upgrade, ...]]:
    """Every Device Model that upgrades lead to, each with the shortest way."""
    found: dict[str, tuple[Upgrade, ...]] = {device: ()}
    queue = deque([device])
    while queue:
        here = queue.popleft()
        for one in steps.get(here, ()):
            if one.after not in found:
                found[one.after] = (*found[here], one)
                queue.append(one.after)
    return found


def _path(
    devices: tuple[str, ...], entry: tuple[str, ...], reached: dict[str, dict[str, tuple[Upgrade, ...]]]
) -> tuple[Upgrade, ...] | None:
    """The upgrades that turn the devices into an entry, or None; each place of the entry is taken once."""
    if len(entry) != len(devices):
        return None
    taken: dict[int, int] = {}

    def place(device: int, tried: set[int]) -> bool:
        ways = reached[devices[device]]
        near = sorted((number for number in range(len(entry)) if entry[number] in ways),
                      key=lambda number: len(ways[entry[number]]))  # fmt: skip
        for number in near:
            if number not in tried:
                tried.add(number)
                if number not in taken or place(taken[number], tried):
                    taken[number] = device
                    return True
        return False

    if not all(place(device, set()) for device in range(len(devices))):
        return None
    ordered = sorted(taken.items(), key=lambda pair: pair[1])
    return tuple(step for number, device in ordered for step in reached[devices[device]][entry[number]])


@rule(DEADLINE)
def enrolment_deadline(
    eligible_from: date, acquired: date | None, *, backstop: date = BACKSTOPS[-1]
) -> Ruling[date]:
    """The last day for enrolling a meter: 12 months from eligibility, or from acquisition if that is later.

    eligible_from: the day on which the meter became eligible.
    acquired: the day of a change of supplier that brought the meter; none where there was none.
    backstop: 2020-12-31, or the later 2021-12-31.
    """
    ground = DEADLINE.ground()
    if backstop not in BACKSTOPS:
        raise RefusalError(f"backstop: it is {spoken(BACKSTOPS[0])} or, later, {spoken(BACKSTOPS[1])}.")
    start = max(eligible_from, acquired or eligible_from)
    if start > backstop:
        raise RefusalError(
            f"eligible_from, acquired: {spoken(start)} lies after the backstop, {spoken(backstop)}."
        )
    twelve = months_after(start, MONTHS)
    what = "acquisition" if acquired and acquired > eligible_from else "eligibility"
    if twelve > backstop:
        return ground.decided(
            f"{MONTHS} months from {what} end after the backstop, {spoken(backstop)}.", backstop
        )
    return ground.decided(f"{MONTHS} months from {what} ({spoken(start)}) end on {spoken(twelve)}.", twelve)
