"""A limb says nothing.

A label with no words behind it is a leftover, or the place of words that were lost. Drafting notes and
comments are no words; a limb that only holds limbs of its own is not empty, and one that is meant to stay
empty says [Not used].

Bad:  (a) the date; (b) ; and (c) the time.
Good: (a) the date; (b) [Not used]; and (c) the time.

What to do: write what it is to say, take it out, or declare it as [Not used].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.block import Block, Comment, Footnote, Heading, Note, Paragraph
from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Subject

_SAYS_NOTHING = re.compile(r"[\W_]*(?:and|or|but)?[\W_]*\Z")


def _find(subject: Subject) -> Iterator[Flaw]:
    for clause in subject.index.clauses.values():
        if clause.heading is None and not any(map(_says, clause.blocks)):
            kind = "Limb" if clause.label.own.startswith("(") else subject.keyword
            message = f"{kind} {clause.label.own} says nothing."
            place = clause.label_place if clause.label_place.end_line else clause.place
            yield Flaw(place, message, "Write what it is to say, take it out, or declare it as [Not used].")


def _says(block: Block) -> bool:
    match block:
        case Note() | Comment() | Heading() | Footnote():
            return False
        case Paragraph(text=text):
            return not _SAYS_NOTHING.match(text.plain)
        case _:
            return True


RULE = Rule("C143", "empty-limb", Severity.ERROR, _find, __doc__)
