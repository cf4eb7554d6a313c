"""The margin of a clean page: switched on by the reader, told in words, and no part of the law."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import open_page
from tests.html.page_text import read_page
from tests.sample_view import sample
from toolkit.render.html import html
from toolkit.render.margin import Margin, margin
from toolkit.render.templates import Templates
from toolkit.trace.verdict import ClauseVerdict, State

TEMPLATES = Templates.of()
WIDE, NARROW, PHONE = ({"width": width, "height": 800} for width in (1440, 1100, 320))
HOSTILE = "test_x failed: <script>alert(1)</script>"
IDS = tuple(one.marked.passage.owner for one in sample().passages if one.marked.passage.starts)


def noted(page: str = "", reason: str = HOSTILE) -> Margin:
    """A margin for everything in the sample, in every state in turn."""
    states = tuple(State)
    verdicts = (
        ClauseVerdict("TMAD", "6.1U", name, "", "", "", "obligation", states[at % len(states)],
                      reason if at % 2 else "it lays no duty on anybody")
        for at, name in enumerate(IDS)
    )  # fmt: skip
    return margin(verdicts, "As at 6 August 2020, without results of tests", page)


def test_without_a_margin_there_is_no_switch_and_no_byte_of_it() -> None:
    page = html(sample(), TEMPLATES)
    assert b"margin-switch" not in page and b"carried" not in page


def test_the_law_is_the_same_with_a_margin_and_without() -> None:
    page = read_page(html(sample(), TEMPLATES, noted()))
    assert page.words == read_page(html(sample(), TEMPLATES)).words
    assert len(page.ids) == len(set(page.ids))
    inner = {href for href in page.hrefs if href.startswith("#")}
    assert {href[1:] for href in inner} <= set(page.ids)


def test_each_provision_has_its_note_which_leads_to_the_matrix() -> None:
    page = html(sample(), TEMPLATES, noted("../trace/TMAD.html"))
    assert page.count(b'class="aid carried') == len(IDS)
    assert f"../trace/TMAD.html#{IDS[0]}" in read_page(page).hrefs


def test_reasons_are_words_and_stand_once() -> None:
    page = html(sample(), TEMPLATES, noted())
    assert b"<script>alert" not in page
    assert page.count(b"test_x failed: &lt;script&gt;alert(1)&lt;/script&gt;") == 1
    assert page.count(b"It lays no duty on anybody") == 1


def test_an_address_that_would_run_is_not_led_to() -> None:
    assert "javascript" not in html(sample(), TEMPLATES, noted("javascript:alert(1)//")).decode()


def opened(browser: Browser, folder: Path, **context: object) -> tuple[Page, list[str]]:
    return open_page(browser, html(sample(), TEMPLATES, noted()), folder, **context)


@pytest.mark.slow
@pytest.mark.parametrize("scripted", [True, False], ids=["with-script", "without"])
def test_it_is_off_until_the_reader_switches_it_on(browser: Browser, tmp_path: Path, scripted: bool) -> None:
    page, _ = opened(browser, tmp_path, viewport=WIDE, java_script_enabled=scripted)
    assert page.locator(".carried:visible").count() == 0
    page.get_by_label("Show what carries each clause out").focus()
    page.keyboard.press("Space")
    assert page.locator(".carried:visible").count() == len(IDS)
    page.keyboard.press("Space")
    assert page.locator(".carried:visible").count() == 0


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [WIDE, NARROW, PHONE], ids=["wide", "narrow", "phone"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, tmp_path: Path, viewport: dict[str, int]
) -> None:
    page, asked = opened(browser, tmp_path, viewport=viewport, bypass_csp=True)
    page.check("[name=margin]")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert asked == [page.url]


@pytest.mark.slow
def test_the_reason_is_shown_on_focus_and_on_hover(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, viewport=WIDE)
    page.check("[name=margin]")
    tip = page.locator('[role="tooltip"].open')
    page.locator(f"#{IDS[1]} .carried").focus()
    assert tip.inner_text() == HOSTILE
    page.keyboard.press("Escape")
    assert tip.count() == 0
    page.locator(f"#{IDS[2]} .carried").hover()
    assert tip.inner_text() == "It lays no duty on anybody"


@pytest.mark.slow
def test_notes_stand_beside_the_text_and_not_on_it(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, viewport=WIDE)
    page.check("[name=margin]")
    ends = page.evaluate("""[...document.querySelectorAll('.law > p > .carried')].map((note) => [
        note.parentElement.getBoundingClientRect().right, note.getBoundingClientRect().left,
        note.parentElement.getBoundingClientRect().top, note.getBoundingClientRect().top])""")
    assert len(ends) > 5
    for right, left, top, note_top in ends:
        assert left > right and abs(top - note_top) < 20
