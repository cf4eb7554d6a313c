"""The page of one document in the matrix: its words, and beside each provision what carries it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from toolkit.model.change import Edit
from toolkit.render.anchor import Anchors, anchors
from toolkit.render.html import dress, targets
from toolkit.render.inline import NO_TARGETS, Targets, html_ink, words_html
from toolkit.render.layout import Entry, lay_out
from toolkit.render.outside import addresses
from toolkit.render.state_words import OPEN, STATES, sentence
from toolkit.render.templates import Fragment, Templates
from toolkit.render.view import Outside
from toolkit.render.wording import Run
from toolkit.trace.coverage import Coverage
from toolkit.trace.results import Outcome
from toolkit.trace.unit import UnitKind
from toolkit.trace.verdict import State

from .bar import bar
from .grouping import Group, groups
from .view import MatrixPage, Part

SCHEME = "light dark"
"""Pages of the matrix are made for both."""

OUTCOMES = {Outcome.PASSED: "passing", Outcome.FAILED: "failing", Outcome.SKIPPED: "not-run", None: "not-run"}
"""From what became of a test to the style of a state; None where there is no result."""

_GAPS = re.compile(">\n+<")
"""Line ends between elements: a browser would keep each as a node, which on a long page is a third of all."""

_SIGNS = {one.name: one.sign for one in STATES.values()}
SIGNS = {outcome: _SIGNS[name] for outcome, name in OUTCOMES.items()}


class Section(NamedTuple):
    """One version on the page."""

    title: str
    """Empty for the version traced."""
    groups: tuple[Group, ...]
    outside: tuple[tuple[Outside, str], ...]
    """Provisions of other documents that it leads to, with their addresses."""
    tips: tuple[tuple[str, str], ...]
    """Ids and words."""


class Choice(NamedTuple):
    """What can be asked for in a list of choices."""

    value: str
    words: str
    many: int


def matrix_page(page: MatrixPage, templates: Templates) -> bytes:
    """The page as UTF-8: nothing is loaded from anywhere, and it works without its script."""
    sections, contents = _sections(page)
    view = page.parts[0].view
    tally = counted(page.rows)
    text = templates.render(
        "matrix.html.j2",
        page=page,
        view=view,
        sections=sections,
        entries=contents,
        heading=f"{view.code} {view.version}: what carries each clause out",
        language=view.language,
        states=STATES,
        tally=tuple((STATES[state], count) for state, count in tally.items()),
        bar=bar(tally),
        choices=_choices(tally),
        kinds=_kinds(page.rows),
        outcomes=OUTCOMES,
        signs=SIGNS,
        changed=changed_html,
        sentence=sentence,
        notes={},
        scheme=SCHEME,
        **dress(templates, styles=("changes", "footnotes", "states", "matrix"), scripts=("matrix",)),
    )
    return _GAPS.sub("><", text).encode("utf-8", "replace")


def counted(rows: Sequence[Coverage]) -> dict[State, int]:
    """How many provisions are in each state that any is in, the worst first."""
    total: Counter[State] = Counter()
    for row in rows:
        total.update(row.states)
    return {state: total[state] for state in State if total[state]}


def changed_html(edits: tuple[Edit, ...]) -> Fragment:
    """Words that changed, marked as on a change-marked page."""
    return words_html(tuple(Run(edit.op, edit.text) for edit in edits), NO_TARGETS)


def _choices(tally: dict[State, int]) -> tuple[Choice, ...]:
    """What can be asked for: all that somebody has something to do about, then state by state."""
    single = tuple(Choice(STATES[state].name, STATES[state].words, count) for state, count in tally.items())
    some = [count for state, count in tally.items() if state in OPEN]
    return (Choice("open", "anything to do", sum(some)), *single) if len(some) > 1 else single


def _kinds(rows: Sequence[Coverage]) -> tuple[Choice, ...]:
    total: Counter[str] = Counter()
    for row in rows:
        total[row.kind] += row.total
    return tuple(Choice(kind, f"{kind}s", total[kind]) for kind in UnitKind if total[kind])


def _sections(page: MatrixPage) -> tuple[tuple[Section, ...], tuple[Entry, ...]]:
    """The sections of a page and its contents."""
    main, *others = page.parts
    bears = anchors(main.view)
    leading = targets(main.view, bears)
    sheet = lay_out(main.view, bears, html_ink(leading))
    where = addresses(main.view, ".html")
    outside = tuple((entry, where[entry.key]) for entry in main.view.outside)
    sections = [Section("", tuple(groups(main, sheet)), outside, _tips(leading))]
    sections += [_other(part, number, bears) for number, part in enumerate(others, start=1)]
    return tuple(sections), (*sheet.contents, *_more(page, sections))


def _other(part: Part, number: int, taken: Anchors) -> Section:
    """What links name that only another version has; it bears no anchor that the version traced bears."""
    bears = anchors(part.view)
    bears = bears._replace(ids=tuple(name if name in part.proofs else "" for name in bears.ids))
    known = frozenset(filter(None, (*taken.ids, *bears.ids)))
    leading = replace(targets(part.view, bears, f"_t{number}-"), ids=known)
    sheet = lay_out(part.view, bears, html_ink(leading))
    return Section(f"Only in version {part.view.version}", tuple(groups(part, sheet)), (), _tips(leading))


def _tips(leading: Targets) -> tuple[tuple[str, str], ...]:
    return tuple((name, words) for words, name in leading.tips.items())


def _more(page: MatrixPage, sections: Sequence[Section]) -> tuple[Entry, ...]:
    """The lines of the contents after those of the text."""
    found = [Entry(1, "", one.title, f"#_part{at}", False) for at, one in enumerate(sections) if at]
    if page.pieces:
        found.append(Entry(1, "", "Code that carries clauses out", "#_code", False))
    if sections[0].outside:
        found.append(Entry(1, "", "Provisions and terms of other documents", "#_outside", False))
    return tuple(found)
