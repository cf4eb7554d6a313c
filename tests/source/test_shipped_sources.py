"""The laws of reading and writing on every shipped Markdown file, and an independent reader's view of it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.source.fragments import letters_and_digits
from tests.source.test_source_laws import check_laws
from toolkit.model.block import Gap
from toolkit.model.document import Document, Part, Register, Status, Version
from toolkit.model.index import walk
from toolkit.model.numbering import MAIN_BODY, SUBSIDIARY, Scheme
from toolkit.model.passage import Kind, Passage, passages
from toolkit.source.markdown import read_part
from toolkit.source.write import write_part

ROOT = Path(__file__).parents[2]
FILES = sorted(one for one in (ROOT / "documents").rglob("*.md") if one.parent.name != "examples")

_ID = re.compile(r" ?\{#[a-z0-9-]+\}")
_TAG = re.compile(r"<[^>]*>")


def scheme_of(path: Path) -> Scheme:
    """The numbering scheme of the document that a file belongs to."""
    register = (path.parents[1] / "document.yaml").read_text("utf-8")
    return MAIN_BODY if "numbering: main-body\n" in register else SUBSIDIARY


def part_of(path: Path) -> Part:
    reading = read_part(path.read_bytes(), path.relative_to(ROOT).as_posix(), scheme_of(path))
    assert not reading.diagnostics
    return reading.part


def test_there_are_documents() -> None:
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "documents").as_posix())
def test_a_shipped_file_keeps_the_laws(path: Path) -> None:
    source = path.read_text("utf-8")
    check_laws(source, scheme_of(path))
    assert write_part(part_of(path)) == source, "run drafting fmt"
    assert peer_words(source) == own_words(part_of(path))


def own_words(part: Part) -> str:
    """The letters and digits of the printed passages, drafting notes and code included, comments not."""
    document = Document(Register("X", "X"), Version("1", Status.DRAFT), (part,))
    kept = (one for one in passages(document) if one.kind is not Kind.COMMENT)
    return letters_and_digits(" ".join(map(printed, kept)))


def printed(passage: Passage) -> str:
    texts = [text.plain for text in passage.texts]
    if passage.kind is Kind.TERM:
        texts.insert(1, passage.detail)
    label = passage.label.own if passage.kind in (Kind.CLAUSE, Kind.HEADING) else ""
    detail = passage.detail if passage.kind in (Kind.GAP, Kind.CAPTION, Kind.CODE, Kind.NOTE) else ""
    return " ".join([label, detail, *texts]).replace("&", "&amp;").replace("\\", "\\\\")


def peer_words(source: str) -> str:
    """The letters and digits that a plain CommonMark reader prints, without ids."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin

    html = MarkdownIt("commonmark").enable("table").use(deflist_plugin).render(source)
    html = re.sub(r'<code class="language-([a-z]+)">', r"\1 ", html)
    return re.sub(r"[\W_]+", "", unescape(_ID.sub("", _TAG.sub(" ", html))))


def test_every_gap_covers_what_it_says() -> None:
    gaps = [block for path in FILES for block, _ in walk(part_of(path).blocks) if isinstance(block, Gap)]
    assert gaps
    for gap in gaps:
        assert gap.covers(gap.first)
        assert gap.covers(gap.last)
