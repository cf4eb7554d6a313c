"""The labels that an author asks for, as typed: 4.30=4.31, 4.30(a)=4.30(b), #expiry=4.12."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.name import Name
from toolkit.model.block import Clause
from toolkit.model.numbering import read_own
from toolkit.model.place import Place

from .enumeration import pieces_of
from .relabelling import Asked, Entry, entries


def asked_for(library: Library, draft: Loaded, pairs: Iterable[str]) -> Asked:
    """What is asked for, by the place of each clause's label; LibraryError where it cannot be meant."""
    asked: dict[Place, str] = {}
    wanted: dict[Place, tuple[Clause, str]] = {}
    for pair in pairs:
        old, equals, new = (piece.strip() for piece in pair.partition("="))
        if not (old and equals and new):
            hint = "Write the label so far and the new one: 4.30=4.31."
            raise LibraryError(f"“{pair}” does not say which label becomes which.", hint)
        clause = _clause(library, draft, old)
        if clause.label_place in asked:
            raise LibraryError(f"{old} is given two labels.", "Say it once.")
        asked[clause.label_place] = _own(clause, new)
        wanted[clause.label_place] = (clause, new)
    # only now is it known what becomes of the clauses that these stand in
    for entry in entries(draft.document, asked):
        if isinstance(entry.block, Clause) and entry.block.label_place in wanted:
            _check(draft, entry, entry.block, wanted[entry.block.label_place][1])
    return {place: own for place, own in asked.items() if own != wanted[place][0].label.own}


def _clause(library: Library, draft: Loaded, old: str) -> Clause:
    code = draft.document.register.code
    name = Name(code, id=old[1:]) if old.startswith("#") else Name(code, label=old)
    found = library.clause(draft, name)
    if not isinstance(found, Clause):
        raise LibraryError(f"{old} is no clause.", "Only the labels of clauses can be changed here.")
    bearers = [one for one in draft.index.clauses.values() if one.label == found.label]
    if not name.id and (len(bearers) > 1 or old.startswith("(")):
        ids = " or ".join(f"#{one.id}" for one in bearers)
        raise LibraryError(f"{old} may mean several clauses.", f"Name the one by its id: {ids}.")
    return found


def _own(clause: Clause, new: str) -> str:
    """The clause's own part of a full label."""
    return pieces_of(new)[-1] if clause.label.own.startswith("(") and pieces_of(new) else new


def _check(draft: Loaded, entry: Entry, clause: Clause, new: str) -> None:
    """A label must be written like that of the clause, and continue that of the clause it stands in."""
    scheme = draft.document.register.scheme
    level = scheme.levels_under(clause.label)[clause.level - 1]
    if read_own(level, entry.first) is None:
        hint = f"Write it like {clause.label.own}, in the way of its level."
        raise LibraryError(f"{new} is no label for {clause.label.text}.", hint)
    old, now = entry.stems
    inherited = now + clause.label.own[len(old) :] if clause.label.own.startswith(old) else clause.label.own
    same_head = level.bracketed or _LAST.sub("", inherited) == _LAST.sub("", entry.first)
    if new != entry.label or not same_head:
        text = entry.label if level.bracketed else inherited
        hint = f"Its label begins “{_LAST.sub('', text)}”, for it does not move to another clause."
        raise LibraryError(f"{clause.label.text} cannot become {new}.", hint)


_LAST = re.compile(r"(?:\([^()]*\)|[0-9]+[A-Za-z]*|(?:(?<= )|\A)[A-Z]+)\Z")
"""The part of a label that is the clause's own."""
