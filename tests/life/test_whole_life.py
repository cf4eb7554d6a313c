"""One consultation from idea to direction, as its author goes: with the command line and an editor alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.consult.consult_toys import OLD
from tests.life.roots import drafting, toy_root
from tests.responses.filled import fill
from toolkit.library.library import read_library
from toolkit.source.files import Folder

ID = "2020-03-toys"
HEAD = (
    "respondent.organisation,respondent.type,received,"
    "t1-3-q1.stance,t1-3-q1.comments,t1-3-q2.stance,t1-3-q3.stance"
)
SURVEY = f"""\
{HEAD}
Birch Toys,Energy supplier,2020-03-20 10:00,Support,,Support,Support
Cedar Toys,Consumer body,2020-03-21 10:00,Object,Goodness cannot be measured.,No view,Support
"""


class Author:
    """Somebody at a terminal, with an editor."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *arguments: str, status: int = 0) -> str:
        done = drafting(self.root, *arguments)
        assert done.exit_code == status, done.output
        return " ".join(done.output.split())

    def edit(self, file: str, *changes: tuple[str, str]) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"{file} does not say {old}: {text}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    def status(self, day: str) -> str:
        return self.run("status", ID, "--on", day)

    def page(self, stem: str, folder: str = ID) -> str:
        html = (self.root / "build" / folder / f"{stem}.html").read_text(encoding="utf-8")
        return " ".join(
            re.sub(r"<style.*?</style>|<script.*?</script>|<[^>]*>", " ", html, flags=re.S).split()
        )


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(toy_root(tmp_path, OLD))


def test_from_idea_to_direction(author: Author) -> None:
    drafts(author)
    consults(author)
    collects(author)
    analyses(author)
    concludes(author)
    directs(author)


def drafts(author: Author) -> None:
    author.run("new", "version", "TOY", "1.3", "--from", "1.0")
    author.run("new", "clause", "TOY@1.3", "--after", "2.3", "--text", "A toy shall be soft.")
    author.edit("documents/toy/1.3/01-all.md", ("about toys", "about good toys"))
    assert "No findings" in author.run("check", "TOY@1.3")
    assert "2.3A" in author.run("diff", "TOY@1.0", "1.3", status=1)


def consults(author: Author) -> None:
    author.run(
        "new", "consultation", ID, "--document", "TOY@1.3", "--package", "Toys 1.3", "--today", "2020-03-02"
    )
    assert "2020-03-toys: draft" in author.status("2020-03-02")
    assert "Change 1 (toy-introduction) has no topic and rationale yet." in author.status("2020-03-02")
    author.edit(
        f"consultations/{ID}/consultation.yaml",
        ("… (Clause 1 of the TOY, Introduction)", "Good toys"),
        ("… (Clause 2 of the TOY, Definitions)", "Soft toys"),
        ("rationale: …", "rationale: Toys have been neither."),
    )
    for change in ("introduction", "definitions"):
        author.edit(f"consultations/{ID}/change-toy-{change}.md", ("…", "Toys have been neither."))
    found = author.status("2020-03-02")
    assert "published on Tuesday 3 March 2020; in one Working Day." in found and "Missing" not in found
    author.run("pack", ID, "-j", "1")
    assert "Good toys" in author.page("T1_3_Consultation_issued")


def collects(author: Author) -> None:
    author.run("response", "template", ID, "-o", str(author.root / "forms"))
    inbox = author.root / "inbox"
    inbox.mkdir()
    form = fill(
        (author.root / "forms/response-template.docx").read_bytes(),
        {
            "respondent.organisation": "Acme Toys",
            "respondent.type": "Energy supplier",
            "t1-3-q1.stance": "Support",
            "t1-3-q2.stance": "Object",
            "t1-3-q2.comments": "Softness costs money.",
            "t1-3-q3.stance": "Support",
        },
        beside="Thank you for asking.",
    )
    (inbox / "acme.docx").write_bytes(form)
    (inbox / "survey.csv").write_text(SURVEY, encoding="utf-8")
    (inbox / "late.csv").write_text(
        f"{HEAD}\nDogwood Toys,Other,2020-04-02 09:00,Object,,Object,Object\n", encoding="utf-8"
    )
    (inbox / "unknown.csv").write_text(
        "respondent.organisation,t1-3-q9.stance\nElm Toys,Support\n", encoding="utf-8"
    )
    (inbox / "revised.csv").write_text(
        f"{HEAD}\nBirch Toys,Energy supplier,2020-03-25 10:00,Support,,Object,Support\n", encoding="utf-8"
    )
    add = ("response", "add", ID)
    said = author.run(*add, str(inbox / "acme.docx"), "--received", "2020-03-19 15:00")
    assert "Words were typed outside the fields" in said
    author.run(*add, str(inbox / "survey.csv"), "--channel", "survey")
    assert "already" in author.run(*add, str(inbox / "survey.csv"), "--channel", "survey")
    assert "revised" in author.run(*add, str(inbox / "revised.csv"))
    assert "late" in author.run(*add, str(inbox / "late.csv"))
    assert "t1-3-q9" in author.run(*add, str(inbox / "unknown.csv"), status=1)
    assert "Three responses are counted." in author.status("2020-03-31")
    table = author.run("response", "table", ID)
    assert "Two respondents supported the proposal, and one objected to it." in table
    assert "One respondent did not express a view, and two objected to the proposal." in table
    assert "All three respondents supported the proposal." in table


