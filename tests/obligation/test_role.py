"""Who can act is told by what the documents say of their terms."""

from __future__ import annotations

import pytest

from tests.obligation.labelled import version_read
from toolkit.obligation.role import Roles, head_of, is_person


@pytest.mark.parametrize(
    ("meaning", "head"),
    [
        ("means, for a SMETS1 Meter, the Party that arranged for it to be installed", "Party"),
        ("means the DCC when it carries out the functions that Clause 6 gives", "DCC"),
        ("Smart DCC Ltd, which holds the DCC Licence", "Smart DCC Ltd"),
        (
            "the Gas and Electricity Markets Authority, whose office is Ofgem",
            "Gas and Electricity Markets Authority",
        ),
        ("the manufacturer, model, hardware version and firmware version of a Device, taken together", ""),
        ("means a request, made by the Requesting Party, that Devices be Commissioned", "request"),
    ],
)
def test_the_noun_of_a_meaning(meaning: str, head: str) -> None:
    assert head_of(meaning) == head


def test_persons_in_the_plural_and_with_words_before_them() -> None:
    assert is_person("licensed importers") and is_person("Sub-Committee")
    assert not is_person("meter") and not is_person("Device")


def test_parties_of_the_documents_are_somebody_and_things_are_nobody() -> None:
    subject, _ = version_read("TMAD@11.0")
    terms, roles = subject.context.terms, Roles(subject.context.terms, subject.index.definitions)
    found = {name: roles.is_somebody(terms.named(name)) for name in _NAMES}  # type: ignore[arg-type]
    assert {name for name, somebody in found.items() if somebody} == set(_NAMES[:8])
    assert roles.names()["S1SP"] == "SMETS1 Service Provider"


_NAMES = (
    "DCC", "User", "Party", "Responsible Supplier", "Panel", "Secretary of State", "SMETS1 SMSO",
    "Commissioning Party", "Device", "Device Model", "Migration", "Working Day", "DCC Systems",
)  # fmt: skip


def test_a_term_that_means_several_is_what_the_first_of_them_is() -> None:
    subject, _ = version_read("S1SPKI CP@1.0")
    terms = subject.context.terms
    term = terms.named("Eligible Subscriber")
    assert term and Roles(terms, subject.index.definitions).is_somebody(term)
