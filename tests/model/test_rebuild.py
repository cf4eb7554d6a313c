"""document_from is the inverse of passages(), and puts every block into a file that keeps the order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import REGISTER, VERSION, documents, laws, plain_text
from toolkit.model.block import Clause, Comment, Gap, Item, Paragraph, Table, Verbatim
from toolkit.model.document import Document, Part
from toolkit.model.label import NO_LABEL, Label, Ordinal
from toolkit.model.passage import Kind, Passage, passages
from toolkit.model.rebuild import blocks_from, document_from
from toolkit.model.text import Text


@laws
@given(documents())
def test_the_passages_of_a_document_rebuild_it(document: Document) -> None:
    rebuilt = document_from(passages(document), document)
    assert rebuilt.blocks == document.blocks
    assert rebuilt == document


@laws
@given(documents(), st.data())
def test_any_run_of_passages_is_a_document(document: Document, data: st.DataObject) -> None:
    run = [one for one in passages(document) if one.kind not in (Kind.ROW, Kind.COLUMNS)]
    shuffled = data.draw(st.permutations(run))
    rebuilt = document_from(shuffled, document)
    words = [one.plain for one in passages(rebuilt) if one.plain]
    assert words == [one.plain for one in shuffled if one.plain]
    files = [part.file for part in rebuilt.parts]
    assert files == sorted(files)
    assert len(set(files)) == len(files)


@laws
@given(documents(), plain_text())
def test_what_a_reader_only_keeps_is_rebuilt_too(document: Document, words: str) -> None:
    inner = (Paragraph(Text(words)), Item((Paragraph(Text(words)), *document.blocks[:1])), Verbatim(words))
    odd = (Comment(words), Item(inner), Item(()), *document.blocks)
    assert blocks_from(passages(Document(REGISTER, VERSION, (Part("a.md", odd),)))) == odd


def test_a_row_outside_a_table_is_refused() -> None:
    table = Table("Table 1", "t", True, Text("T"), (Text("A"),), ((Text("1"),),))
    run = passages(Document(REGISTER, VERSION, (Part("a.md", (table,)),)))
    with pytest.raises(ValueError, match="outside a table"):
        blocks_from(run[1:])


# -- files ----------------------------------------------------------------------------------------


def clause(own: str, name: str, *blocks: Table) -> Clause:
    return Clause(Label((own,), (Ordinal.of(1),)), 1, name, True, Text(name), blocks, 2)


def version(**files: tuple[object, ...]) -> Document:
    return Document(REGISTER, VERSION, tuple(Part(f"d/1/{name}", blocks) for name, blocks in files.items()))  # type: ignore[arg-type]


def files_of(like: Document, *blocks: object) -> list[str]:
    run = passages(Document(REGISTER, VERSION, (Part("x.md", blocks),)))  # type: ignore[arg-type]
    rebuilt = document_from(run, like)
    assert rebuilt.blocks == blocks
    return [part.file.removeprefix("d/1/") for part in rebuilt.parts]


ONE, TWO, THREE = clause("1", "one"), clause("2", "two"), clause("3", "three")
LIKE = version(**{"01-one.md": (Comment("c"), ONE), "02-two.md": (TWO,), "03-three.md": (THREE,)})


def test_a_new_clause_gets_a_file_of_its_own() -> None:
    assert files_of(LIKE, Comment("c"), ONE, TWO, clause("2A", "two-more"), THREE) == [
        "01-one.md", "02-two.md", "02A-two-more.md", "03-three.md",
    ]  # fmt: skip
    assert files_of(LIKE, Comment("c"), ONE, TWO, THREE, clause("4", "four"))[-1] == "04-four.md"


def test_a_new_clause_among_files_that_only_count_keeps_the_order() -> None:
    like = version(**{"001-a.md": (clause("478.1", "a"),), "002-b.md": (clause("478.2", "b"),)})
    found = files_of(like, clause("478.1", "a"), clause("478.1a", "new"), clause("478.2", "b"))
    assert found == ["001-a.md", "001a-new.md", "002-b.md"]


def test_a_moved_clause_changes_its_file_and_as_few_others_as_can_be() -> None:
    assert files_of(LIKE, TWO, THREE, clause("4", "one")) == ["02-two.md", "03-three.md", "04-one.md"]


def test_blocks_before_a_clause_stay_in_its_file() -> None:
    rebuilt = document_from(passages(LIKE), LIKE)
    assert rebuilt == LIKE


def test_a_gap_and_a_matrix_name_their_files() -> None:
    numbers = (Ordinal.of(4),)
    gap = Gap(Label(("4",), numbers), Label(("5",), numbers), "Not reproduced", 2, 1)
    table = Table("", "annex-a-matrix", False, Text(""), (Text("A"),), (), (), True)
    annex = clause("Annex A", "annex-a", table)
    found = files_of(LIKE, ONE, TWO, THREE, gap, annex)
    assert found[-2:] == ["04-not-reproduced.md", "annex-a-annex-a.csv"]


def test_a_document_without_files_gets_some() -> None:
    empty = Document(REGISTER, VERSION, ())
    rebuilt = document_from(passages(LIKE), empty)
    assert [part.file for part in rebuilt.parts] == [
        "documents/tmad/6.1U/01-one.md", "documents/tmad/6.1U/02-two.md", "documents/tmad/6.1U/03-three.md",
    ]  # fmt: skip


def test_a_passage_nested_too_deep_goes_into_the_innermost_block() -> None:
    deep = replace(passages(LIKE)[2], kind=Kind.PARAGRAPH, nested=9, label=NO_LABEL)
    (block,) = blocks_from([passages(LIKE)[1], deep])
    assert isinstance(block, Clause)
    assert block.blocks == (Paragraph(Text("two")),)


def test_a_table_holds_nothing_but_rows() -> None:
    table = Table("Table 1", "t", True, Text("T"), (Text("A"),), ((Text("1"),),))
    run = passages(Document(REGISTER, VERSION, (Part("a.md", (table,)),)))
    deep = Passage(Kind.PARAGRAPH, "", 0, 0, NO_LABEL, (Text("more"),), nested=9)
    assert blocks_from([*run, deep]) == (table, Paragraph(Text("more")))
