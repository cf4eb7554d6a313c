"""The runs of a passage say both texts to the letter, whatever the edits, links and marks."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.change import Edit, Marked, Op
from toolkit.model.label import NO_LABEL
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark, Text
from toolkit.render.inline import Targets, words_html
from toolkit.render.view import Link, ViewPassage
from toolkit.render.wording import Run, wording

WORDS = st.text("ab <&\n", max_size=8)
EDITS = st.lists(st.builds(Edit, st.sampled_from(Op), WORDS), max_size=8).map(tuple)
NO_TARGETS = Targets(frozenset({"insert", "omit"}), {}, {})


def text_of(edits: tuple[Edit, ...], side: Op) -> str:
    return "".join(edit.text for edit in edits if edit.op in (Op.SAME, side))


@st.composite
def spans(draw: st.DrawFn, size: int) -> list[tuple[int, int]]:
    cuts = sorted(draw(st.sets(st.integers(0, size), max_size=6)))
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]


@st.composite
def shown(draw: st.DrawFn) -> tuple[ViewPassage, tuple[Edit, ...]]:
    edits = draw(EDITS)
    sides = []
    for op in (Op.OMIT, Op.INSERT):
        plain = text_of(edits, op)
        marks = tuple(Mark(a, b, draw(st.sampled_from(["em", "strong"]))) for a, b in draw(spans(len(plain))))
        links = tuple(Link(a, b, "term", op.value, False, "") for a, b in draw(spans(len(plain))))
        sides.append((Passage(Kind.PARAGRAPH, "", 1, 0, NO_LABEL, (Text(plain, marks),)), links))
    (old, old_links), (new, new_links) = sides
    return ViewPassage(Marked(old, new, (edits,), "", 1), (old_links,), (new_links,)), edits


@given(shown())
def test_runs_say_the_old_and_the_new_text(case: tuple[ViewPassage, tuple[Edit, ...]]) -> None:
    passage, edits = case
    (runs,) = wording(passage)
    if not any(edit.text for edit in edits):
        return
    for side in (Op.OMIT, Op.INSERT):
        assert "".join(run.text for run in runs if run.op in (Op.SAME, side)) == text_of(edits, side)


@given(shown())
def test_links_and_marks_cover_what_they_covered(case: tuple[ViewPassage, tuple[Edit, ...]]) -> None:
    passage, _ = case
    (runs,) = wording(passage)
    new = passage.marked.new
    assert new
    linked = "".join(run.text for run in runs if run.link and run.op is not Op.OMIT)
    assert linked == "".join(new.texts[0].plain[link.start : link.end] for link in passage.new_links[0])
    assert all(run.link.target == "omit" for run in runs if run.link and run.op is Op.OMIT)
    marked = "".join(run.text for run in runs if run.marks and run.op is not Op.OMIT)
    assert marked == "".join(new.texts[0].plain[mark.start : mark.end] for mark in new.texts[0].marks)


@given(shown())
def test_html_is_well_formed_whatever_overlaps(case: tuple[ViewPassage, tuple[Edit, ...]]) -> None:
    from tests.html.page_text import read_page

    (runs,) = wording(case[0])
    html = f'<p class="law">{words_html(runs, NO_TARGETS)}</p>'
    page = read_page(html.encode())
    assert page.words.split() == "".join(run.text for run in runs).split()


@pytest.mark.parametrize(("old", "new", "op"), [(True, False, Op.OMIT), (False, True, Op.INSERT)])
def test_what_stands_on_one_side_only_is_whole(old: bool, new: bool, op: Op) -> None:
    passage = Passage(Kind.ROW, "t", 1, 0, NO_LABEL, (Text("a b"), Text("")))
    marked = Marked(passage if old else None, passage if new else None, (), "", 1)
    runs = wording(ViewPassage(marked))
    assert runs == ((Run(op, "a b"),), ())


def test_edits_that_do_not_make_the_text_are_refused() -> None:
    old, new = (
        Passage(Kind.PARAGRAPH, "", 1, 0, NO_LABEL, (Text(text),)) for text in ("one two", "one three")
    )
    short = ((Edit(Op.SAME, "one "), Edit(Op.OMIT, "two")),)
    with pytest.raises(ValueError, match="do not make the texts"):
        wording(ViewPassage(Marked(old, new, short, "", 1)))


def test_rows_that_gained_a_column_keep_every_cell() -> None:
    old = Passage(Kind.ROW, "t", 1, 0, NO_LABEL, (Text("a"),))
    new = Passage(Kind.ROW, "t", 1, 0, NO_LABEL, (Text("a"), Text("b")))
    runs = wording(ViewPassage(Marked(old, new, (), "", 1)))
    assert [[run.text for run in text] for text in runs] == [["a"], ["b"]]


def test_many_marks_and_links_take_time_in_proportion() -> None:
    size = 20_000
    text = Text("ab " * size, tuple(Mark(3 * n, 3 * n + 2, "em") for n in range(size)))
    links = tuple(Link(3 * n, 3 * n + 2, "term", "x", False, "") for n in range(size))
    passage = Passage(Kind.PARAGRAPH, "", 1, 0, NO_LABEL, (text,))
    (runs,) = wording(ViewPassage(Marked(passage, passage), (), (links,)))
    assert len(list(groupby(runs, key=lambda run: bool(run.link)))) == 2 * size
