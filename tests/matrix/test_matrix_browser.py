"""The pages of the matrix in a real browser: filtered, linked to, stepped through, heard, printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import open_page
from tests.matrix.sample_matrix import everything_matrix
from toolkit.render.matrix.index import matrix_index
from toolkit.render.matrix.page import matrix_page
from toolkit.render.templates import Templates

pytestmark = pytest.mark.slow

MATRIX = everything_matrix()
PAGES = {
    "document": matrix_page(MATRIX.pages[0], Templates.of()),
    "index": matrix_index(MATRIX, Templates.of()),
}
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 320, "height": 700}
SHOWN = (
    "() => [...document.querySelectorAll('.entry[data-state]:not([hidden])')].map((one) => one.dataset.of)"
)
HEADS = "() => [...document.querySelectorAll('.head:not([hidden])')].map((one) => one.textContent.trim())"
ALL = 12


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Page:
    return open_page(browser, PAGES["document"], tmp_path, viewport=WIDE)[0]


def said(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_to_complain_of_and_nothing_is_asked_for(
    browser: Browser, tmp_path: Path, name: str, viewport: object, scheme: str
) -> None:
    page, asked = open_page(
        browser, PAGES[name], tmp_path, viewport=viewport, bypass_csp=True, color_scheme=scheme
    )
    page.evaluate("""() => {
        for (const one of document.querySelectorAll('.piece')) one.open = true;
        for (const one of document.querySelectorAll('.look')) one.click();
    }""")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert asked == [page.url]


def test_provisions_are_filtered_by_state_kind_and_obligation(page: Page) -> None:
    assert len(page.evaluate(SHOWN)) == ALL
    page.select_option("[name=state]", value="failing")
    assert page.evaluate(SHOWN) == ["manner", "in-writing"]
    assert said(page, ".filters output") == f"2 of {ALL} shown"
    page.check("[name=obligations]")
    assert page.evaluate(SHOWN) == ["manner"]
    assert page.evaluate(HEADS) == ["1 Notices"]
    page.uncheck("[name=obligations]")
    page.select_option("[name=state]", value="")
    page.select_option("[name=kind]", value="table")
    assert page.evaluate(SHOWN) == ["periods"]


def test_anything_to_do_is_what_needs_proof_and_lacks_it(page: Page) -> None:
    page.select_option("[name=state]", value="open")
    assert page.evaluate(SHOWN) == ["manner", "in-writing", "reports", "tested", "records"]


def test_words_are_found_in_the_law_in_code_and_in_tests(page: Page) -> None:
    for words, found in (
        ("THANK everybody", ["thanks"]),
        ("test_writing", ["in-writing"]),
        ("whistle", ["withdrawn"]),
        ("responsible supplier", ["manner"]),  # the limb after one with a verdict of its own
        ("no such words", []),
    ):
        page.fill("[name=find]", words)
        assert page.evaluate(SHOWN) == found, words
    assert page.evaluate(HEADS) == []
    page.fill("[name=find]", "whistle")
    assert page.evaluate(HEADS) == ["Only in version 1"]
    page.fill("[name=find]", "")
    assert len(page.evaluate(SHOWN)) == ALL


def test_words_of_a_clause_after_its_limb_are_shown_with_it(page: Page) -> None:
    page.fill("[name=find]", "responsible supplier")
    assert "be sent to the Responsible Supplier" in said(page, ".rest:not([hidden])")
    page.fill("[name=find]", "thank")
    assert page.locator(".rest:visible").count() == 0


def test_what_is_asked_for_is_in_the_address_and_is_read_from_it(page: Page) -> None:
    page.select_option("[name=state]", value="failing")
    page.fill("[name=find]", "manner")
    assert page.evaluate("location.search") == "?state=failing&find=manner"
    page.goto(page.url.split("?")[0] + "?state=missing&kind=obligation")
    assert page.evaluate(SHOWN) == ["reports"]
    page.goto(page.url.split("?")[0] + "?state=nonsense")
    assert len(page.evaluate(SHOWN)) == ALL


@pytest.mark.parametrize("anchor", ["reports", "1.4"])
def test_a_link_to_a_provision_shows_it_also_where_it_was_filtered_out(page: Page, anchor: str) -> None:
    page.select_option("[name=state]", value="failing")
    page.evaluate(f"location.hash = '#{anchor}'")
    page.wait_for_function("!document.getElementById('reports').closest('.entry').hidden")
    box = page.locator("#reports").bounding_box()
    assert box and 0 <= box["y"] < 900


def test_n_and_p_lead_from_provision_to_provision_that_is_shown(page: Page) -> None:
    page.select_option("[name=state]", value="open")
    page.evaluate("document.activeElement.blur()")
    steps = []
    for key in "nnpnnn":
        page.keyboard.press(key)
        steps.append(page.evaluate("document.activeElement.dataset.of"))
    assert steps == ["manner", "in-writing", "manner", "in-writing", "reports", "tested"]
    assert said(page, ".stepper output") == "4 of 5: 1.6, unverified"
    page.locator("[name=find]").focus()
    page.keyboard.press("n")
    assert page.input_value("[name=find]") == "n"


def test_the_source_of_code_is_shown_beside_its_clause(page: Page) -> None:
    look, entry = page.locator(".entry[data-of=tested] .look"), page.locator(".entry[data-of=tested]")
    assert look.get_attribute("aria-expanded") == "false"
    look.focus()
    page.keyboard.press("Enter")
    assert look.get_attribute("aria-expanded") == "true"
    assert "def confirm():" in entry.inner_text() and "<script>alert(1)</script>" in entry.inner_text()
    page.keyboard.press("Enter")
    assert look.get_attribute("aria-expanded") == "false" and entry.locator(".source").count() == 0


def test_a_link_to_a_piece_of_code_opens_it(page: Page) -> None:
    page.evaluate("location.hash = '#_code2'")
    page.wait_for_function("document.getElementById('_code2').closest('details').open")
    assert page.locator("#_code2 .lines").is_visible()


def test_without_its_script_everything_is_shown(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, PAGES["document"], tmp_path, viewport=WIDE, java_script_enabled=False)
    assert not page.locator(".filters").is_visible() and not page.locator(".stepper").is_visible()
    assert page.locator(".entry[data-state]:visible").count() == ALL
    page.click(".entry[data-of=tested] .look")
    assert page.url.endswith("#_code3")


def test_on_paper_there_are_no_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible() and not page.locator(".stepper").is_visible()
    assert page.locator(".entry[data-state]:visible").count() == ALL
