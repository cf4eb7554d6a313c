"""The page of obligations: whole without its script, each line with its clause, its words and its doubts."""

from __future__ import annotations

import re

from tests.html.obligation_sample import obligation_sample
from tests.html.page_text import read_page

PAGE = obligation_sample()


def test_each_line_leads_to_its_clause_and_bears_an_id_of_its_own() -> None:
    text = PAGE.decode()
    ids = re.findall(r'<tr role="row" id="([^"]+)"', text)
    assert ids[:3] == ["DEMO-1_notice", "DEMO-1_notice_2", "DEMO-1_manner"]
    assert len(ids) == len(set(ids)) == 8
    hrefs = read_page(PAGE, "main").hrefs
    assert "./DEMO-1-clean.html#list-keep" in hrefs
    assert hrefs.count("./DEMO-1-clean.html#manner") == 2 + 2  # two readings, and cited in two


def test_odd_characters_are_words() -> None:
    text = PAGE.decode()
    assert "<b>bold" not in text and "&lt;b&gt;bold" in text


def test_actors_are_counted_with_their_full_names() -> None:
    words = read_page(PAGE, "main").words
    assert "DCC (Data Communications Company) 2 – –" in words
    assert "nobody named 1 – –" in words


def test_a_state_is_that_of_the_clause_or_of_what_it_stands_in() -> None:
    text = PAGE.decode()
    assert text.count('data-state="missing"') == 2 and text.count('data-state="passing"') == 2
    assert "data-state" not in obligation_sample(traced=False).decode()


def test_every_doubt_is_told_in_words() -> None:
    words = read_page(PAGE, "main").words
    assert "To be looked at: the actor is a pronoun, “it”." in words
    assert "To be looked at: the passive names nobody who does it." in words


def test_the_page_loads_nothing() -> None:
    text = PAGE.decode()
    assert not re.search(r'(?:src|url\()\s*=?\s*["\']?(?:https?:)?//', text)
    assert "default-src &#39;none&#39;" in text
