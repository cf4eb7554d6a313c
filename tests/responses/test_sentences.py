from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import answer, response, theme
from strategies import laws

from toolkit.consult.analysis import Analysis
from toolkit.consult.sentences import (
    answered_sentence,
    comments_sentence,
    stance_sentence,
    theme_sentence,
)
from toolkit.consult.stance import Stance
from toolkit.consult.tally import Tally, tally

LETTERS = {
    "S": Stance.SUPPORT,
    "C": Stance.SUPPORT_WITH_COMMENTS,
    "N": Stance.NO_VIEW,
    "O": Stance.OBJECT,
    "P": Stance.PARTLY_OBJECT,
}


def counts(stances: str) -> Tally:
    """A tally from letters: S, C, N, O, P, and - for not answered."""
    responses = [
        response(f"r{n}", *([answer(stance=LETTERS[letter])] if letter != "-" else []))
        for n, letter in enumerate(stances)
    ]
    return tally(responses, "colours")


CASES = [
    [cell.strip() for cell in line.split(" | ")]
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
]
"""stances or answers; a letter for each response; the sentence."""


@pytest.mark.parametrize(("kind", "letters", "sentence"), CASES, ids=[" ".join(case[:2]) for case in CASES])
def test_a_sentence_from_numbers(kind: str, letters: str, sentence: str) -> None:
    say = {"stances": stance_sentence, "answers": answered_sentence}[kind]
    assert say(counts(letters)) == sentence


@pytest.mark.parametrize(
    ("stances", "sentence"),
    [
        ("SSO", ""),
        ("C", "The respondent in support raised points."),
        ("CC", "Both respondents in support raised points."),
        ("CCC", "All three in support raised points."),
        ("SCC", "Two of the three in support raised points."),
    ],
)
def test_comments_in_a_sentence(stances: str, sentence: str) -> None:
    assert comments_sentence(counts(stances)) == sentence


PARTS = Analysis(
    (
        theme("whole", view="asked for more", topic="more"),
        theme("first", view="(was|were) also in a hurry", within="whole"),
        theme("second", view="offered help", within="whole"),
    )
)


@pytest.mark.parametrize(
    ("raised", "sentence"),
    [
        ([], "No respondent asked for more."),
        (["whole"], "One respondent asked for more."),
        (["whole", "whole"], "Two respondents asked for more."),
        (["whole first"], "One respondent asked for more, and was also in a hurry."),
        (["whole first second"], "One respondent asked for more, and was also in a hurry and offered help."),
        (["whole first"] * 2, "Two respondents asked for more, both of whom were also in a hurry."),
        (["whole first"] * 3, "Three respondents asked for more, all of whom were also in a hurry."),
        (["whole", "whole first"], "Two respondents asked for more, of whom one was also in a hurry."),
        (
            ["whole", "whole first", "whole first second"],
            "Three respondents asked for more, of whom two were also in a hurry, and one offered help.",
        ),
    ],
)
def test_a_theme_in_a_sentence(raised: list[str], sentence: str) -> None:
    responses = [response(f"r{n}", answer(themes=tuple(names.split()))) for n, names in enumerate(raised)]
    assert theme_sentence(PARTS.themes[0], PARTS, tally(responses, "colours")) == sentence


WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def numbers(sentence: str) -> list[int]:
    """Every number that a sentence names, read by other means than those it was written with."""
    found = []
    for word in re.findall(r"[\w,]*\w", sentence.casefold()):
        if word in WORDS:
            found.append(WORDS.index(word))
        elif word in ("both", "neither"):
            found.append(2)
        elif word.replace(",", "").isdigit():
            found.append(int(word.replace(",", "")))
    return found


@laws
@given(st.text(alphabet="SCNOP-", max_size=60))
def test_the_numbers_named_add_up_to_the_respondents(stances: str) -> None:
    sentence = stance_sentence(counts(stances))
    if not set(stances) <= {"-"}:
        assert sum(numbers(sentence)) == len(stances)
    for letters, words in (("SC", "support"), ("N", "view"), ("OP", "object"), ("-", "answer")):
        if stances.strip("-"):
            assert (words in sentence) == any(letter in stances for letter in letters), sentence


@laws
@given(st.text(alphabet="SCNOP-", min_size=1, max_size=60))
def test_the_sides_add_up_to_those_who_answered(stances: str) -> None:
    head, colon, sides = answered_sentence(counts(stances)).partition(":")
    answered = len(stances.replace("-", ""))
    if colon:
        assert sum(numbers(sides)) == answered
    if answered:
        assert numbers(head)[0] == answered
