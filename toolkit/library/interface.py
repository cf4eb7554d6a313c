"""What other documents can see of a version: its labels, ids, headings, definitions and captions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from toolkit.model.block import Clause, Definition, Gap, Table
from toolkit.model.document import Document
from toolkit.model.index import walk


def interface_digest(document: Document) -> str:
    """SHA-256 over all that a citation or a term of another document can lead to, in order.

    Two versions with the same digest give the same findings in every document that cites them: the
    words of their clauses may differ, their labels, ids, headings, gaps, captions and definitions do not.
    """
    state = hashlib.sha256()
    for line in _lines(document):
        state.update("\x1f".join(line).encode("utf-8", "replace") + b"\x1e")
    return state.hexdigest()


def _lines(document: Document) -> Iterator[tuple[str, ...]]:
    for block, owner in walk(document.blocks):
        match block:
            case Clause():
                heading = block.heading.plain if block.heading is not None else ""
                yield ("clause", block.label.text, str(block.level), block.id, owner, heading)
            case Gap():
                yield ("gap", block.first.text, block.last.text, block.reason, owner)
            case Table():
                yield ("table", block.label, block.id, owner, block.title.plain)
            case Definition():
                yield ("definition", block.id, owner, block.meaning.plain, *block.names)
