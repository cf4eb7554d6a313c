"""The pages in a real browser: accessible by axe's rules, usable by keyboard, and silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import open_page
from tests.html.test_index_page import PAGE
from tests.html.test_paper_page import EVERYTHING
from tests.sample_paper import response_form, sample_paper
from tests.sample_view import marked_sample, sample
from toolkit.render.html import html
from toolkit.render.index_page import index_html
from toolkit.render.paper_page import paper_html
from toolkit.render.templates import Templates

pytestmark = pytest.mark.slow

TEMPLATES = Templates.of()
PAGES = {
    "clean": html(sample(), TEMPLATES),
    "marked": html(marked_sample(), TEMPLATES),
    "paper": paper_html(sample_paper(), TEMPLATES),
    "every-block": paper_html(EVERYTHING, TEMPLATES),
    "form": paper_html(response_form(), TEMPLATES),
    "index": index_html(PAGE, TEMPLATES),
}
WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 390, "height": 800}


@pytest.fixture
def marked(browser: Browser, tmp_path: Path) -> Page:
    return open_page(browser, PAGES["marked"], tmp_path, viewport=WIDE)[0]


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_to_complain_of(
    browser: Browser, tmp_path: Path, name: str, viewport: object
) -> None:
    page, _ = open_page(browser, PAGES[name], tmp_path, viewport=viewport, bypass_csp=True)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()


def test_axe_finds_nothing_to_complain_of_while_a_definition_is_shown(
    browser: Browser, tmp_path: Path
) -> None:
    page, _ = open_page(browser, PAGES["marked"], tmp_path, viewport=WIDE, bypass_csp=True)
    page.keyboard.press("n")
    page.locator('#dormant-notice a[href="#def-dormant-meter"]').first.focus()
    assert page.locator('[role="tooltip"].open').is_visible()
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_for_but_the_page_and_nothing_goes_wrong(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    page, asked = open_page(browser, PAGES[name], tmp_path, viewport=WIDE)
    page.wait_for_timeout(100)
    assert asked == [page.url]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_small_screen(browser: Browser, tmp_path: Path, name: str) -> None:
    page, _ = open_page(browser, PAGES[name], tmp_path, viewport={"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_term_reached_by_keyboard_shows_its_definition_until_escape(marked: Page) -> None:
    marked.evaluate("document.querySelector('#dormant-notice .label').focus()")
    marked.keyboard.press("Tab")  # DCC
    marked.keyboard.press("Tab")  # Dormant Meter
    assert marked.evaluate("document.activeElement.textContent") == "Dormant Meter"
    tip = marked.locator('[role="tooltip"].open')
    assert tip.inner_text() == "means a SMETS1 ESME or SMETS1 GSME that is not an Active Meter;"
    assert marked.evaluate("document.activeElement.getAttribute('aria-describedby')") == tip.get_attribute(
        "id"
    )
    marked.keyboard.press("Escape")
    assert tip.count() == 0
    assert marked.evaluate("document.activeElement.textContent") == "Dormant Meter"


def test_a_definition_stays_while_the_pointer_is_on_it_and_goes_after(marked: Page) -> None:
    marked.hover('#dormant-notice a[href="#def-dormant-meter"] >> nth=0')
    tip = marked.locator('[role="tooltip"].open')
    assert tip.is_visible()
    tip.hover()
    marked.wait_for_timeout(400)
    assert tip.is_visible()
    marked.mouse.move(5, 5)
    marked.wait_for_timeout(400)
    assert tip.count() == 0


def test_a_definition_stands_within_the_window(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, PAGES["marked"], tmp_path, viewport=NARROW)
    page.locator("#purpose a.cite").focus()
    box = page.locator('[role="tooltip"].open').bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390


def current(page: Page) -> str:
    return str(page.evaluate("(document.querySelector('.current') || {dataset: {}}).dataset.change"))


def test_n_and_p_lead_through_the_changes_and_round(marked: Page) -> None:
    marked.keyboard.press("n")
    assert current(marked) == "1"
    marked.keyboard.press("n")
    assert current(marked) == "2"
    assert marked.evaluate("document.activeElement.dataset.change") == "2"
    assert "2 of" in marked.locator(".stepper output").inner_text()
    marked.keyboard.press("p")
    marked.keyboard.press("p")
    assert current(marked) == str(len(marked_sample().changes))


def test_a_change_of_many_paragraphs_is_one_step(marked: Page) -> None:
    steps = []
    for _ in range(len(marked_sample().changes) + 1):  # a moved clause stands in two places
        marked.keyboard.press("n")
        steps.append(current(marked))
    assert len(set(steps)) == len(marked_sample().changes)
    marked.keyboard.press("n")
    assert current(marked) == steps[0]


def test_the_keys_can_be_turned_off_and_the_buttons_do_the_same(marked: Page) -> None:
    marked.locator(".stepper input").uncheck()
    marked.keyboard.press("n")
    assert current(marked) == "None"
    marked.get_by_role("button", name="Next change").click()
    assert current(marked) == "1"


def test_the_skip_link_comes_first_and_leads_to_the_text(marked: Page) -> None:
    marked.keyboard.press("Tab")
    assert marked.evaluate("document.activeElement.className") == "skip"
    marked.keyboard.press("Enter")
    assert marked.evaluate("document.activeElement.id") == "_main"


def test_what_has_the_focus_can_be_seen(marked: Page) -> None:
    for _ in range(12):
        marked.keyboard.press("Tab")
        seen = marked.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert seen == "solid", marked.evaluate("document.activeElement.outerHTML")


def test_contents_are_closed_on_a_small_screen_and_open_on_a_wide_one(
    browser: Browser, tmp_path: Path
) -> None:
    for viewport, is_open in ((NARROW, False), (WIDE, True)):
        page, _ = open_page(browser, PAGES["clean"], tmp_path, viewport=viewport)
        assert page.evaluate("document.querySelector('.contents details').open") is is_open


def test_the_page_works_without_its_script(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, PAGES["marked"], tmp_path, viewport=WIDE, java_script_enabled=False)
    page.click('.changes a[href="#_c11"]')
    assert page.url.endswith("#_c11")
    page.click('#dormant-notice a[href="#def-dormant-meter"] >> nth=0')
    assert page.url.endswith("#def-dormant-meter")
    assert not page.locator(".stepper").is_visible()
    assert page.locator(".contents li").first.is_visible()


def test_insertions_and_omissions_are_told_apart_without_colour(marked: Page) -> None:
    look = """(s) => {
        const style = getComputedStyle(document.querySelector(s));
        return [style.textDecorationLine, style.borderLeftStyle];
    }"""
    assert marked.evaluate(look, ".law ins") == ["underline", "solid"]
    assert marked.evaluate(look, ".law del") == ["line-through", "dotted"]


def test_on_paper_the_page_shows_only_the_document(marked: Page) -> None:
    marked.emulate_media(media="print")
    assert not marked.locator(".contents").is_visible() and not marked.locator(".stepper").is_visible()
    assert marked.locator("#dormant-notice").is_visible()
