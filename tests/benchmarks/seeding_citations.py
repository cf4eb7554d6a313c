"""Faults of citations: labels, keywords, headings and documents that are wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, added, shuffled, swaps

_PLAIN = r"(?<=[a-z] )Clause (\d+)((?:\.\d+)+)(?=[,;.: ])(?! (?:of the|to|and|or) )(?![.]\d)(?!\()"
_NOWHERE = (
    "Clauses 4.26 and 4.97 apply in the same way to each Device." , "Section H97.3 of the SEC applies.",
    "The DCC shall take the step that is described in Clause 96.2(a).",
    "This is without prejudice to Clause 9.98 of the S1SR.", "Table 16.77 sets out the values.",
    "The DCC shall, pursuant to Clause 4.26(zz) of the TMAD, keep the record.",
    "Nothing in Clauses 3.1, 3.2 and 3.96 affects that duty.",
    "The terms of Clause 18.1(d)(viii)(Q) of the SRPD prevail.", "Annex K gives an example.",
    "For that purpose, Clause 2.97.1 of the DUIS is to be disregarded.",
)  # fmt: skip


def _unresolved(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    swapped = swaps(drafts, rng, _PLAIN, lambda match, at: f"Clause {match[1]}.{rng.randint(70, 99)}")
    for sentence in added(drafts, rng, shuffled(rng, _NOWHERE)):
        yield sentence
        yield from (one for one, _ in zip(swapped, range(1), strict=False))


_UNUSED = {
    "S1SR@4.4": ("Clause 18.22b", "Clause 18.22a or 18.22b", "Clauses 18.22a and 18.22b"),
    "SRPD@3.1U": ("Clause 1.5", "Clauses 1.4 and 1.5", "Clause 1.4 or 1.5"),
    "TMAD@6.1U": ("Clause 18.22b of the S1SR", "Clause 1.5 of the SRPD", "S1SR Clause 18.22b"),
    "DUIS@3.1U": ("Clause 18.22b of the S1SR", "Clauses 1.4 and 1.5 of the SRPD", "Appendix AB, Clause 1.5"),
}
_USES = ("The DCC shall do so in accordance with {}.", "Subject to {}, the DCC shall keep a record of it.",
         "{} shall apply to the request.", "The DCC shall disregard {} for that purpose.")  # fmt: skip


def _unused(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    pairs = [(name, words) for name, all_words in _UNUSED.items() for words in all_words]
    for name, words in shuffled(rng, pairs):
        draft = [one for one in drafts if one.name == name]
        yield from added(draft, rng, [rng.choice(_USES).format(words)])


_STRANGERS = (
    "Clause 17.3 of the TMDA", "Clause 2 of the S1RS", "Clause 6.1 of the SRPDD", "Clause 3 of the DUSI",
    "Clause 4.26 of TMAD V6.7", "Clause 2 of DUIS 9.4", "Section H3.3 of the SECC", "Clause 4 of Appendix ZZ",
    "Clause 3 of the Device Widget Specification", "Clause 9.1 of S1SR V8.8",
    "Clause 5 of the Migration Overview Approach Document", "Clause 2.1 of version 2.7 of the TMAD",
    "Clause 1.1 of the SMETS1 Transition and Migration Aproach Document",
)  # fmt: skip


def _strangers(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from added(drafts, rng, (rng.choice(_USES).format(one) for one in shuffled(rng, _STRANGERS)))


_HEADED = (
    "Section H9 (Incident Handling) of the SEC", "Section H9 (Incident Management and Recovery) of the SEC",
    "Section X5 (Incorporation of Documents) of the SEC", "Section X5 (Certain Documents) of the SEC",
    "Section H8 (Self-Service Interface) of the SEC", "Section H9 (Incidents Management) of the SEC",
    "Clause 9 (General Steps) of the S1SR", "Clause 16 (Structure of the Files) of the TMAD",
    "Clause 18 (Device behaviours) of the S1SR", "Clause 6 (Commissioning of Devices) of the TMAD",
    "Clause 4 (Commissioning) of the TMAD", "Clause 2 (Interpretation and Definitions) of the TMAD",
)  # fmt: skip


def _headings(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    yield from added(drafts, rng, (rng.choice(_USES).format(one) for one in shuffled(rng, _HEADED)))


def _singular(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    def swap(match: re.Match[str], at: object) -> str:
        return match[0].replace("s ", " ", 1)

    pattern = r"\b(?:Clauses|Sections|Tables) [A-Z]?\d[\w.()]*(?:, [A-Z]?\d[\w.()]*)*,? and [A-Z]?\d[\w.()]*"
    yield from swaps(drafts, rng, pattern, swap)
    yield from swaps(drafts, rng, r"\bClauses \d[\d.]* to \d[\d.]*", swap)


def _keyword(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    ours = swaps(drafts, rng, _PLAIN, lambda match, at: match[0].replace("Clause", "Section"))
    others = swaps(drafts, rng, r"Clause(?= \d[\w.()]* of the (?:TMAD|S1SR|SRPD|DUIS))", lambda *_: "Section")
    law = swaps(drafts, rng, r"Section(?= [A-Z]\d[\w.()]* (?:\([^)]*\) )?of the SEC)", lambda *_: "Clause")
    for three in zip(ours, others, law, strict=False):
        yield from three


def _ambiguous(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A limb of a limb, and then another letter that is a limb of both."""
    found = []
    for draft in drafts:
        labels = set(draft.loaded.index.labels)
        for label in sorted(labels):
            match = re.fullmatch(r"(\d[\d.]*[a-z]?)(\([a-z]+\))(\([a-z]+\))", label)
            if match and match[1] + match[3] in labels:
                found.append((draft, label, match[3]))
    for draft, label, limb in shuffled(rng, found * 4):
        form = rng.choice(("Clauses {} and {}", "Clause {} or {}", "Clauses {} and, where it applies, {}"))
        yield from added([draft], rng, [rng.choice(_USES).format(form.format(label, limb))])


SEEDINGS: dict[str, Seeding] = {
    "C101": _unresolved, "C102": _unused, "C103": _strangers, "C104": _headings, "C105": _singular,
    "C114": _keyword, "C115": _ambiguous,
}  # fmt: skip
