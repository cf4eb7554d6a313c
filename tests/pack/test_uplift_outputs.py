"""What comes out of the writers for the papers of Uplift 1.2."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from overlay import NAME, TEMPLATES, library

from toolkit.pack.build import build
from toolkit.pack.consultation import plan_consultation
from toolkit.pack.plan import Plan, digest


def _plan(*starts: str) -> Plan:
    plan, found = plan_consultation(library({}), NAME, TEMPLATES)
    assert plan is not None, found
    return replace(plan, outputs=tuple(one for one in plan.outputs if one.file.startswith(starts)))


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pack") / NAME
    plan = _plan("U1_2", "attachment-1-", "attachment-2-", "attachment-5-")
    result = build(plan, out, workers=2)
    assert result.failures == ()
    return out


def _word(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return package.read("word/document.xml").decode()


def test_the_word_form_has_controls_to_fill_in(pack: Path) -> None:
    xml = _word(pack / "attachment-2-response-template.docx")
    tags = re.findall(r'<w:tag w:val="([^"]*)"', xml)
    assert len(tags) == len(set(tags))
    for number in range(1, 5):
        for field in ("stance", "comments", "confidential", "confidential-part"):
            assert f"u1-2-q{number}.{field}" in tags
    assert xml.count("<w:dropDownList") == 5  # four stances and the type of organisation
    assert len(re.findall(r"<w14:checkbox>", xml)) == 6


def test_the_page_the_pdf_and_the_word_file_tell_the_same(pack: Path) -> None:
    page = (pack / "U1_2_Consultation_issued.html").read_text(encoding="utf-8")
    word = re.sub(r"<[^>]+>", "", _word(pack / "U1_2_Consultation_issued.docx"))
    for fact in (
        "16:00 on Thursday 3 September 2020",
        "Table 1 – Summary of the proposed changes",
        "U1.2 Q4",
    ):
        assert fact in page
        assert fact in word
    assert (pack / "U1_2_Consultation_issued.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_index_leads_to_every_file(pack: Path) -> None:
    page = (pack / "index.html").read_text(encoding="utf-8")
    for output in json.loads((pack / "manifest.json").read_bytes())["outputs"]:
        assert output["file"] == "index.html" or f'"./{output["file"]}"' in page
        assert output["sha256"] == digest((pack / output["file"]).read_bytes())


def test_the_manifest_names_versions_and_no_clock(pack: Path) -> None:
    content = json.loads((pack / "manifest.json").read_bytes())
    assert [
        (one["document"], one["version"], one["against"], one["annex"]) for one in content["versions"]
    ] == [
        ("TMAD", "6.1U", "6.0", "Annex A"),
        ("S1SR", "4.4", "4.3", "Annex B"),
        ("DUIS", "3.1U", "3.1", "Annex C"),
        ("DUIS", "3.0U", "3.0", "Annex C"),
        ("SRPD", "3.1U", "3.0", "Annex D"),
    ]
    assert set(content) == {"schema", "pack", "title", "versions", "inputs", "outputs", "failures"}


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    build(_plan("U1_2", "attachment-1-", "attachment-2-", "attachment-5-"), tmp_path / "again")
    for path in pack.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def test_a_writer_that_fails_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    plan = _plan("attachment-1-draft-direction.html", "attachment-5-", "attachment-7-srpd-3.1U-marked.html")
    (csv,) = [one for one in plan.outputs if one.format == "CSV"]
    broken = replace(plan, outputs=(*plan.outputs, csv._replace(file="x.csv", make=dict)))  # type: ignore[arg-type]
    result = build(broken, tmp_path / "out", workers=2)
    assert [one.file for one in result.failures] == ["x.csv"]
    assert len(result.made) == 4
