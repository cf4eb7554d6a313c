"""What holds for all instructions: carried out on the old version they give the new one."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.compare.edit_scripts import edited_pairs
from tests.strategies import documents, laws
from toolkit.compare import instructions
from toolkit.compare.apply import Conflict
from toolkit.compare.compare import compare
from toolkit.compare.instructions.arrange import in_words
from toolkit.compare.instructions.carry_out import carry_out
from toolkit.compare.instructions.data import SCHEMA, as_data, from_data
from toolkit.compare.instructions.draw_up import draw_up
from toolkit.compare.instructions.instruction import Instructions
from toolkit.compare.instructions.markdown import as_markdown
from toolkit.compare.instructions.plain import as_plain
from toolkit.library.library import Library, read_library
from toolkit.model.document import Document
from toolkit.model.passage import Passage, passages
from toolkit.model.rebuild import document_from
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
Pair = tuple[Document, Document]
pairs = st.one_of(edited_pairs(), edited_pairs(), st.tuples(documents(most=2), documents(most=2)))


def drawn_up(old: Document, new: Document) -> Instructions:
    return draw_up(compare(old, new), old, new)


@cache
def schema() -> Draft202012Validator:
    text = (resources.files(instructions) / "instructions-1.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


@laws
@given(pairs)
def test_carried_out_on_the_old_version_they_give_the_new_one(pair: Pair) -> None:
    old, new = pair
    done = carry_out(drawn_up(old, new), old)
    assert done == passages(new)
    assert document_from(done, new).blocks == new.blocks


@laws
@given(pairs)
def test_so_do_those_that_were_written_as_data_and_read_again(pair: Pair) -> None:
    old, new = pair
    data = json.loads(json.dumps(as_data(drawn_up(old, new))))
    schema().validate(data)
    assert carry_out(from_data(data), old) == passages(new)


@laws
@given(documents())
def test_where_nothing_changed_there_is_nothing_to_do(document: Document) -> None:
    assert not drawn_up(document, document).steps


@laws
@given(pairs)
def test_they_can_be_said_in_words(pair: Pair) -> None:
    old, new = pair
    wording = in_words(compare(old, new), old, new, notes=True)
    for text in (as_plain(wording), as_markdown(wording)):
        assert text.endswith("\n")
    numbers = [int(line.marker[:-1]) for line in wording.lines if line.depth == 0]
    assert numbers == list(range(1, len(numbers) + 1))


@cache
def library() -> Library:
    return read_library(Folder(ROOT))


def held() -> list[tuple[str, str]]:
    """Every version with the next one of its document, and the first with the last."""
    found = []
    for code, register in library().registers.items():
        names = [f"{code}@{version.name}" for version in register.versions if version.held]
        found += [*pairwise(names), *([(names[0], names[-1])] if len(names) > 2 else [])]
    return found


@pytest.mark.parametrize(("one", "other"), held())
def test_each_version_is_made_of_the_other_by_instructions(one: str, other: str) -> None:
    both = library().load(one).document, library().load(other).document
    for old, new in (both, both[::-1]):
        found = drawn_up(old, new)
        assert carry_out(found, old) == passages(new)
        data = as_data(found)
        schema().validate(data)
        assert data["schema"] == SCHEMA
        assert carry_out(from_data(data, old.register.scheme), old) == passages(new)


# -- another base ---------------------------------------------------------------------------------


def amended(document: Document, at: int, words: str) -> Document:
    run = list(passages(document))
    run[at] = replace(run[at], texts=(replace(run[at].texts[0], plain=words, marks=()), *run[at].texts[1:]))
    return document_from(run, document)


def with_words(passage: Passage, words: str) -> Passage:
    return replace(passage, texts=(replace(passage.texts[0], plain=words, marks=()), *passage.texts[1:]))


@laws
@given(edited_pairs(), st.data())
def test_what_they_do_not_touch_may_be_other_words(pair: Pair, data: st.DataObject) -> None:
    old, new = pair
    changes = compare(old, new)
    touched = {change.old_at for change in changes.changes}
    olds, news = passages(old), passages(new)
    free = [
        at
        for at, passage in enumerate(olds)
        if at not in touched and passage.kind.value in ("clause", "heading")
    ]
    assume(free)
    at = data.draw(st.sampled_from(free))
    assume(olds.count(olds[at]) == news.count(olds[at]) == 1)
    where = news.index(olds[at])
    base = amended(old, at, "Words of another base.")
    done = carry_out(draw_up(changes, old, new), base)
    assert done[where] == with_words(news[where], "Words of another base.")
    assert [*done[:where], *done[where + 1 :]] == [*news[:where], *news[where + 1 :]]


@laws
@given(pairs, st.data())
def test_other_words_where_they_amend_are_a_conflict_that_shows_both(pair: Pair, data: st.DataObject) -> None:
    old, new = pair
    changes = compare(old, new)
    words = ("clause", "heading", "paragraph")
    lost = [one for one in changes.changes if one.old and not one.new and one.old.kind.value in words]
    if not lost:
        return
    change = data.draw(st.sampled_from(lost))
    assert change.old_at is not None
    assert change.old is not None
    base = amended(old, change.old_at, "Words of another base.")
    with pytest.raises(Conflict) as raised:
        carry_out(draw_up(changes, old, new), base)
    assert raised.value.expected != raised.value.found
    assert "Words of another base." in str(raised.value)
