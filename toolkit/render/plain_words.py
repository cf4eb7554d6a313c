"""Words for a terminal: changes in signs, no control characters, wrapped with a hanging indent."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import NamedTuple

from toolkit.model.change import Marked, Op
from toolkit.model.footnote import FOOTNOTE

from .footnotes import UNMARKED, Marking
from .view import ViewPassage
from .wording import Run, Runs, wording

NARROWEST = 40
"""Words are never set in less than this many columns."""

_SIGNS = {Op.INSERT: ("{+", "+}"), Op.OMIT: ("{-", "-}"), Op.SAME: ("", "")}
_COLOURS = {Op.INSERT: "\x1b[32m", Op.OMIT: "\x1b[31m", Op.SAME: ""}
_PLAIN = "\x1b[0m"


class Setting(NamedTuple):
    """How words are set."""

    width: int
    """In columns."""
    colour: bool
    """Whether changes are in colour as well as in signs."""

    def paint(self, op: Op, words: str) -> str:
        """Words with the signs of what happened to them."""
        if op is Op.SAME or not words:
            return words
        before, after = _SIGNS[op]
        on, off = (_COLOURS[op], _PLAIN) if self.colour else ("", "")
        return f"{on}{before}{words}{after}{off}"


def setting(width: int, colour: bool) -> Setting:
    """A setting that is never too narrow to read."""
    return Setting(max(width, NARROWEST), colour)


def bare(words: str) -> str:
    """Words without control characters, which a terminal would obey."""
    return "".join(char for char in words if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf"))


def passage_words(shown: ViewPassage, how: Setting, marking: Marking = UNMARKED) -> list[str]:
    """The words of each text of a passage."""
    return [_painted(runs, how) for runs in marking.numbered(shown.marked, wording(shown))]


def detail_words(marked: Marked, how: Setting) -> str:
    """The table's label, the term's abbreviation, or the gap's labels and reason."""
    old = marked.old.detail if marked.old else None
    new = marked.new.detail if marked.new else None
    if old == new or not marked.changed:
        return bare(new or old or "")
    return how.paint(Op.OMIT, bare(old or "")) + how.paint(Op.INSERT, bare(new or ""))


def hang(label: str, words: str, at: int, indent: int, how: Setting) -> str:
    """A label at one column and words wrapped at another; a label that is too long pushes its first line."""
    lead = f"{' ' * at}{label}"
    lead += " " * max(indent - columns(lead), 1 if label else 0)
    first, *further = words.split("\n")
    lines = (_fill(first, lead, indent, how), *(_fill(line, " " * indent, indent, how) for line in further))
    return "\n".join(lines)


def columns(text: str) -> int:
    """How many columns a text takes, leaving out of account what only sets colours."""
    for code in (*_COLOURS.values(), _PLAIN):
        text = text.replace(code, "") if code else text
    return len(text)


def _painted(runs: Runs, how: Setting) -> str:
    """The runs of one text; neighbours that are alike in what happened to them share their signs."""
    found: list[tuple[Op, str]] = []
    for run in runs:
        if found and found[-1][0] is run.op:
            found[-1] = (run.op, found[-1][1] + _said(run))
        else:
            found.append((run.op, _said(run)))
    return "".join(how.paint(op, bare(words)) for op, words in found)


def _said(run: Run) -> str:
    """The words of a run; the number of a footnote stands in brackets."""
    return f"[{run.text}]" if run.link and run.link.kind == FOOTNOTE else run.text


def _fill(words: str, first: str, indent: int, how: Setting) -> str:
    wrapped = textwrap.fill(
        words, how.width, initial_indent=first, subsequent_indent=" " * indent,
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip
    return wrapped or first.rstrip()
