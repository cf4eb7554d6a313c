# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Faults of duties and periods: who, shall, and for how long."""

from __future__ import annotations

import random
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, added, sentences, shuffled, swaps

_ACTORLESS = (
    "Shall keep a record of each request.", "Must be notified without delay.",
    "Shall, on request, publish the list.",
    "A record shall be kept of each request.", "The list shall be published on the DCC Website.",
    "Where a request is rejected, shall inform the sender.", "Each failure shall be reported within one day.",
    "The Device shall be tested before it is used.", "Notice must be given of each change.",
    "The evidence shall be retained for 12 months.",
)  # fmt: skip
_UNITLESS = (
    "The DCC shall reply within 15 of the notice.", "The DCC shall do so no later than 5 after the request.",
    "Each User shall wait for at least 10 before it sends the request again.",
    "The DCC shall keep the record for a period of 12 from that day.", "The DCC shall give 20 notice of it.",
    "The DCC shall do so within 3 of receiving the request.",
    "The DCC shall do so not less than 10 before the change.",
    "The DCC shall do so within a period of 28.", "The DCC shall reply within fifteen of the notice.",
    "The DCC shall retain it for 6 after the day on which it is made.",
)  # fmt: skip

_LOST_WORKING = (
    "The DCC shall give notice of it not less than 15 days before the Planned Migration Date.",
    "The Panel shall decide on it within 10 days of the day on which it receives the report.",
    "The Responsible Supplier shall say so within 2 days of the day on which the arrangement ends.",
    "The DCC shall tell the Responsible Supplier, at least 15 days before the Planned Migration Date, that it will.",
    "A Responsible Supplier shall not change it in the 2 days before the Planned Migration Date.",
    "Notice of it shall be given by the DCC no less than 5 days before the date planned for the Firmware Update.",
)
_OTHER_DAYS = (
    "The DCC shall keep the record for 28 days after the request.",
    "The DCC shall publish it not less than 15 calendar days before the Planned Migration Date.",
    "The DCC shall give notice of it not less than 15 Working Days before the Planned Migration Date.",
    "A SMETS1 Meter that has sent nothing in the preceding 15 days shall be noted by the DCC.",
    "The DCC shall test the Device for 10 days without interruption.",
    "A month has no more than 31 days for the purposes of this Clause.",
    "The Responsible Supplier shall read the SMETS1 Meter within 40 days of each reading.",
    "Where 5 days have passed without a response, the DCC shall send the request again.",
    "The DCC shall report the number of days that each step took.",
    "A response that comes more than 20 days late shall be disregarded by the DCC.",
)


def _double(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    forms = (
        "shall must",
        "must shall",
        "shall may",
        "may shall",
        "shall will",
        "shall shall",
        "shall also must",
    )
    yield from swaps(
        drafts, rng, r"(?<=DCC )shall(?= [a-z])|(?<=S1SP )shall(?= [a-z])", lambda *_: rng.choice(forms)
    )


def _must(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    forms = ("must", "will", "must")
    yield from swaps(drafts, rng, r"(?<=[a-zA-Z1] )shall(?= (?:not )?[a-z])", lambda *_: rng.choice(forms))


def _actorless(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from added(drafts, rng, shuffled(rng, _ACTORLESS))


def _unitless(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    cut = swaps(
        drafts, rng, r"(?<=within )(\d+) (?:Working Days|days|hours|minutes|seconds)", lambda m, _: m[1]
    )
    for sentence in added(drafts, rng, shuffled(rng, _UNITLESS)):
        yield sentence
        yield from (one for one, _ in zip(cut, range(1), strict=False))


def _lost_working(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """The word taken from a period of today, and a second period beside one that has it."""
    forms = ("{} days", "{} days", "{} Days")
    cut = swaps(drafts, rng, r"(\d+) Working Days", lambda m, _: rng.choice(forms).format(m[1]))
    tmad = [one for one in drafts if one.name.startswith("TMAD")]
    for sentence in added(tmad, rng, shuffled(rng, _LOST_WORKING)):
        yield sentence
        yield from (one for one, _ in zip(cut, range(1), strict=False))


SEEDINGS: dict[str, Seeding] = {
    "C140": _lost_working,
    "C136": _actorless,
    "C137": _double,
    "C138": _must,
    "C139": _unitless,
}
RIGHT: dict[str, Seeding] = {"C140": sentences(_OTHER_DAYS, only=("TMAD@6.1U",))}
