"""The index of the matrix: how much of what needs proof has it, by document and kind, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from toolkit.render.html import dress
from toolkit.render.layout import Entry
from toolkit.render.state_words import STATES
from toolkit.render.templates import Fragment, Templates
from toolkit.trace.coverage import Coverage, percent
from toolkit.trace.unit import UnitKind
from toolkit.trace.verdict import State

from .bar import bar
from .page import SCHEME, counted
from .view import Matrix, MatrixPage

TITLE = "Clauses, code, tests and results"


class Counts(NamedTuple):
    """One row of the table of counts."""

    name: str
    """The title of a document, or the kind of its provisions."""
    version: str
    href: str
    """The page, with what the row is about asked for."""
    bar: Fragment
    total: int
    needed: int
    proved: int
    states: tuple[tuple[int, str], ...]
    """How many are in each state that the table shows, with the page that shows just these."""


class Standing(NamedTuple):
    """One document in the table of counts."""

    whole: Counts
    kinds: tuple[Counts, ...]


def matrix_index(matrix: Matrix, templates: Templates) -> bytes:
    """The page as UTF-8: nothing is loaded from anywhere, and it needs no script."""
    rows = tuple(row for page in matrix.pages for row in page.rows)
    tally = counted(rows)
    standing = tuple(_standing(page, tuple(tally)) for page in matrix.pages)
    text = templates.render(
        "matrix-index.html.j2",
        matrix=matrix,
        title=TITLE,
        heading=TITLE,
        entries=_contents(matrix),
        language="en-GB",
        scheme=SCHEME,
        states=tuple(STATES[state] for state in tally),
        tally=tuple((STATES[state], tally.get(state, 0)) for state in State),
        bar=bar(tally),
        proved=sum(row.proved for row in rows),
        needed=sum(row.needed for row in rows),
        percent=f"{percent(rows):.1f}",
        standing=standing,
        **dress(templates, styles=("changes", "states", "matrix")),
    )
    return text.encode("utf-8", "replace")


def _contents(matrix: Matrix) -> tuple[Entry, ...]:
    names = [("Documents", "#_documents"), ("Findings", "#_findings")]
    names += [("Without a clause", "#_orphans")] if matrix.orphans else []
    lines = [Entry(1, "", words, href, False) for words, href in names]
    pages = [
        Entry(2, page.parts[0].view.code, page.parts[0].view.title, _address(page), False)
        for page in matrix.pages
    ]
    return (lines[0], *pages, *lines[1:])


def _address(page: MatrixPage, asked: str = "") -> str:
    return f"{quote(page.stem)}.html" + (f"?{asked}" if asked else "")


def _standing(page: MatrixPage, states: tuple[State, ...]) -> Standing:
    view = page.parts[0].view
    whole = _counts(page, page.rows, view.title, view.version, "", states)
    kinds: dict[str, list[Coverage]] = {}
    for row in page.rows:
        kinds.setdefault(row.kind, []).append(row)
    return Standing(
        whole,
        tuple(
            _counts(page, kinds[kind], f"{kind}s", "", f"kind={kind}", states)
            for kind in UnitKind
            if kind in kinds
        ),
    )


def _counts(
    page: MatrixPage, rows: Sequence[Coverage], name: str, version: str, asked: str, states: tuple[State, ...]
) -> Counts:
    tally = counted(rows)
    cells = []
    for state in states:
        more = "&".join(filter(None, (f"state={STATES[state].name}", asked)))
        cells.append((tally.get(state, 0), _address(page, more)))
    return Counts(
        name, version, _address(page, asked), bar(tally), sum(row.total for row in rows),
        sum(row.needed for row in rows), sum(row.proved for row in rows), tuple(cells),
    )  # fmt: skip
