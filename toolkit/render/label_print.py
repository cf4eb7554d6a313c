"""Labels as they print, and what is said beside them: 4.31 (was 4.30), moved here from 4.30."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from toolkit.model.change import Marked, Op
from toolkit.model.passage import Kind, Passage

from .anchor import Anchors
from .inline import EMPTY, changed_html
from .templates import Fragment
from .view import View


def label_html(marked: Marked) -> tuple[Fragment, Fragment]:
    """The label, and for a gap the words after it: 3.1 to 3.23, and [Not reproduced]."""
    passage = marked.passage
    if passage.kind is Kind.GAP:
        return _gap(marked)
    label = passage.label.own
    if marked.old and marked.new and marked.old.label.own != marked.new.label.own:
        return Fragment(f"<ins>{escape(label)}</ins>" if label else ""), EMPTY
    return Fragment(escape(label)), EMPTY


def _gap(marked: Marked) -> tuple[Fragment, Fragment]:
    if marked.old and marked.new and marked.old.detail != marked.new.detail:
        old, new = escape(marked.old.detail), escape(marked.new.detail)
        return EMPTY, Fragment(changed_html(Op.OMIT, old) + " " + changed_html(Op.INSERT, new))
    label, bracket, reason = marked.passage.detail.partition(" [")
    return Fragment(escape(label)), Fragment(escape(bracket.strip() + reason))


def note_html(view: View, number: int, bears: Anchors) -> Fragment:
    """What is said after the label of a moved or renumbered passage; nothing where the label stands."""
    marked = view.passages[number].marked
    if marked.moved:
        return _moved(view, marked, bears) if bears.leads[number] else EMPTY
    if not (marked.changed and marked.old and marked.new) or marked.new.kind is Kind.GAP:
        return EMPTY
    old, new = marked.old.label, marked.new.label
    if old.own != new.own and old.own:
        return _note(f'(was </span><del>{escape(old.own)}</del><span class="aid">)')
    if old.text != new.text:
        return _note(f"(was {escape(old.text)})")
    if not any(marked.edits) and marked.old.detail == marked.new.detail:
        return _note("(laid out differently)")
    return EMPTY


def _moved(view: View, marked: Marked, bears: Anchors) -> Fragment:
    here = marked.new is not None
    number = bears.pairs.get((marked.moved, not here))
    words = "moved here" if here else "moved away"
    if number is None:
        return _note(f"({words})")
    other = view.passages[number].marked.passage
    words, anchor = ("moved here from" if here else "moved to"), bears.ids[number]
    where = escape(_place(other))
    link = f'<a class="place" href="#{escape(quote(anchor))}">{where}</a>' if anchor else where
    return _note(f"({words} {link})")


def _place(passage: Passage) -> str:
    """How to name where a passage stands: by its label, by its term, else in a word."""
    if passage.kind is Kind.TERM:
        return f"“{passage.texts[0].plain}”"
    return passage.label.text or passage.detail or "another place"


def _note(html: str) -> Fragment:
    return Fragment(f'<span class="note"><span class="aid">{html}</span></span> ')
