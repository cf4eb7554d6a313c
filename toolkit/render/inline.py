"""Words as HTML: insertions, omissions, links and emphasis, with words for those who hear the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import quote

from toolkit.model.change import Op
from toolkit.model.footnote import FOOTNOTE

from .label_print import Note, NotePart
from .layout import SPOKEN, Ink
from .templates import Fragment
from .view import Link
from .wording import Run, Runs

EMPTY = Fragment("")

MARKS = frozenset({"code", "em", "strong"})
"""The marks of a text, which are also the HTML elements."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the links of a page may lead, and the tips that they show."""

    ids: frozenset[str]
    """The anchors of the page itself."""
    files: Mapping[str, str]
    """From the key of an Outside to its address in another file, where one is made."""
    tips: Mapping[str, str]
    """From the words of a tip to its id on the page; empty where the page shows none."""

    def href(self, link: Link) -> str:
        """The address of a link, or nothing where the page has no such place."""
        if link.outside and link.target in self.files:
            return self.files[link.target]
        return f"#{quote(link.target)}" if link.target in self.ids else ""


NO_TARGETS = Targets(frozenset(), {}, {})
"""For words without links."""


def html_ink(targets: Targets) -> Ink[Fragment]:
    """How a page sets words."""
    return Ink(lambda runs, moved: words_html(runs, targets, moved), label_html, note_html)


def words_html(runs: Runs, targets: Targets, moved: bool = False) -> Fragment:
    """The runs of one text as HTML."""
    return Fragment("".join(_units(runs, targets, moved)))


def label_html(runs: Runs) -> Fragment:
    """A label; nothing is said aloud beside it, because its clause says what happened to it."""
    return Fragment("".join(_tagged(run, escape(run.text)) for run in runs))


def note_html(note: Note) -> Fragment:
    """What is said after a label; an old label in it is legal text, that of the old version."""
    if not note:
        return EMPTY
    return Fragment(f'<span class="note">{"".join(map(_note_part, note))}</span> ')


def _note_part(part: NotePart) -> str:
    words = escape(part.words)
    if part.former:
        return f"<del>{words}</del>"
    if part.anchor:
        words = f'<a class="place" href="#{escape(quote(part.anchor))}">{words}</a>'
    return f'<span class="aid">{words}</span>'


def _tagged(run: Run, inner: str, moved: bool = False) -> str:
    if run.op is Op.SAME or not inner:
        return inner
    tag = "ins" if run.op is Op.INSERT else "del"
    kinds = " ".join(name for name, on in (("moved", moved), ("follows", run.consequential)) if on)
    return f'<{tag} class="{kinds}">{inner}</{tag}>' if kinds else f"<{tag}>{inner}</{tag}>"


def _aid(text: str) -> str:
    return f'<span class="aid spoken">{escape(text)}</span>'


def _units(runs: Runs, targets: Targets, moved: bool) -> Iterator[str]:
    """A link whose words changed holds the change; any other link stands inside the change."""
    plain: list[Run] = []
    for linked, group in groupby(runs, key=_destination):
        members = list(group)
        if linked and len({run.op for run in members}) > 1:
            yield from _changes(plain, targets, moved)
            plain = []
            link = next(run.link for run in reversed(members) if run.link)
            inner = "".join(_changes([run._replace(link=None) for run in members], targets, moved))
            yield _anchor(link, inner, targets)
        else:
            plain.extend(members)
    yield from _changes(plain, targets, moved)


def _destination(run: Run) -> tuple[str, str, bool] | None:
    return (run.link.kind, run.link.target, run.link.outside) if run.link else None


def _changes(runs: list[Run], targets: Targets, moved: bool) -> Iterator[str]:
    for (op, _), group in groupby(runs, key=lambda run: (run.op, run.consequential)):
        members = list(group)
        inner = "".join(_links(members, targets))
        if op is Op.SAME or not inner:
            yield inner
        else:
            before, after = SPOKEN[("ins" if op is Op.INSERT else "del") + (" moved" if moved else "")]
            yield _tagged(members[0], _aid(before) + inner + _aid(after), moved)


def _links(runs: list[Run], targets: Targets) -> Iterator[str]:
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = "".join(_emphasis(run) for run in group)
        yield _anchor(link, inner, targets) if link else inner


def _emphasis(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    for mark in run.marks:
        html = f"<{mark}>{html}</{mark}>" if mark in MARKS else html
    return html


def _note_mark(link: Link, inner: str) -> str:
    """The number of a footnote, raised, which leads to it and bears the anchor to come back to."""
    own = f' id="{escape(link.tip)}"' if link.tip else ""
    return f'<sup class="mark"><a{own} href="#{escape(link.target)}" role="doc-noteref">{inner}</a></sup>'


def _anchor(link: Link, inner: str, targets: Targets) -> str:
    if link.kind == FOOTNOTE:
        return _note_mark(link, inner)
    href = targets.href(link)
    if not href:
        return inner
    tip = targets.tips.get(link.tip, "")
    described = f' aria-describedby="{tip}"' if tip else ""
    kind = "term" if link.kind == "term" else "cite"
    return f'<a class="{kind}" href="{escape(href)}"{described}>{inner}</a>'
