"""Emphasis is written so that it is read back, inside words and beside other emphasis too."""

from __future__ import annotations

import pytest

from toolkit.model.text import Mark, Text
from toolkit.source.inline import Stretch, read_text
from toolkit.source.write_inline import break_up, write_lines, write_text


def read(written: str) -> Text:
    return read_text(tuple(Stretch(n, 1, line) for n, line in enumerate(written.split("\n"), 1)), "f.md")


@pytest.mark.parametrize(
    ("plain", "marks", "written"),
    [
        ("a b c", [(2, 3, "em")], "a *b* c"),
        ("abc", [(1, 2, "strong")], "a**b**c"),
        ("a b", [(0, 3, "em"), (0, 3, "strong")], "***a b***"),
        ("a b c", [(0, 5, "em"), (2, 3, "strong")], "*a **b** c*"),
        ("a b c", [(0, 5, "strong"), (0, 1, "em")], "***a* b c**"),
        ("ab", [(0, 1, "em"), (1, 2, "em")], "*a*_b_"),
        ("a(b)c", [(1, 4, "em")], "&#97;*&#40;b&#41;*&#99;"),
        ("“a” b", [(0, 3, "em")], "*“a”* b"),
        ("a`b", [(0, 3, "code")], "``a`b``"),
        ("`", [(0, 1, "code")], "`` ` ``"),
        ("a b", [(0, 1, "em"), (2, 3, "code")], "*a* `b`"),
        ("a b", [(0, 3, "em"), (2, 3, "code")], "*a `b`*"),
        ("a\nb", [(0, 3, "em")], "*a\\\nb*"),
        ("*a*", [(0, 3, "em")], "*\\*a\\**"),
        ("a & b", [(0, 5, "strong")], "**a & b**"),
        ("C:\\", [(0, 3, "em")], "*C:\\\\*"),
    ],
)
def test_emphasis_is_written_and_read_back(
    plain: str, marks: list[tuple[int, int, str]], written: str
) -> None:
    text = Text(plain, tuple(Mark(*mark) for mark in marks))
    assert write_text(text) == written
    assert read(written) == text


@pytest.mark.parametrize(
    ("plain", "marks"),
    [
        ("abcde", [(0, 3, "em"), (2, 5, "strong")]),
        ("a b", [(0, 2, "em")]),
        (" a", [(0, 1, "em")]),
        ("ab", [(0, 1, "code"), (1, 2, "code")]),
    ],
)
def test_emphasis_that_cannot_be_written_is_left_out_and_no_word_with_it(
    plain: str, marks: list[tuple[int, int, str]]
) -> None:
    text = Text(plain, tuple(Mark(*mark) for mark in marks))
    assert read(write_text(text)).plain == plain.strip()
    assert not read(write_text(text)).marks


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("- a", "\\- a"),
        ("-a", "-a"),
        ("-5 degrees", "-5 degrees"),
        ("--- b", "\\--- b"),
        ("+ a", "\\+ a"),
        ("+a", "+a"),
        ("1. a", "1\\. a"),
        ("10) a", "10\\) a"),
        ("10.1 a", "10.1 a"),
        ("1234567890. a", "1234567890. a"),
        ("# a", "\\# a"),
        ("#a", "#a"),
        ("####### a", "####### a"),
        ("> a", "\\> a"),
        (": a", "\\: a"),
        (":a", ":a"),
        ("~ a", "\\~ a"),
        ("~~~", "\\~~~"),
        ("~~a", "~~a"),
        ("<!-- a", "\\<!-- a"),
        ("<b>", "<b>"),
        ("| a", "\\| a"),
        ("===", "\\==="),
        ("=a", "=a"),
        ("-", "\\-"),
        ("+", "\\+"),
        ("2020. A", "2020\\. A"),
        ("(a) a", "(a) a"),
        ("a\n- b\n2. c", "a\\\n\\- b\\\n2\\. c"),
    ],
)
def test_only_what_would_begin_a_block_is_escaped(plain: str, written: str) -> None:
    assert write_lines(Text(plain)) == written
    assert read(written).plain == plain


def test_words_behind_a_label_do_not_begin_a_line() -> None:
    assert write_lines(Text("- a\n- b"), at_start=False) == "- a\\\n\\- b"


@pytest.mark.parametrize(
    ("written", "broken"), [("(a) b", "\\(a) b"), ("3.1 b", "&#51;.1 b"), ("A b", "&#65; b")]
)
def test_broken_up_words_match_no_pattern_and_read_alike(written: str, broken: str) -> None:
    assert break_up(written) == broken
    assert read(broken).plain == written
