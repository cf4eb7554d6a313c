"""A view laid out for a page: lines and tables, their words in a writer's ink, and the list of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import quote

from toolkit.model.change import Marked, Op
from toolkit.model.passage import Kind, Passage

from .anchor import HEADINGS, Anchors
from .footnotes import Marking, footnotes
from .label_print import Note, label_runs, note, pair_runs
from .view import View, ViewPassage
from .wording import Run, Runs, wording

DEEPEST = 12
"""Deeper clauses are set in no further."""

WIDE = 7
"""A table of so many columns is printed on landscape pages."""

_TABULAR = frozenset({Kind.CAPTION, Kind.COLUMNS, Kind.ROW})


SPOKEN = {
    "ins": ("[inserted]\u00a0", "\u00a0[end of insertion]"),
    "del": ("[omitted]\u00a0", "\u00a0[end of omission]"),
    "ins moved": ("[moved to here]\u00a0", "\u00a0[end of moved words]"),
    "del moved": ("[moved from here]\u00a0", "\u00a0[end of moved words]"),
}
"""What is said before and after a stretch of changed words; out of sight, so no line may end beside it."""

Words = TypeVar("Words")
"""Words as a writer sets them: HTML, or data for a template."""


class Ink(NamedTuple, Generic[Words]):
    """How a writer sets words."""

    words: Callable[[Runs, bool], Words]
    """The runs of one text, and whether they moved."""
    label: Callable[[Runs], Words]
    """A label, with nothing said aloud beside it."""
    note: Callable[[Note], Words]


class Line(NamedTuple, Generic[Words]):
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
    label: Words
    note: Words
    """What is said after the label about a move or a renumbering; may be empty."""
    detail: Words
    """The table's label or the term's abbreviation; may be empty."""
    words: tuple[Words, ...]
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
    follows: bool = False
    """Whether it changed only because of another change."""
    wide: bool = False
    """Whether it is the heading of a wide table, and goes with it onto a landscape page."""
    back: str = ""
    """The anchor of a footnote's mark; empty for what is not the footnote of a mark."""


class Grid(NamedTuple, Generic[Words]):
    """A table."""

    id: str
    indent: int
    captions: tuple[Line[Words], ...]
    """One; two where an old and a new caption stand side by side."""
    columns: tuple[Line[Words], ...]
    rows: tuple[Line[Words], ...]
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


class Sheet(NamedTuple, Generic[Words]):
    """A whole view, ready to print."""

    contents: tuple[Entry, ...]
    blocks: tuple[Line[Words] | Grid[Words], ...]


def lay_out(view: View, bears: Anchors, ink: Ink[Words]) -> Sheet[Words]:
    """The sheet of a view."""
    lines = tuple(_lines(view, bears, ink))
    blocks = tuple(_with_wide_tables(list(_blocks(lines, view.passages, ink))))
    return Sheet(_contents(view, lines), blocks)


def _lines(view: View, bears: Anchors, ink: Ink[Words]) -> Iterator[Line[Words]]:
    notes = footnotes(view.passages)
    marking = Marking(notes, bears.ids)
    lines = list(_passages(view, bears, ink, marking))
    for number, line in enumerate(lines):
        if number in notes.passages and marking.met(number):
            label = ink.label((Run(Op.SAME, notes.number(view.passages[number].marked)),))
            line = line._replace(label=label, back=f"_m{line.id}")
        yield line


def _passages(view: View, bears: Anchors, ink: Ink[Words], marking: Marking) -> Iterator[Line[Words]]:
    depth = 1
    for number, shown in enumerate(view.passages):
        passage = shown.marked.passage
        if passage.kind in HEADINGS or (passage.kind is Kind.GAP and passage.depth):
            depth = min(max(passage.depth, 2), depth + 1, 6)
        yield _line(view, number, bears, ink, depth if passage.kind in HEADINGS else 0, marking)


def _line(
    view: View, number: int, bears: Anchors, ink: Ink[Words], heading: int, marking: Marking
) -> Line[Words]:
    shown = view.passages[number]
    marked, passage = shown.marked, shown.marked.passage
    state, whole = change_state(marked), _whole(marked)
    label, extra = label_runs(marked)
    texts = (extra,) if passage.kind is Kind.GAP else _texts(shown, passage.kind in _TABULAR, marking)
    return Line(
        kind=passage.kind.value,
        id=bears.ids[number],
        indent=min(passage.indent, DEEPEST),
        heading=heading,
        citation=passage.label.text,
        label=ink.label(label),
        note=ink.note(note(view, number, bears)),
        detail=ink.words(_detail(marked), False),
        words=tuple(ink.words(text, bool(marked.moved)) for text in texts),
        state=state,
        whole=whole,
        spoken=SPOKEN[whole + (" moved" if marked.moved else "")] if whole else ("", ""),
        change=marked.number,
        anchor=bears.changes[number],
        leads=bears.leads[number],
        title=f"{passage.label.own} {passage.plain}".strip() if heading else "",
        follows=marked.consequential,
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


def _texts(shown: ViewPassage, cells: bool, marking: Marking) -> tuple[Runs, ...]:
    """The runs of each text; a whole line bears its change itself, each cell of a row its own."""
    runs = marking.numbered(shown.marked, wording(shown))
    if not cells and _whole(shown.marked):
        return tuple(tuple(run._replace(op=Op.SAME) for run in text) for text in runs)
    return runs


def _detail(marked: Marked) -> Runs:
    if marked.passage.kind not in (Kind.CAPTION, Kind.TERM):
        return ()
    if marked.old and marked.new:
        return pair_runs(marked.old.detail, marked.new.detail)
    return pair_runs(marked.passage.detail, marked.passage.detail)


def _blocks(
    lines: tuple[Line[Words], ...], passages: tuple[ViewPassage, ...], ink: Ink[Words]
) -> Iterator[Line[Words] | Grid[Words]]:
    """Lines as they are, the lines of one table together."""
    table: list[Line[Words]] = []
    source: list[Passage] = []
    for line, shown in zip(lines, passages, strict=True):
        passage = shown.marked.passage
        begins = passage.kind is Kind.CAPTION and any(member.kind != "caption" for member in table)
        if table and (passage.kind not in _TABULAR or passage.owner != source[-1].owner or begins):
            yield _grid(table, source, ink)
            table, source = [], []
        if passage.kind in _TABULAR:
            table.append(line)
            source.append(passage)
        else:
            yield line
    if table:
        yield _grid(table, source, ink)


def _with_wide_tables(blocks: list[Line[Words] | Grid[Words]]) -> list[Line[Words] | Grid[Words]]:
    """The headings directly above a wide table go onto its landscape page."""
    wide = False
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        wide = block.wide if isinstance(block, Grid) else wide and block.heading > 0
        if wide and isinstance(block, Line):
            blocks[number] = block._replace(wide=True)
    return blocks


def _grid(lines: list[Line[Words]], source: list[Passage], ink: Ink[Words]) -> Grid[Words]:
    captions = tuple(line for line in lines if line.kind == "caption")
    body = [line for line in lines if line.kind != "caption"]
    width, blank = max((len(line.words) for line in body), default=0), ink.words((), False)
    body = [line._replace(words=line.words + (blank,) * (width - len(line.words))) for line in body]
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


def _contents(view: View, lines: tuple[Line[Words], ...]) -> tuple[Entry, ...]:
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


def _entry(marked: Marked, line: Line[Words]) -> Entry:
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
