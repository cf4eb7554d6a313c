"""One file while it is read: its lines and tokens, how far reading has come, and what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.model.block import Block
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.label import Label
from toolkit.model.numbering import Scheme
from toolkit.model.place import Place
from toolkit.model.text import Text

from .finding import finding
from .inline import Stretch, read_text
from .layout import margin, narrow
from .remarks import remark

if TYPE_CHECKING:
    from markdown_it.token import Token

_BEGINS = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|[:~][ \t]|\|")
"""How a list item, heading, quotation, fence, meaning or table row begins."""


@dataclass(slots=True)
class Container:
    """What a run of blocks stands in."""

    stop: str
    """The token type that ends it; empty for the file."""
    indent: int
    """The column, from 0, at which its content begins."""
    parent: Label
    level: int
    owner: str
    """The id of the clause or definition it belongs to."""
    heading_depth: int = 0
    previous: Label | None = None
    """The last label read in it."""


Run = Callable[["Page", Container], tuple[Block, ...]]
"""Reads the run of blocks in a container: what every reader of a block is given to read its children."""


class Page:
    """One file's tokens and lines. A page is read once, from top to bottom."""

    def __init__(
        self,
        tokens: list[Token],
        lines: list[str],
        file: str,
        scheme: Scheme,
        widened: dict[int, str],
    ) -> None:
        self.tokens = tokens
        self.lines = lines
        self.file = file
        self.scheme = scheme
        self.widened = widened
        self.at = 0
        self.last_line = 0
        """The number, from 1, of the last line of what was read so far."""
        self.found: dict[tuple[str, int, int], Diagnostic] = {}
        self.derived: Counter[str] = Counter()

    @property
    def token(self) -> Token | None:
        """The token at hand; None after the last."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next_is(self, kind: str) -> bool:
        """Whether the token at hand is of a type."""
        return self.at < len(self.tokens) and self.tokens[self.at].type == kind

    def skip(self, opening: str) -> None:
        """Step over a token and, where it opens something, over everything up to its end."""
        closing = opening.replace("_open", "_close")
        depth = 0
        while self.at < len(self.tokens):
            kind = self.tokens[self.at].type
            depth += (kind == opening) - (kind == closing)
            self.at += 1
            if depth == 0 or opening == closing:
                return

    def report(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Note a finding; one code is told once of a place."""
        self.found.setdefault((code, place.line, place.column), finding(code, place, message, hint))

    def fresh_id(self, wanted: str) -> str:
        """An id that no other derived id of the file has."""
        self.derived[wanted] += 1
        count = self.derived[wanted]
        return wanted if count == 1 else f"{wanted}-{count}"

    # -- places ---------------------------------------------------------------------------------

    def column(self, line: int, at: int) -> int:
        """The source column, from 1, of a character of a line; both are counted from 0 here."""
        return (narrow(self.widened[line], at) if line in self.widened else at) + 1

    def stretch(self, line: int, start: int, end: int) -> Stretch:
        """The characters from start to end of a line, all counted from 0."""
        source = self.lines[line]
        if line in self.widened:
            beginning = self.widened[line]
            source = beginning + source[len(beginning.expandtabs(4)) :]
            start, end = narrow(beginning, start), narrow(beginning, end)
        return Stretch(line + 1, start + 1, source[start:end])

    def place(self, stretches: tuple[Stretch, ...]) -> Place:
        """From the first character to the last."""
        first, last = stretches[0], stretches[-1]
        return Place(self.file, first.line, first.column, last.line, last.column + len(last.source))

    def point(self, line: int, at: int) -> Place:
        """One character of a line; both counted from 0."""
        return Place(self.file, line + 1, self.column(line, at))

    def range(self, token: Token) -> Place:
        """The whole lines of a block, which count as read."""
        start, end = token.map or [0, 0]
        while end - 1 > start and not self.lines[end - 1].strip(" \t"):
            end -= 1
        self.last_line = max(self.last_line, end)
        at = margin(self.lines[start])
        return Place(self.file, start + 1, self.column(start, at), end, self.line_end(end))

    def line_end(self, number: int) -> int:
        """The column after the last character of a line, whose number is counted from 1."""
        line = number - 1
        return self.column(line, len(self.lines[line].rstrip(" \t")))

    # -- words ----------------------------------------------------------------------------------

    def words(self, inside: Container) -> tuple[Stretch, ...]:
        """The source lines of the paragraph at hand, without white space around them; steps over it.

        markdown-it-py gives a paragraph its lines but no columns.
        """
        start, end = self.tokens[self.at].map or [0, 0]
        self.at += 2
        self.last_line = max(self.last_line, end)
        stretches = []
        for number in range(start, end):
            line = self.lines[number]
            begin = inside.indent if number == start else 0
            begin += margin(line[begin:])
            stop = len(line) if number < end - 1 else len(line.rstrip(" \t"))
            if number > start:
                self._check_run_on(number, begin, inside.indent)
            stretches.append(self.stretch(number, begin, stop))
        return tuple(stretches)

    def _check_run_on(self, number: int, begin: int, indent: int) -> None:
        """A line that CommonMark adds to the paragraph above it, though it looks like something else."""
        if begin < indent:
            message = "The line is not set in, and so runs on from the words above it."
            hint = "Set it in below them; or put a blank line before it, where it stands on its own."
            self.report("S037", self.point(number, begin), message, hint)
        elif _BEGINS.match(self.lines[number], begin):
            message = "The line begins like a block of its own, but runs on from the words above it."
            hint = "Put a blank line before it and two spaces for each level; or join it to the line above."
            self.report("S037", self.point(number, begin), message, hint)

    def remark(self, stretches: tuple[Stretch, ...]) -> None:
        """Note what source lines hold that legal text must not."""
        for one in remark(stretches, self.file):
            self.found.setdefault((one.code, one.place.line, one.place.column), one)

    def text(self, stretches: tuple[Stretch, ...]) -> Text:
        """The text of a paragraph, a heading, a term or a caption, with remarks on what it must not hold."""
        self.remark(stretches)
        return read_text(stretches, self.file)
