"""An id of the base version is gone, while its provision still stands.

An id is for ever: links from code, data, comments and other documents use it. A provision that was given
another id, or none, is to every one of them a provision omitted and another inserted. Found is an id of
the base version that this version no longer has, where a provision with an id that the base did not have

- bears the same label or caption, or defines the same term, and shares at least half of its words; or
- stands elsewhere, under another label, and shares at least nine tenths of its words (and has eight).

A provision that was really omitted is no finding, and neither is one that took the place of another and
says something else. A version without a base, or whose base is not held, has nothing to lose.

Bad:  3.24 {#mprn-zeros} where the base has 3.24 {#mprn-leading-zeros}, with the same words
Good: 3.24 {#mprn-leading-zeros}, with whatever words

What to do: give the provision its former id again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.block import Clause, Definition, Paragraph, Table
from toolkit.model.diagnostic import Severity
from toolkit.model.document import Document
from toolkit.model.index import walk
from toolkit.model.numbering import in_annex
from toolkit.model.place import Place
from toolkit.model.text import EMPTY

from ..likeness import LikenessIndex, likeness, words_of
from ..rule import Flaw, Rule
from ..subject import Subject

_SAME_NAME = 0.5
_ELSEWHERE = 0.9
_LEAST_WORDS = 8
"""Shorter words, such as “the DCC; and”, stand in many places."""


class _Provision(NamedTuple):
    """A clause, definition or table: what it is called and what it says."""

    id: str
    name: str
    """Clause 3.24, Table 16.9, the definition of “Working Day”."""
    words: str
    place: Place


_Pair = tuple[_Provision, _Provision]
"""A provision of the base and the one that stands for it now."""


def _find(subject: Subject) -> Iterator[Flaw]:
    base = subject.base
    if base is None:
        return
    before, now = list(_provisions(base.document)), list(_provisions(subject.document))
    kept = {one.id for one, given in now if given}
    known = {one.id for one, given in before if given}
    lost = [one for one, given in before if given and one.id not in kept]
    new = {one.name: one for one, given in now if not given or one.id not in known}
    for old, successor in _strayed(lost, new):
        message = f"The id {{#{old.id}}} is gone: {old.name} of {base.document.name} had it."
        hint = f"Give {successor.name} the id {{#{old.id}}} again: an id is for ever."
        yield Flaw(successor.place, message, hint)


def _strayed(lost: list[_Provision], new: dict[str, _Provision]) -> Iterator[_Pair]:
    """Provisions that stand under another id: those of the same name first, then those found elsewhere."""
    elsewhere: list[_Provision] = []
    taken: set[str] = set()
    for old in lost:
        namesake = new.get(old.name)
        if namesake and likeness(words_of(old.words), words_of(namesake.words)) >= _SAME_NAME:
            taken.add(namesake.id)
            yield old, namesake
        elif len(old.words.split()) >= _LEAST_WORDS:
            elsewhere.append(old)
    free = {one.id: one for one in new.values() if one.id not in taken}
    index = LikenessIndex.of((one.id, one.words) for one in free.values())
    for old in elsewhere:
        found = free.pop(index.likest(old.words, _ELSEWHERE), None)
        if found:
            yield old, found


def _provisions(document: Document) -> Iterator[tuple[_Provision, bool]]:
    """The provisions of a document, each with whether its id is written in the source."""
    keyword = document.register.scheme.keyword
    definitions: dict[str, str] = {}
    for block, owner in walk(document.blocks):
        place = block.place
        match block:
            case Clause():
                place = block.label_place
                name = _name(block, keyword, definitions.get(owner, ""))
                words = block.heading or block.words or EMPTY
            case Definition():
                name = f"the definition of “{block.term.plain}”"
                definitions[block.id] = name
                first = block.blocks[0] if block.blocks else None
                words = first.text if isinstance(first, Paragraph) else EMPTY
            case Table():
                name, words = block.label or block.id, block.title
            case _:
                continue
        yield _Provision(block.id, name, words.plain, place), block.id_given


def _name(clause: Clause, keyword: str, definition: str) -> str:
    if definition:
        return f"paragraph {clause.label.own} of {definition}"
    annex = in_annex(clause.label) and len(clause.label.key) == 1
    return clause.label.text if annex else f"{keyword} {clause.label.text}"


RULE = Rule("C110", "lost-id", Severity.ERROR, _find, __doc__)
