from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from toolkit.consult.consultation import Consultation, Draft, Provision, ProvisionKind, Scope
from toolkit.consult.facts import facts
from toolkit.consult.provisions import provision_words
from toolkit.consult.read import read_consultation
from toolkit.consult.scope import check_scope
from toolkit.model.document import Annex, Register, Status, Version

from test_read_consultation import RIGHT  # isort: skip

DAY = date(2020, 8, 6)
TOY = Register(
    "TOY", "Toy Requirements", "AQ", file="documents/toy/document.yaml",
    versions=(
        Version("1.0", Status.DESIGNATED, effective=date(2019, 5, 1)),
        Version("1.1", Status.CONSULTED, base="1.0"),
        Version("1.10", Status.CONSULTED, base="1.1", consulted=DAY),
    ),
    annexes=(Annex("Annex A", "Matrix of Toys", "a.csv", "annex-a", "MOTOS"),),
)  # fmt: skip
DOLL = Register(
    "DOLL", "Doll Rules", "AR", file="documents/doll/document.yaml",
    versions=(
        Version("2.0", Status.DRAFT),
        Version("3.0", Status.DRAFT),
        Version("2.0U", Status.DRAFT, base="2.0"),
        Version("3.0U", Status.DRAFT, base="3.0"),
    ),
)  # fmt: skip
REGISTERS = {"TOY": TOY, "DOLL": DOLL}


@pytest.fixture
def consultation() -> Consultation:
    read, _ = read_consultation(RIGHT.encode(), "consultation.yaml", "x")
    assert read is not None
    dolls = Scope("DOLL", (Draft("3.0U"), Draft("2.0U")))
    return replace(read, scope=(*read.scope, dolls))


def test_letters_and_numbers_follow_from_the_data(consultation: Consultation) -> None:
    known = facts(consultation, REGISTERS)
    assert [(one.code, one.letter, one.attachment) for one in known.documents] == [
        ("TOY", "A", 3),
        ("DOLL", "B", 5),
    ]
    assert [(one.number, one.key) for one in known.attachments] == [
        (1, "direction"), (2, "response-form"), (3, "TOY"), (4, "MOTOS"), (5, "DOLL"),
    ]  # fmt: skip
    assert known.attachments[4].files == (
        "attachment-5-doll-3.0U-marked", "attachment-5-doll-2.0U-marked",
        "attachment-5-doll-3.0U-clean", "attachment-5-doll-2.0U-clean",
    )  # fmt: skip
    assert known.last_day == date(2020, 10, 29)


def test_a_document_with_two_drafts_has_one_letter_and_one_attachment(consultation: Consultation) -> None:
    dolls = facts(consultation, REGISTERS).documents[1]
    assert (dolls.letter, dolls.versions, dolls.bases) == ("B", "3.0U and 2.0U", "3.0 draft and 2.0 draft")


def test_a_matrix_of_two_drafts_is_one_attachment_with_two_files(consultation: Consultation) -> None:
    toys = Scope("TOY", (Draft("1.10"), Draft("1.1")))
    known = facts(replace(consultation, scope=(toys,)), REGISTERS)
    (motos,) = [one for one in known.attachments if one.key == "MOTOS"]
    assert (motos.number, motos.title) == (4, "MOTOS, Annex A of the TOY 1.10 and 1.1")
    assert motos.files == ("attachment-4-motos-1.10", "attachment-4-motos-1.1")


def test_a_base_that_is_a_draft_is_called_one(consultation: Consultation) -> None:
    (toy,) = facts(consultation, REGISTERS).documents[0].drafts
    assert (toy.against, toy.against_words, toy.against_effective) == ("1.1", "1.1 draft", None)


def test_a_document_that_was_never_designated_is_designated_for_the_first_time(
    consultation: Consultation,
) -> None:
    assert [one.first for one in facts(consultation, REGISTERS).documents] == [False, True]


def test_a_third_document_takes_the_third_letter_and_moves_no_other(consultation: Consultation) -> None:
    third = replace(DOLL, code="BEAR", appendix="AS")
    scope = (*consultation.scope, Scope("BEAR", (Draft("2.0U"),)))
    known = facts(replace(consultation, scope=scope), {**REGISTERS, "BEAR": third})
    assert [one.letter for one in known.documents] == ["A", "B", "C"]
    assert [one.attachment for one in known.documents] == [3, 5, 6]


