"""Words as HTML: insertions, omissions, links and emphasis, with words for those who hear the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import quote

from toolkit.model.change import Op

from .templates import Fragment
from .view import Link
from .wording import Run, Runs

EMPTY = Fragment("")

MARKS = frozenset({"code", "em", "strong"})
"""The marks of a text, which are also the HTML elements."""

SPOKEN = {
    "ins": ("[inserted]\u00a0", "\u00a0[end of insertion]"),
    "del": ("[omitted]\u00a0", "\u00a0[end of omission]"),
    "ins moved": ("[moved to here]\u00a0", "\u00a0[end of moved words]"),
    "del moved": ("[moved from here]\u00a0", "\u00a0[end of moved words]"),
}
"""What is said before and after a stretch of changed words; out of sight, so no line may end beside it."""


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


def words_html(runs: Runs, targets: Targets, moved: bool = False) -> Fragment:
    """The runs of one text as HTML."""
    return Fragment("".join(_units(runs, targets, " moved" if moved else "")))


def changed_html(op: Op, html: str, moved: str = "") -> str:
    """Words as inserted or omitted, with spoken words on both sides; as they are where nothing changed."""
    if op is Op.SAME or not html:
        return html
    tag = "ins" if op is Op.INSERT else "del"
    before, after = SPOKEN[tag + moved]
    kind = ' class="moved"' if moved else ""
    return f"<{tag}{kind}>{_aid(before)}{html}{_aid(after)}</{tag}>"


def pair_html(old: str, new: str) -> Fragment:
    """A short string on both sides, such as a table's label: the old one omitted and the new one inserted."""
    if old == new:
        return Fragment(escape(new))
    return Fragment(changed_html(Op.OMIT, escape(old)) + changed_html(Op.INSERT, escape(new)))


def _aid(text: str) -> str:
    return f'<span class="aid spoken">{escape(text)}</span>'


def _units(runs: Runs, targets: Targets, moved: str) -> Iterator[str]:
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


def _changes(runs: list[Run], targets: Targets, moved: str) -> Iterator[str]:
    for op, group in groupby(runs, key=lambda run: run.op):
        yield changed_html(op, "".join(_links(group, targets)), moved)


def _links(runs: Iterator[Run], targets: Targets) -> Iterator[str]:
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = "".join(_emphasis(run) for run in group)
        yield _anchor(link, inner, targets) if link else inner


def _emphasis(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    for mark in run.marks:
        html = f"<{mark}>{html}</{mark}>" if mark in MARKS else html
    return html


def _anchor(link: Link, inner: str, targets: Targets) -> str:
    href = targets.href(link)
    if not href:
        return inner
    tip = targets.tips.get(link.tip, "")
    described = f' aria-describedby="{tip}"' if tip else ""
    kind = "term" if link.kind == "term" else "cite"
    return f'<a class="{kind}" href="{escape(href)}"{described}>{inner}</a>'
