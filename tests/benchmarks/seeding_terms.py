"""Faults of defined terms and acronyms."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import At, Draft, Fault, Seeding, added, rewritten, shuffled, swaps

_TERM = re.compile(r"  ([A-Z][^{}]*?)(?: \(([A-Z][\w]*)\))? \{#(def-[\w-]+)\}\Z")
_MEANING = "  : means the record that the DCC keeps of each request that was refused, with the reason;"
_UNKNOWN = (
    "Migration Widget", "Secondary Supplier", "Commissioning Officer", "Transition Ledger", "Device Passport",
    "Firmware Steward", "Response Window", "Installation Certificate Holder", "Backup Channel", "Party Agent",
    "Rollback Panel", "Alert Digest",
)  # fmt: skip
_UNKNOWN_USES = (
    "The DCC shall send the {} to each Responsible Supplier.",
    "In that case the {} shall keep a record of it.",
    "For that purpose, the DCC shall consult the {}.", "The DCC shall publish each {} on request.",
)  # fmt: skip
_NEW = ("Refusal Register", "Exceptions Record", "Delay Notice", "Batch Summary", "Outage Ledger",
        "Query File", "Site Record", "Release Note", "Rejection Log", "Handover Note", "Error Digest",
        "Recovery Plan")  # fmt: skip


def _undefined(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from added(drafts, rng, (rng.choice(_UNKNOWN_USES).format(one) for one in shuffled(rng, _UNKNOWN)))


def _definitions(drafts: list[Draft]) -> list[tuple[At, str, str, str]]:
    """Each definition of one line: where its term stands, the term, its abbreviation and its meaning."""
    found = []
    for draft in drafts:
        for at in draft.lines():
            match = _TERM.match(at.text)
            following = draft.files[at.path][at.number + 1] if match else ""
            if match and following.startswith("  : ") and following.endswith(";"):
                found.append((at, match[1], match[2] or "", following))
    return found


def _unused(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for term in shuffled(rng, _NEW):
        at = rng.choice(_definitions(drafts))[0]
        yield rewritten(at, [f"  {term} {{#def-planted}}", _MEANING, "", at.text])


def _twice(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for at, term, short, meaning in shuffled(rng, _definitions(drafts)):
        name, words = rng.choice(((term, meaning), (term, _MEANING), (f"Planted Name ({short})", _MEANING)))
        if not short and name.startswith("Planted"):
            name = term
        own = at.text.strip()
        new = [f"  {name} {{#def-planted}}", words]
        fault = rewritten(at, [*new, "", at.text], f"{name} beside {own}")
        lines = (*fault.lines, (at.path, at.number + 4))
        yield fault._replace(lines=(lines[1], lines[0]))


def _lower(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for draft in shuffled(rng, drafts * 4):
        terms = [
            term
            for _, term, _, _ in _definitions([draft])
            if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", term)
        ]
        pattern = rf"(?<=[a-z] )(?:{'|'.join(sorted(terms, key=len, reverse=True))})s?(?= [a-z]|[,.;])"
        yield from (
            one for one, _ in zip(swaps([draft], rng, pattern, _lowered(rng)), range(1), strict=False)
        )


def _lowered(rng: random.Random):  # type: ignore[no-untyped-def]
    def swap(match: re.Match[str], at: At) -> str | None:
        if at.text.strip().endswith("}") or match.start() < 4:
            return None
        words = match[0]
        return rng.choice((words.lower(), words.lower(), words[0] + words[1:].lower()))

    return swap


_ACRONYMS = (
    ("Exceptions and Delays Log", "EDL"), ("Refused Request Register", "RRR"), ("Joint Recovery Plan", "JRP"),
    ("Outage Notice Form", "ONF"), ("Central Query Desk", "CQD"), ("Site Access Record", "SAR"),
    ("Batch Error Summary", "BES"), ("Handover and Closure Note", "HCN"), ("Daily Volume Forecast", "DVF"),
    ("Network Repair Schedule", "NRS"), ("Supplier Contact List", "SCL"), ("Key Rotation Plan", "KRP"),
)  # fmt: skip
_EARLY = ("Each {} shall be kept by the DCC for 12 months.", "The DCC shall send the {} to each User.",
          "The DCC shall keep an up-to-date {}.", "This applies also to an entry in the {}.")  # fmt: skip
_LATE = ("The DCC shall review the {} ({}) each month.", "The DCC shall publish its {} (“{}”) each year.",
         "The DCC shall keep a {} (the {}) of its own.")  # fmt: skip


def _early(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for name, short in shuffled(rng, _ACRONYMS):
        draft = rng.choice(drafts)
        places = draft.places()
        first, second = sorted(rng.sample(range(len(places)), 2))
        one, two = places[first], places[second]
        early, late = rng.choice(_EARLY).format(short), rng.choice(_LATE).format(name, short)
        files, lines = draft.changed([(one, [f"{one.text} {early}"]), (two, [f"{two.text} {late}"])])
        yield Fault(draft.name, files, ((one.path, lines[0]), (two.path, lines[1])), f"{early} … {late}")


_OTHER_MEANINGS = (
    "  : means whatever the DCC has named as such on the DCC Website;",
    "  : means, for the purposes of this document, the thing described in the plan that the DCC publishes;",
    "  : means a thing of that kind that has been in use for at least 12 months;",
)


def _differing(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A definition of another document written into this one, in other words."""
    for at, term, short, _ in shuffled(rng, _definitions(drafts)):
        others = [one for one in drafts if one is not at.draft]
        draft = rng.choice(others)
        mine = _definitions([draft])
        heads = [match for one in draft.lines() if (match := _TERM.match(one.text))]
        if any(term == head[1] or (short and short == head[2]) for head in heads):
            continue
        before = rng.choice(mine)[0]
        head = f"  {term} ({short}) {{#def-planted}}" if short else f"  {term} {{#def-planted}}"
        yield rewritten(
            before, [head, rng.choice(_OTHER_MEANINGS), "", before.text], f"{term}, of {at.draft.name}"
        )


def _once(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    for term in shuffled(rng, _NEW):
        draft = rng.choice(drafts)
        before = rng.choice(_definitions([draft]))[0]
        place = rng.choice(draft.places())
        use = rng.choice(_UNKNOWN_USES).format(term)
        head = [f"  {term} {{#def-planted}}", _MEANING, "", before.text]
        files, lines = draft.changed([(before, head), (place, [f"{place.text} {use}"])])
        yield Fault(draft.name, files, ((before.path, lines[0]), (place.path, lines[1])), f"{term}; {use}")


SEEDINGS: dict[str, Seeding] = {
    "C106": _undefined, "C107": _unused, "C108": _twice, "C109": _lower, "C133": _early, "C134": _differing,
    "C135": _once,
}  # fmt: skip
