"""Small documents and what is read from them; each file is a theme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.obligation.small import read, told

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_each_case_is_read_as_expected(file: Path, expect: Callable[[Path, str], None]) -> None:
    expect(file.with_suffix(".expected"), told(read(file.read_text(encoding="utf-8"))))
