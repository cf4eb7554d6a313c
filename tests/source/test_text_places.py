"""Where words stand in their source: by this a citation found in the plain text is shown and rewritten."""

from __future__ import annotations

import pytest

from toolkit.model.block import Clause, Definition, Paragraph, Table
from toolkit.model.numbering import SUBSIDIARY
from toolkit.model.text import Text
from toolkit.source.markdown import read_part

SOURCE = """\
## 3 Under *Clause 4.29* and 4.30 {#three}

- 3.1 {#escapes} Under \\[Clause\\] 4.1, *Clause 4.2* and **Clauses 4.3 to
  4.4**, and\\
  “Clause 4.5” or R&amp;D Clause 4.6,  Clause 4.7.
  - (a) Clause 4.8,

  closing words of Clause 4.9

Table 1 {#t}: By Clause 5.1

|   Clause 5.2 | Clause\\|5.3 | `Clause\\|5.4` and Clause 5.5 |
| --- | --- | --- |

Dormant *Meter* {#def-meter}
:   has the meaning in Clause 6.1
"""
LINES = SOURCE.split("\n")


def texts() -> list[Text]:
    found: list[Text] = []
    stack = list(reversed(read_part(SOURCE.encode(), "f.md", SUBSIDIARY).part.blocks))
    while stack:
        block = stack.pop()
        match block:
            case Clause(heading=Text() as text) | Paragraph(text=text) | Definition(term=text):
                found.append(text)
            case Table(title=title, header=header):
                found += [title, *header]
        stack += reversed(getattr(block, "blocks", ()))
    return found


@pytest.mark.parametrize(
    ("words", "place", "source"),
    [
        ("Clause 4.29", "1:13-1:24", "Clause 4.29"),
        ("4.30", "1:30-1:34", "4.30"),
        ("Clause] 4", "3:26-3:36", "Clause\\] 4"),
        ("[Clause]", "3:25-3:34", "[Clause\\]"),
        ("] 4.1", "3:33-3:38", "] 4.1"),
        ("Clause 4.2 and", "3:41-3:56", "Clause 4.2* and"),
        ("Clauses 4.3 to 4.4", "3:59-4:6", None),
        ("4.4", "4:3-4:6", "4.4"),
        ("Clause 4.5", "5:4-5:14", "Clause 4.5"),
        ("D Clause 4.6", "5:25-5:37", "D Clause 4.6"),
        ("Clause 4.7", "5:40-5:50", "Clause 4.7"),
        ("Clause 4.8", "6:9-6:19", "Clause 4.8"),
        ("Clause 4.9", "8:20-8:30", "Clause 4.9"),
        ("Clause 5.1", "10:18-10:28", "Clause 5.1"),
        ("Clause 5.2", "12:5-12:15", "Clause 5.2"),
        ("Clause|5.3", "12:18-12:29", "Clause\\|5.3"),
        ("5.3", "12:26-12:29", "5.3"),
        ("5.4", "12:41-12:44", "5.4"),
        ("Clause 5.5", "12:50-12:60", "Clause 5.5"),
        ("Meter", "15:10-15:15", "Meter"),
        ("Clause 6.1", "16:24-16:34", "Clause 6.1"),
    ],
)
def test_a_substring_knows_its_place(words: str, place: str, source: str | None) -> None:
    text = next(text for text in texts() if words in text.plain)
    start = text.plain.index(words)
    found = text.place(start, start + len(words))
    assert f"{found.line}:{found.column}-{found.end_line}:{found.end_column}" == place
    assert found.file == "f.md"
    if source is not None:
        assert LINES[found.line - 1][found.column - 1 : found.end_column - 1] == source


def test_every_text_begins_and_ends_where_it_says() -> None:
    for text in texts():
        place = text.place()
        assert LINES[place.line - 1][place.column - 1] == text.plain[0]
        assert LINES[place.end_line - 1][place.end_column - 2] == text.plain[-1]


def test_a_text_from_nowhere_has_only_a_file() -> None:
    assert str(Text("words", (), "f.md").place(2, 3)) == "f.md:1:1"
    assert Text("words").place().file == ""


def test_an_empty_stretch_is_a_point() -> None:
    text = next(text for text in texts() if "Clause 4.8" in text.plain)
    place = text.place(3, 3)
    assert (place.line, place.column, place.end_line, place.end_column) == (6, 12, 6, 12)
