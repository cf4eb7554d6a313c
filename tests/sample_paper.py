# ruff: noqa: E501 - the blocks are read as a paper, one paragraph a line
"""A paper to print, made by hand: every kind of block, footnotes, placeholders and a form."""

from __future__ import annotations

from toolkit.model.paper import (
    Alert,
    Control,
    Extract,
    Fact,
    Field,
    Footnote,
    Form,
    Inline,
    ListItem,
    PageBreak,
    Paper,
    PaperAttachment,
    PaperHeading,
    PaperList,
    PaperTable,
    Prose,
    QuestionBox,
    Run,
    Signature,
)


def words(text: str) -> Inline:
    return (Run(text),)


def prose(text: str, number: str = "") -> Prose:
    return Prose(words(text), number)


def heading(number: str, text: str) -> PaperHeading:
    level = number.count(".") + 1 if number else 1
    return PaperHeading(number, level, words(text), "s-" + text.lower().replace(" ", "-"))


CHANGES = PaperTable(
    1,
    "Summary of the proposed changes",
    "table-changes",
    (words("Change"), words("Topic"), words("Documents"), words("Clauses")),
    (
        (words("1"), words("MPRN leading zeros"), words("TMAD"), words("new Clause 3.24")),
        (words("2"), words("Engineering menu PIN"), words("TMAD"), words("new Clause 3.25")),
        (
            words("3"),
            words("PPMID firmware"),
            (Run("SRPD"), Run("\n", line_break=True), Run("DUIS")),
            words("6.1(n), 16.1, 16.2(b), 18.1(d)(viii)(B)"),
        ),
    ),
    ("right", "", "", ""),
)
BLOCKS = (
    heading("1", "Introduction"),
    Prose(
        (
            Run("This paper is issued under "),
            Run("Section N6.4", strong=True),
            Run(" of the "),
            Run("Smart Energy Code", em=True),
            Run(".", footnote=0),
            Run("", footnote=1),
            Run(" It is to be read with the "),
            Run("draft direction", link="Direction.html"),
            Run(" and "),
            Run("Table 1", link="#table-changes"),
            Run("."),
        )
    ),
    heading("1.1", "Background"),
    prose("The changes fall under the following heads:"),
    PaperList(
        (
            ListItem("", (prose("a new Clause on leading zeros;"),)),
            ListItem("", (prose("a new Clause on the engineering menu PIN; and"),)),
            ListItem("", (prose("changes to the processing of firmware."),)),
        )
    ),
    heading("1.1.1", "Earlier consultations"),
    Prose((Run("An earlier consultation closed in May 2020."), Run("", footnote=2), Run(" See also the first source."), Run("", footnote=1))),
    PaperList(
        (
            ListItem("(a)", (prose("one matter that runs over more than a single line, so that it can be seen to hang under its own marker as it should; and"),)),
            ListItem("(b)", (prose("another, of two parts:"), PaperList((ListItem("(i)", (prose("this; and"),)), ListItem("(ii)", (prose("that."),)))))),
        )
    ),
    CHANGES,
    heading("2", "Proposed changes"),
    heading("2.1", "Leading zeros"),
    prose("The proposed text is as follows."),
    Extract("Clause 3.24 of the TMAD, version 6.1U", (prose("Where the GroupID is “AA”, “BA” or “CA”, the DCC shall treat an MPRN with leading zeros as equal to the same MPRN without them."),)),
    QuestionBox("U1.2 Q1", "q1", (prose("Do you agree with the proposed drafting on leading zeros? Please give the reasons for your answer."),)),
    heading("2.2", "Engineering menu PIN"),
    prose("A numbered paragraph of a letter.", "12"),
    Alert("important", "Confidentiality", (prose("All responses are given whole to BEIS and the Authority."),)),
    QuestionBox("U1.2 Q2", "q2", (prose("Do you agree?"), PaperList((ListItem("", (prose("in part"),)), ListItem("", (prose("in whole"),)))))),
    PageBreak(),
    heading("3", "Draft direction"),
    Prose((Run("This direction takes effect on "), Run("[DD MMM YYYY]", placeholder=True), Run("."))),
    Signature((words("Yours faithfully"), words(""), words("A N Official"), words("Department for Business"))),
)  # fmt: skip
FOOTNOTES = (
    Footnote(1, (Run("Published at "), Run("https://www.example.org/sec", link="https://www.example.org/sec"), Run("."))),
    Footnote(2, words("It drew seven responses.")),
)  # fmt: skip


def sample_paper() -> Paper:
    return Paper(
        kind="consultation",
        title="Uplift 1.2",
        subtitle="Consultation on changes to the TMAD, the S1SR, the DUIS and the SRPD",
        facts=(
            Fact("Filename", words("U1_2_Consultation_issued")),
            Fact("Date", words("Thursday 6 August 2020")),
            Fact("Respond by", words("16:00 on Thursday 3 September 2020")),
            Fact("Mailbox", (Run("consultations@example.org", link="mailto:consultations@example.org"),)),
            Fact("Classification", words("Public")),
        ),
        blocks=BLOCKS,
        footnotes=FOOTNOTES,
        attachments=(PaperAttachment(1, "Draft direction", ("Direction",)),),
        classification="Public",
        author="Data Communications Company",
        date="2020-08-06",
    )


def response_form() -> Paper:
    fields = (
        Field("q1.stance", "Do you agree?", Control.CHOICE, ("Agree", "Disagree", "No view"), "Choose one"),
        Field("q1.comments", "Comments", Control.LONG_TEXT, (), "Write here", "Cite the Clause you mean."),
        Field("q1.confidential", "Confidential", Control.CHECKBOX, (), "This response is confidential"),
        Field("q1.date", "Date", Control.DATE),
    )
    return Paper(
        kind="response-form",
        title="Response template",
        subtitle="",
        facts=(),
        blocks=(heading("", "Question"), prose("Please fill this in."), Form("U1.2 Q1", fields)),
        contents=False,
    )
