"""drafting render -f docx on the shipped documents: the marked copy holds both clean ones, whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.test_output_commands import drafting
from tests.docx.agreement import whole
from tests.docx.faults import faults
from tests.docx.oracle import W, body, parts

PAIRS = (("TMAD", "6.0", "6.1U"), ("S1SR", "4.3", "4.4"), ("DUIS", "3.0", "3.1U"), ("SRPD", "3.0", "3.1U"))


def word(folder: Path, *arguments: str) -> bytes:
    result = drafting("render", *arguments, "-f", "docx", "-o", str(folder))
    assert result.exit_code == 0, result.output
    return Path(result.output.strip()).read_bytes()


@pytest.mark.parametrize(("code", "old", "new"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_accepted_it_is_the_clean_new_copy_and_rejected_the_clean_old_one(
    code: str, old: str, new: str, tmp_path: Path
) -> None:
    marked = word(tmp_path, f"{code}@{new}", "--against", old, "--comments")
    assert faults(marked) == []
    assert whole(marked, "new") == whole(word(tmp_path, f"{code}@{new}"), "new")
    clean = whole(word(tmp_path, f"{code}@{old}"), "new")
    assert [*without_neighbours(whole(marked, "old"))] == [*without_neighbours(clean)]


def without_neighbours(said: list[object]) -> Iterator[object]:
    """Without the list of what other documents hold: words that stand lead, on both sides, to the versions
    that the new text is read with.
    """
    return (block for block in said if getattr(block, "style", "") != "Outside")


def test_comments_name_the_declared_changes_of_the_consultation(tmp_path: Path) -> None:
    marked = word(tmp_path, "TMAD@6.1U", "--against", "6.0", "--comments")
    said = parts(marked)["word/comments.xml"].decode()
    assert "Uplift 1.2, change 1: MPRN leading zeros" in said
    assert "No declared change covers it." not in said


def test_authors_and_dates_are_given_and_moves_can_be_left_out(tmp_path: Path) -> None:
    how = ("--author", "The Panel", "--date", "2020-09-01", "--moves", "no")
    marked = word(tmp_path, "SRPD@3.1U", "--against", "3.0", *how)
    tracked = [each for each in body(marked).iter() if each.get(f"{W}author")]
    assert {each.get(f"{W}author", "").removesuffix(" (consequential)") for each in tracked} == {"The Panel"}
    assert {each.get(f"{W}date") for each in tracked} == {"2020-09-01T00:00:00Z"}
    assert not [each for each in tracked if "move" in each.tag]


def test_no_more_than_two_authors(tmp_path: Path) -> None:
    three = [piece for name in "ABC" for piece in ("--author", name)]
    wrong = drafting("render", "SRPD@3.1U", "--against", "3.0", "-f", "docx", *three, "-o", str(tmp_path))
    assert wrong.exit_code == 2
    assert "given once, or twice" in wrong.output
