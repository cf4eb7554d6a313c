"""The pack of Uplift 1.2: its facts in its papers, and what each fault in its data leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest
from overlay import NAME, ROOT, TEMPLATES, UPLIFT, library, papers, prepared, table, words

from toolkit.model.paper import Control, Form, Paper
from toolkit.pack.consultation import plan_consultation


@cache
def shipped() -> Mapping[str, Paper]:
    return papers({})


def test_the_shipped_data_are_without_fault() -> None:
    assert prepared({})[1] == ()


@pytest.mark.parametrize(
    "fact",
    [
        "U1_2_Consultation_issued",
        "DCC Public",
        "consultations@smartdcc.co.uk",
        "Thursday 6 August 2020",
        "16:00 on Thursday 3 September 2020",
        "Tuesday 22 September 2020",
        "Tuesday 29 September 2020, or within one month thereafter",
        "Thursday 29 October 2020",
        "SMETS1 Transition and Migration Approach Document (TMAD)",
        "SMETS1 Supporting Requirements (S1SR)",
        "DCC User Interface Specification (DUIS)",
        "Service Request Processing Document (SRPD)",
        "Device Model Variations to Equivalent Steps (DMVES)",
        "4.3 draft",
        "30 Working Days",
        "“0007654321” and “7654321”",
        "Freedom of Information Act 2000",
        "Data Protection Act 2018",
        "Environmental Information Regulations 2004",
        "U1.2 Q1",
        "U1.2 Q4",
        "Table 1 – Summary of the proposed changes",
        "TMAD 6.1U, change-marked against 6.0, and clean",
        "S1SR 4.4, change-marked against 4.3 draft, and clean",
        "DUIS 3.1U and 3.0U, change-marked against 3.1 and 3.0, and clean",
        "SRPD 3.1U, change-marked against 3.0, and clean",
        "five changes to four of those documents",
        "Section N6.4 of the SEC",
        "return it as a Word document or as a PDF",
        "treated as confidential",
        "All responses are given whole to BEIS and the Authority",
        "bring the late one into effect on another day within the same month",
        "a new consultation on its date would be needed",
        "when a later version of the DUIS is designated, it will carry the same changes",
        "“AA”, “BA” or “CA”",
        "11.1 (Update Firmware), 11.2 (Read Firmware Version) and 11.3 (Activate Firmware)",
        "IOC, to MOC (MDS) or to MOC (Secure)",
        "the Electricity Supplier be responsible for testing the firmware of a PPMID",
        "It is made once. It is made to the Installing Supplier and to nobody else",
        "deems the consent to have been given",
        "Annex A for the TMAD, Annex B for the S1SR, Annex C for the DUIS and Annex D for the SRPD",
        "The engineering menu PIN",
        "MPRN validation",
        "PPMID firmware",
        "The re-designation date and the direction text",
    ],
)
def test_the_consultation_paper_holds_each_fact(fact: str) -> None:
    assert fact in words(shipped()["consultation"])


def test_table_1_has_a_row_for_each_declared_change() -> None:
    rows = table(shipped()["consultation"], 1)
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("1", "MPRN leading zeros", "U1.2 Q2"),
        ("2", "Engineering menu PIN", "U1.2 Q1"),
        ("3", "PPMID firmware", "U1.2 Q3"),
        ("4", "DMVES named as Annex A", "–"),
        ("5", "Typographical, alignment and formatting changes", "–"),
    ]
    assert rows[0][2] == "TMAD: Clause 3.24"
    assert rows[1][2].startswith("TMAD: Clause 3.25")
    assert "SRPD: Clauses 6.1(n), 16.1, 16.2(b) and 18.1(d)(viii)(B)" in rows[2][2]
    assert rows[3][2] == "S1SR: Clause 17.3"
    assert [line.partition(":")[0] for line in rows[4][2].split("\n")] == ["TMAD", "S1SR", "DUIS", "SRPD"]


def test_attachments_are_numbered_as_published() -> None:
    rows = table(shipped()["consultation"], 5)
    assert [row[0] for row in rows] == [f"Attachment {number}" for number in range(1, 8)]
    assert [row[1].split(" ")[0].rstrip(",") for row in rows] == [
        "Draft", "Response", "TMAD", "S1SR", "DMVES", "DUIS", "SRPD",
    ]  # fmt: skip


def test_the_direction_has_every_legal_element_and_as_many_letters_as_documents() -> None:
    paper = shipped()["direction"]
    text = words(paper)
    elements = [
        "Electricity Act 1989 and the Gas Act 1986",
        "Section A (Definitions and Interpretation) of the SEC",
        "Under Condition 22 of the DCC Licence and Section X5 (Incorporation of Certain Documents",
        "is re-designated and incorporated into the SEC",
        "The re-designation of those documents is without prejudice",
        "notified to the SEC Administrator",
        "authorised to act on behalf of the Secretary of State",
    ]
    places = [text.index(element) for element in elements]
    assert places == sorted(places)
    for letter, appendix in zip("ABCD", ("AL", "AM", "AD", "AB"), strict=True):
        pattern = (
            rf"with effect from \[DD MMM YYYY\], the [^.]* Appendix {appendix}, is re-designated "
            rf"[^.]* Annex {letter} to this direction"
        )
        assert len(re.findall(pattern, text)) == 1
    assert "Annex E" not in text
    assert sorted(set(paper.placeholders)) == ["[DD MMM YYYY]", "[XX]"]


def test_only_the_direction_has_placeholders() -> None:
    assert shipped()["consultation"].placeholders == ()
    assert shipped()["response-form"].placeholders == ()


def test_the_response_form_has_three_controls_for_every_question() -> None:
    forms = [block for block in shipped()["response-form"].blocks if isinstance(block, Form)]
    controls = {field.id: field.control for form in forms for field in form.fields}
    for number in (1, 2, 3, 4):
        assert controls[f"u1-2-q{number}.stance"] is Control.CHOICE
        assert controls[f"u1-2-q{number}.comments"] is Control.LONG_TEXT
        assert controls[f"u1-2-q{number}.confidential"] is Control.CHECKBOX
    assert len(controls) == len({name for form in forms for name in (field.id for field in form.fields)})


DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
COUNTED = "changes|documents|questions|attachments|drafts|clauses"
TYPED = re.compile(
    rf"\b[0-9]{{4}}\b|\b({DAYS}|{MONTHS})\b|\b[0-9]+\.[0-9]+U\b|"
    rf"\b(two|three|four|five|six|seven|eight|nine|ten) ({COUNTED})\b|"
    r"\b(Annex|Annexes|Attachment|Table|Clause|Clauses|Question) [A-Z0-9]"
)
LAWFUL = re.compile(r"(Electricity Act|Gas Act) [0-9]{4}")


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / UPLIFT).glob("*.md")))
def test_no_narrative_types_what_follows_from_data(name: str) -> None:
    text = (ROOT / UPLIFT / name).read_text(encoding="utf-8")
    assert TYPED.findall(LAWFUL.sub("", re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text))) == []


def test_the_plan_names_every_output() -> None:
    plan, _ = plan_consultation(library({}), NAME, TEMPLATES)
    assert plan is not None
    files = [output.file for output in plan.outputs]
    assert len(files) == len(set(files)) == 3 * 4 + 5 * 2 * 3 + 1
    stems = (
        "U1_2_Consultation_issued",
        "attachment-1-draft-direction",
        "attachment-2-response-template",
        "attachment-3-tmad-6.1U-marked",
        "attachment-6-duis-3.0U-clean",
        "attachment-7-srpd-3.1U-marked",
    )
    for stem in stems:
        assert {f"{stem}.html", f"{stem}.pdf", f"{stem}.docx"} <= set(files)
    assert "attachment-5-dmves-4.4.csv" in files
    assert {one.file for one in plan.inputs} >= {
        f"{UPLIFT}/consultation.yaml", f"{UPLIFT}/next-steps.md", "documents/tmad/document.yaml",
        "documents/tmad/6.0/03-provision-of-information.md", "templates/consultation.md.j2",
    }  # fmt: skip


def test_dmves_is_attached_as_it_is_kept() -> None:
    plan, _ = plan_consultation(library({}), NAME, TEMPLATES)
    assert plan is not None
    (output,) = [one for one in plan.outputs if one.format == "CSV"]
    assert output.make(TEMPLATES) == (ROOT / "documents/s1sr/4.4/annex-a-dmves.csv").read_bytes()
