"""The tests' own test: break the writer on purpose, and see that the oracle says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.docx.agreement import assert_true, written
from tests.docx.build import view
from tests.docx.cases import CASES
from toolkit.render.docx import align, bookmark, markup, paragraph, runs, setting, table
from toolkit.render.docx.revision import Revisions, Track

Patch = pytest.MonkeyPatch


def no_paragraph_mark(patch: Patch) -> None:
    _write_properties(patch, lambda mark, former: (Track.SAME, former))


def one_number_for_all(patch: Patch) -> None:
    patch.setattr(Revisions, "number", lambda self: "7")


def row_without_its_runs(patch: Patch) -> None:
    patch.setattr(table, "write_line", lambda *arguments: None)


def row_that_alone_is_tracked(patch: Patch) -> None:
    whole = table.add_properties
    patch.setattr(
        table, "add_properties", lambda words, chosen, revisions, mark: whole(words, chosen, revisions)
    )


def words_of_a_deletion_as_plain_text(patch: Patch) -> None:
    _write_text(patch, "delText", "t")


def field_code_of_a_deletion_as_plain_code(patch: Patch) -> None:
    _write_text(patch, "delInstrText", "instrText")


def _write_text(patch: Patch, right: str, wrong: str) -> None:
    def add(run: Any, text: str, tag: str = "t") -> None:
        markup.add_text(run, text, wrong if tag == right else tag)

    patch.setattr(runs, "add_text", add)


def moved_copies_with_one_name(patch: Patch) -> None:
    patch.setattr(bookmark.Names, "take", lambda self, given, ending="": bookmark.bookmark_name(given))


def citations_that_do_not_look_at_the_label(patch: Patch) -> None:
    always = lambda self, target, words, side: self.new.get(target, "")  # noqa: E731
    patch.setattr(bookmark.Bookmarks, "field_target", always)


def bookmark_around_the_whole_line(patch: Patch) -> None:
    patch.setattr(runs.Runs, "end", lambda self, numbers: None)


def omitted_words_left_out(patch: Patch) -> None:
    whole = align._cut

    def cut(words: Any, stretches: Any, within: Any, track: Track, follows: bool) -> Any:
        return () if track is Track.OMIT else whole(words, stretches, within, track, follows)

    patch.setattr(align, "_cut", cut)


def words_untracked(patch: Patch) -> None:
    patch.setattr(runs.Runs, "_wrapper", lambda self, parent, track, follows: parent)


def move_whose_range_does_not_end(patch: Patch) -> None:
    whole = markup.make

    def make(tag: str, **more: str) -> Any:
        return whole(tag.replace("moveToRangeEnd", "moveFromRangeEnd"), **more)

    patch.setattr(paragraph, "make", make)


def level_change_unsaid(patch: Patch) -> None:
    _write_properties(patch, lambda mark, former: (mark, None))


def _write_properties(patch: Patch, change: Callable[[Any, Any], tuple[Any, Any]]) -> None:
    whole = setting.add_properties

    def add(element: Any, chosen: Any, revisions: Any, mark: Any = Track.SAME, former: Any = None) -> Any:
        return whole(element, chosen, revisions, *change(mark, former))

    patch.setattr(paragraph, "add_properties", add)


BREAKS: tuple[tuple[Callable[[Patch], None], str], ...] = (
    (no_paragraph_mark, "an inserted clause"),
    (no_paragraph_mark, "an omitted clause"),
    (no_paragraph_mark, "a moved clause with its limbs"),
    (one_number_for_all, "amended words"),
    (row_without_its_runs, "a table row inserted and one omitted"),
    (row_that_alone_is_tracked, "a table row inserted and one omitted"),
    (words_of_a_deletion_as_plain_text, "amended words"),
    (field_code_of_a_deletion_as_plain_code, "a citation changed inside an amended clause"),
    (moved_copies_with_one_name, "a moved clause with its limbs"),
    (citations_that_do_not_look_at_the_label, "a moved clause with its limbs"),
    (bookmark_around_the_whole_line, "an inserted clause"),
    (omitted_words_left_out, "amended words"),
    (words_untracked, "amended words"),
    (move_whose_range_does_not_end, "a moved clause with its limbs"),
    (level_change_unsaid, "a change of level"),
)


@pytest.mark.parametrize(("broken", "case"), BREAKS, ids=lambda value: getattr(value, "__name__", value))
def test_the_oracle_goes_red(broken: Callable[[Patch], None], case: str, monkeypatch: Patch) -> None:
    shown = view(CASES[case])
    assert_true(shown, written(shown))
    broken(monkeypatch)
    with pytest.raises((AssertionError, KeyError)):
        assert_true(shown, written(shown))
