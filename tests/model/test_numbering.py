"""Labels are read where they stand, sort as printed, and follow each other as drafters number."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.label import NO_LABEL, Label, Ordinal
from toolkit.model.letters import next_suffixes, read_letters
from toolkit.model.numbering import (
    CFR,
    MAIN_BODY,
    SUBSIDIARY,
    Scheme,
    begins,
    follows,
    in_annex,
    read_full,
    read_label,
    roman,
    to_letters,
    to_roman,
)
from toolkit.model.scheme import Level, Style


def label(text: str, scheme: Scheme = SUBSIDIARY) -> Label:
    found = read_full(scheme, text)
    assert found, text
    return found[0]


# -- numerals ---------------------------------------------------------------------------------------


def test_numerals_and_letters_go_there_and_back() -> None:
    for number in range(1, 100):
        assert roman(to_roman(number)) == number
        assert read_letters(to_letters(number)) == Ordinal.of(number)
        assert read_letters(to_letters(number).upper()) == Ordinal.of(number)


@pytest.mark.parametrize("text", ["", "iiii", "vv", "iix", "xlx", "ic", "l0", "d", "I", "c", "ixi", "xxxx"])
def test_what_is_no_numeral(text: str) -> None:
    assert roman(text) == 0


@pytest.mark.parametrize(
    ("suffix", "after"),
    [("", "A"), ("", "a"), ("A", "B"), ("Z", "AA"), ("AZ", "BA"), ("a", "b"), ("z", "aa"), ("B", "a")],
)
def test_suffixes_follow_like_letters(suffix: str, after: str) -> None:
    assert after in next_suffixes(suffix)


# -- order ------------------------------------------------------------------------------------------

SUFFIXES = ["", *ascii_uppercase, *ascii_lowercase, "AA", "AB", "BA", "ZZ", "aa", "zz"]
"""In the order in which inserted clauses are printed: 4.32, 4.32A, 4.32a, 4.32AA."""
LETTERS = [
    *(own for letter in ascii_lowercase for own in (letter, letter + "A", letter + "B", letter + "Z")),
    *(letter * 2 for letter in "abcdefg"),
]
ROMANS = [own for number in range(1, 40) for own in (to_roman(number), to_roman(number) + "A")]
UPPER = [*ascii_uppercase, "AA", "BB"]

numbers = st.tuples(st.integers(1, 99), st.sampled_from(range(len(SUFFIXES))))
paths = st.tuples(
    numbers,
    numbers,
    st.integers(-1, len(LETTERS) - 1),
    st.integers(-1, len(ROMANS) - 1),
    st.integers(-1, len(UPPER) - 1),
)
Path = tuple[tuple[int, int], tuple[int, int], int, int, int]


def printed(path: Path, letter: str = "") -> str:
    (top, top_suffix), (second, second_suffix), *limbs = path
    text = f"{letter}{top}{SUFFIXES[top_suffix]}.{second}{SUFFIXES[second_suffix]}"
    for own, names in zip(limbs, (LETTERS, ROMANS, UPPER), strict=True):
        if own < 0:
            break
        text += f"({names[own]})"
    return text


def cut(path: Path) -> tuple[object, ...]:
    """What is printed of a path: nothing below the first level that is not there."""
    limbs = list(path[2:])
    return (*path[:2], *limbs[: limbs.index(-1) if -1 in limbs else 3])


@given(st.lists(paths, min_size=2, max_size=12))
def test_labels_sort_as_printed(chosen: list[Path]) -> None:
    in_order = sorted({cut(path): path for path in chosen}.items())
    for scheme, letter in ((SUBSIDIARY, ""), (MAIN_BODY, "H")):
        labels = [label(printed(path, letter), scheme) for _, path in in_order]
        assert [one.text for one in labels] == [printed(path, letter) for _, path in in_order]
        keys = [one.key for one in labels]
        assert sorted(keys) == keys
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("scheme", "texts"),
    [
        (SUBSIDIARY, "1 2 2A 3 3.1 3.1(a) 3.1(a)(i) 3.1(a)(i)(A) 3.1(a)(ii) 3.1(b) 3.2 3.10 4 10"),
        (SUBSIDIARY, "4.32 4.32A 4.32B 4.32Z 4.32a 4.32b 4.32AA 4.33"),
        (SUBSIDIARY, "1(a) 1(aA) 1(b) 1(z) 1(aa) 1(bb) 1(gg)"),
        (SUBSIDIARY, "18.22 18.22a 18.22b 18.22c 18.23"),
        (SUBSIDIARY, "17 Annex_A A1 A1.1 A1.1(a) A2 Annex_B B1"),
        (MAIN_BODY, "A A1 A1.1 B H14.36 H14.36A H14.36A(c) H14.37 Z AA"),
        (CFR, "478.11 478.11(a) 478.11(a)(1) 478.11(a)(1)(i) 478.11(a)(1)(i)(A) 478.11(a)(2)"),
        (CFR, "478.33 478.33a 478.34"),
    ],
)  # fmt: skip
def test_labels_of_one_document_sort_in_the_order_of_its_clauses(scheme: Scheme, texts: str) -> None:
    labels = [label(text.replace("_", " "), scheme) for text in texts.split()]
    assert sorted(labels, key=lambda one: one.key) == labels


def test_4_32_upper_a_is_not_4_32_lower_a() -> None:
    assert label("4.32A") != label("4.32a")
    assert label("4.32A").key != label("4.32a").key


# -- reading ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "parent", "level", "previous", "text", "expected"),
    [
        (SUBSIDIARY, "", 0, "", "3", 1),
        (SUBSIDIARY, "3", 1, "", "3.1", 2),
        (SUBSIDIARY, "3.1", 2, "", "3.1.1", 3),
        (SUBSIDIARY, "3.1", 2, "", "(a)", 4),
        (SUBSIDIARY, "3.1", 2, "", "(i)", 5),
        (SUBSIDIARY, "3.1", 2, "3.1(h)", "(i)", 4),
        (SUBSIDIARY, "3.1", 2, "3.1(g)", "(i)", 4),
        (SUBSIDIARY, "3.1(a)", 4, "", "(i)", 5),
        (SUBSIDIARY, "3.1(a)", 4, "3.1(a)(iv)", "(v)", 5),
        (SUBSIDIARY, "3.1", 2, "3.1(u)", "(v)", 4),
        (SUBSIDIARY, "3.1", 2, "3.1(w)", "(x)", 4),
        (SUBSIDIARY, "3.1(a)", 4, "", "(A)", 6),
        (SUBSIDIARY, "3.1(a)(i)", 5, "", "(A)", 6),
        (SUBSIDIARY, "", 0, "3", "Annex A", 1),
        (SUBSIDIARY, "Annex A", 1, "", "A1", 2),
        (SUBSIDIARY, "A1", 2, "", "A1.1", 3),
        (MAIN_BODY, "", 0, "", "H", 1),
        (MAIN_BODY, "H", 1, "", "H14", 2),
        (MAIN_BODY, "H14", 2, "", "H14.36A", 3),
        (CFR, "", 0, "", "478.11", 1),
        (CFR, "478.11(a)", 2, "", "(1)", 3),
        (CFR, "478.11(a)(1)", 3, "", "(i)", 4),
        (CFR, "478.11(a)(1)(i)(A)", 5, "", "(1)", 6),
        (CFR, "478.11(a)(1)(i)(A)(1)", 6, "", "(i)", 7),
    ],
)
def test_the_level_of_a_label_follows_from_where_it_stands(
    scheme: Scheme, parent: str, level: int, previous: str, text: str, expected: int
) -> None:
    above = label(parent, scheme) if parent else NO_LABEL
    before = label(previous, scheme) if previous else None
    reading = read_label(scheme, text, above, level, before)
    assert reading is not None
    assert reading.level == expected
    assert reading.label.own == text
    assert reading.label.key[: len(above.key)] == above.key or text == "Annex A"


@pytest.mark.parametrize(
    ("parent", "level", "text"),
    [
        ("3.1(a)", 4, "(b)"), ("3.1(a)", 4, "3.2"), ("3", 1, "4"), ("", 0, "3.1.1.1"), ("", 0, "A"),
        ("", 0, "3."), ("", 0, "1234567"), ("3.1", 2, "(EU)"), ("3.1", 2, "(abc)"), ("3.1", 2, "()"),
        ("3.1", 2, "(1)"), ("", 0, "x"),
    ],
)  # fmt: skip
def test_what_has_no_level_where_it_stands(parent: str, level: int, text: str) -> None:
    above = label(parent) if parent else NO_LABEL
    assert read_label(SUBSIDIARY, text, above, level, None) is None


@pytest.mark.parametrize(
    ("run", "right"),
    [
        ("(y) (z) (aa) (bb)", True),
        ("(a) (aA) (aB) (b) (ba) (bb) (bc) (c)", True),
        ("(a) (aa) (b)", True),
        ("(h) (i) (j)", True),
        ("(i) (iA) (ii) (iii) (iv)", True),
        ("(a) (c)", False),
        ("(a) (bb)", False),
        ("(z) (bb)", False),
        ("(aA) (aC)", False),
    ],
)
def test_lists_run_on(run: str, right: bool) -> None:
    parent = label("3.1")
    first, *rest = run.split()
    before = read_label(SUBSIDIARY, first, parent, 2, None)
    steps = []
    for text in rest:
        assert before is not None
        after = read_label(SUBSIDIARY, text, parent, 2, before.label)
        assert after is not None
        steps.append(follows(before.label, after.label))
        before = after
    assert all(steps) == right


def test_a_list_begins_with_its_first_label() -> None:
    assert begins(label("3.1(a)"), label("3.1"))
    assert begins(label("3.1"), label("3"))
    assert begins(label("1"), NO_LABEL)
    assert not begins(label("3.1(b)"), label("3.1"))
    assert not begins(label("4.1"), label("3"))
    assert not begins(label("3.1A"), label("3"))


@pytest.mark.parametrize(
    ("before", "after"),
    [("3", "4"), ("4.32", "4.32A"), ("4.32A", "4.33"), ("4.32Z", "4.32AA"), ("4.32B", "4.32a"), ("H1", "H2")],
)
def test_what_follows(before: str, after: str) -> None:
    scheme = MAIN_BODY if before[0] == "H" else SUBSIDIARY
    assert follows(label(before, scheme), label(after, scheme))
    assert not follows(label(after, scheme), label(before, scheme))


@pytest.mark.parametrize(
    ("before", "after"), [("3", "5"), ("3.1", "4.2"), ("3", "3.1"), ("3", "4A"), ("4.32A", "4.32C")]
)
def test_what_does_not_follow(before: str, after: str) -> None:
    assert not follows(label(before), label(after))


def test_a_label_cited_in_full_is_read_in_every_way_it_can_be() -> None:
    (found,) = read_full(SUBSIDIARY, "18.1(d)(viii)(B)")
    assert found.parts == ("18.1", "(d)", "(viii)", "(B)")
    assert len(read_full(SUBSIDIARY, "3.1(i)")) == 2  # the ninth letter or the first numeral
    assert {one.key for one in read_full(SUBSIDIARY, "3.1(i)")} == {
        (Ordinal.of(3), Ordinal.of(1), Ordinal.of(9)), (Ordinal.of(3), Ordinal.of(1), Ordinal.of(1)),
    }  # fmt: skip
    for wrong in ("", "x", "3.1 (a)", "3.1(a", "3.1(a)b", "(a)3.1", "3.1()", "3.1(a)(a)(a)(a)", "1.2.3.4.5"):
        assert read_full(SUBSIDIARY, wrong) == (), wrong


def test_annexes_stand_apart() -> None:
    assert in_annex(label("Annex A"))
    assert in_annex(label("B1.2"))
    assert not in_annex(label("3.1"))
    assert not in_annex(NO_LABEL)
    assert not in_annex(label("H14", MAIN_BODY))


# -- schemes ----------------------------------------------------------------------------------------


def test_a_scheme_is_a_list_of_examples() -> None:
    scheme = Scheme.of("own", ("A", "A1", "(1)", "(a)"), "Rule")
    styles = [level.style for level in scheme.levels]
    assert styles == [Style.SECTION, Style.SECTION, Style.NUMBER, Style.LETTER]
    assert label("B2(10)(c)", scheme).text == "B2(10)(c)"
    assert label("B2(2)", scheme).key < label("B2(10)", scheme).key


@pytest.mark.parametrize("example", ["", "(b)", "a", "1.", "Annex", "1.1.", "(1a)", "I.1"])
def test_an_example_that_shows_no_level_is_refused(example: str) -> None:
    with pytest.raises(ValueError, match="shows no level"):
        Level.of(example)


def test_labels_are_equal_when_they_print_alike() -> None:
    assert Label(("3.1", "(a)"), (Ordinal.of(1),)) == Label(("3.1", "(a)"))
    assert str(Label(("3.1", "(a)"))) == "3.1(a)"
    assert (Label(("3.1", "(a)")).own, NO_LABEL.own, NO_LABEL.text) == ("(a)", "", "")
