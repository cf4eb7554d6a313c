# ruff: noqa: E501 – sentences stand whole, as they are planted.
"""Faults of effect: versions that were not in legal effect, and law that is only proposed or was withdrawn."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import Draft, Fault, Seeding, added, read_register, sentences, shuffled

_OUT_OF_EFFECT = (
    "The DCC shall do so in accordance with Clause 4.29 of TMAD V4.0.",
    "Clause 4.26 of version 4.0 of the TMAD shall apply to that request.",
    "Clauses 4.29 and 4.30 of TMAD 4.0 set out the periods.",
    "TMAD V1.0, Clause 4.24 says which of them is to be taken first.",
    "A User shall apply the steps in Clause 9.1 of S1SR V6.0.",
    "Nothing in Clause 9 of version 1.0 of the S1SR prevents this.",
    "The S1SP shall have regard to Clause 18.5 of the S1SR V7.0.",
    "Such a Device is dealt with in Clause 4.26 of TMAD V11.0.",
    "Subject to TMAD version 9.0, Clause 4.41, the DCC may refuse the request.",
    "Clause 17 of the SMETS1 Supporting Requirements, version 6.0, applies.",
    "The DCC shall comply with S1SR 7.0.",
    "That is the meaning that the term has in Clause 2 of the TMAD (version 4.0).",
    "S1SR V1.0 Clause 13.1 shall be disregarded.",
    "The DCC shall test it as set out in Clause 4.26 of Appendix AL, version 9.0.",
)
_IN_EFFECT = (
    "The DCC shall do so in accordance with Clause 4.29 of TMAD V6.0.",
    "Clause 4.26 of version 6.0 of the TMAD shall apply to that request.",
    "Clauses 4.29 and 4.30 of the TMAD set out the periods.",
    "The S1SP shall have regard to Clause 18.5 of the S1SR V4.0.",
    "Clause 2 of DUIS V3.0 and Clause 2 of DUIS V3.1 apply.",
    "A User shall apply the checks in Clause 6.1 of SRPD V3.0.",
    "TMAD V6.0 replaced TMAD V4.0 on 24 July 2020.",
    "Clause 9 of the S1SR applies as amended from time to time.",
    "Clause 2 of DUIS 3.1 applies.",
    "Clause 16.1 of version 3.0 of the SRPD applies to that request.",
)
_PROPOSED = {
    "S1SR@4.4": (
        "The DCC shall do so in accordance with Clause 4.26 of TMAD V7.0.",
        "Clause 2 of DUIS V4.0 applies to the request.",
        "This is subject to version 5.2 of the TMAD, Clause 4.26.",
        "The period in Clause 4.29 of TMAD 4.1 applies.",
    ),
    "TMAD@6.1U": (
        "The steps in Clause 9.8a of S1SR V4.3 apply.",
        "Clause 2 of the DUIS (version 4.0) applies to each message.",
        "Clause 3.1 of DUIS V3.0U shall be complied with.",
    ),
    "SRPD@3.1U": (
        "A User shall comply with Clause 4.41 of TMAD V10.0.",
        "Clause 18.14a of version 4.3 of the S1SR applies.",
        "The DCC shall apply Clause 4.26 of TMAD V5.1.",
    ),
    "DUIS@3.1U": ("Clause 4.29 of TMAD V7.0 sets out the period.",),
    "S1SR@4.0": (
        "The DCC shall disregard leading zeros as set out in Clause 3.24 of the TMAD.",
        "Clause 3.25 of TMAD V6.1U applies to each of them.",
    ),
    "SRPD@3.0": (
        "Clause 8.6a of the S1SR applies to a PPMID.",
        "Clause 3.1.8 of the DUIS lists the groups.",
        "The DCC shall follow Clause 18.8a of the S1SR.",
    ),
    "TMAD@6.0": ("Clauses 9.8 and 9.8a of the S1SR apply to each tariff.",),
}
_ADOPTED = {
    "S1SR@4.4": (
        "The DCC shall do so in accordance with Clause 3.24 of TMAD V6.1U.",
        "Clause 3.25 of the TMAD applies to each of them.",
        "Clause 3.1.8 of the DUIS lists the groups.",
        "This text follows what was proposed in TMAD V5.2.",
    ),
    "TMAD@6.1U": (
        "The steps in Clause 9.8a of S1SR V4.4 apply.",
        "Clause 8.6a of the S1SR applies to a PPMID.",
    ),
    "SRPD@3.1U": ("Clause 18.14a of the S1SR applies.", "Clause 3.25 of the TMAD applies."),
    "DUIS@3.1U": ("Clause 3.24 of TMAD V6.1U applies.",),
    "S1SR@4.0": ("Clause 4.26 of the TMAD applies.", "Clause 4.29 of TMAD V6.0 sets out the period."),
}
_WITHDRAWN = (
    ("SRPD@3.1U", "TMAD", "5.2", "Clause 4.26 of TMAD V5.2 applies to each of them."),
    ("DUIS@3.1U", "TMAD", "4.1", "The period in Clause 4.29 of TMAD V4.1 applies."),
)


def _named(phrases: dict[str, tuple[str, ...]]) -> Seeding:
    """Each sentence in the version that it is written for."""

    def plant(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
        by_name = {draft.name: draft for draft in drafts}
        cases = [(name, one) for name, all_of_it in phrases.items() if name in by_name for one in all_of_it]
        for name, sentence in shuffled(rng, cases):
            yield from added([by_name[name]], rng, [sentence])

    return plant


def _proposed(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """What is only a draft; and what the register says was withdrawn."""
    by_name = {draft.name: draft for draft in drafts}
    for name, code, version, sentence in _WITHDRAWN:
        path, text = read_register(code)
        entry = re.compile(rf'(- version: "{re.escape(version)}"\n +status: )\w+')
        changed, found = entry.subn(r"\1withdrawn", text)
        assert found == 1
        fault = next(added([by_name[name]], rng, [sentence]))
        yield fault._replace(changed={**fault.changed, path: changed.encode()})
    yield from _named(_PROPOSED)(drafts, rng)


SEEDINGS: dict[str, Seeding] = {"C116": sentences(_OUT_OF_EFFECT), "C117": _proposed}
RIGHT: dict[str, Seeding] = {"C116": sentences(_IN_EFFECT), "C117": _named(_ADOPTED)}
