"""How near the reader comes to sentences that were read by eye; the figures can rise and must not fall."""

from __future__ import annotations

import pytest

from tests.obligation.labelled import FIELDS, cases, passage_of, scores

LEAST = {"sample": 0.99, "held-out": 0.94, "later": 0.88}
"""For every field, of what is found and of what is there; README.md says what each was used for."""


@pytest.mark.parametrize("name", LEAST)
def test_every_field_is_read_as_well_as_ever(name: str) -> None:
    found = scores(cases(name))
    told = {field: (round(one.precision, 3), round(one.recall, 3)) for field, one in found.items()}
    assert all(min(both) >= LEAST[name] for both in told.values()), told


def test_the_sentences_are_many_and_varied() -> None:
    some = cases("sample") + cases("held-out")
    assert len(some) >= 120
    assert len({case.version for case in some}) == 7
    for at, field in enumerate(FIELDS):
        assert len({one[at] for case in some for one in case.readings}) >= 3, field
    for case in some:
        passage_of(case)
