"""The words that changed in a clause, in one line: [-omitted-] and {+inserted+}, and a few about them."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.change import Edit, Op

CONTEXT = 5
"""Unchanged words shown on each side of a change."""


def as_text(edits: Sequence[Edit]) -> str:
    """The changed words with a few about them; empty where nothing changed."""
    if not any(edit.op is not Op.SAME for edit in edits):
        return ""
    last = len(edits) - 1
    shown = "".join(_shown(edit, at > 0, at < last) for at, edit in enumerate(edits))
    return shown.replace("-]{+", "-] {+").strip()


def _shown(edit: Edit, after_change: bool, before_change: bool) -> str:
    if edit.op is Op.OMIT:
        return f"[-{edit.text}-]"
    if edit.op is Op.INSERT:
        return f"{{+{edit.text}+}}"
    words = edit.text.split()
    if len(words) <= CONTEXT * (after_change + before_change) + 1:
        return edit.text
    head = " ".join(words[:CONTEXT]) if after_change else ""
    tail = " ".join(words[-CONTEXT:]) if before_change else ""
    before = " " if head and edit.text[0].isspace() else ""
    after = " " if tail and edit.text[-1].isspace() else ""
    return f"{before}{head}{' ' if head else ''}…{' ' if tail else ''}{tail}{after}"