def analyses(author: Author) -> None:
    found = author.status("2020-04-01")
    assert found.startswith(f"{ID}: closed") and "the objection of cedar-toys is under no theme" in found
    for name, theme, text in (
        ("acme-toys", "cost", "Softness costs"), ("birch-toys-2", "cost", '""\n  - question: redesignation'),
        ("cedar-toys", "measure", "Goodness cannot"),
    ):  # fmt: skip
        file = f"consultations/{ID}/responses/{name}.yaml"
        author.edit(file, (f"    text: {text}", f"    themes: [{theme}]\n    text: {text}"))
    author.run("new", "analysis", ID)
    found = author.status("2020-04-01")
    assert found.startswith(f"{ID}: analysing") and "under no theme" not in found
    assert "The theme cost of analysis.yaml is not written yet." in found
    assert "T1.3 Q1 has no outcome in analysis.yaml." in found
    file = f"consultations/{ID}/analysis.yaml"
    text = (author.root / file).read_text(encoding="utf-8")
    cost, measure = text.index("id: cost"), text.index("id: measure")
    assert measure < cost
    written = text[:cost].replace("view: …", "view: doubted that goodness can be measured")
    written += text[cost:].replace("view: …", "view: pointed to the cost").replace("noted", "disagreed")
    written = written.replace("topic: …", "topic: a doubt").replace(
        "reply: …", "reply: It is to be quite soft."
    )
    (author.root / file).write_text(
        written.replace("conclusion: …", "conclusion: The change is made."), "utf-8"
    )
    table = author.run("response", "table", ID)
    assert "Two respondents pointed to the cost." in table


def concludes(author: Author) -> None:
    said = author.run("new", "conclusions", ID, status=2)
    assert "No version that is concluded rests on TOY@1.3." in said
    author.run("new", "version", "TOY", "1.4", "--from", "1.3")
    author.edit("documents/toy/1.4/01-all.md", ("toy shall be soft", "toy shall be quite soft"))
    said = author.run("new", "conclusions", ID, "--document", "TOY@1.4")
    assert "TOY@1.4 is concluded, from 1.3." in said
    version = read_library(Folder(author.root)).version("TOY@1.4")[1]
    assert (version.status, str(version.concluded)) == ("concluded", "2020-04-21")
    assert "Row 1 of drafting in conclusions.yaml does not say yet" in author.status("2020-04-20")
    row = "… (Clause 2 of the TOY, Definitions)"
    author.edit(f"consultations/{ID}/conclusions.yaml", (f'"{row}"', "Toys are to be quite soft only."))
    found = author.status("2020-04-20")
    assert "conclusions are due by Tuesday 21 April 2020; in one Working Day." in found
    assert "Missing" not in found and "Disagreement remains on a doubt." in found
    author.run("pack", ID, "-j", "1")
    page = author.page("T1_3_conclusion_issued")
    assert "Disagreement remains on one point." in page and "Clause 2.3A" in page
    assert "Toys are to be quite soft only." in page and "two objected to the proposal" in page
    assert "Dogwood" not in page and "Toys 1.3" in page


def directs(author: Author) -> None:
    found = author.status("2020-04-21")
    assert found.startswith(f"{ID}: concluded") and "There is no direction.yaml" in found
    said = author.run("direction", ID, "--effect", "2020-06-05", status=2)
    assert "a new consultation on the date is needed" in said
    said = author.run("direction", ID, "--changes", "1", "--effect", "2020-04-28")
    assert "TOY@1.4-2020-04-28 change 1, marked against 1.0; made from TOY@1.4" in said
    author.run("pack", ID, "-j", "1")
    assert "2 (Soft toys) is left for a later direction" in author.page("T1_3_direction_letter_2020-04-28")
    author.run("lock", "TOY@1.4-2020-04-28", "--effective", "2020-04-28")
    found = author.status("2020-04-28")
    assert found.startswith(f"{ID}: directed in part") and "with change 2 ends on Thursday 28 May" in found
    said = author.run("direction", ID, "--effect", "2020-05-20")
    assert "TOY@1.4-2020-05-20 change 2, marked against 1.4-2020-04-28" in said
    later = f"{ID}-2020-05-20"
    author.run("pack", later, "-j", "1")
    page = author.page("T1_3_direction_letter_2020-05-20", later)
    assert "from 3 to 31 March 2020" in page and "TOY: Clause 2.3A" in page and "Clause 1.1" not in page
    assert "[XX]" not in page and "…" not in page
    assert author.status("2020-05-18").startswith(f"{ID}: directed in part")
    assert author.status("2020-05-19").startswith(f"{ID}: directed Consultation")
    author.run("lock", "TOY@1.4-2020-05-20", "--effective", "2020-05-20")
    found = author.status("2020-05-20")
    assert found.startswith(f"{ID}: in legal effect") and "Nothing is left to happen." in found
    assert "No findings" in author.run("check", "TOY")
