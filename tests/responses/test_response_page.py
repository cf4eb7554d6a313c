"""The page of responses in a real browser: nothing to complain of, nothing asked for, nothing cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import open_page
from playwright.sync_api import Browser
from test_confidential import outputs

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("for_government", [False, True], ids=["public", "for government"])
def test_axe_finds_nothing_to_complain_of(
    browser: Browser, tmp_path: Path, for_government: bool, width: int
) -> None:
    viewport = {"width": width, "height": 900}
    html = outputs(for_government)["paper.html"]
    page, asked = open_page(browser, html, tmp_path, viewport=viewport, bypass_csp=True)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()
    assert asked == [(tmp_path / "page.html").as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_policy_that_forbids_styles_in_the_drawing_changes_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    page, asked = open_page(browser, outputs()["paper.html"], tmp_path)
    assert len(asked) == 1
    box = page.locator("svg[role=img]").bounding_box()
    assert box is not None and box["width"] > 300 and box["height"] > 60
