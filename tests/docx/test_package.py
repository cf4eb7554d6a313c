"""The file around the text: styles, settings, properties, pages, and bytes that do not change."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.docx.agreement import MOMENT, REFERENCE, TRACKING, written
from tests.docx.build import clause, heading, inserted, same, text, view, words
from tests.docx.cases import CASES
from tests.docx.faults import faults
from tests.docx.oracle import Para, W, body, headers, parts, reading, without_sheet
from tests.sample_view import marked_sample, sample
from toolkit.render.docx import Author, ReferenceFileError, Tracking, docx
from toolkit.render.docx.reference import reference_parts
from toolkit.render.docx.style_sheet import STYLES
from toolkit.render.view import Outside

TEMPLATE = Path(__file__).parents[2] / "templates" / "reference.docx"
SMALL = (same(heading("h", "1", "Notice")), same(clause("a", "1.1", "Words.")))


def part(data: bytes, name: str) -> str:
    return parts(data)[name].decode()


def test_the_reference_document_is_what_its_module_makes() -> None:
    # Compared part by part: another version of zlib may pack the same parts into other bytes.
    assert parts(TEMPLATE.read_bytes()) == dict(reference_parts())


def test_the_reference_document_holds_nothing_stale() -> None:
    names = set(parts(REFERENCE))
    assert not [name for name in names if re.search("stylesWithEffects|customXml|thumbnail", name)]


def test_only_a_marked_copy_tracks_further_changes() -> None:
    assert "<w:trackRevisions/>" in part(written(marked_sample()), "word/settings.xml")
    assert "trackRevisions" not in part(written(sample()), "word/settings.xml")


def test_settings_stand_in_the_order_of_the_format() -> None:
    settings = ET.fromstring(part(written(marked_sample()), "word/settings.xml"))
    names = [child.tag.removeprefix(W) for child in settings]
    assert names[:3] == ["zoom", "trackRevisions", "defaultTabStop"]


def test_properties_are_the_arguments() -> None:
    core = part(written(sample()), "docProps/core.xml")
    for expected in ("<dc:creator>The DCC<", ">2020-08-06T09:30:00Z<", "<dc:language>en-GB<", sample().title):
        assert expected in core
    assert len(set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core))) == 1


def test_every_change_bears_author_and_date() -> None:
    found = [each for each in body(written(marked_sample())).iter() if f"{W}author" in each.attrib]
    assert len(found) > 50
    assert {each.get(f"{W}author") for each in found} == {"The DCC"}
    assert {each.get(f"{W}date") for each in found} == {"2020-08-06T09:30:00Z"}


def test_a_date_with_a_zone_is_written_in_universal_time() -> None:
    summer = MOMENT.astimezone(timezone(timedelta(hours=1)))
    shown = marked_sample()
    assert written(shown, Tracking(Author("The DCC", summer))) == written(shown)
    naive = datetime(2020, 8, 6, 9, 30)
    assert written(shown, Tracking(Author("The DCC", naive))) == written(shown)


def test_entries_of_the_archive_have_a_fixed_date_and_order() -> None:
    with ZipFile(BytesIO(written(sample()))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert entries[0].filename == "[Content_Types].xml"


def test_the_language_of_the_text_is_the_language_of_the_view() -> None:
    styles = part(written(view(SMALL, language="cy-GB")), "word/styles.xml")
    assert 'w:lang w:val="cy-GB"' in styles


@pytest.mark.parametrize(
    "char", ["\x00", "\x08", "\x1f", "\ufffe", "\uffff", "\ud800", "\r", "]]>", "<&\"'>"]
)
def test_no_character_breaks_the_file(char: str) -> None:
    bad = f"a{char}b"
    listed = (
        same(heading(f"h{char}", "1", bad)),
        inserted(clause("a", "1.1", text(bad, (0, 2, "em")))),
        same(words("a", bad)),
    )
    shown = view(listed, [Outside(bad, bad, bad)], title=bad, notice=bad, version=bad, status=bad)
    data = written(shown, Tracking(Author(bad, MOMENT)))
    for name, content in parts(data).items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    assert faults(data) == []


def test_a_very_long_title_and_id_fit() -> None:
    shown = view([same(clause("long-" * 30, "1.1", "Words."))], title="T" * 400)
    assert faults(written(shown)) == []


def test_the_front_says_which_text_this_is() -> None:
    said = {}
    for side in ("old", "new"):
        blocks = without_sheet(reading(written(marked_sample()), side))
        said[side] = [(block.style, block.text) for block in blocks if isinstance(block, Para)][:7]
    assert said["new"][:3] == [
        ("Imprint", "SEC Appendix AL"),
        ("Title", "Transition and Migration Approach Document (TMAD)"),
        ("Subtitle", "Version 6.1U"),
    ]
    assert said["old"][2] == ("Subtitle", "Version 6.0")
    assert ("Particulars", "Designated version") in said["old"]
    assert said["new"][-1][0] == "Notice"


def test_headers_and_the_last_line_name_the_version_of_their_side() -> None:
    data = written(marked_sample())
    for side, version in (("old", "6.0"), ("new", "6.1U")):
        assert set(headers(data, side)) == {f"Transition and Migration Approach Document\tTMAD {version}"}
        last = reading(data, side)[-1]
        assert isinstance(last, Para) and last.text == f"End of TMAD {version}"


def test_the_contents_hold_every_heading_before_anything_is_updated() -> None:
    blocks = reading(written(marked_sample()), "new")
    listed = [(block.style, block.text) for block in blocks if getattr(block, "style", "").startswith("TOC")]  # type: ignore[union-attr]
    assert ("TOC1", "3\tProvision of information") in listed
    assert ("TOC2", "Leading zeros") in listed
    assert ("TOC2", "16.1\tScope of testing") in listed
    instructions = [each.text for each in body(written(marked_sample())).iter(f"{W}instrText")]
    assert instructions[0] == ' TOC \\o "1-3" \\h \\z \\u '


def test_a_text_without_headings_has_no_contents() -> None:
    assert "TOC" not in part(written(view([same(clause("a", "1.1", "Words."))])), "word/document.xml")


def test_pages_count_themselves_and_the_title_page_has_no_header() -> None:
    data = written(sample())
    footers = [content.decode() for name, content in parts(data).items() if name.startswith("word/footer")]
    assert len(footers) == 2  # upright and, for the matrix, sideways
    assert all(" PAGE " in each and " NUMPAGES " in each for each in footers)
    sections = list(body(data).iter(f"{W}sectPr"))
    assert [each.find(f"{W}titlePg") is not None for each in sections] == [True] + [False] * (
        len(sections) - 1
    )


def test_a_wide_matrix_stands_sideways_and_nothing_else_does() -> None:
    sections = list(body(written(sample())).iter(f"{W}sectPr"))
    turned = [each.find(f"{W}pgSz").get(f"{W}orient", "") for each in sections]  # type: ignore[union-attr]
    assert turned == ["", "", "landscape", ""]


def test_a_wide_table_that_goes_takes_its_page_along() -> None:
    sections = list(body(written(view(CASES["a wide table omitted at the end"]))).iter(f"{W}sectPr"))
    assert sections[-1].find(f"{W}pgSz").get(f"{W}orient") is None  # type: ignore[union-attr]


def test_header_rows_repeat_and_rows_do_not_break() -> None:
    tables = list(body(written(sample())).iter(f"{W}tbl"))
    for table in tables:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr"))


def test_terms_and_outside_provisions_are_links_without_decoration() -> None:
    links = [each for each in body(written(sample())).iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    assert {"def_dormant_meter", "sec_n6_4", "s1sr_18"} <= {each.get(f"{W}anchor") for each in links}
    styles = {each.get(f"{W}val") for link in links for each in link.iter(f"{W}rStyle")}
    assert styles <= {"DefinedTerm", "CodeWords"}


def test_the_outside_list_leads_into_the_file_beside_this_one() -> None:
    data = written(sample())
    assert 'Target="S1SR_4.4.docx" TargetMode="External"' in part(data, "word/_rels/document.xml.rels")


def test_a_reference_document_that_is_none_is_refused_in_words() -> None:
    with pytest.raises(ReferenceFileError, match=r"must be a \.docx file"):
        docx(sample(), TRACKING, b"not a file")


def test_a_reference_document_without_our_styles_is_refused_by_name() -> None:
    from toolkit.render.docx.archive import zipped

    poor = dict(reference_parts())
    poor["word/styles.xml"] = poor["word/styles.xml"].replace(b'w:styleId="Clause2"', b'w:styleId="Other"')
    with pytest.raises(ReferenceFileError, match="no style Clause 2; start from"):
        docx(sample(), TRACKING, zipped(poor))
    poor["word/styles.xml"] = poor["word/styles.xml"].replace(b"w:styleId=", b"w:other=")
    with pytest.raises(ReferenceFileError, match=r"no style \w+, \w+, \w+ and [0-9]+ more; start from"):
        docx(sample(), TRACKING, zipped(poor))


@pytest.mark.parametrize("name", ["word/document.xml", "docProps/core.xml"])
@pytest.mark.parametrize("content", [b"<other/>", b"", b"<half"])
def test_a_reference_document_with_a_part_of_something_else_is_refused(name: str, content: bytes) -> None:
    from toolkit.render.docx.archive import zipped

    with pytest.raises(ReferenceFileError, match=r"must be a \.docx file"):
        docx(sample(), TRACKING, zipped({**reference_parts(), name: content}))


def test_every_style_is_based_on_one_that_is_there() -> None:
    names = {style.id for style in STYLES} | {"Normal", ""}
    assert {style.based for style in STYLES} <= names
    assert {style.follows for style in STYLES} <= names
