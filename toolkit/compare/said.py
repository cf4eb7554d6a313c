"""What changed, in a few words, for a table of changes: for “15” substitute “5”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.model.change import Change, ChangeKind, Edit, Op
from toolkit.model.passage import Kind, Passage

from .instructions.instruction import Address, Words
from .instructions.phrases import phrases
from .instructions.quoting import act_on_words
from .label_words import shortened
from .listing import Line, side

_LONGEST = 120
"""Characters of a text that is put in or taken out."""
_AT = Address("", Kind.PARAGRAPH, 1)


def said(line: Line) -> str:
    """What the changes of one line of the list do."""
    first = line.changes[0]
    if first.old is None or first.new is None:
        return f"“{shortened(' '.join(_words(side(change)) for change in line.changes), _LONGEST)}”"
    acts = Counter(act for change in line.changes for act in _acts(change))
    words = [f"{act} ({count} times)" if count > 1 else act for act, count in acts.items()]
    return "; ".join(words) or _label(first)


def _acts(change: Change) -> Iterator[str]:
    for edits in change.edits:
        old = _old(edits)
        if any(edit.op is not Op.SAME for edit in edits):
            for phrase in phrases(old, edits):
                yield act_on_words(Words(_AT, 0, *phrase), old)
    if change.old and change.new and change.new.kind is Kind.TERM and change.old.detail != change.new.detail:
        yield f"the abbreviation “{change.old.detail}” becomes “{change.new.detail}”"


def _old(edits: tuple[Edit, ...]) -> str:
    return "".join(edit.text for edit in edits if edit.op is not Op.INSERT)


def _label(change: Change) -> str:
    """Of what changed in no word."""
    if change.kind is ChangeKind.RENUMBERED and change.old:
        return f"was {change.old.label.text or change.old.detail}"
    return "the words stand"


def _words(passage: Passage) -> str:
    texts = [passage.label.own, *(text.plain for text in passage.texts)]
    if passage.kind in (Kind.CAPTION, Kind.GAP):
        texts.insert(0, passage.detail)
    between = " | " if passage.kind in (Kind.ROW, Kind.COLUMNS) else " "
    return between.join(filter(None, texts))
