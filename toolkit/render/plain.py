"""A document or one clause as text for a terminal: wrapped, with labels that hang as they do on paper."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from toolkit.model.change import Marked, Op
from toolkit.model.passage import Kind, Passage

from .excerpt import excerpt
from .footnotes import Marking, footnotes
from .plain_table import table_text
from .plain_words import NARROWEST, Setting, bare, detail_words, hang, passage_words, setting
from .view import View, ViewPassage

FIRST, STEP = 8, 6
"""How far the words of the first and of each further indent are set in, in columns."""

_TABULAR = frozenset({Kind.CAPTION, Kind.COLUMNS, Kind.ROW})


def document_text(view: View, width: int = 80, colour: bool = False) -> str:
    """The whole document. Insertions stand in {+ +}, omissions in {- -}, in colour as well if asked."""
    how = setting(width, colour)
    against = f", change-marked against {view.against}" if view.against else ""
    facts = ". ".join(part for part in (f"{view.status}{against}", view.date) if part)
    head = [f"{view.code} {view.version}  {view.title}", facts, view.notice]
    lines = [textwrap.fill(bare(part), how.width, break_on_hyphens=False) for part in head if part]
    return "\n".join((*lines, "=" * how.width, "", passages_text(view.passages, width, colour)))


def clause_text(view: View, clause_id: str, width: int = 80, colour: bool = False) -> str:
    """One clause, definition or table with everything under it; KeyError where there is none of that id."""
    return passages_text(excerpt(view, clause_id), width, colour)


def passages_text(shown: tuple[ViewPassage, ...], width: int = 80, colour: bool = False) -> str:
    """Some passages, with a blank line between paragraphs, ending in one newline."""
    blocks = (block for block in _blocks(shown, setting(width, colour)) if block)
    return "\n\n".join(blocks).lstrip("\n") + "\n"


def _blocks(shown: tuple[ViewPassage, ...], how: Setting) -> Iterator[str]:
    table: list[ViewPassage] = []
    notes = footnotes(shown)
    marking = Marking(notes, ("",) * len(shown))
    for number, member in enumerate(shown):
        passage = member.marked.passage
        if table and (passage.kind not in _TABULAR or passage.kind is Kind.CAPTION):
            yield table_text(table, _indent(table[0].marked.passage, how), how, marking)
            table = []
        if passage.kind in _TABULAR:
            table.append(member)
        elif number in notes.passages:
            yield _footnote(member, notes.number(member.marked), how)
        else:
            yield _passage(member, how, marking)
    if table:
        yield table_text(table, _indent(table[0].marked.passage, how), how, marking)


def _footnote(shown: ViewPassage, number: str, how: Setting) -> str:
    """The words of a footnote after its number, below what marks it."""
    indent = _indent(shown.marked.passage, how)
    label = f"[{number}] "
    return hang(label, _note(shown.marked) + passage_words(shown, how)[0], indent, indent + len(label), how)


def _passage(shown: ViewPassage, how: Setting, marking: Marking) -> str:
    marked, passage = shown.marked, shown.marked.passage
    indent, at = _indent(passage, how), _label_at(passage, how)
    words = passage_words(shown, how, marking)
    match passage.kind:
        case Kind.HEADING:
            text = hang(_label(marked, how), words[0], at, indent, how)
            return f"\n{text}\n{'-' * how.width}" if passage.level == 1 else text
        case Kind.CLAUSE:
            return hang(_label(marked, how), words[0], at, indent, how)
        case Kind.GAP:
            label, bracket, reason = detail_words(marked, how).partition(" [")
            return hang(label, (bracket + reason).strip(), at, indent, how)
        case Kind.TERM:
            name = detail_words(marked, how)
            term = words[0] + (f" ({name})" if name else "")
            return hang("", f"{_note(marked)}{term} {' '.join(words[1:])}", indent, indent, how)
        case Kind.ITEM:
            return hang("*", words[0], at, indent, how)
        case Kind.CODE | Kind.VERBATIM:
            return textwrap.indent(bare(passage.texts[0].plain), " " * (indent + 2))
        case Kind.NOTE | Kind.COMMENT:
            return hang("", f"[Drafting note: {words[0]}]", indent, indent, how)
        case Kind.CROSSHEADING:
            return hang("", words[0].upper() if not marked.changed else words[0], FIRST, FIRST, how)
    return hang("", f"{_note(marked)}{words[0]}", indent, indent, how)


def _label(marked: Marked, how: Setting) -> str:
    old = bare(marked.old.label.own) if marked.old else ""
    new = bare(marked.new.label.own) if marked.new else ""
    if not marked.changed:
        return new or old
    note = _note(marked).rstrip()
    if marked.old is None or marked.new is None:
        sign = how.paint(Op.INSERT if marked.new else Op.OMIT, new or old)
        return f"{sign} {note}".rstrip()
    was = f"(was {old})" if old and old != new else ""
    return " ".join(part for part in (new, was or note) if part)


def _note(marked: Marked) -> str:
    """What is said of a change that its words do not show."""
    if marked.moved:
        return "(moved here) " if marked.new else "(moved away) "
    old, new = marked.old, marked.new
    if not marked.changed or not old or not new or any(marked.edits) or old.detail != new.detail:
        return ""
    if old.label.text != new.label.text:
        return f"(was {bare(old.label.text)}) "
    return "(laid out differently) "


def _indent(passage: Passage, how: Setting) -> int:
    """The column of a passage's words."""
    if passage.kind is Kind.HEADING or (passage.kind is Kind.GAP and not passage.indent):
        return FIRST
    wanted = FIRST + STEP * (passage.indent - 1) if passage.indent else 0
    return min(wanted, how.width - NARROWEST // 2)


def _label_at(passage: Passage, how: Setting) -> int:
    """The column of a passage's label."""
    return 0 if passage.indent < 2 else _indent(passage, how) - STEP
