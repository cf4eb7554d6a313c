"""YAML files: every scalar stays text, and everything wrong is told with its place."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict

from toolkit.source.yaml_file import read_yaml, read_yaml_text, shape


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    version: str
    status: Literal["draft", "designated"] = "draft"
    effective: date | None = None


class Shaped(BaseModel):
    model_config = ConfigDict(extra="forbid")
    code: str
    title: str
    count: int = 0
    held: bool = True
    versions: list[Row] = []


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("version: 1.10", {"version": "1.10"}),
        ("a: NO\nb: 012\nc: 12:30", {"a": "NO", "b": "012", "c": "12:30"}),
        ("d: 1e3\ne: 2020-01-01", {"d": "1e3", "e": "2020-01-01"}),
        ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
        ("a: ''\nb: '~'\nc: \"null\"", {"a": "", "b": "~", "c": "null"}),
        ("a: !!python/object:os.system x", {"a": "x"}),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("- a\n- [b, c]", ["a", ["b", "c"]]),
        ("words", "words"),
        ("# nothing", None),
        ("", None),
    ],
)  # fmt: skip
def test_scalars_stay_text(source: str, data: object) -> None:
    read, found = read_yaml(source.encode(), "f.yaml")
    assert read is not None
    assert (read.data, found) == (data, ())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\na: 3", ["4:3 S042", "5:1 S042"]),
        ("a: &x 1", ["1:4 S043"]),
        ("a: *x", ["1:4 S043"]),
        ("a: [&x {}]", ["1:5 S043"]),
        ("a: " + "[" * 50, ["1:43 S005"]),
        ("a: 1\n---\nb: 2", ["2:1 S041"]),
        ("a: [1\n", ["2:1 S041"]),
        ("a: b: c", ["1:5 S041"]),
        ("a: 'b", ["1:6 S041"]),
        ("\ta: b", ["1:1 S041"]),
        ("a: b\n\u200fb: \ufffe", ["2:5 S041"]),
        ("a: \x80", ["1:4 S041"]),
        ("{a: b}: c", ["1:1 S041"]),
        ("a: \x07", ["1:4 S002"]),
        ("a: b\r\nc: d\r\n", ["1:5 S012"]),
        ("\ufeffa: b", ["1:1 S011"]),
    ],
)
def test_what_is_wrong_is_told_where(source: str, found: list[str]) -> None:
    _, diagnostics = read_yaml(source.encode(), "f.yaml")
    assert [f"{one.place.line}:{one.place.column} {one.code}" for one in diagnostics] == found


def test_bytes_that_are_no_text_are_told() -> None:
    read, found = read_yaml(b"a: caf\xe9", "f.yaml")
    assert read is None
    assert [one.code for one in found] == ["S001"]


def test_values_and_keys_know_their_places() -> None:
    read, _ = read_yaml_text("code: TMAD\nversions:\n  - version: '6.0'\n", "f.yaml", first_line=5)
    assert read is not None
    assert str(read.place(("versions", 0, "version"))) == "f.yaml:7:14"
    assert str(read.keys["versions", 0, "version"]) == "f.yaml:7:5"
    assert str(read.place(("versions", 0, "missing"))) == "f.yaml:7:5"
    assert str(read.place(("nowhere",))) == str(read.place(()))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{}", ["1:1 “code” is missing here.", "1:1 “title” is missing here."]),
        (
            "code: X\ntitel: x",
            ["1:1 “title” is missing here.", "2:1 “titel” is not a key that is known here."],
        ),
        ("code: X\ntitle:", ["2:7 title: does not fit. Write words."]),
        ("code: X\ntitle: [a]", ["2:8 title: does not fit. Write words."]),
        ("code: X\ntitle: x\ncount: many", ["3:8 count: “many” does not fit. Write a whole number."]),
        ("code: X\ntitle: x\nheld: perhaps", ["3:7 held: “perhaps” does not fit. Write yes or no."]),
        ("code: X\ntitle: x\nversions: {}", ["3:11 versions: does not fit. Write a list."]),
        (
            "code: X\ntitle: x\nversions:\n  - version: '1'\n    effective: 6 August",
            ["5:16 effective: “6 August” does not fit. A date is written 2020-08-06."],
        ),
        (
            "code: X\ntitle: x\nversions:\n  - version: '1'\n    status: drafted\n  - {}",
            [
                "5:13 status: “drafted” does not fit. It must be 'draft' or 'designated'.",
                "6:5 “version” is missing here.",
            ],
        ),
        ("- a", ["1:1 the file: does not fit. Write keys with their values."]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_for_every_value(source: str, found: list[str]) -> None:
    read, _ = read_yaml(source.encode(), "f.yaml")
    assert read is not None
    shaped, diagnostics = shape(read, Shaped)
    assert shaped is None
    assert [f"{one.place.line}:{one.place.column} {one.message}" for one in diagnostics] == found


def test_a_key_misspelt_is_offered_right() -> None:
    read, _ = read_yaml(b"code: X\ntitel: x\n", "f.yaml")
    assert read is not None
    assert "Did you mean “title”?" in [one.hint for one in shape(read, Shaped)[1]]


def test_what_fits_is_shaped() -> None:
    read, _ = read_yaml(
        b"code: X\ntitle: x\nversions:\n  - {version: '1.10', effective: 2020-08-06}\n", "f.yaml"
    )
    assert read is not None
    shaped, found = shape(read, Shaped)
    assert found == ()
    assert shaped is not None
    assert shaped.versions[0].effective == date(2020, 8, 6)
    assert shaped.versions[0].version == "1.10"


def test_a_long_value_is_quoted_short() -> None:
    read, _ = read_yaml(b"code: X\ntitle: x\ncount: " + b"9x" * 5000, "f.yaml")
    assert read is not None
    assert len(shape(read, Shaped)[1][0].message) < 120
