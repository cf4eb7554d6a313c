# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Faults of meanings: definitions that run in a circle, and acronyms that stand for two things."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from seeding import Draft, Fault, Seeding, shuffled, use_added

_CIRCLES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("Refusal Register", "means the register in which the DCC keeps each Refusal Entry"),
     ("Refusal Entry", "means an entry in the Refusal Register")),
    (("Outage Ledger", "means the Outage Ledger that is kept by the DCC"),),
    (("Handover Note", "means a note of a Planned Handover"),
     ("Planned Handover", "means the event that is recorded in a Handover Note")),
    (("Delay Notice", "means a notice of a Notified Delay"),
     ("Notified Delay", "means a delay for which a Delay Notice has been given")),
    (("Query File", "means the file of all Query Records"), ("Query Record", "means a record within a Query File")),
    (("Site Record", "means the record kept by the Site Keeper"), ("Site Keeper", "means the person that keeps the Site Record")),
    (("Batch Summary", "means a summary of a Batch Period"), ("Batch Period", "means the period covered by a Batch Run"),
     ("Batch Run", "means a run for which there is a Batch Summary")),
    (("Recovery Plan", "means any plan which is a Recovery Plan"),),
    (("Release Note", "has the same meaning as Release Paper"), ("Release Paper", "means a Release Note")),
    (("Error Digest", "means a digest of Digest Errors"), ("Digest Error", "means an error included in the Error Digest")),
    (("Exceptions Record", "shall mean the record of every Recorded Exception"),
     ("Recorded Exception", "shall mean an exception that stands in the Exceptions Record")),
    (("Notice Window", "means the period that begins when a Window Notice is given"),
     ("Window Notice", "means the notice by which a Notice Window begins")),
)  # fmt: skip
_STRAIGHT: tuple[tuple[tuple[str, str], ...], ...] = (
    (("Refusal Register", "means the register in which the DCC keeps each Refusal Entry"),
     ("Refusal Entry", "means a written statement of why a request was refused")),
    (("Outage Ledger", "means the ledger that is kept by the DCC of each interruption"),),
    (("Handover Note", "means a note of a Planned Handover"),
     ("Planned Handover", "means a change of the person that operates a system, on a day that was agreed")),
    (("Query File", "means a file in which a User sends questions, the form of which is set out in a Query Guide"),
     ("Query Guide", "means a document published by the DCC, which explains how to prepare a Query File")),
    (("Site Record", "means a list of visits to premises, as kept by the Site Keeper"),
     ("Site Keeper", "means an employee of the DCC, among whose duties is to keep the Site Record")),
    (("Batch Summary", "means a summary of a Batch Period"), ("Batch Period", "means a period of 24 hours")),
    (("Recovery Plan", "means any plan by which a system is brought back into use after an interruption"),),
    (("Release Note", "means a text that says what was changed, and for which Release Paper it was written"),
     ("Release Paper", "means a paper on software, other than a Release Note")),
    (("Error Digest", "has the meaning given to “Error Digest” in Section A of the SEC"),),
    (("Delay Notice", "means a notice that something will be done later than was planned"),
     ("Notified Delay", "means a delay for which a Delay Notice has been given")),
)  # fmt: skip
_SECOND_NAMES = (
    ("TMAD@6.1U", "The DCC shall report the Dormant Meter Count (DMC) each week."),
    ("TMAD@6.1U", "Each Eligible Product Certificate Log (EPCL) shall be sent to the Panel by the DCC."),
    ("TMAD@6.1U", "The DCC shall record each Cancellation of Service (CoS)."),
    ("TMAD@6.1U", "The DCC shall inform the Device Support Partner (“DSP”) of it."),
    ("TMAD@6.1U", "This does not apply to a Meter Transfer (MT)."),
    ("S1SR@4.4", "The S1SP shall keep a Data Model Variation Evidence Sheet (DMVES)."),
    ("S1SR@4.4", "The DCC shall keep a Device Model Catalogue (a DMC)."),
    ("SRPD@3.1U", "The DCC shall publish the Service Request Plan Digest (the “SRPD”)."),
    ("DUIS@3.1U", "The DCC shall keep a Total Request Tally (TRT) for each User."),
    ("DUIS@3.1U", "Each User shall keep a Service Request Volume (SRV) of its own."),
)
_TWICE = (
    ("Exceptions and Delays Log", "Early Demand List", "EDL"), ("Joint Recovery Plan", "Joint Review Panel", "JRP"),
    ("Outage Notice Form", "Official Notification File", "ONF"), ("Site Access Record", "Site Activity Record", "SAR"),
    ("Batch Error Summary", "Backup Energy Source", "BES"),
)  # fmt: skip
_SAME_NAMES = (
    ("TMAD@6.1U", "The DCC shall report each Device Model Combination (DMC) each week."),
    ("TMAD@6.1U", "The DCC shall record each Change of Supplier (CoS)."),
    ("TMAD@6.1U", "The DCC shall compare the Device Model Combinations (DMCs) of each Group."),
    ("TMAD@6.1U", "Each result of Migration Testing (“MT”) shall be sent to the Panel by the DCC."),
    ("S1SR@4.4", "The DCC shall inform the SMETS1 Service Provider (S1SP)."),
    ("SRPD@3.1U", "The DCC shall comply with the Service Request Processing Document (SRPD)."),
    ("DUIS@3.1U", "The DCC shall meet each Target Response Time (TRT)."),
    ("DUIS@3.1U", "Each Service Reference Variant (SRV) is listed in Clause 3.1."),
    ("DUIS@3.1U", "The DCC shall comply with the SMETS1 Supporting Requirements (S1SR)."),
    ("TMAD@6.1U", "The DCC shall comply with the DCC User Interface Specification (DUIS)."),
)
_TERM = re.compile(r"  [A-Z][^{}]* \{#def-[\w-]+\}\Z")


