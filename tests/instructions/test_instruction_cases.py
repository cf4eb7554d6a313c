"""Pairs of texts with the instructions a reader is given: cases/NAME/old.md, new.md, instructions.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compare.reading import read
from tests.conftest import Expect
from toolkit.compare.compare import compare
from toolkit.compare.instructions.arrange import in_words
from toolkit.compare.instructions.carry_out import carry_out
from toolkit.compare.instructions.draw_up import draw_up
from toolkit.compare.instructions.plain import as_plain
from toolkit.model.passage import passages

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case: str, expect: Expect) -> None:
    old, new = read(CASES / case / "old.md"), read(CASES / case / "new.md")
    changes = compare(old, new)
    assert carry_out(draw_up(changes, old, new), old) == passages(new)
    expect(CASES / case / "instructions.txt", as_plain(in_words(changes, old, new)))
