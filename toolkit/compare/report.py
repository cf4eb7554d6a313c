"""A change set for people at a terminal and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from toolkit.model.change import Change, ChangeKind, ChangeSet, Edit, Op
from toolkit.model.passage import Kind, Passage
from toolkit.model.place import NOWHERE, Place

from .listing import Line, is_legal, lines, side
from .paragraph import Piece, Style, filled
from .summary import ListedChange, listed, summary

__all__ = ["SCHEMA", "ListedChange", "as_json", "as_text", "summary"]

SCHEMA = "drafting-toolkit/changes/1"

_STYLES = {Op.SAME: Style.SAME, Op.INSERT: Style.INSERTED, Op.OMIT: Style.OMITTED}
_INDENT = 5
_CONTEXT = 14
"""Unchanged words that are shown on each side of a change."""


_NOTHING: Mapping[int, str] = MappingProxyType({})


def as_text(
    changes: ChangeSet, colour: bool = False, width: int = 100, legal_only: bool = True,
    remarks: Mapping[int, str] = _NOTHING,
) -> str:  # fmt: skip
    """The changes for a terminal of `width` columns, with [-omitted-] and {+inserted+} words.

    Long stretches that did not change are left out (…). Colour comes on top of the marks, never instead.
    `remarks` are said of the change of a number, under its first line.
    """
    found = lines(changes, legal_only)
    count = {0: "no changes", 1: "1 change"}.get(len(found), f"{len(found)} changes")
    head = f"{changes.old} → {changes.new}: {count}"
    return (
        "\n\n".join([head, *(_line(line, colour, width, remarks.get(line.number, "")) for line in found)])
        + "\n"
    )


def _line(line: Line, colour: bool, width: int, remark: str) -> str:
    row = listed(line)
    head = f"{row.number:>3}. {row.label[:1].upper()}{row.label[1:]}: {row.kind}"
    if row.heading and side(line.changes[0]).kind is not Kind.HEADING:
        head += f" ({row.heading})"
    texts = [filled([Piece(head, Style.HEAD)], 0, width, colour, hanging=_INDENT)]
    texts += [filled([Piece(f"({remark})", Style.SAME)], _INDENT, width, colour)] if remark else []
    for change in line.changes:
        pieces = _pieces(change)
        if pieces:
            deeper = 2 * max(0, side(change).indent - side(line.changes[0]).indent)
            texts.append(filled(pieces, _INDENT + min(deeper, width // 3), width, colour))
    return "\n".join(texts)


def _pieces(change: Change) -> list[Piece]:
    """What to show of a change: its own label, then its words with what changed in them."""
    if change.kind in (ChangeKind.RENUMBERED, ChangeKind.RELAID):
        return []
    shown = side(change)
    if change.old is None or change.new is None:
        style = Style.OMITTED if change.new is None else Style.INSERTED
        return [Piece(" ".join(filter(None, [_own(shown), _words(shown)])), style)]
    pieces = [*_label_pieces(change.old, change.new), Piece(" ", Style.SAME)]
    if change.kind is ChangeKind.MOVED:
        return [*pieces, Piece(_cut(_words(shown), True, False), Style.SAME)]
    between = " " if shown.kind is Kind.TERM else " | "
    for at, edits in enumerate(change.edits or [(Edit(Op.SAME, text.plain),) for text in shown.texts]):
        pieces += [Piece(between, Style.SAME)] if at else []
        pieces += _marked(edits)
        if not at:
            pieces += _abbreviations(change.old, change.new)
    return pieces


def _label_pieces(old: Passage, new: Passage) -> list[Piece]:
    if _own(old) == _own(new):
        return [Piece(_own(new), Style.SAME)]
    both = (Piece(_own(old), Style.OMITTED), Piece(_own(new), Style.INSERTED))
    return [piece for piece in both if piece.text]


def _abbreviations(old: Passage, new: Passage) -> list[Piece]:
    if new.kind is not Kind.TERM or old.detail == new.detail:
        return []
    both = (Piece(old.detail, Style.OMITTED), Piece(new.detail, Style.INSERTED))
    return [Piece(" ", Style.SAME), *(Piece(f"({piece.text})", piece.style) for piece in both if piece.text)]


def _marked(edits: tuple[Edit, ...]) -> list[Piece]:
    last = len(edits) - 1
    return [
        Piece(
            _cut(edit.text, at > 0 or not last, at < last) if edit.op is Op.SAME else edit.text,
            _STYLES[edit.op],
        )
        for at, edit in enumerate(edits)
    ]


def _cut(text: str, after_change: bool, before_change: bool) -> str:
    """An unchanged stretch without its middle, or the end that is away from any change."""
    words = text.split(" ")
    keep = _CONTEXT * (after_change + before_change)
    if len(words) <= keep + 4:
        return text
    head = words[:_CONTEXT] if after_change else []
    tail = words[-_CONTEXT:] if before_change else []
    return " ".join([*head, "…", *tail])


def _own(passage: Passage) -> str:
    return "" if passage.kind is Kind.GAP else passage.label.own


def _words(passage: Passage) -> str:
    if passage.kind is Kind.GAP:
        return passage.detail
    texts = [text.plain for text in passage.texts]
    if passage.kind is Kind.TERM and passage.detail:
        texts[0] += f" ({passage.detail})"
    if passage.kind is Kind.CAPTION and passage.detail:
        texts[0] = f"{passage.detail}: {texts[0]}"
    return " | ".join(texts) if passage.kind is not Kind.TERM else " ".join(texts)


def as_json(changes: ChangeSet) -> dict[str, Any]:
    """Everything in a change set as plain data.

    `number` leads to the line of the list of changes and is null for what is not listed: notes,
    comments, and what merely goes along with its clause. Lines and columns count from 1.
    """
    numbers = {id(change): line.number for line in lines(changes) for change in line.changes}
    return {
        "schema": SCHEMA,
        "old": changes.old,
        "new": changes.new,
        "summary": [row._asdict() for row in summary(changes)],
        "changes": [_change(change, numbers.get(id(change))) for change in changes.changes],
    }


def _change(change: Change, number: int | None) -> dict[str, Any]:
    return {
        "number": number,
        "kind": change.kind.value,
        "label": change.label,
        "heading": change.heading,
        "id": change.clause,
        "moved": change.moved,
        "consequential": change.consequential,
        "legal_text": is_legal(side(change)),
        "old": _side(change.old, change.old_at),
        "new": _side(change.new, change.new_at),
        "edits": [[{"op": edit.op.value, "text": edit.text} for edit in edits] for edits in change.edits],
    }


def _side(passage: Passage | None, at: int | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "at": at,
        "passage": passage.kind.value,
        "id": passage.owner,
        "label": passage.label.text,
        "detail": passage.detail,
        "texts": [text.plain for text in passage.texts],
        "place": _place(passage.place),
    }


def _place(place: Place) -> dict[str, Any] | None:
    if place == NOWHERE:
        return None
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or None,
        "end_column": place.end_column or None,
    }
