from __future__ import annotations

from datetime import date, time

import pytest

from toolkit.consult.wording import annex_letter, date_words, day_words, listing, moment_words, number_words


def test_days() -> None:
    assert date_words(date(2020, 8, 6)) == "6 August 2020"
    assert day_words(date(2020, 9, 3)) == "Thursday 3 September 2020"
    assert moment_words(date(2020, 9, 3), time(16)) == "16:00 on Thursday 3 September 2020"
    assert moment_words(date(2020, 9, 3), time(9, 5)) == "09:05 on Thursday 3 September 2020"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no"), (1, "one"), (4, "four"), (12, "twelve"), (13, "13"), (1000, "1,000")]
)
def test_numbers(number: int, words: str) -> None:
    assert number_words(number) == words


def test_nothing_is_counted_below_nothing() -> None:
    with pytest.raises(ValueError, match="-1"):
        number_words(-1)


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(items: list[str], words: str) -> None:
    assert listing(items) == words


@pytest.mark.parametrize(("number", "letter"), [(1, "A"), (4, "D"), (26, "Z"), (27, "AA"), (28, "BB")])
def test_annex_letters(number: int, letter: str) -> None:
    assert annex_letter(number) == letter