def test_attachments_follow_the_order_of_the_data(consultation: Consultation) -> None:
    known = facts(replace(consultation, attachments=("documents", "direction")), REGISTERS)
    assert [one.key for one in known.attachments] == ["TOY", "MOTOS", "DOLL", "direction"]


@pytest.mark.parametrize(
    ("scope", "code", "words"),
    [
        (Scope("TOYS", (Draft("1.10"),)), "P101", "TOYS"),
        (Scope("TOY", (Draft("1.11"),)), "P102", "no version 1.11"),
        (Scope("TOY", (Draft("1.0"),)), "P109", "is designated"),
        (Scope("TOY", (Draft("1.10", "1.0"),)), "P103", "rests on 1.1"),
        (Scope("TOY", (Draft("1.10", "0.9"),)), "P102", "marked against 0.9"),
        (Scope("DOLL", (Draft("2.0"),)), "P103", "no base"),
    ],
)
def test_scope_against_register(consultation: Consultation, scope: Scope, code: str, words: str) -> None:
    found = check_scope(replace(consultation, scope=(scope,)), REGISTERS)
    (one,) = [one for one in found if one.code == code]
    assert words in one.message
    assert one.hint


def test_right_scope_is_silent(consultation: Consultation) -> None:
    assert check_scope(consultation, REGISTERS) == ()


def test_the_register_and_the_timetable_must_agree_on_the_day(consultation: Consultation) -> None:
    toy = replace(TOY, versions=(*TOY.versions[:2], replace(TOY.versions[2], consulted=date(2020, 8, 7))))
    (found,) = check_scope(consultation, {**REGISTERS, "TOY": toy})
    assert found.code == "P104"
    assert "Thursday 6 August 2020" in found.message
    assert "Friday 7 August 2020" in found.message


def test_a_text_that_is_not_held_cannot_be_consulted_on(consultation: Consultation) -> None:
    toy = replace(TOY, versions=(*TOY.versions[:1], replace(TOY.versions[1], held=False), TOY.versions[2]))
    (found,) = check_scope(consultation, {**REGISTERS, "TOY": toy})
    assert (found.code, "1.1" in found.message) == ("P108", True)


def words(*names: str | tuple[str, str], **versions: tuple[str, ...]) -> str:
    pairs = [("clause", one) if isinstance(one, str) else one for one in names]
    return provision_words([Provision("TOY", ProvisionKind(kind), name) for kind, name in pairs], TOY)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("3.24",), "Clause 3.24"),
        (("18.1(d)", "6.1(n)", "16.1"), "Clauses 6.1(n), 16.1 and 18.1(d)"),
        (("4.32A", "4.33", "4.32"), "Clauses 4.32, 4.32A and 4.33"),
        (("B3(c)", "3.3"), "Clauses 3.3 and B3(c)"),
        (("10.1", "9.1"), "Clauses 9.1 and 10.1"),
        ((("definition", "Ball"),), "the definition of “Ball”"),
        ((("table", "Table 1"), "3"), "Clause 3 and Table 1"),
        ((("table", "Table 2"), ("table", "Table 3"), "3"), "Clause 3; Tables 2 and 3"),
        (
            ("3", ("annex", "Annex A"), ("definition", "Ball")),
            "Clause 3, the definition of “Ball” and Annex A",
        ),
    ],
)
def test_provisions_in_words(names: tuple[str | tuple[str, str], ...], expected: str) -> None:
    assert words(*names) == expected


def test_provisions_of_one_draft_only_say_so() -> None:
    clause = ProvisionKind.CLAUSE
    given = [
        Provision("DOLL", clause, "1"),
        Provision("DOLL", clause, "2.1", ("3.0U",)),
        Provision("DOLL", clause, "2.2", ("2.0U",)),
    ]
    assert provision_words(given, DOLL) == "Clause 1; in 3.0U, Clause 2.1; in 2.0U, Clause 2.2"
