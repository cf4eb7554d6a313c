"""Faults of duties and periods: who, shall, and for how long."""

from __future__ import annotations

import random
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, added, shuffled, swaps

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


SEEDINGS: dict[str, Seeding] = {"C136": _actorless, "C137": _double, "C138": _must, "C139": _unitless}
