"""The sheet before a marked copy: how many changes there are, of what kind, and where they stand.

It belongs to neither text. Word takes it for a cover page, which one command removes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from toolkit.model.change import Marked
from toolkit.render.view import ChangeLine, View

from .align import Span
from .bookmark import Bookmarks
from .markup import add, add_plain, make
from .revision import Revisions, Track
from .runs import Runs
from .section import Page, front_end
from .setting import Setting, add_properties
from .table import new_cell, new_table

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = ("inserted", "omitted", "amended", "moved", "renumbered", "laid out differently")
"""In the order of the sheet; any other comes after."""
_SHARES = (24, 9, 67)
"""The widths of the columns, in hundredths."""
FOLLOWS = "Only follows from other changes"
UNDECLARED = "No declared change"
_REMOVE = "Insert, Cover Page, Remove Current Cover Page"


def sheet(view: View, book: Bookmarks, page: Page, revisions: Revisions) -> _Element:
    """The sheet, as Word's own block of a cover page, with the end of its section."""
    block = make("sdt")
    properties = add(block, "sdtPr")
    add(properties, "id", val=revisions.number())
    gallery = add(properties, "docPartObj")
    add(gallery, "docPartGallery", val="Cover Pages")
    add(gallery, "docPartUnique")
    content = add(block, "sdtContent")
    for style, words in _opening(view, revisions.follower):
        paragraph = add(content, "p")
        add_properties(paragraph, Setting(style), revisions)
        add_plain(paragraph, words)
    anchors = _anchors(view, book)
    for title, groups in _tables(view):
        paragraph = add(content, "p")
        add_properties(paragraph, Setting("SheetHeading"), revisions)
        add_plain(paragraph, title)
        content.append(_table(title, groups, anchors, page.width, revisions))
    content.append(front_end(page, revisions))
    return block


def _opening(view: View, follower: str) -> Iterator[tuple[str, str]]:
    old = view.former.version if view.former and view.former.code == view.code else view.against
    count = len(view.changes)
    yield "SheetTitle", "Change-marked copy"
    yield "SheetText", f"{view.title}: version {view.version} marked against {_version(old)}."
    yield (
        "SheetText",
        (
            f"{count} change{'s' if count != 1 else ''}. They are tracked: accept all of them for version "
            f"{view.version}, reject all of them for {_version(old)}. This sheet belongs to neither; "
            f"{_REMOVE} takes it away."
        ),
    )
    if any(_follows(shown.marked) for shown in view.passages):
        yield (
            "SheetText",
            (
                "What only follows from other changes, such as the citation of a renumbered clause, stands "
                f"under the name {follower}. To see the other changes alone, leave that "
                "name out: Review, Show Markup, Specific People."
            ),
        )


def _follows(marked: Marked) -> bool:
    return marked.consequential or any(edit.consequential for edits in marked.edits for edit in edits)


def _version(name: str) -> str:
    return f"version {name}" if "@" not in name else name


Group = tuple[str, list[ChangeLine]]
"""What some changes have in common, and the changes."""


def _tables(view: View) -> Iterator[tuple[str, list[Group]]]:
    kinds = _grouped((line.kind, line) for line in view.changes)
    yield "Changes by kind", sorted(kinds, key=lambda one: KINDS.index(one[0]) if one[0] in KINDS else 99)
    if any(line.declared for line in view.changes):
        yield "Changes by declared change", sorted(_declared(view.changes), key=_order)
    stages = _grouped((line.stage, line) for line in (*view.changes, *view.dropped) if line.stage)
    if stages:
        yield f"Changes and the consultation version {view.consulted}", stages


def _declared(lines: Iterable[ChangeLine]) -> list[Group]:
    rest = {True: FOLLOWS, False: UNDECLARED}
    return _grouped(
        (name, line)
        for line in lines
        for name in (map(str, line.declared) if line.declared else (rest[line.consequential],))
    )


def _order(group: Group) -> tuple[bool, bool, tuple[int, ...]]:
    name, lines = group
    numbers = tuple(one.number for line in lines[:1] for one in line.declared if str(one) == name)
    return name == FOLLOWS, name == UNDECLARED, numbers


def _grouped(named: Iterable[tuple[str, ChangeLine]]) -> list[Group]:
    found: dict[str, list[ChangeLine]] = defaultdict(list)
    for name, line in named:
        found[name].append(line)
    return list(found.items())


def _anchors(view: View, book: Bookmarks) -> dict[int, str]:
    """Where each change stands: the bookmark of the first provision it touches that has one."""
    found: dict[int, str] = {}
    for shown in view.passages:
        marked = shown.marked
        if marked.number and marked.number not in found:
            names = (book.new, book.old) if marked.new else (book.old,)
            name = next((each[marked.passage.owner] for each in names if marked.passage.owner in each), "")
            if name:
                found[marked.number] = name
    return found


def _table(
    title: str, groups: list[Group], anchors: dict[int, str], width: int, revisions: Revisions
) -> _Element:
    widths = [width * share // 100 for share in _SHARES]
    element = new_table("RuledTable", widths, title)
    for name, lines in groups:
        row = add(element, "tr")
        for at, words in enumerate((name[:1].upper() + name[1:], str(len(lines)), "")):
            paragraph = add(new_cell(row, widths[at], head=False), "p")
            align = "right" if at == 1 else ""
            add_properties(paragraph, Setting("SheetCell", align=align), revisions)
            if words:
                add_plain(paragraph, words)
        Runs(paragraph, revisions).write(_places(lines, anchors))
    return element


def _places(lines: list[ChangeLine], anchors: dict[int, str]) -> Iterator[Span]:
    for at, line in enumerate(lines):
        if at:
            yield Span(Track.SAME, "; ")
        label = line.label if at else line.label[:1].upper() + line.label[1:]
        yield Span(Track.SAME, label, anchor=anchors.get(line.number, ""))
