"""Papers and forms as Word files: what they say, their footnotes, and the controls that are filled in."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from tests.docx.agreement import MOMENT, REFERENCE
from tests.docx.faults import R, faults
from tests.docx.oracle import Para, Row, W, body, parts, reading
from tests.sample_paper import prose, response_form, sample_paper, words
from toolkit.model.paper import (
    Chart,
    ChartBar,
    Footnote,
    ListItem,
    PageBreak,
    Paper,
    PaperBlock,
    PaperList,
    PaperTable,
    Prose,
    Run,
)
from toolkit.render.docx import paper_docx

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def written(paper: Paper) -> bytes:
    return paper_docx(paper, author="The DCC", date=MOMENT, reference=REFERENCE)


def paper_of(*blocks: PaperBlock, notes: tuple[Footnote, ...] = (), contents: bool = False) -> Paper:
    return Paper("consultation", "Title", "", (), blocks, notes, contents=contents)


def paragraphs(data: bytes) -> list[Para]:
    return [
        one for block in reading(data, "new") for one in (block.cells if isinstance(block, Row) else (block,))
    ]


def footnotes(data: bytes) -> ET.Element:
    return ET.fromstring(parts(data)["word/footnotes.xml"])


def test_the_sample_is_a_file_that_word_opens() -> None:
    assert faults(written(sample_paper())) == []
    assert faults(written(response_form())) == []


def test_numbers_are_words_before_a_tab() -> None:
    blocks = [(one.style, one.label, one.text) for one in paragraphs(written(sample_paper()))]
    assert ("Heading1", "1", "Introduction") in blocks
    assert ("Heading3", "1.1.1", "Earlier consultations") in blocks
    assert ("NumberedText", "12", "A numbered paragraph of a letter.") in blocks
    assert ("MarkedItem2", "(i)", "this; and") in blocks
    assert ("ListBullet1", "", "a new Clause on leading zeros;") in blocks
    assert ("Caption", "", "Table 1 – Summary of the proposed changes") in blocks


def test_the_front_holds_title_facts_and_contents() -> None:
    data = written(sample_paper())
    blocks = reading(data, "new")
    assert isinstance(blocks[0], Para) and blocks[0].text == "Data Communications Company"
    facts = [tuple(cell.text for cell in block.cells) for block in blocks[:12] if isinstance(block, Row)]
    assert ("Respond by", "16:00 on Thursday 3 September 2020") in facts
    assert next(one.text for one in paragraphs(data) if one.style == "TOC2") == "1.1\tBackground"


def test_a_paper_without_contents_begins_under_its_title() -> None:
    data = written(response_form())
    assert len(list(body(data).iter(f"{W}sectPr"))) == 1
    assert [one.style for one in paragraphs(data)][:2] == ["ShortTitle", "UnnumberedHeading"]


def test_the_classification_stands_at_the_foot_of_every_page() -> None:
    data = written(sample_paper())
    assert "Public" in parts(data)["word/footer1.xml"].decode()
    first = next(body(data).iter(f"{W}sectPr"))
    kinds = [(each.tag.removeprefix(W), each.get(f"{W}type")) for each in first if f"{R}id" in each.attrib]
    assert kinds == [
        ("headerReference", "default"),
        ("footerReference", "default"),
        ("footerReference", "first"),
    ]


def test_footnotes_are_words_own_and_a_second_mark_refers_to_the_first() -> None:
    data = written(sample_paper())
    notes = [each for each in footnotes(data).findall(f"{W}footnote") if each.get(f"{W}type") is None]
    assert [each.get(f"{W}id") for each in notes] == ["1", "2"]
    assert "".join(notes[1].itertext()).strip() == "It drew seven responses."
    marks = [each.get(f"{W}id") for each in body(data).iter(f"{W}footnoteReference")]
    assert marks == ["1", "2"]
    codes = [each.text for each in body(data).iter(f"{W}instrText")]
    assert " NOTEREF footnote_1 \\f \\h " in codes


def test_footnotes_that_are_numbered_otherwise_bear_their_numbers_as_words() -> None:
    marked = Prose((Run("One", footnote=0), Run("", footnote=2), Run(" two"), Run("", footnote=1)))
    data = written(paper_of(marked, notes=(Footnote(1, words("First.")), Footnote(2, words("Second.")))))
    references = list(body(data).iter(f"{W}footnoteReference"))
    assert [each.get(f"{W}customMarkFollows") for each in references] == ["1", "1"]
    assert paragraphs(data)[1].text == "One2 two1"


def test_a_footnote_that_nothing_marks_is_printed_all_the_same() -> None:
    data = written(paper_of(prose("Words."), notes=(Footnote(1, words("Lost?")),)))
    assert ("FootnoteText", "1 Lost?") in [(one.style, one.text) for one in paragraphs(data)]


def test_a_link_in_a_footnote_is_a_relationship_of_the_footnotes() -> None:
    relations = parts(written(sample_paper()))["word/_rels/footnotes.xml.rels"].decode()
    assert 'Target="https://www.example.org/sec" TargetMode="External"' in relations


def test_only_safe_addresses_become_links() -> None:
    data = written(paper_of(Prose((Run("here", link="javascript:alert(1)"), Run("there", link="#nowhere")))))
    assert not list(body(data).iter(f"{W}hyperlink"))
    assert paragraphs(data)[1].text == "herethere"


def test_a_placeholder_stands_out() -> None:
    styles = [each.get(f"{W}val") for each in body(written(sample_paper())).iter(f"{W}rStyle")]
    assert "Unknown" in styles


def test_a_question_is_a_box_with_its_label_at_the_left() -> None:
    rows = [block for block in reading(written(sample_paper()), "new") if isinstance(block, Row)]
    labels = [row.cells[0].text for row in rows if row.cells[0].style == "BoxLabel" and len(row.cells) == 2]
    assert labels == ["U1.2 Q1", "U1.2 Q2"]


def _set_in(data: bytes, text: str) -> int | None:
    """How far a paragraph is set in beyond its style."""
    (found,) = [one for one in body(data).iter(f"{W}p") if "".join(one.itertext()) == text]
    indent = found.find(f"{W}pPr/{W}ind")
    return None if indent is None else int(indent.get(f"{W}left", "0"))


def test_a_list_stands_under_the_words_of_a_numbered_paragraph() -> None:
    inner = PaperList((ListItem("", (prose("Deeper."),)),))
    bullets = PaperList((ListItem("", (prose("A point."), inner)),))
    numbered = Prose(words("In short:"), number="1.3")
    assert _set_in(written(paper_of(prose("In short:"), bullets)), "A point.") is None
    data = written(paper_of(numbered, bullets))
    first, second = _set_in(data, "A point."), _set_in(data, "Deeper.")
    assert first is not None and second is not None
    assert 0 < second - first < first


def _kept(data: bytes) -> list[bool]:
    """Of each row of the table that is captioned, whether it is held to what follows."""
    rows = [row for table in body(data).iter(f"{W}tbl") for row in table.iter(f"{W}tr")]
    return [row.find(f".//{W}keepNext") is not None for row in rows]


def test_the_rows_of_a_short_table_are_held_together_and_those_of_a_long_one_are_not() -> None:
    header = (words("Question"), words("Number"))
    row = (words("Q1"), words("7"))
    short = PaperTable(1, "Sizes", "sizes", header, (row, row))
    assert _kept(written(replace(paper_of(short), facts=()))) == [True, True, False]
    long = PaperTable(1, "Sizes", "sizes", header, (row,) * 9)
    assert not any(_kept(written(replace(paper_of(long), facts=()))))


def test_the_longest_word_of_a_heading_has_room_in_bold() -> None:
    header = (words("Type of organisation"), words("Respondents"), words("Number"))
    row = (words("Energy supplier"), words("A name and another, " * 6), words("7"))
    data = written(replace(paper_of(PaperTable(1, "Who", "who", header, (row,))), facts=()))
    widths = [int(one.get(f"{W}w", "0")) for one in body(data).iter(f"{W}gridCol")]
    assert widths[2] >= (len("Number") + 1) * 108 + 200


def test_an_author_with_a_long_name_leaves_the_running_header_to_the_title() -> None:
    long = "The Secretary of State for Business, Energy and Industrial Strategy"
    title = "Government response to the consultation on the SMETS1 service"
    for author, shown in (("Smart DCC Ltd", True), (long, False)):
        data = written(replace(paper_of(prose("Words.")), title=title, author=author))
        headers = [part for name, part in parts(data).items() if name.startswith("word/header")]
        assert any(title.encode() in part for part in headers)
        assert any(author.encode() in part for part in headers) is shown


def test_a_chart_is_bars_of_shaded_cells_as_wide_as_their_counts() -> None:
    bars = (ChartBar("Q1", (3, 1, 0)), ChartBar("Q2", (0, 2, 1)), ChartBar("Q3", (0, 0, 0)))
    chart = Chart("Views", "views", "Question", ("Support", "No view", "Object"), bars, tabled=True)
    data = written(replace(paper_of(chart), facts=()))
    first, legend = body(data).iter(f"{W}tbl")
    told = [
        [("".join(cell.itertext()), int(_of(cell, "gridSpan", "1"))) for cell in row.iter(f"{W}tc")]
        for row in first.iter(f"{W}tr")
    ]
    assert told == [
        [("Q1", 1), ("3", 3), ("1", 1)], [("Q2", 1), ("2", 2), ("1", 1), ("", 1)], [("Q3", 1), ("", 4)],
    ]  # fmt: skip
    assert _of(first, "tblCaption", "").startswith("Q1: Support 3, No view 1. Q2: No view 2, Object 1.")
    assert "".join(legend.itertext()) == "SupportNo viewObject"
    shown = [shade.get(f"{W}fill") for shade in legend.iter(f"{W}shd")]
    assert len(set(shown)) == 3


def test_a_chart_of_many_responses_keeps_to_the_columns_that_word_allows() -> None:
    chart = Chart("Views", "views", "Question", ("Support", "Object"), (ChartBar("Q1", (900, 100)),))
    data = written(replace(paper_of(chart), facts=()))
    first, _, counts = body(data).iter(f"{W}tbl")
    assert len(list(first.iter(f"{W}gridCol"))) == 61
    assert "".join(counts.itertext()) == "QuestionSupportObjectQ1900100"


def _of(element: ET.Element, tag: str, otherwise: str) -> str:
    found = element.find(f".//{W}{tag}")
    return otherwise if found is None else found.get(f"{W}val", otherwise)


def test_a_page_break_is_a_property_of_what_follows() -> None:
    data = written(paper_of(PageBreak(), prose("On a new page.")))
    broken = [
        each for each in body(data).iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert ["".join(each.itertext()) for each in broken] == ["On a new page."]


def controls(data: bytes) -> dict[str, ET.Element]:
    found = {}
    for control in body(data).iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            found[tag.get(f"{W}val", "")] = control
    return found


def test_each_field_is_a_control_that_keeps_its_name_and_cannot_be_deleted() -> None:
    found = controls(written(response_form()))
    assert list(found) == ["q1.stance", "q1.comments", "q1.confidential", "q1.date"]
    for control in found.values():
        assert control.find(f"{W}sdtPr/{W}lock").get(f"{W}val") == "sdtLocked"  # type: ignore[union-attr]
        assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val", "").startswith("U1.2 Q1: ")  # type: ignore[union-attr]


def test_a_choice_offers_its_options_after_an_empty_one() -> None:
    choice = controls(written(response_form()))["q1.stance"]
    options = [(each.get(f"{W}displayText"), each.get(f"{W}value")) for each in choice.iter(f"{W}listItem")]
    assert options == [
        ("Choose one", ""),
        ("Agree", "Agree"),
        ("Disagree", "Disagree"),
        ("No view", "No view"),
    ]


def test_comments_take_several_lines_and_confidentiality_is_a_box_to_tick() -> None:
    found = controls(written(response_form()))
    assert found["q1.comments"].find(f"{W}sdtPr/{W}text").get(f"{W}multiLine") == "1"  # type: ignore[union-attr]
    box = found["q1.confidential"].find(f"{W}sdtPr/{W14}checkbox")
    assert box is not None and box.find(f"{W14}checked").get(f"{W14}val") == "0"  # type: ignore[union-attr]
    assert "".join(found["q1.confidential"].itertext()) == "☐"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert written(sample_paper()) == written(sample_paper())
