"""Blocks that are not clauses, definitions or tables: code, quotations, comments, and what has no meaning."""

from __future__ import annotations

from toolkit.model.block import Block, Code, Comment, Note, Verbatim

from .layout import content_column, dedent, fence_closed, margin
from .page import Container, Page, Run
from .patterns import ALERT
from .tokens import is_one_block

_ALERTS = ("NOTE", "EXAMPLE")


def read_fence(page: Page, inside: Container, run: Run) -> Code:
    """A fenced block, to the letter."""
    token = page.tokens[page.at]
    page.at += 1
    place = page.range(token)
    source = token.content.removesuffix("\n")
    if not fence_closed(token, page.lines):
        source = source.rstrip("\n")
        hint = f"Close it with a line of {token.markup} where the example ends."
        page.report("S021", place, "The fenced block is never closed.", hint)
    return Code(token.info.strip(" \t"), source, place)


def read_quotation(page: Page, inside: Container, run: Run) -> Block:
    """An alert, which is not legal text; any other quotation has no meaning here."""
    token = page.tokens[page.at]
    start, end = token.map or [0, 0]
    lines = [line.lstrip(" ") for line in dedent(page.lines, start, end, inside.indent)]
    quoted = [_unquoted(line) for line in lines]
    alert = ALERT.match(quoted[0].strip(" \t")) if quoted else None
    if not alert:
        return read_verbatim(page, inside, run)
    page.skip("blockquote_open")
    for number, line in enumerate(lines, start=start):
        if not line.startswith(">"):
            message = "The line has no > before it, and yet runs on from the note above it."
            hint = "Put > before it where it is part of the note; else put a blank line before it."
            page.report("S037", page.point(number, margin(page.lines[number])), message, hint)
    kind, place = alert[1].upper(), page.range(token)
    if kind not in _ALERTS:
        hint = "Use [!NOTE] for a drafting note or [!EXAMPLE] for a worked example."
        page.report("S029", place, f"The alert [!{alert[1]}] is not known.", hint)
    return Note(kind, "\n".join(quoted[1:]).strip("\n"), place)


def _unquoted(line: str) -> str:
    words = line[1:].removeprefix(" ") if line.startswith(">") else line
    return words if words.strip(" \t") else ""


def read_comment(page: Page, inside: Container, run: Run) -> Block:
    """A comment on lines of its own; one that is not closed, or has words behind it, has no meaning here."""
    token = page.tokens[page.at]
    source = token.content.strip(" \t\n")
    if "-->" not in source:
        place = page.range(token)
        page.report("S030", place, "The comment is never closed.", "Close it with -->.")
    elif source.index("-->") == len(source) - 3:
        page.at += 1
        return Comment(source[4:-3].strip(" \t\n"), page.range(token))
    return read_verbatim(page, inside, run)


def read_verbatim(page: Page, inside: Container, run: Run) -> Verbatim:
    """Markdown that has no meaning in a legal text: kept to the letter, and reported."""
    token = page.tokens[page.at]
    start, end = token.map or [0, 0]
    place = page.range(token)
    message = "This Markdown has no meaning in a legal text; it is kept as it is."
    hint = "Write it as clauses, paragraphs, definitions or tables."
    page.report("S024", place, message, hint)
    page.skip(token.type)
    return Verbatim(_alone(dedent(page.lines, start, end, inside.indent)), place)


def _alone(lines: list[str]) -> str:
    """The lines of a block so that they make one block wherever they are written.

    Lines that only ran on from the words above them are quoted, or set in, as those are.
    """
    if lines[0].startswith(">"):
        return "\n".join(line if line.lstrip(" ").startswith(">") else f"> {line}" for line in lines)
    source = "\n".join(lines)
    if len(lines) == 1 or is_one_block(source):
        return source
    inset = content_column(lines[0], 0)
    return "\n".join(
        [lines[0], *(" " * (inset - margin(line)) + line if line else line for line in lines[1:])]
    )
