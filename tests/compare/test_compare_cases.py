"""Pairs of texts with the changes that a reader is shown: cases/NAME/old.md, new.md and expected.txt."""

from __future__ import annotations

import pytest

from tests.compare.reading import CASES, read, shown
from toolkit.compare.apply import apply, take_back
from toolkit.compare.compare import compare
from toolkit.model.passage import passages


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case: str, request: pytest.FixtureRequest) -> None:
    old, new = read(CASES / case / "old.md"), read(CASES / case / "new.md")
    changes = compare(old, new)
    assert apply(changes, passages(old)) == passages(new)
    assert take_back(changes, passages(new)) == passages(old)
    expected = CASES / case / "expected.txt"
    if request.config.getoption("--update", default=False):
        expected.write_text(shown(old, new, changes), encoding="utf-8")
    assert shown(old, new, changes) == expected.read_text(encoding="utf-8")
