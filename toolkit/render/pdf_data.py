"""A view as data for the template on paper, templates/document.typ: values only, never its source."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple, TypeGuard
from urllib.parse import unquote

from toolkit.model.change import Op
from toolkit.model.footnote import FOOTNOTE

from .anchor import Anchors, anchors
from .change_tally import change_tally, kind_words
from .html import heading
from .label_print import Note
from .layout import SPOKEN, Entry, Grid, Ink, Line, Sheet, lay_out
from .view import ChangeLine, Link, View
from .wording import Runs

OUTSIDE = "Provisions and terms of other documents"

NARROWEST, ROOM, BETWEEN = 4, 84, 3
"""Of a column and of all columns, in characters: what a line of a table holds on paper; and of the room
beside the words of a column."""

LONG = 1200
"""A row of more characters may go on on the next page."""


class Printed(NamedTuple):
    """What the typesetter is given, and what is put right in the file that it makes."""

    data: dict[str, Any]
    bookmarks: tuple[str, ...]
    """The title of every heading that bears a bookmark, in order."""


def print_data(view: View, created: str) -> Printed:
    """The data of a view. `created` is a day in ISO 8601, or empty."""
    bears = anchors(view)
    sheet = lay_out(view, bears, _ink(view, bears))
    against = f", change-marked against {view.against}" if view.against else ""
    front = _entries(view, sheet)
    data = {
        "heading": heading(view),
        "created": created,
        "language": view.language.split("-"),
        "code": view.code,
        "appendix": view.appendix,
        "title": view.title,
        "facts": _facts(view),
        "notice": view.notice,
        "running": [f"{view.code} version {view.version}{against}", view.status, view.title],
        "against": view.against,
        "contents": [_entry(one) for one in front],
        "headed": any(_is_headed(one) for one in sheet.blocks),
        "blocks": [[wide, list(group)] for wide, group in _runs_of_width(sheet)],
        "spoken": SPOKEN,
        **_notes(sheet),
        "outside": [[one.key, one.title, one.heading] for one in view.outside],
        "anchors": _anchors(view, bears),
        **(_changes(view, bears) if view.marked else {}),
        **({"marking": view.marking} if view.marking else {}),
    }
    return Printed(data, _bookmarks(view, sheet))


def _anchors(view: View, bears: Anchors) -> list[str]:
    """Every named place."""
    parts = ("_changes" if view.marked else "", "_outside" if view.outside else "")
    return [name for name in (*bears.ids, *(one.key for one in view.outside), *parts) if name]


def _facts(view: View) -> list[tuple[str, str]]:
    title = f" ({view.version_title})" if view.version_title else ""
    against = f"version {view.against}" if view.against else ""
    facts = (
        ("Version", view.version + title),
        ("Status", view.status),
        ("Date", view.date),
        ("Change-marked against", against),
        ("Consulted on as", f"version {view.consulted}" if view.consulted else ""),
    )
    return [fact for fact in facts if fact[1]]


def _changes(view: View, bears: Anchors) -> dict[str, Any]:
    tally, shown = change_tally(view), frozenset(bears.changes)
    return {
        "tallies": [
            [title, counts]
            for title, counts in (
                ("By kind", tally.kinds), ("By declared change", tally.declared), ("By stage", tally.stages),
            )
            if counts
        ],
        "total": tally.total,
        "elsewhere": tally.elsewhere,
        "consequential": tally.consequential,
        "changes": [_change(line, f"_c{line.number}" in shown) for line in view.changes],
        "dropped": [_change(line, False) for line in view.dropped],
        "declared": any(line.declared for line in view.changes),
        "staged": any(line.stage for line in view.changes),
    }  # fmt: skip


def _change(line: ChangeLine, printed: bool) -> list[Any]:
    declared = "; ".join(str(one) for one in line.declared)
    stage = line.stage.value if line.stage else ""
    return [line.number, line.label, kind_words(line), line.heading, declared, stage, printed]


def _entries(view: View, sheet: Sheet[Any]) -> tuple[Entry, ...]:
    entries = sheet.contents
    if view.outside:
        entries = (*entries, Entry(1, "", OUTSIDE, "#_outside", False))
    if view.marked:
        entries = (Entry(1, "", f"Changes from version {view.against}", "#_changes", False), *entries)
    return entries


def _entry(entry: Entry) -> list[Any]:
    return [entry.level, entry.label, entry.title, unquote(entry.href[1:]), entry.omitted]


def _bookmarks(view: View, sheet: Sheet[Any]) -> tuple[str, ...]:
    titles = ["Contents"] if _entries(view, sheet) else []
    titles += [f"Changes from version {view.against}"] if view.marked else []
    titles += [one.title for one in sheet.blocks if _is_headed(one)]
    return (*titles, *([OUTSIDE] if view.outside else []))


def _is_headed(block: Line[Any] | Grid[Any]) -> TypeGuard[Line[Any]]:
    """Whether a block is a heading; one without any words is none on paper, as PDF/UA has it."""
    return (
        isinstance(block, Line)
        and block.heading > 0
        and bool("".join(map(_plain, (block.label, *block.words))).strip())
    )


def _notes(sheet: Sheet[Any]) -> dict[str, Any]:
    """The footnotes by their anchors, which go where their marks are."""
    found = {one.id: _line(one) for one in sheet.blocks if _is_footnote(one)}
    return {"footnotes": found} if found else {}


def _is_footnote(block: Line[Any] | Grid[Any]) -> TypeGuard[Line[Any]]:
    return isinstance(block, Line) and block.back != ""


def _runs_of_width(sheet: Sheet[Any]) -> Any:
    """Blocks, those that go onto landscape pages together."""
    blocks = (block for block in sheet.blocks if not _is_footnote(block))
    for wide, group in groupby(blocks, key=lambda block: block.wide):
        yield wide, map(_block, group)


def _block(block: Line[Any] | Grid[Any]) -> dict[str, Any]:
    return _grid(block) if isinstance(block, Grid) else _line(block)


def _line(line: Line[Any]) -> dict[str, Any]:
    whole = f"{line.whole} moved" if line.whole and line.state.startswith("moved") else line.whole
    return {
        "kind": line.kind, "id": line.id, "indent": line.indent,
        "heading": line.heading if _is_headed(line) else 0,
        "label": line.label, "note": line.note, "detail": line.detail, "words": line.words,
        "whole": whole, "spoken": line.spoken, "change": line.change, "anchor": line.anchor,
        "follows": line.follows, "long": sum(len(_plain(words)) for words in line.words) > LONG,
    }  # fmt: skip


def _grid(grid: Grid[Any]) -> dict[str, Any]:
    rows = (*grid.columns, *grid.rows)
    return {
        "kind": "grid", "id": grid.id, "indent": grid.indent,
        "captions": [_line(one) for one in grid.captions], "columns": [_line(one) for one in grid.columns],
        "rows": [_line(one) for one in grid.rows], "alignments": grid.alignments,
        "widths": column_widths([[_plain(words) for words in one.words] for one in rows]),
    }  # fmt: skip


def column_widths(rows: list[list[str]], room: int = ROOM) -> list[int]:
    """How to share out a line among columns: to each its longest word, and of the rest by need."""
    columns = [[row[n] for row in rows] for n in range(len(rows[0]))] if rows else []
    least = [max((len(word) for cell in one for word in cell.split()), default=0) for one in columns]
    most = [max(map(len, one)) for one in columns]
    least, most = ([max(n, NARROWEST) + BETWEEN for n in each] for each in (least, most))
    spare, wanted = room - sum(least), sum(most) - sum(least)
    if wanted <= 0 or spare <= 0:
        return least
    return [
        low + max(0, (high - low) * min(spare, wanted) // wanted)
        for low, high in zip(least, most, strict=True)
    ]


def _plain(words: Any) -> str:
    return "".join(piece[0] for _, pieces in words for piece in pieces)


def _ink(view: View, bears: Anchors) -> Ink[Any]:
    """Words as groups of one change: [what happened, what is said before, after, pieces]."""
    ids = frozenset(name for name in bears.ids if name) | {entry.key for entry in view.outside}
    return Ink(lambda runs, moved: _words(runs, moved, ids), lambda runs: _words(runs, False, ids), _note)


def _words(runs: Runs, moved: bool, ids: frozenset[str]) -> list[Any]:
    found: list[Any] = []
    for (op, follows), group in groupby(runs, key=lambda run: (run.op, run.consequential)):
        pieces = [
            [run.text, "".join(mark[0] for mark in run.marks), *_target(run.link, ids)]
            for run in group
            if run.text
        ]
        kind = _kind(op, moved, follows)
        if pieces and kind:
            found += _edged(kind, pieces)
        elif pieces:
            found.append(["", pieces])
    return found


def _edged(kind: str, pieces: list[list[Any]]) -> list[Any]:
    """A change without the spaces at its ends, so that its edges stand at its words wherever a line ends."""
    if not "".join(piece[0] for piece in pieces).strip(" "):
        return [[kind, pieces]]
    before = len(pieces[0][0]) - len(pieces[0][0].lstrip(" "))
    pieces[0][0] = pieces[0][0][before:]
    after = len(pieces[-1][0]) - len(pieces[-1][0].rstrip(" "))
    pieces[-1][0] = pieces[-1][0][: len(pieces[-1][0]) - after]
    spaces = [[["", [[" " * count, "", "", False]]]] if count else [] for count in (before, after)]
    return [*spaces[0], [kind, pieces], *spaces[1]]


def _kind(op: Op, moved: bool, follows: bool) -> str:
    if op is Op.SAME:
        return ""
    tag = "ins" if op is Op.INSERT else "del"
    return f"{tag} moved" if moved else f"{tag} follows" if follows else tag


def _target(link: Link | None, ids: frozenset[str]) -> tuple[str, bool]:
    """Where a piece leads, and whether it looks like a link: citations do, terms do not."""
    if link is None or link.target not in ids:
        return "", False
    if link.kind == FOOTNOTE:  # its words stand where it is marked first
        return link.target, link.tip != ""
    return link.target, link.kind != "term"


def _note(note: Note) -> list[Any]:
    return [[part.words, part.former, part.anchor] for part in note]
