"""Laws that hold for every paper: Word opens it, and it says every word."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.docx.agreement import MOMENT, REFERENCE
from tests.docx.faults import faults
from tests.docx.oracle import W, parts
from tests.sample_paper import words
from toolkit.model.paper import (
    Alert,
    Control,
    Extract,
    Field,
    Footnote,
    Form,
    ListItem,
    PageBreak,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperList,
    PaperTable,
    Prose,
    QuestionBox,
    Run,
    Signature,
)
from toolkit.render.docx import paper_docx

REPLACED = {0: "\ufffd", 0xD800: "\ufffd"}
"""Characters that XML cannot hold."""

plain = st.text("ab:\n\x00\ud800“<&", max_size=8)
links = st.sampled_from(("", "#h1", "#h2", "other.html", "https://x.org/?a&b", "javascript:x"))
notes = st.sampled_from((0, 0, 0, 1, 2, 9))
runs = st.builds(Run, plain, st.booleans(), st.booleans(), st.booleans(), links, notes, st.booleans())
inline = st.lists(runs.filter(lambda run: not (run.footnote and run.text)), max_size=3).map(tuple)
prose = st.builds(Prose, inline, st.sampled_from(("", "1.2")))
fields = st.builds(
    Field, st.just("f.x"), plain, st.sampled_from(Control), st.just(("yes", "no")), plain, plain
)  # fmt: skip
forms = st.builds(Form, plain, st.lists(fields, min_size=1, max_size=2).map(tuple))
ids = st.sampled_from(("h1", "h2"))
headings = st.builds(PaperHeading, st.sampled_from(("", "1")), st.integers(1, 3), inline, ids)
signatures = st.builds(Signature, st.lists(inline, max_size=2).map(tuple))


@st.composite
def tables(draw: st.DrawFn) -> PaperTable:
    cells = st.tuples(*[inline] * draw(st.integers(1, 8)))
    header = draw(st.one_of(st.just(()), cells))
    rows = draw(st.lists(cells, max_size=2).map(tuple))
    return PaperTable(draw(st.integers(0, 2)), draw(plain), "t1", header, rows)


def nested(inner: st.SearchStrategy[PaperBlock]) -> st.SearchStrategy[PaperBlock]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    markers = st.sampled_from(("", "(a)", "18.22a"))
    items = st.lists(st.builds(ListItem, markers, blocks), max_size=3).map(tuple)
    return st.one_of(
        st.builds(PaperList, items),
        st.builds(QuestionBox, plain, st.just("q1"), blocks),
        st.builds(Alert, st.just("note"), plain, blocks),
        st.builds(Extract, plain, blocks),
    )


anything = st.recursive(
    st.one_of(prose, tables(), st.just(PageBreak()), signatures, headings, forms), nested, max_leaves=5
)


def everything(data: bytes, name: str) -> str:
    """All words of a part."""
    return "".join(each.text or "" for each in ET.fromstring(parts(data)[name]).iter(f"{W}t"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(anything, max_size=5).map(tuple), st.booleans())
def test_every_paper_is_a_file_that_word_opens_and_loses_no_word(
    blocks: tuple[PaperBlock, ...], contents: bool
) -> None:
    notes = (Footnote(1, words("First note.")), Footnote(2, words("Second note.")))
    paper = Paper("consultation", "Title", "", (), blocks, notes, contents=contents)
    data = paper_docx(paper, author="The DCC", date=MOMENT, reference=REFERENCE)
    assert faults(data) == []
    said = "".join(everything(data, name) for name in ("word/document.xml", "word/footnotes.xml"))
    for inline in paper.inlines():
        for run in inline:
            for piece in run.text.translate(REPLACED).split():
                assert piece in said
