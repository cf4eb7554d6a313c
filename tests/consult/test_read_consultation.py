from __future__ import annotations

import re

import pytest

from toolkit.consult.read import read_consultation

RIGHT = """\
issuer: DCC
package: Uplift 9
title: Consultation on Uplift 9
reference: U9
filename: U9_issued
classification: DCC Public
timetable:
  published: 2020-08-06
  closes: 2020-09-03 16:00
  conclusions: 2020-09-22
  redesignation: 2020-09-29
documents:
  - code: TOY
    drafts:
      - version: 1.10
changes:
  - id: colours
    topic: Colours
    kind: amendment
    rationale: Because.
    provisions:
      TOY: [1.10, {definition: Ball, versions: [1.10]}]
questions:
  - id: colours
    about: colours
    text: Do you agree?
    changes: [colours]
"""


def place(text: str) -> str:
    """Line and column of the first error."""
    _, found = read_consultation(text.encode(), "consultation.yaml", "x")
    assert found
    return f"{found[0].place.line}:{found[0].place.column} {found[0].code}"


def changed(old: str, new: str) -> str:
    assert old in RIGHT, old
    return RIGHT.replace(old, new, 1)


def test_a_right_file() -> None:
    consultation, found = read_consultation(RIGHT.encode(), "consultation.yaml", "2020-uplift-9")
    assert found == ()
    assert consultation is not None
    assert consultation.id == "2020-uplift-9"
    assert consultation.issuer.mailbox == "consultations@smartdcc.co.uk"
    assert consultation.drafts[0][1].version == "1.10"  # a version stays text: not 1.1
    (change,) = consultation.changes
    assert [(one.kind, one.name, one.versions) for one in change.provisions] == [
        ("clause", "1.10", ()),
        ("definition", "Ball", ("1.10",)),
    ]
    assert consultation.questions[0].label == "U9 Q1"
    assert consultation.attachments == ("direction", "response-form", "documents")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (changed("issuer: DCC", "issuer: OFGEM"), "1:9 S045"),
        (changed("package: Uplift 9\n", ""), "1:1 S045"),
        (changed("classification:", "clasification:"), "1:1 S045"),
        (changed("published: 2020-08-06", "published: Thursday 6 August 2020"), "8:14 S045"),
        (changed("published: 2020-08-06", "published: 2020-02-30"), "8:14 S045"),
        (changed("published: 2020-08-06", "published: 1596672000"), "8:14 S045"),
        (changed("2020-09-03 16:00", "2020-09-03"), "9:11 S045"),
        (changed("2020-09-03 16:00", "2020-09-03 25:00"), "9:11 S045"),
        (changed("U9_issued", "../U9"), "5:11 S045"),
        (changed("[1.10,", "[{clause: 1.10, table: Table 1},"), "22:13 S045"),
        (changed("[1.10,", "[{versions: [1.10]},"), "22:13 S045"),
        (changed("kind: amendment", "kind: amendement"), "19:11 S045"),
        (changed("changes: [colours]", "changes: [colors]"), "27:15 P106"),
        (changed("TOY: [1.10, {", "TOYS: [1.10, {"), "22:14 P106"),
        (changed("versions: [1.10]", "versions: [1.1]"), "22:19 P106"),
        (changed("closes: 2020-09-03", "closes: 2020-09-05"), "9:11 P112"),
        (changed("closes: 2020-09-03", "closes: 2020-08-03"), "9:11 P111"),
        (changed("    changes: [colours]\n", ""), "17:9 P107"),
        (RIGHT + "questions: []\n", "28:1 S042"),
        (RIGHT.replace("issuer: DCC", "issuer: &a DCC"), "1:9 S043"),
        ("- just\n- a list\n", "1:1 S045"),
        ("", "1:1 S045"),
    ],
)
def test_every_error_has_line_and_column(text: str, expected: str) -> None:
    assert place(text) == expected


def test_every_error_is_reported_not_only_the_first() -> None:
    text = RIGHT.replace("issuer: DCC", "issuer: X").replace("2020-09-03 16:00", "tomorrow")
    _, found = read_consultation(text.encode(), "consultation.yaml", "x")
    assert [one.place.line for one in found] == [1, 9]


def test_the_same_id_twice() -> None:
    again = RIGHT[RIGHT.index("  - id: colours\n    about") :]
    _, found = read_consultation((RIGHT + again).encode(), "consultation.yaml", "x")
    assert [(one.code, one.place.line) for one in found] == [("P105", 28)]


def test_typographical_changes_need_no_question() -> None:
    text = changed("kind: amendment", "kind: typographical").replace("    changes: [colours]\n", "")
    assert read_consultation(text.encode(), "consultation.yaml", "x")[1] == ()


def test_messages_say_what_to_do() -> None:
    _, found = read_consultation(
        changed("published: 2020-08-06", "published: Thursday").encode(), "consultation.yaml", "x"
    )
    assert re.search("Write a date as 2020-08-06", found[0].message)
