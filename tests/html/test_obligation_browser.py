"""The page of obligations in a real browser: accessible, found by filters, sent by its address."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import open_page
from tests.html.obligation_sample import obligation_sample

pytestmark = pytest.mark.slow

PAGE = obligation_sample()
WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 390, "height": 800}


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Page:
    return open_page(browser, PAGE, tmp_path, viewport=WIDE)[0]


def shown(page: Page) -> list[str]:
    return page.evaluate(
        "[...document.querySelectorAll('tr.duty')].filter(r => r.offsetParent).map(r => r.id)"
    )


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_to_complain_of(browser: Browser, tmp_path: Path, viewport: object) -> None:
    page, asked = open_page(browser, PAGE, tmp_path, viewport=viewport, bypass_csp=True)
    assert asked == [page.url]
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()


def test_filters_show_what_fits_all_of_them(page: Page) -> None:
    assert len(shown(page)) == 8
    page.select_option("select[name=actor]", "DCC")
    assert shown(page) == ["DEMO-1_notice", "DEMO-1_pronoun"]
    page.check("input[name=uncertain]")
    assert shown(page) == ["DEMO-1_pronoun"]
    assert page.inner_text(".find output") == "1 of 8 shown"
    page.click("text=Show all")
    page.locator(".find output", has_text="8 of 8 shown").wait_for()
    page.fill("input[type=search]", "TELEPHONE notice")
    page.locator(".find output", has_text="2 of 8 shown").wait_for()


def test_what_is_chosen_stands_in_the_address(page: Page) -> None:
    page.select_option("select[name=unit]", "months")
    assert page.url.endswith("#unit=months")
    page.reload()
    assert shown(page) == ["DEMO-1_list-keep"]
    assert page.input_value("select[name=unit]") == "months"


def test_an_address_of_a_line_that_is_filtered_away_shows_it(page: Page) -> None:
    page.select_option("select[name=actor]", "DCC")
    page.evaluate("window.location.hash = 'DEMO-1_list-show'")
    page.locator("[id='DEMO-1_list-show']").wait_for(state="visible")


def test_without_its_script_it_is_the_whole_list(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, PAGE, tmp_path, viewport=WIDE, java_script_enabled=False)
    assert page.locator("tr.duty:visible").count() == 8
    assert not page.locator(".find").is_visible()


def test_no_page_is_wider_than_a_small_screen(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, PAGE, tmp_path, viewport={"width": 320, "height": 600})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_it_is_a_table_without_filters(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator(".find").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('tr.duty')).display") == "table-row"
