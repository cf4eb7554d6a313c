"""What can bear an id: the clauses, definitions and tables of a version, by name and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.block import Clause, Definition, Table
from toolkit.model.document import Document
from toolkit.model.index import walk
from toolkit.model.numbering import in_annex
from toolkit.model.place import Place
from toolkit.model.text import EMPTY


class Provision(NamedTuple):
    """A clause, definition or table: what it is called and what it says."""

    id: str
    name: str
    """Clause 3.24, Table 16.9, the definition of “Working Day”."""
    words: str
    place: Place
    kind: type[Clause | Definition | Table]


def provisions(document: Document) -> Iterator[tuple[Provision, bool]]:
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
                words = block.meaning
            case Table():
                name, words = block.label or block.id, block.title
            case _:
                continue
        yield Provision(block.id, name, words.plain, place, type(block)), block.id_given


def _name(clause: Clause, keyword: str, definition: str) -> str:
    if definition:
        return f"paragraph {clause.label.own} of {definition}"
    annex = in_annex(clause.label) and len(clause.label.key) == 1
    return clause.label.text if annex else f"{keyword} {clause.label.text}"
