"""What a text types by hand that follows from the data: wrong it stops the build, right it is told."""

from __future__ import annotations

import pytest
from overlay import NAME, ROOT, TEMPLATES, library

from toolkit.pack.consultation import plan_consultation
from toolkit.pack.stage_pack import plan_conclusions

SUMMARY = f"consultations/{NAME}/executive-summary.md"
APRIL = "2020-04-device-security-testing"


def typed(words: str) -> list[tuple[str, int, int, str]]:
    """What is said of words that stand on a line of their own, and whether the pack can be built."""
    text = (ROOT / SUMMARY).read_text(encoding="utf-8")
    plan, found = plan_consultation(library({SUMMARY: f"{text}\nSo far {words}.\n"}), NAME, TEMPLATES)
    assert (plan is None) == any(one.code == "P134" for one in found)
    lines = text.count("\n") + 2
    assert all((one.place.file, one.place.line) == (SUMMARY, lines) for one in found)
    return [
        (one.code, one.place.column, one.place.end_column - one.place.column, one.message) for one in found
    ]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("four changes", "the data have five"),
        ("6 questions", "the data have four"),
        ("Three documents", "the data have four"),
        ("nine attachments", "the data have seven"),
        ("Attachment 8", "there are seven"),
        ("4 September 2020", "the data know no such day"),
        ("Friday 3 September 2020", "the day is Thursday 3 September 2020"),
        ("31 September 2020", "there is no such day"),
        ("TMAD 6.2U", "the register of TMAD has no version 6.2U"),
    ],
)
def test_what_the_data_contradict_stops_the_build_at_its_line(words: str, wrong: str) -> None:
    ((code, column, width, message),) = typed(words)
    assert (code, column, width) == ("P134", 8, len(words))
    assert wrong in message


@pytest.mark.parametrize("words", ["five changes", "Attachment 3", "Thursday 3 September 2020"])
def test_what_the_data_say_too_is_told(words: str) -> None:
    assert [one[0] for one in typed(words)] == ["P135"]


@pytest.mark.parametrize(
    "words",
    [
        "{{ count.changes }} changes", '{{ "four" }} changes', "one question", "twenty-five changes",
        "3 September 2010", "the Gas Act 1986", "TMAD 6.0", "Annex A of the S1SR", "two clauses",
    ],
)  # fmt: skip
def test_what_follows_from_no_data_may_be_typed(words: str) -> None:
    assert typed(words) == []


def test_the_texts_of_a_later_stage_are_read_likewise() -> None:
    file = f"consultations/{APRIL}/conclusions/notice.md"
    text = (ROOT / file).read_text(encoding="utf-8")
    plan, found = plan_conclusions(library({file: f"{text}\nSix responses.\n"}), APRIL, TEMPLATES)
    assert plan is None
    ((code, place, message),) = [(one.code, one.place, one.message) for one in found]
    assert (code, place.file, place.line) == ("P134", file, text.count("\n") + 2)
    assert "the data have seven" in message
