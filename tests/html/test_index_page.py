"""The index page of a pack."""

from __future__ import annotations

import pytest

from tests.html.page_text import read_page
from toolkit.render.index_page import (
    IndexEntry,
    IndexFile,
    IndexGroup,
    IndexPage,
    index_html,
    size_words,
)
from toolkit.render.templates import Templates

PAGE = IndexPage(
    "Uplift 1.2",
    "Consultation on changes to four SEC Subsidiary Documents",
    (("Issued by", "DCC"), ("Closes", "16:00 on Thursday 3 September 2020")),
    "Built from illustrative texts.",
    (
        IndexGroup(
            "Papers",
            (
                IndexEntry(
                    "Consultation paper",
                    "",
                    (
                        IndexFile("Consultation.html", 123_456),
                        IndexFile("Consultation.pdf", 654_321, "24 pages"),
                    ),
                ),
            ),
        ),
        IndexGroup("Data", (IndexEntry("Manifest", "Digests", (IndexFile("data/a b:c<.json", 812),)),)),
    ),
    "DCC",
)


def test_each_file_is_linked_with_its_format_and_size() -> None:
    page = read_page(index_html(PAGE, Templates.of()), "main")
    assert {"./Consultation.html", "./Consultation.pdf", "./data/a%20b%3Ac%3C.json"} <= set(page.hrefs)
    assert "PDF: Consultation paper (654 kB, 24 pages)" in page.words
    assert "JSON: Manifest (812 bytes)" in page.words
    assert page.headings == [1, 2, 2]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (12_340_000, "12.3 MB"),
    ],
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words


def test_same_index_same_bytes() -> None:
    assert index_html(PAGE, Templates.of()) == index_html(PAGE, Templates.of())
