"""The case folders: reading a pair of texts, and showing what changed as a reader sees it."""

from __future__ import annotations

from pathlib import Path

from toolkit.compare.merge import merge
from toolkit.compare.report import as_text
from toolkit.model.change import ChangeSet, Edit, Marked, Op
from toolkit.model.document import Document, Register, Status, Version
from toolkit.model.numbering import MAIN_BODY, SUBSIDIARY
from toolkit.model.passage import Passage, passages
from toolkit.source.markdown import read_part

CASES = Path(__file__).parent / "cases"


def read(path: Path) -> Document:
    """A text of a case; folders whose names begin so hold Sections of a main body."""
    scheme = MAIN_BODY if path.parent.name.startswith("main-body") else SUBSIDIARY
    part = read_part(path.read_bytes(), path.name, scheme).part
    return Document(Register("TMAD", "TMAD", scheme=scheme), Version(path.stem, Status.DRAFT), (part,))


def printed(marked: tuple[Marked, ...]) -> str:
    """The marked copy, a line a passage: the number of the change, a sign for what happened, the words."""
    return "".join(f"{_number(one):>3} {_sign(one)} {_words(one)}\n" for one in marked)


def _number(one: Marked) -> str:
    return str(one.number) if one.number else ""


def _sign(one: Marked) -> str:
    if one.moved:
        return "<" if one.new is None else ">"
    return "-" if one.new is None else "+" if one.old is None else "~" if one.edits else " "


def _words(one: Marked) -> str:
    label = _label(one.passage)
    if one.old and one.new and _label(one.old) != label:
        both = ((Op.OMIT, _label(one.old)), (Op.INSERT, label))
        label = _marked(tuple(Edit(op, text) for op, text in both if text))
    texts = map(_marked, one.edits) if one.edits else (text.plain for text in one.passage.texts)
    move = f" ({one.moved})" if one.moved else ""
    words = "  " * one.passage.indent + " ".join([label, " | ".join(texts)]).strip() + move
    return words or "."


def _label(passage: Passage) -> str:
    return passage.detail or passage.label.own


def _marked(edits: tuple[Edit, ...]) -> str:
    marks = {Op.SAME: ("", ""), Op.OMIT: ("[-", "-]"), Op.INSERT: ("{+", "+}")}
    return "".join(marks[edit.op][0] + edit.text + marks[edit.op][1] for edit in edits)


def shown(old: Document, new: Document, changes: ChangeSet) -> str:
    return as_text(changes) + "\n" + printed(merge(passages(old), passages(new), changes))
