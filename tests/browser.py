"""Debian's Chromium for tests; where it is not installed they are skipped, but never in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium."""
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def open_page(browser: Browser, html: bytes, folder: Path, **context: object) -> tuple[Page, list[str]]:
    """The page, and the addresses that it asked for: itself only, where nothing leaves it."""
    file = folder / "page.html"
    file.write_bytes(html)
    page = browser.new_context(**context).new_page()  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    page.on("console", lambda message: asked.append(f"console: {message.text}"))
    page.goto(file.as_uri())
    return page, asked
