"""A view laid out for a page: lines and tables with their words as HTML, and the list of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from toolkit.model.change import Marked, Op
from toolkit.model.passage import Kind, Passage

from .anchor import HEADINGS, Anchors, anchors
from .inline import EMPTY, SPOKEN, Targets, pair_html, words_html
from .label_print import label_html, note_html
from .outside import addresses
from .templates import Fragment
from .view import View, ViewPassage
from .wording import wording

DEEPEST = 12
"""Deeper clauses are set in no further."""

WIDE = 7
"""A table of so many columns is printed on landscape pages."""

_TABULAR = frozenset({Kind.CAPTION, Kind.COLUMNS, Kind.ROW})


class Line(NamedTuple):
    """One passage as it is set."""

    kind: str
    """As in Kind."""
    id: str
    """Its anchor; may be empty."""
    indent: int
    """0 to DEEPEST."""
    heading: int
    """2 to 6 for a heading, at most one more than the heading before; else 0."""
    citation: str
    """Its full label, such as 18.1(a); empty without a label."""
    label: Fragment
    note: Fragment
    """What is said after the label about a move or a renumbering; may be empty."""
    detail: Fragment
    """The table's label or the term's abbreviation; may be empty."""
    words: tuple[Fragment, ...]
    """One for each text."""
    state: str
    """inserted, omitted, amended, renumbered, moved-here, moved-away, relaid, or empty."""
    whole: str
    """ins or del where the whole passage is one; else empty."""
    spoken: tuple[str, str]
    """What is said before and after a whole passage."""
    change: int
    """Its number in the list of changes; 0 where nothing changed."""
    anchor: str
    """The anchor of the change; may be empty."""
    leads: bool
    """Whether it is the first, on its side, of the passages that its change is made of."""
    title: str
    """A heading's label and plain words; else empty."""
    wide: bool = False
    """Whether it is the heading of a wide table, and goes with it onto a landscape page."""


class Grid(NamedTuple):
    """A table."""

    id: str
    indent: int
    captions: tuple[Line, ...]
    """One; two where an old and a new caption stand side by side."""
    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    alignments: tuple[str, ...]
    """left, right or center, for each column."""
    matrix: bool
    wide: bool
    name: str
    """What it is called by those who hear the page."""


