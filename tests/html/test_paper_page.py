"""A paper as a page: every kind of block, footnotes that lead there and back, and nothing that runs."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.html.page_text import read_page
from tests.sample_paper import heading, prose, response_form, sample_paper, words
from toolkit.model.paper import (
    Alert,
    Extract,
    ListItem,
    Paper,
    PaperList,
    PaperTable,
    Prose,
    Run,
    plain,
)
from toolkit.render.paper_page import paper_html
from toolkit.render.templates import Templates

TEMPLATES = Templates.of()
BARE_TABLE = PaperTable(
    0, "", "facts", (), ((words("Name"), words("A N Other")), (words("Date"), words("1 May")))
)
EVERYTHING = replace(
    sample_paper(),
    blocks=(
        *sample_paper().blocks,
        heading("", "Unnumbered"),
        BARE_TABLE,
        Alert("warning", "", (prose("Without a title."),)),
        Extract("", (prose("Without a source."), PaperList((ListItem("(a)", ()),)))),
        PaperList((ListItem("1", (BARE_TABLE._replace(id="inner"),)),)),
        *response_form().blocks,
    ),
    facts=(),
    subtitle="",
    author="",
)


def text_of(paper: Paper) -> str:
    return paper_html(paper, TEMPLATES).decode()


def test_all_words_are_said_in_order() -> None:
    said = "".join(read_page(paper_html(sample_paper(), TEMPLATES), "main").words.split())
    at = 0
    for inline in sample_paper().inlines():
        for part in (run.text for run in inline):
            wanted = "".join(part.split())
            found = said.find(wanted, at)
            assert found >= 0, plain(inline)
            at = found


def test_ids_are_unique_links_lead_somewhere_and_headings_skip_no_level() -> None:
    for paper in (sample_paper(), EVERYTHING, response_form()):
        page = read_page(paper_html(paper, TEMPLATES), "paper")
        assert len(page.ids) == len(set(page.ids))
        assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
        assert page.headings[0] == 1
        assert all(b <= a + 1 for a, b in zip(page.headings, page.headings[1:], strict=False))


def test_a_footnote_that_is_marked_twice_leads_back_to_the_first_mark() -> None:
    text = text_of(sample_paper())
    assert text.count('href="#_fn1"') == 2 and text.count('id="_fr1"') == 1
    assert re.search(r'id="_fn1"><dt>1</dt><dd>Published at <a href="https://www.example.org/sec">', text)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd"]
)
def test_links_that_run_or_read_are_words(link: str) -> None:
    page = read_page(
        text_of(replace(sample_paper(), blocks=(Prose((Run("here", link=link),)),))).encode(), "paper"
    )
    assert page.words == "here" and not [href for href in page.hrefs if "evil" in href or "alert" in href]


def test_hostile_words_are_only_words() -> None:
    hostile = "</title><script>alert(1)</script>\" onload='x"
    paper = Paper(
        kind=hostile, title=hostile, subtitle=hostile, facts=(), blocks=(prose(hostile, hostile),),
        author=hostile, classification=hostile,
    )  # fmt: skip
    text = text_of(paper)
    assert text.count("<script") == 1 and "<title></title>" not in text
    assert "onload" not in read_page(text.encode()).attributes


def test_a_table_has_its_caption_and_headings() -> None:
    text = text_of(sample_paper())
    assert "<caption>Table 1 – Summary of the proposed changes</caption>" in text
    assert '<th class="right" scope="col">Change</th>' in text
    assert '<th class="left" scope="row">Name</th>' in text_of(EVERYTHING)


def test_a_paper_without_contents_has_no_side_column() -> None:
    assert "<nav" not in text_of(response_form()) and "<nav" in text_of(sample_paper())


def test_same_paper_same_bytes() -> None:
    assert text_of(sample_paper()) == text_of(sample_paper())
