"""The views of a change-marked page in a real browser: side by side, only changes, filtered, printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import open_page
from tests.marked_extras import extras
from tests.sample_view import marked_sample
from toolkit.render.html import html
from toolkit.render.templates import Templates

pytestmark = pytest.mark.slow

TEMPLATES = Templates.of()
EXTRAS, SAMPLE = html(extras(), TEMPLATES), html(marked_sample(), TEMPLATES)
WIDE, PHONE = {"width": 1360, "height": 900}, {"width": 320, "height": 700}
SPLIT, ONLY, FOLLOWS = "[value=split]", "[name=only]", "[name=follows]"
ROWS = """() => [...document.querySelectorAll('.law > .before')].map((left) => [
    left.getBoundingClientRect().top, left.nextElementSibling.getBoundingClientRect().top,
    left.getBoundingClientRect().right, left.nextElementSibling.getBoundingClientRect().left])"""
SEEN = """() => [...document.querySelectorAll('.law > p.clause:not(.before)')]
    .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }) && !one.hidden)
    .map((one) => one.querySelector('.label').textContent.trim())"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Page:
    return open_page(browser, EXTRAS, tmp_path, viewport=WIDE)[0]


def text(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).inner_text().split())


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("made", [EXTRAS, SAMPLE], ids=["extras", "sample"])
def test_axe_finds_nothing_to_complain_of_in_any_view(
    browser: Browser, tmp_path: Path, made: bytes, viewport: object
) -> None:
    page, asked = open_page(browser, made, tmp_path, viewport=viewport, bypass_csp=True)
    for box in (SPLIT, ONLY):
        page.check(box)
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert not found.response["violations"], found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    assert asked == [page.url]


def test_side_by_side_each_passage_stands_beside_its_former_self(page: Page) -> None:
    page.check(SPLIT)
    rows = page.evaluate(ROWS)
    assert len(rows) > 10
    for left_top, right_top, left_end, right_start in rows:
        assert abs(left_top - right_top) < 1 and left_end < right_start
    assert text(page, ".law > .before:has(+ #c2\\.7)").startswith(
        "2.7 [omitted] Fifteen [end of omission] days"
    )
    assert "Fifteen" not in text(page, "#c2\\.7") and "Five" in text(page, "#c2\\.7")


def test_side_by_side_the_old_text_bears_its_old_label_and_the_new_one_both(page: Page) -> None:
    page.check(SPLIT)
    assert text(page, ".law > .before:has(+ #old-rule)") == "2.3 The old rule stands."
    assert "2.4 (was 2.3) The old rule stands." in text(page, "#old-rule")


def test_side_by_side_what_stands_on_one_side_only_leaves_the_other_empty(page: Page) -> None:
    page.check(SPLIT)
    centre = page.evaluate("innerWidth / 2")
    for selector, left in (("#c2\\.3", False), ("#c2\\.8", True)):
        box = page.locator(selector).bounding_box()
        assert box and (box["x"] < centre) is left
    assert page.locator(".law > .before:has(+ #c2\\.3)").count() == 0


def test_side_by_side_the_rows_of_a_table_stay_together_with_old_and_new_columns(page: Page) -> None:
    page.check(SPLIT)
    rows = page.locator("#periods tbody tr")
    assert [text(page, f"#periods tr.sides th:nth-child({n})") for n in (1, 2)] == [
        "Version 1.0",
        "Version 2.0",
    ]
    assert rows.nth(4).evaluate("(row) => row.cells.length") == 7
    shown = """(row) => [...row.cells].filter((cell) => !cell.matches('.went'))
        .map((cell) => cell.innerText.replace(/\\[[^\\]]*\\]|\\s+/g, ' ').trim())"""
    old_and_new = rows.nth(4).evaluate(shown)
    assert old_and_new[:3] == ["Notice", "DCC", "15"]
    assert [cell.replace("Change 6", "").strip() for cell in old_and_new[3:]] == ["Notice", "e-mail", "5"]


def test_going_back_to_inline_leaves_the_page_as_it_was(page: Page) -> None:
    before = page.inner_html(".law")
    for box in (SPLIT, ONLY, FOLLOWS):
        page.click(box)
    page.check("[value=inline]")
    page.uncheck(ONLY)
    page.check(FOLLOWS)
    kept = "(html) => html.replace(/ class=\"\"/g, '').replace(/<thead>\\s*/g, '<thead>')"
    assert page.evaluate(kept, page.inner_html(".law")) == page.evaluate(kept, before)


