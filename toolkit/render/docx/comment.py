"""Comments of a marked copy: for each change, which declared change it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from toolkit.render.view import ChangeLine, View

from .entry import Entry
from .markup import add, add_text, make
from .revision import Revisions
from .setting import Setting, add_properties
from .tracking import line_of

if TYPE_CHECKING:
    from lxml.etree import _Element


class Remark(NamedTuple):
    """One comment."""

    number: str
    words: tuple[str, ...]
    """Paragraph by paragraph; the first says the most."""


def commented(
    shown: tuple[Entry, ...], view: View, revisions: Revisions
) -> tuple[tuple[Entry, ...], tuple[Remark, ...]]:
    """The entries with the comments that begin and end there, and the comments.

    There is one for each run of passages of one line of the list of changes, so that what moved has one at
    both ends. What only follows from other changes has none, unless it was declared.
    """
    lines = line_of(view)
    told = any(line.declared for line in view.changes)
    made, remarks = list(shown), []
    for first, last, origins in _stretches(shown):
        line = lines.get(shown[first].shown.marked.number)
        words = _words(line, origins, told) if line else ()
        if words:
            remarks.append(Remark(revisions.number(), words))
            made[first] = made[first]._replace(opens=remarks[-1].number)
            made[last] = made[last]._replace(closes=remarks[-1].number)
    return tuple(made), tuple(remarks)


def _stretches(shown: tuple[Entry, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The first and the last place of each run of passages of one change, with their origins."""
    for number, group in groupby(enumerate(shown), key=lambda each: each[1].shown.marked.number):
        run = list(group)
        if number:
            origins = dict.fromkeys(entry.shown.marked.origin for _, entry in run)
            yield run[0][0], run[-1][0], tuple(filter(None, origins))


def _words(line: ChangeLine, origins: tuple[str, ...], told: bool) -> tuple[str, ...]:
    if line.consequential and not line.declared and not line.stage:
        return ()
    label = line.label[:1].upper() + line.label[1:]
    changed = "; ".join((f"{label}: {line.kind}", *origins, *filter(None, (line.stage,))))
    if line.declared:
        return (*map(str, line.declared), f"{changed}.")
    if line.consequential:
        return (f"{changed}.", "It only follows from other changes.")
    return (f"{changed}.", "No declared change covers it.") if told else (f"{changed}.",)


def comments_part(remarks: Iterable[Remark], revisions: Revisions) -> Iterator[_Element]:
    """What stands in w:comments, all by one author."""
    initials = "".join(word[0] for word in revisions.author.split()).upper()
    for remark in remarks:
        comment = make("comment", id=remark.number, author=revisions.author, date=revisions.date,
                       initials=initials)  # fmt: skip
        for at, words in enumerate(remark.words):
            paragraph = add(comment, "p")
            add_properties(paragraph, Setting("CommentText"), revisions)
            if at == 0:
                run = add(paragraph, "r")
                add(add(run, "rPr"), "rStyle", val="CommentReference")
                add(run, "annotationRef")
            add_text(add(paragraph, "r"), words)
        yield comment
