"""Small things that instructions say: of abbreviations, of emphasis, of clauses put in among others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.model.footnote import FOOTNOTE
from toolkit.model.label import Label
from toolkit.model.passage import Kind, Passage

from .quoting import quoted

_NOT_HERE = "[Not reproduced]"


def between_gaps(gap: Passage, passages: Sequence[Passage]) -> tuple[tuple[Label, tuple[Passage, ...]], ...]:
    """Clauses put in among those of a gap that are not reproduced, each run with the label it comes after.

    F2.1 to F2.10 are not reproduced; then F2.1 to F2.7 are not, F2.7A is there, and F2.8 to F2.10 are not:
    F2.7A comes after F2.7. Empty where something else takes the place of the gap, as where a clause that
    was not reproduced now is.
    """
    if gap.kind is not Kind.GAP or not gap.detail.endswith(_NOT_HERE):
        return ()
    found: list[tuple[Label, list[Passage]]] = []
    for passage in passages:
        if passage.kind is Kind.GAP and passage.nested == gap.nested:
            if not passage.detail.endswith(_NOT_HERE):
                return ()
            found.append((passage.last, []))
        elif not found or (passage.nested == gap.nested and not _is_put_in(passage.label)):
            return ()
        else:
            found[-1][1].append(passage)
    return tuple((label, tuple(clauses)) for label, clauses in found if clauses)


def _is_put_in(label: Label) -> bool:
    """Whether a label is one of a clause that was put in between others: F2.7A."""
    return bool(label.key and label.key[-1].suffix)


def abbreviation(passage: Passage, new: str) -> str:
    """What is done to the second name of a defined term."""
    if not passage.detail:
        return f"after the term insert “({new})”"
    return f"for “({passage.detail})” substitute “({new})”" if new else f"omit “({passage.detail})”"


_STYLES = {"em": "italics", "strong": "bold", "code": "fixed-width letters"}


def emphasis(old: Passage, new: Passage) -> Iterator[str]:
    """Words that come to be emphasised, and words that no longer are. A mark put in or taken out says itself
    that it marks a footnote.
    """
    for mine, yours in zip(old.texts, new.texts, strict=False):
        before = {(mine.plain[one.start : one.end], one.kind) for one in mine.marks}
        after = {(yours.plain[one.start : one.end], one.kind) for one in yours.marks}
        for words, kind in sorted(after - before):
            if kind != FOOTNOTE:
                yield f"set {quoted(words)} in {_STYLES.get(kind, kind)}"
            elif words in mine.plain:
                yield f"let {quoted(words)} mark a footnote"
        for words, kind in sorted(before - after):
            if kind == FOOTNOTE and words in yours.plain:
                yield f"let {quoted(words)} no longer mark a footnote"
            elif words in yours.plain:
                yield f"set {quoted(words)} no longer in {_STYLES.get(kind, kind)}"
