"""Uses of defined terms: longest first, plural and possessive, case exact; and the laws that hold of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.cite.inflection import forms
from toolkit.cite.terms import Term, Terms

OUTER = Terms.made_of(
    Term(name, short, "", "of the SEC", "SEC", "A")
    for name, short in (
        ("Party", ""), ("User", ""), ("Device", ""), ("Working Day", ""), ("Secretary of State", ""),
        ("Service Request", "SR"), ("Execution Date", ""), ("Meter", ""),
    )
)  # fmt: skip
TERMS = Terms.made_of(
    (
        Term("Dormant Meter", "", "def-dormant-meter", "asleep", ""),
        Term("Device Model Combination", "DMC", "def-dmc", "a set", ""),
        Term("Device Model", "", "def-device-model", "a kind", ""),
        Term("MOC (MDS)", "", "def-moc-mds", "a part", ""),
        Term("Equivalent Steps", "", "def-steps", "steps", ""),
        Term("Meter", "", "def-meter", "own", ""),
        Term("Migration", "", "def-migration", "moving", ""),
        Term("eUI", "", "def-eui", "an interface", ""),
    ),
    OUTER,
)


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("each Party and both Parties", ["Party", "Parties"]),
        ("User’s Device, Users’ Devices, Party's", ["User’s", "Device", "Users’", "Devices", "Party's"]),
        ("within 5 Working Days", ["Working Days"]),
        ("Device Model Combination, DMCs", ["Device Model Combination", "DMCs"]),
        ("a Dormant Meter and a Meter", ["Dormant Meter", "Meter"]),
        ("for MOC (MDS), MOC and (MDS)", ["MOC (MDS)"]),
        ("Secretaries of State, Secretary of State’s", ["Secretaries of State", "Secretary of State’s"]),
        ("each Equivalent Step of the Equivalent Steps", ["Equivalent Step", "Equivalent Steps"]),
        ("the party, a working day, DEVICE", []),
        ("Pre-Migration, post-Migration and Migration-ready", ["Migration", "Migration"]),
        ("Execution Date-Time is no Execution Date", ["Execution Date"]),
        ("Userland, Meters2, MyMeter", []),
        ("the eUI, an eUI2", ["eUI"]),
        ("a ‘Users’ quotation of Users’ own", ["Users", "Users’"]),
        ("Working\nDay", ["Working\nDay"]),
        ("", []),
    ],
)  # fmt: skip
def test_uses(plain: str, expected: list[str]) -> None:
    assert [plain[use.start : use.end] for use in TERMS.uses(plain)] == expected


def test_own_definition_wins() -> None:
    meter = TERMS.uses("Meter")[0].term
    assert (meter.id, meter.document) == ("def-meter", "")
    party = TERMS.uses("Parties")[0].term
    assert (party.id, party.document, party.section) == ("", "SEC", "A")


def test_named() -> None:
    assert TERMS.named("DMCs") == TERMS.named("Device Model Combination")
    assert TERMS.named("Working Day") == OUTER.named("Working Day")
    assert TERMS.named("Nothing") is None


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("five working days, Working days and Working Days", ["working days", "Working days"]),
        ("device model combination", ["device model combination"]),
        ("a meter, a party", []),
        ("WORKING DAYS", []),
        ("Device model", ["Device model"]),
    ],
)
def test_near_case(plain: str, expected: list[str]) -> None:
    assert [plain[use.start : use.end] for use in TERMS.near_case(plain, TERMS.uses(plain))] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Party", {"Parties"}),
        ("Device Switch", {"Device Switches"}),
        ("Change of Supplier", {"Change of Suppliers", "Changes of Supplier"}),
        ("Equivalent Steps", {"Equivalent Stepses", "Equivalent Step"}),
        ("PPMID", {"PPMIDs"}),
        ("DUIS", {"DUISs"}),
        ("MOC (MDS)", set()),
        ("Authority", {"Authorities"}),
        ("Key", {"Keys"}),
    ],
)
def test_forms(name: str, expected: set[str]) -> None:
    assert set(forms(name)) == expected


_NAMES = ["Alpha", "Alpha Beta", "Beta", "Beta Gamma Delta", "Gamma", "Delta Alpha"]
_WORDS = ["Alpha", "Beta", "Gamma", "Delta", "Alphas", "Betas", "alpha", "the", "of", ",", "."]


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
def test_longest_first(plain: str) -> None:
    """The tree finds what the simplest search does: at each place the longest name, never two overlapping."""
    terms = Terms.made_of(Term(name, "", name, "", "") for name in _NAMES)
    every = sorted((form for name in _NAMES for form in (name, *forms(name))), key=len, reverse=True)
    simplest = re.compile(rf"(?<!\w)(?:{'|'.join(every)})(?!\w)")
    assert [(use.start, use.end) for use in terms.uses(plain)] == [
        one.span() for one in simplest.finditer(plain)
    ]
