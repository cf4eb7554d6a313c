"""What every part's tests share: expected files, rewritten by `pytest --update`, reviewed by `git diff`."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# how long an example takes says something of the machine, nothing of the law that is tested
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")

Expect = Callable[[Path, str], None]
"""Holds what was computed against the file that says what it should be."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the expected files with what was computed; never in CI"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update") and os.environ.get("CI", "").lower() in ("true", "1"):
        raise pytest.UsageError("--update rewrites what the tests expect: not where CI=true.")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Expect:
    """expect(file, text) fails where the file says otherwise; with --update it writes the file."""
    update = request.config.getoption("--update")

    def compare(file: Path, actual: str) -> None:
        if update:
            file.write_bytes(actual.encode("utf-8"))
            return
        assert file.is_file(), f"{file.name} is missing: run pytest --update, and review what it wrote"
        assert actual == file.read_bytes().decode("utf-8"), "run pytest --update, and review with git diff"

    return compare


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A running Chromium, one for the tests of a file."""
    from tests.browser import chromium

    with chromium() as running:
        yield running
