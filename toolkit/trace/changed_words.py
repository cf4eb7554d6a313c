"""The words that changed in a clause, in one line: [-omitted-] and {+inserted+}, and a few about them."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.change import Edit, Op

CONTEXT = 5
"""Unchanged words shown on each side of a change."""


def as_text(edits: Sequence[Edit]) -> str:
    """The changed words with a few about them; empty where nothing changed."""
    shown = "".join(_marked(edit) for edit in shortened(edits))
    return shown.replace("-]{+", "-] {+").strip()


def shortened(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The changes with a few words about them, … for the others; empty where nothing changed."""
    if not any(edit.op is not Op.SAME for edit in edits):
        return ()
    last = len(edits) - 1
    return tuple(
        edit._replace(text=_few(edit.text, at > 0, at < last)) if edit.op is Op.SAME else edit
        for at, edit in enumerate(edits)
    )


def _marked(edit: Edit) -> str:
    if edit.op is Op.OMIT:
        return f"[-{edit.text}-]"
    return f"{{+{edit.text}+}}" if edit.op is Op.INSERT else edit.text


def _few(text: str, after_change: bool, before_change: bool) -> str:
    words = text.split()
    if len(words) <= CONTEXT * (after_change + before_change) + 1:
        return text
    head = " ".join(words[:CONTEXT]) if after_change else ""
    tail = " ".join(words[-CONTEXT:]) if before_change else ""
    before = " " if head and text[0].isspace() else ""
    after = " " if tail and text[-1].isspace() else ""
    return f"{before}{head}{' ' if head else ''}…{' ' if tail else ''}{tail}{after}"
