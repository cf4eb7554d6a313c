"""Lists of limbs, modal verbs and acronyms: the readings that rules about obligations and terms share."""

import pytest

from tests.check.test_run import demo
from toolkit.check.acronyms import expansions, fits
from toolkit.check.listing import After, Listing, listings
from toolkit.check.modals import modals, said
from toolkit.check.periods import periods
from toolkit.check.subject import Subject
from toolkit.cite.context import Catalogue


def subject_of(body: str) -> Subject:
    library = demo(f"## 1 One {{#one}}\n\n{body}")
    return Subject(Catalogue.of(library), library.load("DEMO@1"))


def lists(body: str) -> tuple[Listing, ...]:
    return subject_of(body).once(listings)


def ends(listing: Listing) -> list[tuple[str, str, str]]:
    return [(limb.label, limb.mark, limb.joined) for limb in listing.limbs]


NESTED = """\
- 1.1 {#a} It shall:
  - (a) {#b} test “this.”;
  - (b) {#c} record:
    - (i) {#d} its place; or
    - (ii) {#e} its number; and
  - (c) {#f} report (as agreed),

  and shall say so.
"""


def test_a_list_within_a_list_ends_as_its_limb_does() -> None:
    outer, inner = lists(NESTED)
    assert ends(outer) == [("(a)", ";", ""), ("(b)", ";", "and"), ("(c)", ",", "")]
    assert ends(inner) == [("(i)", ";", "or"), ("(ii)", ";", "and")]
    assert (outer.after, inner.after) == (After.CLOSING, After.LIMB)
    assert [limb.nested for limb in outer.limbs] == [False, True, False]
    assert outer.closing.plain == "and shall say so."


def test_a_definition_has_an_ending_of_its_own() -> None:
    body = "- 1.1 {#a} In this:\n\n  Log {#log}\n  : means:\n    - (a) {#b} one; or\n    - (b) {#c} two;\n"
    (listing,) = lists(body)
    assert listing.after is After.DEFINITION and listing.lead.plain == "means:"


def test_clauses_beneath_a_heading_are_no_list() -> None:
    assert lists("- 1.1 {#a} One.\n- 1.2 {#b} Two.\n") == ()


@pytest.mark.parametrize(
    ("limbs", "kind"),
    [
        ("  - (a) {#b} The log is public.\n  - (b) {#c} The map is not.\n", "sentences"),
        ("  - (a) {#b} Name\n  - (b) {#c} Place\n", "bare"),
        ("  - (a) {#b} the log; and\n  - (b) {#c} the map.\n", ""),
    ],
)
def test_kinds_of_lists(limbs: str, kind: str) -> None:
    (listing,) = lists(f"- 1.1 {{#a}} As follows:\n{limbs}")
    assert [listing.sentences, listing.bare] == [kind == "sentences", kind == "bare"]


def test_modals_are_verbs_outside_quotation_marks_and_brackets() -> None:
    body = (
        "- 1.1 {#a} It shall say “must” (which it may), at will, in May; a thing that must be sent will go.\n"
    )
    found = [(one.word, one.of_main_clause) for one in subject_of(body).once(modals)]
    assert found == [("shall", True), ("must", False), ("will", False)]
    assert said("a (b (c) d) “e” f") == "a" + " " * 15 + "f"


def test_periods() -> None:
    body = (
        "- 1.1 {#a} Within five Working Days of a request, and not less than 15 days before it (or 3 days).\n"
    )
    found = subject_of(body).once(periods)
    assert [(one.qualifier, one.number, one.working, one.relation, one.anchor) for one in found] == [
        ("within", "5", True, "of", "a request"),
        ("not less than", "15", False, "before", "it"),
    ]


@pytest.mark.parametrize(
    ("acronym", "words", "fitting"),
    [
        ("CoS", "Change of Supplier", True),
        ("S1SP", "SMETS1 Service Provider", True),
        ("PPMID", "Prepayment Meter Interface Device", True),
        ("IHD", "In-Home Display", True),
        ("DMVES", "Device Model Variations to Equivalent Steps", True),
        ("DCCKI", "DCC Key Infrastructure", True),
        ("EPLC", "Eligible Product Combinations List", False),
        ("DMT", "Device Model Combination", False),
        ("MCF", "Migration Common Validation File", False),
        ("DM", "", False),
    ],
)
def test_letters_of_acronyms(acronym: str, words: str, fitting: bool) -> None:
    assert fits(acronym, words) is fitting


def test_brackets_beside_lists_of_codes_are_no_acronyms() -> None:
    """Landing craft (LCM, LCU) beside mine warfare ships (MSO): the letters are those of no words."""
    body = (
        "- 1.1 {#a} The craft are:\n"
        "  - (a) {#b} landing craft (LCM, LCU);\n"
        "  - (b) {#c} Mine Warfare Ships (MSO); and\n"
        "  - (c) {#d} patrol craft of the river (PCR).\n"
        "- 1.2 {#e} It shall keep Mine Warfare Ships (MSO).\n"
    )
    found = subject_of(body).once(expansions)
    assert [(one.acronym, one.fits, one.place.line) for one in found] == [("PCR", True, 6), ("MSO", False, 7)]
