"""What a change-marked page says of its changes: counts, stages, origins, consequences, columns."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.docx.marked_views import marked_views
from tests.html.page_text import read_page
from tests.marked_extras import extras
from tests.sample_view import marked_sample, sample
from toolkit.render.change_tally import Counted, change_tally
from toolkit.render.html import html
from toolkit.render.templates import Templates
from toolkit.render.view import View

TEMPLATES = Templates.of()


@pytest.fixture(scope="module")
def page() -> str:
    return html(extras(), TEMPLATES).decode()


def heard(html_text: str) -> str:
    return " ".join(re.sub(r"<(script|style)>.*?</\1>|<[^>]+>", " ", html_text, flags=re.DOTALL).split())


def test_changes_are_counted_by_kind_by_declared_change_and_by_stage() -> None:
    tally = change_tally(extras())
    assert tally.kinds[:2] == (Counted("amended", 3), Counted("inserted", 2))
    assert tally.declared == (
        Counted("Uplift 1.2, change 1: MPRN leading zeros", 3),
        Counted("Uplift 1.2, change 10: Shorter notice", 5),
        Counted("not declared by itself", 2),
    )
    assert tally.stages[-1] == Counted("consulted on, not made", 1)
    assert (tally.total, tally.consequential, tally.follows) == (9, 2, True)


def test_a_copy_without_declared_changes_and_stages_counts_kinds_alone() -> None:
    tally = change_tally(marked_sample())
    assert tally.kinds and not tally.declared and not tally.stages and not tally.follows
    text = html(marked_sample(), TEMPLATES).decode()
    assert "Declared change" not in text and "By stage" not in text and 'name="follows"' not in text


def test_the_counts_and_the_list_stand_on_the_page_without_its_script(page: str) -> None:
    words = heard(page)
    assert "9 changes in all, of which 2 only follow from others." in words
    assert "By kind amended 3 inserted 2" in words
    assert "By stage consulted on 3 consulted on, altered since 1 made after consultation 5" in words
    assert "3 Clause 2.4 (was 2.3) renumbered (consequential) Second Uplift 1.2, change 1" in words
    assert "Consulted on as version 1.1" in words
    assert "Consulted on, and not made No. Where" in words and "– Clause 2.9 inserted Second" in words


def test_a_clause_that_was_split_off_says_from_where(page: str) -> None:
    assert "2.3 (split from Clause 2.2) [inserted]" in heard(page).replace("( ", "(").replace(" )", ")")


def test_a_clause_that_is_only_renumbered_gives_both_labels(page: str) -> None:
    assert re.search(r'<ins class="follows">2.4</ins> </a>\s*<span class="note">.*?<del>2.3</del>', page)


def test_what_only_follows_from_another_change_is_told_apart(page: str) -> None:
    assert page.count('<del class="follows">') == 2  # the key, and the citation
    assert 'class="clause i1 changed amended follows"' in page


def test_a_column_put_in_and_one_taken_out_stand_between_those_that_stayed(page: str) -> None:
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page[page.index('id="periods"') :], re.DOTALL)
    cells = [heard(row) for row in rows]
    assert "What [inserted] How [end of insertion] [omitted] Who [end of omission] Days" in cells[0]
    assert cells[1] == "Row 1 1"
    assert "[inserted] e-mail [end of insertion] [omitted] DCC [end of omission] [omitted] 15" in cells[5]
    assert "[inserted] letter [end of insertion] [inserted] 3" in cells[6]
    assert "[omitted] Panel [end of omission] [omitted] 9" in cells[7]
    assert {row.count("<td") + row.count("<th") for row in rows} == {4}


def test_only_a_marked_page_has_the_script_of_changes() -> None:
    clean = html(sample(), TEMPLATES).decode()
    assert "stepper" not in clean and "beforematch" not in clean
    assert len(clean) < len(html(marked_sample(), TEMPLATES)) - 10_000


def test_a_copy_in_which_nothing_changed_says_so() -> None:
    text = html(replace(sample(), against="6.0"), TEMPLATES).decode()
    assert "Nothing has changed." in heard(text) and "<fieldset" not in text
    assert read_page(text.encode()).words


@settings(max_examples=60, deadline=None)
@given(marked_views())
def test_on_any_copy_ids_are_unique_and_links_lead_somewhere(view: View) -> None:
    page = read_page(html(view, TEMPLATES))
    assert len(page.ids) == len(set(page.ids))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= {
        *page.ids,
        *(f"_k{shown.marked.number}" for shown in view.passages),  # the list is made elsewhere
    }
