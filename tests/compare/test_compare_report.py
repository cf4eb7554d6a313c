"""Change sets for people at a terminal and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given

from tests.compare.edit_scripts import edited_pairs
from tests.compare.reading import CASES, read
from tests.compare.test_compare_laws import Pair
from tests.strategies import laws
from toolkit.compare.compare import compare
from toolkit.compare.report import SCHEMA, as_json, as_text, summary
from toolkit.model.block import Paragraph
from toolkit.model.change import ChangeSet
from toolkit.model.document import Document, Part, Register, Status, Version
from toolkit.model.text import Text

ESCAPE = "\x1b"


def case(name: str) -> ChangeSet:
    folder: Path = CASES / name
    return compare(read(folder / "old.md"), read(folder / "new.md"))


def note(words: str) -> Document:
    paragraph = Paragraph(Text(words))
    return Document(Register("TMAD", "TMAD"), Version("1", Status.DRAFT), (Part("a.md", (paragraph,)),))


def test_the_list_of_changes_in_words() -> None:
    assert [row[:4] for row in summary(case("clause-inserted"))] == [
        (1, "Clause 4.1", "amended (consequential)", "Migration"),
        (2, "Clause 4.2", "inserted", "Migration"),
        (3, "Clause 4.3 (was 4.2)", "amended", "Migration"),
        (4, "Clause 4.4 (was 4.3)", "renumbered", "Migration"),
        (5, "Clause 4.4(a) (was 4.3(a))", "amended", "Migration"),
        (6, "Clause 4.4(b) (was 4.3(b))", "amended (consequential)", "Migration"),
        (7, "Clause 4.5 (was 4.4)", "amended (consequential)", "Migration"),
    ]


def test_a_run_of_renumbered_clauses_is_one_line() -> None:
    (row,) = (row for row in summary(case("limb-inserted-without-ids")) if row.kind == "renumbered")
    assert row.label == "Clauses 4.1(c) and 4.1(d) (were 4.1(b) and 4.1(c))"


def test_colour_comes_on_top_of_the_marks() -> None:
    changes = case("clause-moved")
    plain, coloured = as_text(changes, colour=False), as_text(changes, colour=True)
    assert ESCAPE not in plain
    assert f"{ESCAPE}[32m{{+date and" in coloured
    for code in ("[0m", "[1m", "[31m", "[32m"):
        coloured = coloured.replace(ESCAPE + code, "")
    assert coloured == plain


@laws
@given(edited_pairs())
def test_no_line_is_wider_than_the_terminal(pair: Pair) -> None:
    for line in as_text(compare(*pair), width=60, legal_only=False).splitlines():
        assert len(line) <= 60 or " " not in line.strip()


def test_text_cannot_command_the_terminal() -> None:
    shown = as_text(compare(note("a b"), note(f"a {ESCAPE}]0;title\x07 b")))
    assert ESCAPE not in shown
    assert "\x07" not in shown


def test_notes_are_left_out_of_the_list_unless_wanted() -> None:
    changes = case("top-level-clause-inserted")
    assert "drafting note" not in as_text(changes)
    assert "Clause 6, drafting note: inserted" in as_text(changes, legal_only=False)


def test_json_holds_every_change_with_its_places() -> None:
    changes = case("limb-inserted-without-ids")
    found = as_json(changes)
    assert found == json.loads(json.dumps(found))
    assert found["schema"] == SCHEMA == "drafting-toolkit/changes/1"
    assert (found["old"], found["new"]) == ("TMAD@old", "TMAD@new")
    assert [row["number"] for row in found["summary"]] == [1, 2, 3]
    assert [change["number"] for change in found["changes"]] == [1, 2, 2, 3]
    inserted, renumbered, _, amended = found["changes"]
    assert inserted["old"] is None
    assert inserted["new"]["place"]["line"] == 5
    assert renumbered["old"]["label"] == "4.1(b)"
    assert renumbered["new"]["label"] == "4.1(c)"
    assert amended["consequential"]
    assert {"op": "omit", "text": "4.1(b)", "consequential": True} in amended["edits"][0]


def test_nothing_changed() -> None:
    document = read(CASES / "definitions" / "old.md")
    changes = compare(document, document)
    assert as_text(changes) == "TMAD@old → TMAD@old: no changes\n"
    assert as_json(changes)["changes"] == []
