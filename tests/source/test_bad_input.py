"""Input that nobody should write is read in good time, and what is wrong with it is told with its place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.source.fragments import letters_and_digits
from toolkit.model.numbering import SUBSIDIARY
from toolkit.source.encoding import LARGEST_FILE, LONGEST_LINE
from toolkit.source.markdown import PartReading, read_part
from toolkit.source.write import write_part

CPU_SECONDS = 40
"""Generous: most take a thousandth of it, and the longest takes 10 where the machine is busy."""


@contextmanager
def in_good_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < CPU_SECONDS


def read(data: bytes | str) -> PartReading:
    with in_good_time():
        return read_part(data.encode("utf-8") if isinstance(data, str) else data, "f.md", SUBSIDIARY)


def places(reading: PartReading) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in reading.diagnostics]


# -- bytes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"- 1.1 a\n- 1.2 caf\xe9\n", "2:10 S001"),
        (b"- 1.1 a\r- 1.2 caf\xe9\n", "2:10 S001"),
        ("- 1.1 é\n".encode("utf-16"), "1:1 S001"),
        (b"PNG\n\x89\x00\x00", "2:2 S002"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "1:5 S002"),
        (b"- 1.1 a\n- 1.2 \x00b\n", "2:7 S002"),
        (b"- 1.1 a\r\n- 1.2 \x0c\r\n", "2:7 S002"),
        (b"x" * (LARGEST_FILE + 1), "1:1 S003"),
        (b"x" * 50_000_000, "1:1 S003"),
        (b"a\n\n" + b"x" * (LONGEST_LINE + 1), "3:1 S004"),
        (b"x" * 3_900_000, "1:1 S004"),
        (b"---\ntitle: x\n", "1:1 S044"),
    ],
)
def test_what_cannot_be_read_is_told_where(data: bytes, found: str) -> None:
    reading = read(data)
    assert found in places(reading)
    assert not reading.readable
    assert not reading.part.blocks


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xef\xbb\xbf## 1 A\n", ["1:1 S011"]),
        (b"## 1 A\n\n\xef\xbb\xbf- 1.1 b\n", ["3:1 S011"]),
        (b"## 1 A\r\n\r\n- 1.1 b\r\n", ["1:7 S012"]),
        (b"## 1 A\r\r- 1.1 b\r", ["1:7 S012"]),
        (b"\xef\xbb\xbf## 1 A\r\n\r\n-\t1.1 b\r\n", ["1:1 S011", "1:7 S012", "3:2 S013"]),
    ],
)
def test_marks_returns_and_tabs_are_told_once_and_mended(data: bytes, found: list[str]) -> None:
    reading = read(data)
    assert places(reading) == found
    written = write_part(reading.part)
    assert written.startswith("## 1 A\n")
    assert not read(written).diagnostics


@pytest.mark.parametrize("data", [b"", b"\n", b"\n\n\n", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_part(data: bytes) -> None:
    reading = read(data)
    assert reading.readable
    assert reading.part.blocks == ()
    assert write_part(reading.part) == ""


def test_front_matter_alone_is_kept() -> None:
    for source in ("---\ntitle: x\n---\n", "---\ntitle: x\n---"):
        reading = read(source)
        assert (reading.part.front, reading.part.blocks, reading.diagnostics) == ("title: x", (), ())
        assert write_part(reading.part) == "---\ntitle: x\n---\n"
    assert write_part(read("---\n---\n").part) == ""


# -- nesting ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("marker", ["- ", "* ", "+ ", "1. ", "2) ", ">", "> ", "- 1. ", "> - ", "-\t"])
@pytest.mark.parametrize("after", ["x", "x\n\n## 1 Law\n"])
def test_ten_thousand_markers_on_a_line(marker: str, after: str) -> None:
    reading = read("## 1 A\n\n" + marker * 10_000 + after)
    assert "3:1 S005" in places(reading)
    assert not reading.readable


@pytest.mark.parametrize("marker", ["- ", "* ", "+ ", "1. "])
def test_ever_deeper_lists(marker: str) -> None:
    step = " " * len(marker)
    reading = read("".join(f"{step * depth}{marker}x\n" for depth in range(2500)))
    assert [one.code for one in reading.diagnostics] == ["S005"]
    assert not reading.readable


def test_ever_deeper_quotations_and_meanings() -> None:
    assert not read("".join(f"{'>' * depth} x\n" for depth in range(1, 1500))).readable
    assert read("".join(f"{'  ' * depth}t\n{'  ' * depth}: " for depth in range(500))).diagnostics


def test_a_deep_list_that_is_read_keeps_every_word() -> None:
    for depth in range(1, 40):
        source = "".join(f"{'  ' * level}- word{level}\n" for level in range(depth))
        reading = read(source)
        assert reading.readable == (depth <= 23)
        if reading.readable:
            assert letters_and_digits(write_part(reading.part)) == letters_and_digits(source)


def test_code_may_be_set_in_as_far_as_it_likes() -> None:
    source = f"```\n{' ' * 200}deep\n{'- ' * 100}x\n{'+--' * 30}\n```\n"
    reading = read(source.replace("- " * 100, "- " * 40))
    assert reading.readable
    assert write_part(reading.part) == source.replace("- " * 100, "- " * 40)


def test_a_long_rule_is_no_deep_list() -> None:
    reading = read("- " * 200_000)
    assert [one.code for one in reading.diagnostics] == ["S024"]
    assert read(f"| a |\n|{'-' * 5000}|\n").readable
    assert read(f"a | b\n{'-' * 500}|---\n").readable


# -- long lines -------------------------------------------------------------------------------------

PIECES = (
    "*", "_", "`", "[", "]", "|", "&", "<", "\\", "*a", "**a ", "`a", "``a`", "\\*", "&amp;", "_a ", "*a_b",
    "<a ", "<!--", "](", "[a](b) ", "{#", "{#x} ", " ", "- ", "1. ", ">", "#", "=", ":", "(a) ", "1.1.",
    "| a ", "|\\", "é", "\u00a0", "*a **b ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("before", ["", "- (a) ", "## 1 ", "| "])
def test_a_line_of_one_thing_is_read_and_written_in_good_time(piece: str, before: str) -> None:
    source = before + (piece * (60_000 // len(piece)))
    with in_good_time():
        reading = read(source)
        written = write_part(reading.part)
        assert letters_and_digits(written) == letters_and_digits(source) or "S005" in places(reading)[0]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["*", "_", "`", "[", "|", "&", "<", "\\", "*a", "`a", "&amp;"])
def test_the_longest_line_is_read_in_good_time(piece: str) -> None:
    with in_good_time():
        reading = read((piece * LONGEST_LINE)[: LONGEST_LINE - 1])
        write_part(reading.part)


# -- many lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ["> x"], ["<!--", "x"], ["## 3 x"], ["t", ": m", "", ""], ["    x"], ["\tx"], ["<div>"], ["|"],
        ["***"], ["=", "x"], ["\ufeff", "\u00a0"], ["[x]: y"], ["{#x}"], ["- ", "  a"], ["1. x"],
    ],
    ids=repr,
)  # fmt: skip
def test_ten_thousand_lines(lines: list[str]) -> None:
    source = "\n".join(lines * (10_000 // len(lines)))
    with in_good_time():
        reading = read(source)
        written = write_part(reading.part)
    assert letters_and_digits(written) == letters_and_digits(source)


@pytest.mark.parametrize("lines", [["word"], [""], ["- 3.1 x", *[""] * 9], ["```", "x", "```"]], ids=repr)
def test_two_hundred_thousand_lines(lines: list[str]) -> None:
    source = "\n".join(lines * (200_000 // len(lines)))
    with in_good_time():
        reading = read(source)
    assert reading.readable
    assert sum(source.count(word) for word in lines if word) >= len(reading.part.blocks)


@pytest.mark.parametrize(
    "source",
    [
        "| a | b |\n| --- | --- |\n" + "| c | d |\n" * 10_000,
        "| " + "a | " * 10_000 + "\n|" + " - |" * 10_000 + "\n| " + "b | " * 10_000,
        "| a |\n| - |\n" + ("|" * 2000 + "\n") * 100,
        "- a\n" + "b\n" * 20_000,
        "> [!NOTE]\n" + "b\n" * 20_000,
        "> " * 40 + "a\n" + "b\n" * 5_000,
        "- " * 20 + "a\n" + " " * 60 + "|" * 300_000,
        "```\n" + "x\n" * 100_000,
        "<!--\n" + "x\n" * 100_000,
        "Table 1: x\n\n" * 10_000,
        "- 3.1 to 3.4 [Not used]\n" * 20_000,
        "- (a) {#x} y\n" * 10_000,
    ],
    ids=lambda source: source[:24],
)
def test_much_of_a_muchness(source: str) -> None:
    with in_good_time():
        reading = read(source)
        written = write_part(reading.part)
    assert letters_and_digits(written) == letters_and_digits(source)


# -- front matter -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("a: 1\na: 2", "3:1 S042"),
        ("a:\n  b: 1\n  b: 2", "4:3 S042"),
        ("a: &x 1\nb: *x", "2:4 S043"),
        ("b: *x", "2:4 S043"),
        ("a: {b: &x [1]}", "2:8 S043"),
        ("[" * 10_000, "2:41 S005"),
        ("a: {" * 10_000, "2:160 S005"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(200)), "42:41 S005"),
        ("a: [1, 2", "3:1 S041"),
        ("a: 'x", "2:6 S041"),
        ("a: b: c", "2:5 S041"),
        ("\ta: 1", "2:1 S041"),
        ("- a\n- b", "2:1 S041"),
        ("? [a]\n: b", "2:3 S041"),
        ("a: \u0085", ""),
        ("a: !!python/object:os.system x", ""),
        ("12: 012", ""),
        ("# nothing", ""),
    ],
    ids=lambda front: front[:20],
)
def test_front_matter_that_is_wrong_is_told_where(front: str, found: str) -> None:
    source = f"---\n{front}\n---\n\n- 1.1 words\n"
    reading = read(source)
    assert found in places(reading) if found else not any(" S04" in one for one in places(reading))
    assert reading.part.front == front
    assert [type(block).__name__ for block in reading.part.blocks] == ["Clause"]
    assert reading.part.blocks[0].place.line == source.count("\n")
    assert write_part(reading.part) == source
