"""A change set for people at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from toolkit.model.change import Change, ChangeKind, ChangeSet, Edit, Op
from toolkit.model.passage import Kind, Passage

from .data import SCHEMA, as_json
from .listing import Line, lines, side
from .paragraph import Piece, Style, filled
from .summary import ListedChange, listed, summary

__all__ = ["SCHEMA", "ListedChange", "as_json", "as_text", "summary"]

_STYLES = {Op.SAME: Style.SAME, Op.INSERT: Style.INSERTED, Op.OMIT: Style.OMITTED}
_INDENT = 5
_CONTEXT = 14
"""Unchanged words that are shown on each side of a change."""

_NOTHING: Mapping[int, str] = MappingProxyType({})


def as_text(
    changes: ChangeSet,
    colour: bool = False,
    width: int = 100,
    legal_only: bool = True,
    consequential: bool = True,
    remarks: Mapping[int, str] = _NOTHING,
) -> str:
    """The changes for a terminal of `width` columns, with [-omitted-] and {+inserted+} words.

    Long stretches that did not change are left out (…). Colour comes on top of the marks, never instead.
    Without `consequential`, what only follows from other changes stands unmarked, as it now reads.
    `remarks` are said of the change of a number, under its first line.
    """
    every = lines(changes, legal_only)
    found = [line for line in every if consequential or not listed(line).consequential]
    count = {0: "no changes", 1: "1 change"}.get(len(every), f"{len(every)} changes")
    head = f"{changes.old} → {changes.new}: {count}"
    told = [_line(line, colour, width, consequential, remarks.get(line.number, "")) for line in found]
    if len(every) > 1:
        told.append(filled([Piece(_in_all(every, len(every) - len(found)), Style.SAME)], 0, width, colour))
    return "\n\n".join([head, *told]) + "\n"


def _in_all(found: Sequence[Line], hidden: int) -> str:
    """In all: 3 inserted, 7 amended, 2 moved; 4 of them consequential, which are not shown."""
    rows = [listed(line) for line in found]
    kinds = Counter(row.kind.removesuffix(" (consequential)") for row in rows)
    follow = sum(row.consequential for row in rows)
    words = "In all: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    words += f"; {follow} of them consequential" if follow else ""
    return words + (", which are not shown." if hidden else ".")


def _line(line: Line, colour: bool, width: int, consequential: bool, remark: str) -> str:
    row = listed(line)
    head = f"{row.number:>3}. {row.label[:1].upper()}{row.label[1:]}: {row.kind}"
    origins = dict.fromkeys(change.origin for change in line.changes if change.origin)
    head += "".join(f", {origin}" for origin in origins)
    if row.heading and side(line.changes[0]).kind is not Kind.HEADING:
        head += f" ({row.heading})"
    texts = [filled([Piece(head, Style.HEAD)], 0, width, colour, hanging=_INDENT)]
    texts += [filled([Piece(f"({remark})", Style.SAME)], _INDENT, width, colour)] if remark else []
    for change in line.changes:
        pieces = _pieces(change if consequential else _without_consequential(change))
        if pieces:
            deeper = 2 * max(0, side(change).indent - side(line.changes[0]).indent)
            texts.append(filled(pieces, _INDENT + min(deeper, width // 3), width, colour))
    return "\n".join(texts)


def _without_consequential(change: Change) -> Change:
    """The change with what only follows from others standing as it now reads."""
    return replace(change, edits=tuple(tuple(_settled(edits)) for edits in change.edits))


def _settled(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    same = ""
    for edit in edits:
        if edit.op is Op.SAME or (edit.consequential and edit.op is Op.INSERT):
            same += edit.text
        elif not edit.consequential:
            if same:
                yield Edit(Op.SAME, same)
            same = ""
            yield edit
    if same:
        yield Edit(Op.SAME, same)


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
