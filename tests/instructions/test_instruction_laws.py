"""What holds for all instructions: carried out on the old version they give the new one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.edit_scripts import edited_pairs
from tests.strategies import documents, laws
from toolkit.compare.compare import compare
from toolkit.compare.instructions.carry_out import carry_out
from toolkit.compare.instructions.draw_up import draw_up
from toolkit.compare.instructions.instruction import Instructions
from toolkit.model.document import Document
from toolkit.model.passage import passages

Pair = tuple[Document, Document]
pairs = st.one_of(edited_pairs(), edited_pairs(), st.tuples(documents(most=2), documents(most=2)))


def drawn_up(old: Document, new: Document) -> Instructions:
    return draw_up(compare(old, new), old, new)


@laws
@given(pairs)
def test_carried_out_on_the_old_version_they_give_the_new_one(pair: Pair) -> None:
    old, new = pair
    assert carry_out(drawn_up(old, new), old) == passages(new)


@laws
@given(pairs)
def test_and_those_of_the_way_back_give_the_old_one(pair: Pair) -> None:
    old, new = pair
    assert carry_out(drawn_up(new, old), new) == passages(old)


@laws
@given(documents())
def test_where_nothing_changed_there_is_nothing_to_do(document: Document) -> None:
    assert not drawn_up(document, document).steps
