"""A change set as plain data for programs, in the form that changes-1.json describes."""

from __future__ import annotations

from typing import Any

from toolkit.model.change import Change, ChangeSet, Edit
from toolkit.model.passage import Passage
from toolkit.model.place import NOWHERE, Place

from .listing import is_legal, lines, side
from .summary import summary

SCHEMA = "drafting-toolkit/changes/1"
"""What changes-1.json, beside this module, describes."""


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
        "origin": change.origin,
        "legal_text": is_legal(side(change)),
        "old": _side(change.old, change.old_at),
        "new": _side(change.new, change.new_at),
        "columns": [column._asdict() for column in change.columns],
        "edits": [[_edit(edit) for edit in edits] for edits in change.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"op": edit.op.value, "text": edit.text, "consequential": edit.consequential}


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
