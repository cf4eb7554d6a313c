"""The direction letter of February 2021: every fact of the record, and what a wrong one leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest
from overlay import TEMPLATES, edited, library, stage, table, words

from toolkit.consult.stage import StageKind
from toolkit.model.paper import Paper, PaperHeading, Prose, Signature, plain
from toolkit.pack.stage_pack import plan_direction

NAME = "2021-02-foc-direction"


@cache
def papers() -> Mapping[str, Paper]:
    ready, found = stage(NAME, StageKind.DIRECTION, {})
    assert ready is not None, found
    assert found == ()
    return ready.papers


@pytest.mark.parametrize(
    "fact",
    [
        "Dear Colleague",
        "Sunday 28 February 2021",
        "eight consultations",
        "18 December 2020 to 21 January 2021",
        "Clauses 1.6 to 1.8 of the TMAD",
        "five responses, from three suppliers, the DCC and one distribution network operator. All of",
        "Clause 1.6(b) now says “Party or person”",
        "Thursday 28 January 2021, or within one month thereafter",
        "18 December 2019 to 22 January 2020 and concerned Clause 15 and Appendix B. The six responses",
        "25 August to 11 September 2020, had three responses. It was concluded together with the third",
        "16 October to 6 November 2020 and concerned Clause 6, Table 16.9 and Table 16.10",
        "concluded on it on Wednesday 27 January 2021",
        "Clause 4.49",
        "at the end of 31 December 2021",
        "made when version 9.0 was designated",
        "18 to 27 November 2020",
        "Of eight respondents, three were in support and one was against",
        "Uplift 2.1, which is due in May 2021",
        "On 20 November 2020 the DCC proposed",
        "Clause 4.32A",
        "has been fixed",
        "from 2 days to 9 days",
        "TBDG E&A on 20 January 2021, where there was no objection",
        "21 October to 6 November 2020, with five responses",
        "16 to 27 November 2020, with six, of which four agreed with the mappings",
        "22 January to 12 February 2021, with four",
        "Clause 18.22a is for meters of which Aclara is the manufacturer, and Clause 18.22c for",
        "Clauses 18.5(gg) and 18.6(b)",
        "They stay as they are",
        "Clauses 9 and 18",
        "8 January to 5 February 2021. There were three responses, and none objected",
        "(SMKI PMA) approved the policy on 16 February 2021, and the DCC submitted it on 17 February 2021",
        "the SEC Panel met on 12 February 2021",
        "The direction goes ahead regardless",
        "designated and incorporated into the SEC as Appendix AP",
        "notified to the SEC Administrator",
        "The Annexes are separate documents",
        "TMAD is set out in Annex A, and Annex B shows what changes in it",
        "is marked against version 10.0, on which it rests; the version in legal effect until then is 9.0",
        "Annex D is marked against version 6.0, which has been in legal effect since 4 December 2020",
        "is designated as version 1.0",
        "minor changes of drafting",
        "whole, together with the DCC’s conclusions",
        "the entries for the Device Model Combinations of FOC had not yet been approved",
        "authorised to act on behalf of the Secretary of State",
    ],
)  # fmt: skip
def test_the_letter_holds_each_fact(fact: str) -> None:
    assert fact in words(papers()["direction-letter"])


def test_paragraphs_are_numbered_straight_through_and_the_direction_is_not() -> None:
    letter = papers()["direction-letter"]
    numbers = [block.number for block in letter.blocks if isinstance(block, Prose)]
    counted = [int(number) for number in numbers if number]
    assert counted == list(range(1, len(counted) + 1))
    assert len(counted) == 31
    assert numbers[0] == ""
    headings = [plain(block.words) for block in letter.blocks if isinstance(block, PaperHeading)]
    assert headings[0] == letter.subtitle.upper()
    start = next(n for n, block in enumerate(letter.blocks) if _heads(block, "Direction under Condition 22"))
    assert not any(block.number for block in letter.blocks[start:] if isinstance(block, Prose))


def _heads(block: object, words: str) -> bool:
    return isinstance(block, PaperHeading) and plain(block.words).startswith(words)


def test_the_direction_has_an_annex_for_each_document_and_no_placeholder() -> None:
    letter = papers()["direction-letter"]
    text = words(letter)
    assert letter.placeholders == ()
    for letter_of, title in (("A", "Approach Document"), ("C", "Supporting Requirements"), ("E", "Policy")):
        directed = rf"28 February 2021, the [^.]*{title}[^.]* Annex {letter_of} to this direction"
        assert len(re.findall(directed, text)) == 1
    assert "the FOC S1SPKI Certificate Policy is designated" in text
    saving = text[text.index("without prejudice") - 200 :]
    assert "Re-designation of the FOC" not in saving
    assert "to anything done under the DCC Licence or the SEC on or after the days on which they were" in text
    assert table(letter, 2) == [
        ["A", "SMETS1 Transition and Migration Approach Document", "AL", "TMAD 11.0, clean"],
        ["B", "SMETS1 Transition and Migration Approach Document", "AL",
         "TMAD 11.0, change-marked against 10.0"],
        ["C", "SMETS1 Supporting Requirements", "AM", "S1SR 7.0, clean"],
        ["D", "SMETS1 Supporting Requirements", "AM", "S1SR 7.0, change-marked against 6.0"],
        ["E", "FOC S1SPKI Certificate Policy", "AP", "S1SPKI CP 1.0, clean"],
    ]  # fmt: skip
    (signature,) = [block for block in letter.blocks if isinstance(block, Signature)]
    assert plain(signature.lines[0]) == "Yours faithfully"
    assert plain(signature.lines[-1]) == "February 2021"


def test_eight_consultations_are_listed_and_each_round_has_its_responses() -> None:
    rows = table(papers()["direction-letter"], 1)
    assert [row[4] for row in rows] == ["5", "6", "3", "3", "8", "–", "5", "6", "4", "3"]
    assert len({row[1].partition(", round")[0] for row in rows}) == 8
    assert [row[0] for row in rows] == ["BEIS"] + ["DCC"] * 9


def test_annex_letters_follow_the_enclosures_everywhere() -> None:
    moved = edited(
        f"{NAME}/direction.yaml",
        ("  - clean: TMAD@11.0\n", ""),
        ("  - clean: S1SPKI CP@1.0\n", "  - clean: S1SPKI CP@1.0\n  - clean: TMAD@11.0\n"),
    )
    ready, found = stage(NAME, StageKind.DIRECTION, moved)
    assert ready is not None, found
    text = words(ready.papers["direction-letter"])
    assert "The TMAD is set out in Annex E, and Annex A shows what changes in it" in text
    assert ready.facts.enclosures[-1].files == ("annex-e-tmad-11.0-clean",)
    assert len(re.findall(r"Approach Document[^.]* set out in Annex E to this direction", text)) == 1


def test_a_direction_of_one_document_is_in_the_singular_and_a_first_one_saves_nothing() -> None:
    path = f"{NAME}/direction.yaml"
    (whole,) = edited(path, ("", "")).values()
    assert whole is not None
    first = whole[: whole.index("  - code: TMAD")] + whole[whole.index("  - code: S1SPKI CP") :]
    ready, found = stage(NAME, StageKind.DIRECTION, {f"consultations/{path}": first})
    assert ready is None
    assert "TMAD 11.0 is enclosed, but the paper is about S1SPKI CP 1.0" in found[0].message


def _without_narrative(edit: tuple[str, str], text: str = "Not yet known.") -> dict[str, str | None]:
    names = ("purpose", "decision", "notice", "consideration")
    texts: dict[str, str | None] = {f"consultations/{NAME}/direction/{name}.md": text for name in names}
    return edited(f"{NAME}/direction.yaml", edit) | texts


def test_without_a_date_the_letter_is_a_draft_with_its_placeholders() -> None:
    ready, _ = stage(NAME, StageKind.DIRECTION, _without_narrative(("effect: 2021-02-28\n", "")))
    assert ready is not None
    letter = ready.papers["direction-letter"]
    assert letter.title == "Draft direction"
    assert sorted(set(letter.placeholders)) == ["[DD MMM YYYY]", "[XX]"]
    assert "with effect from [DD MMM YYYY]" in words(letter)


def test_a_final_direction_with_a_placeholder_in_its_text_cannot_be_built() -> None:
    changed = _without_narrative(("Public", "Public"), "Decided on [DD MMM YYYY].")
    ready, found = stage(NAME, StageKind.DIRECTION, changed)
    assert ready is None
    assert "The direction letter is final and still says [DD MMM YYYY]." in [one.message for one in found]


FAULTS = {
    "the register has another date": (
        "effect: 2021-02-28", "effect: 2021-02-26",
        "takes effect on Friday 26 February 2021, but the register says that TMAD 11.0",
    ),
    "10.0 was never in legal effect": (
        'in-effect: "9.0"', 'in-effect: "10.0"', "TMAD 10.0 is said to have been in legal effect before",
    ),
    "the Appendix differs": ("appendix: AP", "appendix: AQ", "SEC Appendix AQ, but documents/s1spki-cp"),
    "a base was overtaken": ('against: "6.0"', 'against: "4.0"', "S1SR 6.0, in effect from 4 December 2020"),
    "a document has no Annex": (
        "  - clean: S1SPKI CP@1.0\n", "", "No clean copy of S1SPKI CP 1.0 is enclosed",
    ),
    "it is said to have been concluded before it began": (
        "concluded: 2021-01-27", "concluded: 2020-01-27",
        "concluded: Monday 27 January 2020 is not after it closed on Friday 6 November 2020",
    ),
    "more took a side than responded": (
        "responses: 8, support: 3", "responses: 3, support: 3", "4 took a side, but there were 3 responses",
    ),
    "rounds are out of order": (
        "opened: 2020-11-16", "opened: 2020-11-05", "not after the one before it closed on Friday 6",
    ),
    "a clause is not there": ("TMAD: [4.22A]", "TMAD: [4.22B]", "TMAD 11.0 has no clause 4.22B"),
    "a clause was in another draft": ("versions: [2020-11]", 'versions: ["10.0"]', "has no clause 4.32A"),
    "the date asked about is another": (
        "asked: 2021-01-28", "asked: 2021-01-27", "asked about Wednesday 27 January 2021 or within one month",
    ),
    "a consultation is of another document": (
        "documents: [S1SR]", "documents: [DUIS]", "was about DUIS, and the direction is about TMAD, S1SR and",
    ),
    "it was approved after it was submitted": (
        "approved: 2021-02-16", "approved: 2021-02-18", "approved on Thursday 18 February 2021, after",
    ),
    "a meeting lies after the direction": (
        "day: 2021-02-12", "day: 2021-03-12", "met on Friday 12 March 2021",
    ),
    "a version is not concluded": (
        'version: "11.0"', 'version: "10.0"', "The register says that TMAD 10.0 is draft: it cannot",
    ),
    "a number is not one": ("responses: 8,", "responses: eight,", "responses: “eight” does not fit"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_direction_that_contradicts_its_data_cannot_be_built(fault: str) -> None:
    old, new, said = FAULTS[fault]
    ready, found = stage(NAME, StageKind.DIRECTION, edited(f"{NAME}/direction.yaml", (old, new)))
    assert ready is None
    (first, *_) = [one for one in found if said in one.message]
    assert first.place.line > 1


def test_the_plan_has_five_annexes() -> None:
    plan, _ = plan_direction(library({}), NAME, TEMPLATES)
    assert plan is not None
    assert [(one.document, one.version, one.against, one.annex) for one in plan.versions] == [
        ("TMAD", "11.0", "", "Annex A"), ("TMAD", "11.0", "10.0", "Annex B"),
        ("S1SR", "7.0", "", "Annex C"), ("S1SR", "7.0", "6.0", "Annex D"),
        ("S1SPKI CP", "1.0", "", "Annex E"),
    ]  # fmt: skip
    (matrix,) = [one for one in plan.outputs if one.format == "CSV"]
    assert (matrix.file, matrix.group) == ("annex-c-dmves-7.0.csv", "Annex C: S1SR 7.0, clean")
    assert b"D054" in matrix.make(TEMPLATES)
    assert [one.file for one in plan.outputs][:3] == [
        "FOC_direction_letter.html", "FOC_direction_letter.pdf", "FOC_direction_letter.docx",
    ]  # fmt: skip
