"""Markdown to block tokens: which of markdown-it-py's rules hold in a legal text, and two of our own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .patterns import FOOTNOTE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DEEPEST = 48
"""Levels of nesting, two for a list; the deepest label of a scheme stands in 14. What is deeper is lost."""


def block_tokens(text: str) -> list[Token]:
    """The block tokens of a text with line feeds only."""
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, {}, tokens)
    return tokens


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.block.ruler.before("paragraph", "definition", _definition, {"alt": ["paragraph", "blockquote"]})
    parser.block.ruler.before("heading", "comment", _comment, {"alt": ["paragraph", "blockquote"]})
    parser.block.ruler.before("heading", "footnote", _footnote, {"alt": ["paragraph", "blockquote"]})
    # Words that only look like markup: indented code, link definitions, underlined headings, HTML.
    return parser.enable("table").disable(["code", "reference", "lheading", "html_block"])


def too_deep(tokens: list[Token]) -> int | None:
    """The line, from 0, of the first block whose content was lost; None where all was read."""
    for token in tokens:
        if token.nesting == 1 and token.level >= DEEPEST - 1:
            return token.map[0] if token.map else 0
    return None


def code_lines(tokens: list[Token]) -> set[int]:
    """The lines, from 0, of fenced blocks below their first, but for blocks in what is kept as it is."""
    lines: set[int] = set()
    kept = 0
    for token in tokens:
        if token.type in ("blockquote_open", "ordered_list_open"):
            kept += 1
        elif token.type in ("blockquote_close", "ordered_list_close"):
            kept -= 1
        elif token.type == "fence" and not kept and token.map:
            lines.update(range(token.map[0] + 1, token.map[1]))
    return lines


def is_one_block(text: str) -> bool:
    """Whether a text makes a single block from its first line to its last."""
    tokens = block_tokens(text)
    whole = tokens[0].map == [0, text.count("\n") + 1] if tokens else False
    return whole and all(token.level or token.nesting == -1 for token in tokens[1:])


# -- comments ---------------------------------------------------------------------------------------


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that begins a line, up to the line on which it ends, or to the end of what it stands in.

    It is the only HTML that is read. Other tags are words, so that no clause is swallowed by one.
    """
    if not state.src.startswith("<!--", state.bMarks[start] + state.tShift[start]):
        return False
    if silent:
        return True
    line = start
    while line < end and (line == start or state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
        if state.src.find("-->", state.bMarks[line - 1], state.eMarks[line - 1]) >= 0:
            break
    state.line = line
    token = state.push("comment", "", 0)
    token.map, token.content = [start, line], state.getLines(start, line, state.blkIndent, True)
    return True


# -- footnotes --------------------------------------------------------------------------------------


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The words of a footnote end the paragraph above them; they are read as a paragraph themselves."""
    return silent and FOOTNOTE.match(state.src, state.bMarks[start] + state.tShift[start]) is not None


# -- definitions ------------------------------------------------------------------------------------


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A term on one line and its meanings, each behind a colon or tilde, after an empty line or none.

    Like the definition lists of markdown-it, but each term is tried by itself, after every other kind
    of block: there the line after a meaning is a term whatever it looks like.
    """
    if silent:  # inside a meaning, a paragraph ends where the next meaning begins
        return state.ddIndent >= 0 and _after_colon(state, start) >= 0
    if _after_colon(state, start) >= 0:
        return False  # a meaning that has lost its term is no term itself
    line = start + 1
    if line < end and state.isEmpty(line):
        line += 1
    if line >= end or state.sCount[line] < state.blkIndent or _after_colon(state, line) < 0:
        return False
    state.push("dt_open", "dt", 1).map = [start, start + 1]
    term = state.push("inline", "", 0)
    term.map, term.content = [start, start + 1], state.getLines(start, start + 1, state.blkIndent, False)
    state.push("dt_close", "dt", -1)
    while line < end and state.sCount[line] >= state.blkIndent:
        content = _after_colon(state, line)
        if content < 0:
            break
        line = _meaning(state, line, end, content)
    state.line = line
    return True


def _after_colon(state: StateBlock, line: int) -> int:
    """Where the words of a meaning begin, or -1 where the line is none; a colon alone means nothing."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if start >= stop or state.src[start] not in ":~":
        return -1
    words = state.skipSpaces(start + 1)
    return words if start + 1 < words < stop else -1


def _meaning(state: StateBlock, line: int, end: int, content: int) -> int:
    """Read one meaning, and give the line after it. Its content is set in by two columns."""
    state.push("dd_open", "dd", 1).map = [line, line + 1]
    before = (state.tShift[line], state.sCount[line], state.blkIndent, state.ddIndent, state.parentType)
    marker = state.bMarks[line] + state.tShift[line]
    state.blkIndent = state.ddIndent = state.sCount[line] + 2
    state.sCount[line] += content - marker
    state.tShift[line] = content - state.bMarks[line]
    state.parentType = "definition"
    state.md.block.tokenize(state, line, end)
    (state.tShift[line], state.sCount[line], state.blkIndent, state.ddIndent, state.parentType) = before
    state.push("dd_close", "dd", -1)
    return state.line