class Entry(NamedTuple):
    """One line of the list of contents."""

    level: int
    """1 or 2"""
    label: str
    title: str
    href: str
    omitted: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole view, ready to print."""

    contents: tuple[Entry, ...]
    blocks: tuple[Line | Grid, ...]
    tips: tuple[tuple[str, str], ...]
    """The id and the words of every tip."""


def lay_out(view: View, suffix: str = "", tips: bool = False) -> Sheet:
    """The sheet of a view; with a suffix, links into sibling outputs lead to the files of that suffix."""
    bears = anchors(view)
    targets = _targets(view, bears, suffix, tips)
    lines = tuple(_lines(view, bears, targets))
    blocks = tuple(_with_wide_tables(list(_blocks(lines, view.passages))))
    return Sheet(_contents(view, lines), blocks, tuple((name, tip) for tip, name in targets.tips.items()))


def _targets(view: View, bears: Anchors, suffix: str, tips: bool) -> Targets:
    ids = frozenset(name for name in bears.ids if name) | {entry.key for entry in view.outside}
    files = {key: href for key, href in addresses(view, suffix).items() if suffix and href}
    found: dict[str, str] = {}
    if tips:
        for shown in view.passages:
            for link in (link for text in (*shown.old_links, *shown.new_links) for link in text):
                if link.tip:
                    found.setdefault(link.tip, f"_t{len(found) + 1}")
    return Targets(ids, files, found)


def _lines(view: View, bears: Anchors, targets: Targets) -> Iterator[Line]:
    depth = 1
    for number, shown in enumerate(view.passages):
        passage = shown.marked.passage
        if passage.kind in HEADINGS or (passage.kind is Kind.GAP and passage.depth):
            depth = min(max(passage.depth, 2), depth + 1, 6)
        yield _line(view, number, bears, targets, depth if passage.kind in HEADINGS else 0)


def _line(view: View, number: int, bears: Anchors, targets: Targets, heading: int) -> Line:
    shown = view.passages[number]
    marked, passage = shown.marked, shown.marked.passage
    state, whole = change_state(marked), _whole(marked)
    label, extra = label_html(marked)
    tabular = passage.kind in _TABULAR
    return Line(
        kind=passage.kind.value,
        id=bears.ids[number],
        indent=min(passage.indent, DEEPEST),
        heading=heading,
        citation=passage.label.text,
        label=label,
        note=note_html(view, number, bears),
        detail=_detail(marked),
        words=(extra,) if passage.kind is Kind.GAP else _words(shown, targets, tabular),
        state=state,
        whole=whole,
        spoken=SPOKEN[whole + (" moved" if marked.moved else "")] if whole else ("", ""),
        change=marked.number,
        anchor=bears.changes[number],
        leads=bears.leads[number],
        title=f"{passage.label.own} {passage.plain}".strip() if heading else "",
    )


def change_state(marked: Marked) -> str:
    """What happened to a passage, in a word for style sheets; empty where nothing did."""
    if not marked.changed:
        return ""
    if marked.old is None:
        return "moved-here" if marked.moved else "inserted"
    if marked.new is None:
        return "moved-away" if marked.moved else "omitted"
    if any(edit for text in marked.edits for edit in text):
        return "amended"
    same = marked.old.label.text == marked.new.label.text and marked.old.detail == marked.new.detail
    return "relaid" if same else "renumbered"


def _whole(marked: Marked) -> str:
    return "ins" if marked.old is None else "del" if marked.new is None else ""


def _words(shown: ViewPassage, targets: Targets, cells: bool) -> tuple[Fragment, ...]:
    """The words of each text; a whole line bears its change itself, each cell of a row its own."""
    runs = wording(shown)
    if not cells and _whole(shown.marked):
        runs = tuple(tuple(run._replace(op=Op.SAME) for run in text) for text in runs)
    return tuple(words_html(text, targets, bool(shown.marked.moved)) for text in runs)


def _detail(marked: Marked) -> Fragment:
    if marked.passage.kind not in (Kind.CAPTION, Kind.TERM):
        return EMPTY
    if marked.old and marked.new:
        return pair_html(marked.old.detail, marked.new.detail)
    return pair_html(marked.passage.detail, marked.passage.detail)


def _blocks(lines: tuple[Line, ...], passages: tuple[ViewPassage, ...]) -> Iterator[Line | Grid]:
    """Lines as they are, the lines of one table together."""
    table: list[Line] = []
    source: list[Passage] = []
    for line, shown in zip(lines, passages, strict=True):
        passage = shown.marked.passage
        begins = passage.kind is Kind.CAPTION and any(member.kind != "caption" for member in table)
        if table and (passage.kind not in _TABULAR or passage.owner != source[-1].owner or begins):
            yield _grid(table, source)
            table, source = [], []
        if passage.kind in _TABULAR:
            table.append(line)
            source.append(passage)
        else:
            yield line
    if table:
        yield _grid(table, source)


def _with_wide_tables(blocks: list[Line | Grid]) -> list[Line | Grid]:
    """The headings directly above a wide table go onto its landscape page."""
    wide = False
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        wide = block.wide if isinstance(block, Grid) else wide and block.heading > 0
        if wide and isinstance(block, Line):
            blocks[number] = block._replace(wide=True)
    return blocks


def _grid(lines: list[Line], source: list[Passage]) -> Grid:
    captions = tuple(line for line in lines if line.kind == "caption")
    body = [line for line in lines if line.kind != "caption"]
    width = max((len(line.words) for line in body), default=0)
    body = [line._replace(words=line.words + (EMPTY,) * (width - len(line.words))) for line in body]
    head = next((n for n, line in enumerate(body) if line.kind == "row"), len(body))
    last = source[len(captions) - 1] if captions else source[0]
    matrix = any(passage.matrix for passage in source)
    return Grid(
        id=next((line.id for line in captions if line.id), ""),
        indent=lines[0].indent,
        captions=captions,
        columns=tuple(body[:head]),
        rows=tuple(body[head:]),
        alignments=tuple(_alignment(last.alignments, column) for column in range(width)),
        matrix=matrix,
        wide=width >= WIDE,
        name=": ".join(part for part in (last.detail, last.plain) if part) if captions else "Table",
    )


def _alignment(alignments: tuple[str, ...], column: int) -> str:
    given = alignments[column] if column < len(alignments) else ""
    return given if given in ("right", "center") else "left"


def _contents(view: View, lines: tuple[Line, ...]) -> tuple[Entry, ...]:
    headed = [number for number, line in enumerate(lines) if line.heading and line.id]
    if not headed:  # a document written without headings: its clauses of the top level
        headed = [
            number
            for number, shown in enumerate(view.passages)
            if shown.marked.passage.kind is Kind.CLAUSE
            and shown.marked.passage.level == 1
            and lines[number].id
        ]
    return tuple(_entry(view.passages[number].marked, lines[number]) for number in headed)


def _entry(marked: Marked, line: Line) -> Entry:
    passage = marked.passage
    words = passage.plain.split()
    title = " ".join(words[:12]) + (" …" if not line.heading and len(words) > 12 else "")
    return Entry(
        level=2 if line.heading > 2 else 1,
        label=passage.label.own,
        title=" ".join(words) if line.heading else title,
        href=f"#{quote(line.id)}",
        omitted=line.whole == "del",
    )