def test_no_id_stands_twice_while_side_by_side(page: Page) -> None:
    page.check(SPLIT)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_only_changes_shows_each_with_its_neighbours_and_what_it_stands_under(page: Page) -> None:
    page.check(ONLY)
    assert page.evaluate(SEEN) == [
        "1.3",
        "1.4",
        "1.5",
        "2.1",
        "2.2",
        "2.3",
        "2.4",
        "2.5",
        "2.6",
        "2.7",
        "2.8",
    ]
    assert page.locator("h2#h1").is_visible() and page.locator("h2#h2").is_visible()
    folds = page.locator(".law > .fold")
    assert [words.strip() for words in folds.all_inner_texts()] == ["2 unchanged passages: 1.1 to 1.2"]
    assert text(page, "#periods .fold") == "3 unchanged rows"


def test_a_fold_opens_and_closes_by_keyboard(page: Page) -> None:
    page.check(ONLY)
    fold = page.locator(".law > .fold").first
    fold.focus()
    page.keyboard.press("Enter")
    assert fold.get_attribute("aria-expanded") == "true" and "1.1" in page.evaluate(SEEN)
    page.keyboard.press("Space")
    assert fold.get_attribute("aria-expanded") == "false" and "1.1" not in page.evaluate(SEEN)


def test_side_by_side_a_fold_holds_both_sides(page: Page) -> None:
    page.check(SPLIT)
    page.check(ONLY)
    hidden = page.evaluate(
        "[...document.querySelectorAll('.law > [hidden]')].map((one) => one.matches('.before'))"
    )
    assert sorted(hidden) == [False, False, True, True]


def test_a_link_into_a_fold_opens_it(page: Page) -> None:
    page.check(ONLY)
    page.evaluate("location.hash = '#c1.1'")
    page.wait_for_function("!document.getElementById('c1.1').hidden")
    assert "1.1" in page.evaluate(SEEN)


def test_consequential_changes_can_be_left_out(page: Page) -> None:
    page.uncheck(FOLLOWS)
    assert text(page, "#c1\\.4") == "1.4 See Clause 2.4."
    assert text(page, "#old-rule") == "2.4 The old rule stands."
    assert (
        page.evaluate("getComputedStyle(document.querySelector('#c1\\\\.4 ins')).textDecorationLine")
        == "none"
    )
    assert text(page, ".filters output") == "7 of 9 shown"
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.change") == "2"


def test_the_list_is_filtered_and_steps_and_folds_keep_to_it(page: Page) -> None:
    page.select_option("[name=declared]", label="Uplift 1.2, change 1: MPRN leading zeros (3)")
    assert text(page, ".filters output") == "3 of 9 shown"
    assert page.locator(".list tbody tr[id]:visible").count() == 3
    steps = []
    for _ in range(3):
        page.keyboard.press("n")
        steps.append(page.evaluate("document.activeElement.dataset.change"))
    assert steps == ["2", "3", "4"]
    page.select_option("[name=stage]", label="consulted on, altered since (1)")
    assert text(page, ".filters output") == "1 of 9 shown"
    page.check(ONLY)
    assert "1.4" not in page.evaluate(SEEN) and "2.7" in page.evaluate(SEEN)
    page.select_option("[name=stage]", value="")
    page.select_option("[name=declared]", label="not declared by itself (2)")
    assert text(page, ".filters output") == "2 of 9 shown"


def test_a_step_goes_on_from_where_it_was_when_the_view_changes(page: Page) -> None:
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.check(SPLIT)
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.change") == "3"


def test_on_paper_the_copy_is_inline_whatever_is_on_screen(page: Page) -> None:
    page.check(SPLIT)
    page.emulate_media(media="print")
    assert not page.locator(".views").is_visible() and not page.locator(".filters").is_visible()
    assert page.locator(".law .before:visible").count() == 0 and page.locator(".sides:visible").count() == 0
    words = text(page, "#c2\\.7")
    assert "Fifteen" in words and "Five" in words


def test_without_its_script_the_page_is_whole_and_inline(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(browser, EXTRAS, tmp_path, viewport=WIDE, java_script_enabled=False)
    assert not page.locator(".views").is_visible() and not page.locator(".filters").is_visible()
    words = text(page, "#c2\\.7")
    assert "Fifteen" in words and "Five" in words
    assert page.locator(".list tbody tr").count() == 10


def test_twice_as_large_the_page_still_fits(browser: Browser, tmp_path: Path) -> None:
    page, _ = open_page(
        browser, EXTRAS, tmp_path, viewport={"width": 640, "height": 450}, device_scale_factor=2
    )
    for box in (SPLIT, ONLY):
        page.check(box)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
