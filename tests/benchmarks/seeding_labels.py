# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Faults of how labels, terms and acronyms are written, and of allowances."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import At, Draft, Fault, Seeding, added, rewritten, shuffled, swaps

_RANGES = (
    "Clauses 4.30 to 4.26 of the TMAD apply.", "Clauses 6.9 to 6.5 of the TMAD apply.",
    "Clauses 9.4 to 9.2 of the S1SR apply.", "Clauses 17.9 to 17.99 of the TMAD apply.",
    "The DCC shall comply with Clause 16.7(b) to (a) of the TMAD.",
    "The DCC shall comply with Clauses 3.1.5 to 3.1.2 of the DUIS.",
    "Clause 18.6(c) to (a) of the S1SR applies.", "Clauses 9.1 to 9.77 of the S1SR apply.",
    "The DCC shall comply with Clauses 9.15–9.2 of the S1SR.",
    "The DCC shall comply with Clauses 6.5 to 6.88 of the TMAD.",
)  # fmt: skip
_ACRONYMS = (
    "The DCC shall keep an Exceptions and Delays Log (EXL).",
    "The DCC shall keep a Joint Recovery Plan (JPR).",
    "The DCC shall keep a Site Access Record (the SXR).", "The DCC shall keep a Batch Error Summary (“BSX”).",
    "The DCC shall keep a Key Rotation Plan (KTP).", "The DCC shall keep a Daily Volume Forecast (DVQ).",
    "The DCC shall keep an Outage Notice Form (OMF).", "The DCC shall keep a Supplier Contact List (SLC).",
    "The DCC shall keep a Network Repair Schedule (NRT).", "The DCC shall keep a Central Query Desk (CDQ).",
)  # fmt: skip
_ALLOWED = {
    "C160": (
        "allow: unresolved-citation", "allow:", "allow: term-case:", "Allow: placeholder:  ", "allow: wrong-weekday",
        "allow:  double-modal :", "allow: : as agreed", "ALLOW: empty-limb", "allow: missing-actor: ", "allow:term-case",
        "allow: C101",
    ),
    "C161": (
        "allow: unresolved-citations: as agreed", "allow: C999: as agreed", "allow: everything: as agreed",
        "allow: undefined term: as agreed", "allow: wrong_weekday: as agreed", "allow: C101: as agreed",
        "allow: unused-allow: as agreed", "allow: all: as agreed", "allow: spelling: as agreed",
        "allow: termcase: as agreed", "allow: double-modals: the licence says so",
    ),
    "C162": (
        "allow: unresolved-citation: as agreed", "allow: term-case: as agreed", "allow: double-modal: as agreed",
        "allow: wrong-heading: as agreed", "allow: missing-actor: as agreed", "allow: empty-limb: as agreed",
        "allow: wrong-weekday: the licence says so", "Allow: undefined-term: as agreed",
        "allow:placeholder: as agreed", "allow: stale-citation: as agreed", "allow: wrong-count: as agreed",
    ),
}  # fmt: skip
_LABEL = re.compile(r"- (\d[\w.]*) \{#")


def _sentences(phrases: tuple[str, ...]) -> Seeding:
    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        yield from added(drafts, rng, shuffled(rng, phrases))

    return plant


def _itself(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    forms = ("The DCC shall do so in accordance with Clause {}.", "Clause {} applies to the request.",
             "Subject to Clause {}, the DCC shall keep a record of it.")  # fmt: skip
    for at in shuffled(rng, (at for draft in drafts for at in draft.places())):
        match = _LABEL.match(at.text)
        if match:
            sentence = rng.choice(forms).format(match[1])
            yield rewritten(at, [f"{at.text} {sentence}"], f"{match[1]}: {sentence}")


def _beyond(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """“Above” of what stands below, and the other way round."""
    for draft in shuffled(rng, drafts * 4):
        places = draft.places()
        one, two = sorted(rng.sample(range(len(places)), 2))
        early, late = places[one], places[two]
        cited, at, word = rng.choice(((late, early, "above"), (early, late, "below")))
        match = _LABEL.match(cited.text)
        if match:
            yield rewritten(at, [f"{at.text} The DCC shall comply with Clause {match[1]} {word}."],
                            f"Clause {match[1]} {word}")  # fmt: skip


def _spelt(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    def swap(match: re.Match[str], at: At) -> str:
        return f"{match[1]} {match[2]}" if rng.random() < 0.5 else f"{match[1]}{match[2].upper()}"

    yield from swaps(drafts, rng, r"(Clause \d[\d.]+)(\([a-z]\))(?= of the|[,;.])", swap)


def _nearly(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    def swap(match: re.Match[str], at: At) -> str:
        forms = (match[0].replace("SMETS1", "SMETS 1"), match[0].replace("SMETS1 ", "SMETS1-"),
                 match[0][:-2] + match[0][-1])  # fmt: skip
        return rng.choice(forms)

    yield from swaps(
        drafts,
        rng,
        r"(?<=[a-z] )SMETS1 (?:Installation|Service Provider|Service Request|Device)(?= [a-z])",
        swap,
    )


def _comments(code: str) -> Seeding:
    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        for words in shuffled(rng, _ALLOWED[code]):
            at = rng.choice(rng.choice(drafts).places())
            yield rewritten(at, [at.text, "", f"  <!-- {words} -->"], words, 2)

    return plant


SEEDINGS: dict[str, Seeding] = {
    "C119": _sentences(_RANGES), "C120": _itself, "C121": _beyond, "C123": _spelt, "C130": _nearly,
    "C131": _sentences(_ACRONYMS), **{code: _comments(code) for code in _ALLOWED},
}  # fmt: skip
