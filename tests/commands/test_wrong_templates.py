"""Templates of a root that are wrong or out of date: each command says so in a sentence."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toolkit.cli import group

ROOT = Path(__file__).parents[2]
PACK, UPLIFT = "2018-11-smets1-service", "2020-08-uplift-1.2"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project's documents and consultations with templates of their own, none yet."""
    for name in ("documents", "consultations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "templates").mkdir()
    return tmp_path


def drafting(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["--root", str(root), *arguments], prog_name="drafting")


def outdated() -> bytes:
    """A Word file as it was before there were styles of ours."""
    import docx

    data = io.BytesIO()
    docx.Document().save(data)
    return data.getvalue()


REFERENCES = {
    "outdated": (outdated(), "has no style Imprint, Particulars, Notice and "),
    "none": (b"not a Word file", "cannot be opened; it must be a .docx file"),
}
COMMANDS = {
    "pack": (("pack", PACK, "-j", "1"), 1),
    "render": (("render", "IEDP", "-f", "docx"), 1),
    "response template": (("response", "template", UPLIFT), 2),
}


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_word_reference_document_that_cannot_be_used(root: Path, command: str, reference: str) -> None:
    data, words = REFERENCES[reference]
    (root / "templates" / "reference.docx").write_bytes(data)
    arguments, status = COMMANDS[command]
    result = drafting(root, *arguments, "-o", str(root / "out"))
    assert result.exit_code == status, result.output
    assert isinstance(result.exception, SystemExit)
    assert f"the Word reference document {words}" in result.output
    assert not list((root / "out").glob("*.docx"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("pack", PACK, "-j", "1"),
        ("render", "TMAD@4.1", "-f", "html"),
        ("diff", "TMAD@4.0", "TMAD@4.1", "--format", "html"),
        ("response", "table", "2020-04-device-security-testing", "-f", "html"),
    ],
)
@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("frame.html.j2", b"{% if %}", "frame.html.j2:1: Expected an expression"),
        ("page.css", b"\xff", "page.css: is not UTF-8 text; save it as UTF-8"),
    ],
)
def test_a_template_that_is_wrong(
    root: Path, arguments: tuple[str, ...], name: str, data: bytes, words: str
) -> None:
    (root / "templates" / name).write_bytes(data)
    result = drafting(root, *arguments, *(() if arguments[0] == "diff" else ("-o", str(root / "out"))))
    assert result.exit_code in (1, 2), result.output
    assert isinstance(result.exception, SystemExit)
    assert words in result.output
