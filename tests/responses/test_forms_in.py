"""What comes in: Word forms, tables and YAML, kind and hostile, and what becomes of each."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from filled import DOCUMENT, W, archive, fill, parts_of
from openpyxl import Workbook
from sample import IN_TIME, LATE, answer, receipt, response, sample

from toolkit.consult.blank_response import blank_csv, blank_yaml
from toolkit.consult.intake import Known, Outcome
from toolkit.consult.keeping import Kept, keep
from toolkit.consult.response import Confidentiality, Response
from toolkit.consult.response_fields import field_names
from toolkit.consult.stance import Organisation, Stance
from toolkit.consult.submission import Reading
from toolkit.model.paper import Control, Field, Form, Paper, Prose, Run
from toolkit.render.docx import paper_docx
from toolkit.render.templates import Templates
from toolkit.source import package, spreadsheet, word_form
from toolkit.source.word_form import read_word_form

KINDS = {
    "stance": Control.CHOICE, "type": Control.CHOICE, "confidential": Control.CHECKBOX,
    "comments": Control.LONG_TEXT, "confidential-part": Control.LONG_TEXT,
}  # fmt: skip
OPTIONS = {"stance": tuple(Stance), "type": tuple(Organisation)}


@cache
def blank() -> bytes:
    """The form of the sample, as the Word writer makes it."""
    fields = []
    for name in field_names(sample()):
        kind = name.rpartition(".")[2]
        control = KINDS.get(kind, Control.TEXT)
        prompt = "" if control is Control.CHECKBOX else "Write here"
        fields.append(Field(name, name, control, OPTIONS.get(kind, ()), prompt))
    paper = Paper(
        "response-form", "Response template", "", (),
        (Prose((Run("Please answer."),)), Form("Fields", tuple(fields)), Prose((Run("Thank you."),))),
    )  # fmt: skip
    reference = Templates.of().data("reference.docx")
    return paper_docx(paper, author="DCC", date=datetime(2020, 8, 6), reference=reference)


def reading(at: datetime = IN_TIME, **columns: str) -> Reading:
    return Reading(sample(), receipt(at), columns, cache(lambda: read_word_form(blank())))


def add(
    data: bytes, name: str, *there: Response, at: datetime = IN_TIME, late: bool = False, **columns: str
) -> Kept:
    return keep(data, name, reading(at, **columns), Known(there), late)[0]


def only(kept: Kept) -> Response:
    (taken,) = kept.taken
    assert taken.response is not None, taken.words
    return taken.response


WHO = {"respondent.organisation": "Alder Energy", "respondent.type": "Energy supplier"}


def test_a_form_that_is_filled_in() -> None:
    filled = fill(
        blank(),
        {
            **WHO, "respondent.name": "Ann Ash", "respondent.email": "ann@alder.example",
            "u9-q1.stance": "Object in part", "u9-q1.comments": "First.\n\nSecond.",
            "u9-q2.stance": "Support", "u9-q2.confidential": True,
            "general.comments": "Thank you.",
        },
    )  # fmt: skip
    kept = add(filled, "alder.docx")
    taken = only(kept)
    assert (taken.id, taken.respondent, taken.organisation) == (
        "alder-energy",
        "Alder Energy",
        "Energy supplier",
    )
    assert taken.contact == "Ann Ash, ann@alder.example"
    assert [(one.question, one.stance, one.text, one.confidentiality) for one in taken.answers] == [
        ("colours", Stance.PARTLY_OBJECT, "First.\n\nSecond.", "none"),
        ("date", Stance.SUPPORT, "", "whole"),
    ]
    assert taken.general is not None and taken.general.text == "Thank you."
    assert not taken.outside
    original, written = kept.files
    assert original.startswith("received/") and kept.files[original] == filled
    assert written == "alder-energy.yaml"


@pytest.mark.parametrize(
    ("ticked", "part", "kind"),
    [
        (False, "", Confidentiality.NONE),
        (True, "", Confidentiality.WHOLE),
        (True, "The number.", Confidentiality.PART),
        (False, "The number.", Confidentiality.PART),  # on the safe side
    ],
)
def test_confidentiality_is_read_on_the_safe_side(ticked: bool, part: str, kind: Confidentiality) -> None:
    values: dict[str, str | bool] = {**WHO, "u9-q1.stance": "Support", "u9-q1.confidential": ticked}
    if part:
        values["u9-q1.confidential-part"] = part
    (one,) = only(add(fill(blank(), values), "a.docx")).answers
    assert (one.confidentiality, one.reason) == (kind, part)


def test_a_response_that_is_confidential_as_a_whole_gives_its_file_no_name() -> None:
    values = {**WHO, "respondent.confidential": True, "u9-q1.stance": "Support"}
    taken = only(add(fill(blank(), values), "a.docx"))
    assert taken.id == "confidential-1" and taken.confidential
    assert taken.answers[0].confidentiality is Confidentiality.WHOLE


def test_what_is_typed_beside_the_fields_is_kept() -> None:
    filled = fill(blank(), {**WHO, "u9-q1.stance": "Support"}, "Also this.", "And a remark.")
    kept = add(filled, "a.docx")
    assert only(kept).outside == "Also this.\n\nAnd a remark."
    assert "outside the fields" in " ".join(kept.taken[0].words)


def test_what_is_added_to_a_paragraph_of_the_form_is_kept() -> None:
    parts = parts_of(fill(blank(), {**WHO, "u9-q1.stance": "Support"}))
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"Thank you.", b"Thank you. And more.")
    feet = [name for name in parts if name.startswith("word/footer")]
    parts[feet[0]] = parts[feet[0]].replace(b">1<", b">7<")  # pages are counted when a form is saved
    assert only(add(archive(parts), "a.docx")).outside == "And more."


def test_a_form_without_its_fields_is_read_by_the_labels() -> None:
    """As offices other than Word save it: the words stay, the controls are gone."""
    from lxml import etree

    values = {**WHO, "u9-q1.stance": "Object", "u9-q1.comments": "Less.", "u9-q2.confidential": True}
    parts = parts_of(fill(blank(), {**values, "u9-q2.stance": "Support"}, "Also this."))
    root = etree.fromstring(parts[DOCUMENT])
    for control in list(root.iter(f"{W}sdt")):
        parent = control.getparent()
        for child in control.find(f"{W}sdtContent"):
            parent.insert(parent.index(control), child)
        parent.remove(control)
    parts[DOCUMENT] = etree.tostring(root)
    kept = add(archive(parts), "a.docx")
    taken = only(kept)
    assert [(one.question, one.stance, one.text, one.confidentiality) for one in taken.answers] == [
        ("colours", Stance.OBJECT, "Less.", "none"),
        ("date", Stance.SUPPORT, "", "whole"),
    ]
    assert (taken.respondent, taken.contact, taken.outside) == ("Alder Energy", "", "Also this.")
    assert "read by their labels" in kept.remarks[0]


def test_words_that_kept_the_style_of_the_prompt_are_read() -> None:
    """As offices other than Word save what was typed over the prompt."""
    parts = parts_of(fill(blank(), {**WHO, "u9-q1.stance": "Support", "u9-q1.comments": "KEPT"}))
    styled = b'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>KEPT'
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:r><w:t>KEPT", styled)
    taken = only(add(archive(parts), "a.docx"))
    assert [(one.question, one.text) for one in taken.answers] == [("colours", "KEPT")]
    assert taken.outside == ""


def test_a_prompt_without_its_mark_is_still_a_prompt() -> None:
    parts = parts_of(fill(blank(), {**WHO, "u9-q1.stance": "Support"}))
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:showingPlcHdr/>", b"")
    taken = only(add(archive(parts), "a.docx"))
    assert [(one.question, one.stance, one.text) for one in taken.answers] == [
        ("colours", Stance.SUPPORT, "")
    ]
    assert taken.outside == ""


@pytest.mark.parametrize(
    ("shown", "outside"),
    [("We disagree.", "We disagree."), ("Click or tap here to enter text.", "")],
)
def test_words_under_the_mark_of_a_prompt_are_reported(shown: str, outside: str) -> None:
    """As a program leaves them that fills in the text and not the mark, or Word in a field made empty."""
    from lxml import etree

    parts = parts_of(fill(blank(), {**WHO, "u9-q1.stance": "Support"}))
    root = etree.fromstring(parts[DOCUMENT])
    (control,) = (
        one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == "u9-q2.comments"
    )
    next(control.iter(f"{W}t")).text = shown
    parts[DOCUMENT] = etree.tostring(root)
    kept = add(archive(parts), "a.docx")
    assert only(kept).outside == outside
    assert ("outside the fields" in " ".join(kept.taken[0].words)) is bool(outside)


def test_tracked_changes_in_a_form_are_read_as_accepted() -> None:
    parts = parts_of(fill(blank(), {**WHO, "u9-q1.stance": "Support", "u9-q1.comments": "KEPT"}))
    ins = b'<w:ins w:id="9001" w:author="a"><w:r><w:t>New </w:t></w:r></w:ins>'
    gone = b'<w:del w:id="9002" w:author="a"><w:r><w:delText>Old</w:delText></w:r></w:del>'
    before, words, after = parts[DOCUMENT].partition(b"<w:r><w:t>KEPT")
    assert words
    parts[DOCUMENT] = before + ins + gone + words + after
    assert only(add(archive(parts), "a.docx")).answers[0].text == "New KEPT"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "does not say who answers"),
        (WHO, "answers no question"),
        ({**WHO, "u9-q1.stance": "Perhaps"}, "“perhaps” is not one of"),
        ({**WHO, "respondent.type": "Bank", "u9-q1.stance": "Support"}, "“bank” is not one of"),
        ({**WHO, "u9-q1.comments": "x" * 100_001}, "100,001 characters"),
        ({**WHO, "respondent.name": "x" * 301, "u9-q1.stance": "Support"}, "301 characters"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(values: dict[str, str | bool], words: str) -> None:
    kept = add(fill(blank(), values), "a.docx")
    assert kept.refused and kept.files == {}
    assert words in " ".join(kept.taken[0].words)


def test_the_form_of_another_consultation_is_refused() -> None:
    parts = parts_of(fill(blank(), {**WHO, "u9-q2.stance": "Support"}))
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"u9-q2.", b"u8-q2.")
    kept = add(archive(parts), "a.docx")
    assert kept.refused and "u8-q2.stance" in kept.taken[0].words[0]


def test_a_form_without_a_view_says_so() -> None:
    kept = add(fill(blank(), {**WHO, "u9-q1.comments": "Hm."}), "a.docx")
    assert only(kept).answers[0].stance is None
    assert "U9 Q1: no view was chosen" in " ".join(kept.taken[0].words)


GOOD = fill(blank(), {**WHO, "u9-q1.stance": "Support"})


def document(text: bytes) -> bytes:
    return archive({**parts_of(GOOD), DOCUMENT: text})


def bomb() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        file.writestr(DOCUMENT, b" " * (package.LARGEST_PART + 1))
    return buffer.getvalue()


DECLARED = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
DEEP = b"<x>" * 220 + b"</x>" * 220


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.docx", "damaged"),
        (b"PK\x03\x04 nothing", "a.docx", "damaged"),
        (GOOD[: len(GOOD) // 2], "a.docx", "damaged"),
        (bomb(), "a.docx", "once unpacked"),
        (b"0" * (package.LARGEST_PACKAGE + 1), "a.docx", "up to 20,000,000 are read"),
        (document(DECLARED), "a.docx", "document type"),
        (document(DECLARED.decode().encode("utf-16")), "a.docx", "not UTF-8"),
        (document(DEEP), "a.docx", "200 levels"),
        (document(b"<x>"), "a.docx", "damaged"),
        (archive({**parts_of(GOOD), "../../etc/x.xml": b""}), "a.docx", "odd name"),
        (archive({**parts_of(GOOD), "C:\\x.xml": b""}), "a.docx", "odd name"),
        (archive({**parts_of(GOOD), "WORD/document.xml": b"<x/>"}), "a.docx", "twice"),
        (archive({f"p{n}": b"" for n in range(package.MOST_PARTS + 1)}), "a.docx", "parts"),
        (archive({"mimetype": b"x"}), "a.docx", "no Word file"),
        (archive({DOCUMENT: b"<x/>"}), "a.docx", "none of the fields"),
        (b"%PDF-1.7", "a.pdf", "PDF cannot be read back"),
        (b"\xd0\xcf", "a.doc", "old format"),
        (b"hello", "a.txt", "files that end in .txt"),
        (b"\xff\xfeo\x00r\x00g", "a.csv", "UTF-16"),
        (b"org\x80,x\n", "a.csv", "not UTF-8"),
        (b"", "a.csv", "it is empty"),
        (b'organisation,q1\n"Alder\n', "a.csv", "cannot be read as CSV"),
        (GOOD, "a.xlsx", "no Excel file"),
        (b"respondent: [", "a.yaml", "Line 2, column 1"),
        (b"respondent: &a x\n", "a.yaml", "anchors"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_and_says_why(data: bytes, name: str, words: str) -> None:
    kept = add(data, name)
    assert kept.refused and not kept.files
    assert words.casefold() in " ".join(kept.taken[0].words).casefold()


TABLE = """\
organisation,type of organisation,Q1 stance,Q1 comments,Q2,received,IP address
Alder,Energy supplier,Support,Fine.,No view,2020-09-01 10:00,10.0.0.1
Birch,Network operator,Object,"Not
fine.",,2020-09-01T11:30:59,10.0.0.2
"""


def test_a_survey_gives_one_response_a_row() -> None:
    kept = add(TABLE.encode(), "survey.csv")
    alder, birch = (one.response for one in kept.taken)
    assert alder is not None and birch is not None
    assert (alder.received, len(alder.answers)) == (datetime(2020, 9, 1, 10, 0), 2)
    assert (birch.answers[0].text, len(birch.answers)) == ("Not\nfine.", 1)
    assert [one.source for one in kept.taken] == ["survey.csv, row 2", "survey.csv, row 3"]
    assert kept.remarks == ("Columns that are not read: IP address. The file is kept as it is.",)
    assert alder.original == birch.original and len(kept.files) == 3


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(delimiter: str) -> None:
    data = (
        f"organisation{delimiter}q1{delimiter}q1 comments\nAlder{delimiter}Support{delimiter}Yes, please.\n"
    )
    assert only(add(data.encode(), "a.csv")).answers[0].text == "Yes, please."


def test_an_excel_file_reads_as_the_same_table() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["organisation", "Q1 stance", "Q1 comments", "received", "respondent.confidential"])
    sheet.append(["Alder", "Support", 42.0, datetime(2020, 9, 1, 10, 0), False])
    sheet.append([None, None])
    sheet.append(["Birch", "Object", "=1+1", datetime(2020, 9, 1, 11, 0), True])
    sheet["C4"].data_type = "s"
    buffer = BytesIO()
    book.save(buffer)
    alder, birch = (one.response for one in add(buffer.getvalue(), "a.xlsx").taken)
    assert alder is not None and birch is not None
    assert (alder.answers[0].text, alder.received.hour, alder.confidential) == ("42", 10, False)
    assert (birch.answers[0].text, birch.id, birch.confidential) == ("=1+1", "confidential-1", True)


def test_columns_with_other_headings_are_named() -> None:
    data = b"Firm,What do you think?\nAlder,agree\n"
    assert add(data, "a.csv").refused
    columns = {"Firm": "respondent.organisation", "What do you think?": "u9-q1.stance"}
    assert only(add(data, "a.csv", **columns)).answers[0].stance is Stance.SUPPORT


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("organisation,q1,q7\nA,Support,x\n", "“q7” is about a question"),
        ("organisation,u8-q9.stance,q1\nA,Support,x\n", "“u8-q9.stance” is about a question"),
        ("q1\nSupport\n", "No column says who answers"),
        ("organisation\nA\n", "No column holds an answer"),
        ("organisation,q1,question 1\nA,Support,x\n", "Two columns hold u9-q1.stance"),
        ("organisation,q1\n", "no response in it"),
        ("organisation,q1\nA,Support,more\n", "3 cells under 2 headings"),
        ("organisation,q1,q1 confidential\nA,Support,perhaps\n", "write yes or no"),
        ("organisation,q1,received\nA,Support,yesterday\n", "write a date and a time"),
        ("organisation,q1,channel\nA,Support,fax\n", "write one of"),
    ],
)
def test_a_table_that_cannot_be_taken_says_why(text: str, words: str) -> None:
    kept = add(text.encode(), "a.csv")
    assert kept.refused and not kept.files
    assert words in " ".join(kept.taken[0].words)


def test_a_table_is_kept_whole_or_not_at_all() -> None:
    kept = add(b"organisation,q1\nAlder,Support\nBirch,Perhaps\n", "a.csv")
    assert [one.outcome for one in kept.taken] == [Outcome.HELD_BACK, Outcome.REFUSED]
    assert kept.files == {} and kept.refused


def test_too_many_rows_and_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 2)
    monkeypatch.setattr(spreadsheet, "MOST_COLUMNS", 3)
    assert "over 2 rows" in add(b"organisation,q1\n" + b"A,Support\n" * 4, "a.csv").taken[0].words[0]
    assert "4 columns" in add(b"organisation,q1,a,b\n", "a.csv").taken[0].words[0]


def test_elements_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_form, "MOST_ELEMENTS", 20)
    assert "over 20 elements" in add(GOOD, "a.docx").taken[0].words[0]


def test_the_templates_can_be_filled_in_and_read_back() -> None:
    yaml = blank_yaml(sample(), {}).replace("respondent:", "respondent: Alder", 1)
    yaml = yaml.replace("organisation:", "organisation: Other", 1).replace(
        "    stance:", "    stance: Support", 1
    )
    taken = only(add(yaml.encode(), "a.yaml"))
    assert [(one.question, one.stance) for one in taken.answers] == [("colours", Stance.SUPPORT)]
    assert taken.general is None
    header = blank_csv(sample())
    row = ",".join(
        {"respondent.organisation": "Alder", "u9-q2.stance": "Object"}.get(n, "")
        for n in header.strip().split(",")
    )
    assert only(add((header + row + "\n").encode(), "a.csv")).answers[0].question == "date"


def yaml(text: str = "Fine.", who: str = "Alder") -> bytes:
    return (
        f"respondent: {who}\norganisation: Other\n"
        f"answers: [{{question: colours, stance: Support, text: {text}}}]\n"
    ).encode()


THERE = response("alder", answer(text="Fine."), respondent="Alder", file="x")


@pytest.mark.parametrize(
    ("there", "text", "at", "late", "outcome", "replaces", "counts"),
    [
        ((), "Fine.", IN_TIME, False, Outcome.ADDED, "", True),
        ((), "Fine.", LATE, False, Outcome.LATE, "", False),
        ((), "Fine.", LATE, True, Outcome.LATE, "", True),
        ((THERE,), "Fine.", IN_TIME, False, Outcome.DUPLICATE, "", None),
        ((THERE,), "Fine.", LATE, False, Outcome.DUPLICATE, "", None),
        ((THERE,), "Better.", IN_TIME.replace(minute=30), False, Outcome.REVISED, "alder", True),
        ((THERE,), "Better.", LATE, False, Outcome.LATE, "alder", False),
        ((THERE,), "Better.", IN_TIME, False, Outcome.REFUSED, "", None),
        ((THERE,), "Better.", IN_TIME.replace(hour=9), False, Outcome.REFUSED, "", None),
    ],
)
def test_each_response_has_its_outcome(
    there: tuple[Response, ...], text: str, at: datetime, late: bool, outcome: Outcome, replaces: str,
    counts: bool | None,
) -> None:  # fmt: skip
    (taken,) = add(yaml(text), "a.yaml", *there, at=at, late=late).taken
    assert taken.outcome is outcome
    if counts is None:
        assert taken.response is None and taken.words
    else:
        assert taken.response is not None
        assert taken.response.replaces == replaces
        assert (at <= sample().timetable.closing_moment or taken.response.accepted_late) is counts


def test_a_late_response_says_what_is_counted_until_it_is() -> None:
    earlier = _read_back(only(add(yaml(), "a.yaml")))
    revised = yaml().replace(b"Support", b"Object")
    (late,) = add(revised, "b.yaml", earlier, at=LATE).taken
    assert late.words[-1] == f"Until it is counted, {earlier.id} is."
    (accepted,) = add(revised, "b.yaml", earlier, at=LATE, late=True).taken
    assert accepted.words[-1] == f"It takes the place of {earlier.id}."
    assert late.response is not None
    (again,) = add(revised, "b.yaml", earlier, _read_back(late.response), at=LATE, late=True).taken
    assert again.outcome is Outcome.DUPLICATE and "unless accepted-late: yes" in again.words[0]


def test_the_same_author_twice_in_one_table() -> None:
    twice = "organisation,q1,received\nAlder,Support,2020-09-01 10:00\nALDER.,Object,2020-09-02 10:00\n"
    kept = add(twice.encode(), "a.csv")
    first, second = (one.response for one in kept.taken)
    assert first is not None and second is not None
    assert (second.id, second.replaces) == ("alder-2", first.id)
    again = add(twice.encode(), "a.csv", *(_read_back(one) for one in (first, second)))
    assert [one.outcome for one in again.taken] == [Outcome.DUPLICATE] * 2 and not again.files


def _read_back(one: Response) -> Response:
    from dataclasses import replace

    return replace(one, file=f"responses/{one.id}.yaml")


def test_a_file_is_known_again_after_its_response_was_analysed() -> None:
    first = only(add(yaml(), "a.yaml"))
    analysed = response(
        first.id, answer(text="Put right by hand."), respondent="Alder", original=first.original, file="x"
    )
    assert add(yaml(), "a.yaml", analysed, at=LATE).taken[0].outcome is Outcome.DUPLICATE


@pytest.mark.parametrize("name", ["E.ON", "Ørsted & Søn", "株式会社", "../../etc", "x" * 200, "CON"])
def test_any_name_makes_a_file_name(name: str) -> None:
    kept = add(yaml(who=f'"{name}"'), "a.yaml")
    assert all(set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-./") for file in kept.files)
    assert not any(".." in file for file in kept.files)
