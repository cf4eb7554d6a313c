"""Two documents define one term in different words.

Who reads both cannot tell whether the difference is meant. A definition that leads to the other one (has the
meaning given in Clause 2 of the TMAD) is no second definition. A document is held against the versions of
the other documents that it is read with, and only where their texts are held: the meanings that an
inventory gives are summaries.

Off by default: documents give a term a narrower meaning of their own on purpose more often than by
mistake. Ask for it when two documents have been changed together.

Bad:  in one document, Firmware Image means the file; in another, Firmware Image means the software
Good: in the other document, Firmware Image has the meaning given in the first

What to do: define it in one of them and lead to it from the other, or name one of them otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.library.load import Loaded
from toolkit.model.block import Block, Clause, Definition, Item, Paragraph
from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Subject

_LEADS = re.compile(
    r"\b(?:has|have|having|bears?) the (?:same )?meanings?\b|\b(?:as|is) (?:defined|given|set out) in\b"
    r"|\bmeans? (?:what|the same as) (?:(?:it|that (?:term|expression)) means )?in\b"
)
_WORD = re.compile(r"\w+")


def _find(subject: Subject) -> Iterator[Flaw]:
    own = _by_name(subject.loaded)
    elsewhere: dict[str, list[str]] = {}
    for other in _read_with(subject) if own else ():
        theirs = _by_name(other)
        for name in own.keys() & theirs.keys():
            if _differ(_meaning(own[name]), _meaning(theirs[name])):
                elsewhere.setdefault(name, []).append(other.document.name)
    for name, documents in elsewhere.items():
        term = own[name].term
        place = term.place() if term.origins else own[name].place
        message = f"“{term.plain}” is defined in other words in {' and '.join(documents)}."
        yield Flaw(place, message, "Lead to the meaning given there, or name one of the two otherwise.")


def _read_with(subject: Subject) -> Iterator[Loaded]:
    """The versions of other documents that are read with a version."""
    for code in sorted(subject.library.registers):
        other = subject.library.companion(subject.document, code)
        if other is not None and code != subject.document.register.code:
            yield other


def _differ(words: str, others: str) -> bool:
    """Whether two meanings are given in different words, and neither leads to another place."""
    if _LEADS.search(words) or _LEADS.search(others):
        return False
    return _WORD.findall(words.lower()) != _WORD.findall(others.lower())


def _by_name(loaded: Loaded) -> dict[str, Definition]:
    return {one.term.plain.casefold(): one for one in loaded.index.definitions.values()}


def _meaning(definition: Definition) -> str:
    return " ".join(_words(definition.blocks))


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield text.plain
            case Clause(blocks=inner) | Item(blocks=inner):
                yield from _words(inner)


RULE = Rule("C134", "differing-definitions", Severity.WARNING, _find, __doc__, by_default=False)