def defined(
    drafts: list[Draft], rng: random.Random, cases: Iterable[tuple[tuple[str, str], ...]]
) -> Iterator[Fault]:
    """Each run of definitions, put at one or more places among those of a draft, with a sentence that uses each."""
    for terms in cases:
        draft = rng.choice(drafts)
        heads = [at for at in draft.lines() if _TERM.match(at.text)]
        places = sorted(rng.sample(heads, len(terms)), key=lambda at: (at.path, at.number))
        changes = [
            (at, [f"  {term} {{#def-planted-{number}}}", f"  : {meaning};", "", at.text])
            for number, (at, (term, meaning)) in enumerate(zip(places, terms, strict=True))
        ]
        yield use_added(draft, rng, changes, [term for term, _ in terms], f"{terms}")


def _rings(cases: tuple[tuple[tuple[str, str], ...], ...]) -> Seeding:
    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        yield from defined(drafts, rng, shuffled(rng, cases))

    return plant


def _pairs(drafts: list[Draft], rng: random.Random, cases: Iterable[tuple[str, str, str]]) -> Iterator[Fault]:
    """An acronym introduced in one clause, and again further down."""
    for first, second, short in cases:
        draft = rng.choice(drafts)
        one, two = (draft.places()[n] for n in sorted(rng.sample(range(len(draft.places())), 2)))
        changes = [
            (at, [f"{at.text} The DCC shall keep {article} {name} ({short})."])
            for at, name, article in ((one, first, "the"), (two, second, "its"))
        ]
        files, lines = draft.changed(changes)
        yield Fault(
            draft.name, files, ((two.path, lines[1]), (one.path, lines[0])), f"{first}, {second} ({short})"
        )


def _sentences(drafts: list[Draft], rng: random.Random, cases: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    from seeding import added

    for name, sentence in cases:
        yield from added([one for one in drafts if one.name == name], rng, [sentence])


def _two_names(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from _sentences(drafts, rng, shuffled(rng, _SECOND_NAMES))
    yield from _pairs(drafts, rng, shuffled(rng, _TWICE))


def _one_name(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from _sentences(drafts, rng, shuffled(rng, _SAME_NAMES))


SEEDINGS: dict[str, Seeding] = {"C122": _rings(_CIRCLES), "C132": _two_names}
RIGHT: dict[str, Seeding] = {"C122": _rings(_STRAIGHT), "C132": _one_name}
