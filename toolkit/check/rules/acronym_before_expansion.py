"""An acronym is used before the place where its words are given.

Who reads from the start does not know yet what it stands for. Only acronyms that the text itself
introduces in brackets are looked at: one that is a defined term may be used anywhere, because a definition
holds for the whole document. Headings and tables are passed over.

Bad:  Each EDL shall be kept. … The Exceptions and Delays Log (EDL) shall be reviewed.
Good: Each Exceptions and Delays Log (EDL) shall be kept. … The EDL shall be reviewed.

What to do: give the words at the first use, or define the acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity
from toolkit.model.passage import Kind

from ..acronyms import Expansion, expansions
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    waiting = _introduced_in_text(subject)
    if not waiting:
        return
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, waiting)))})(?!\w)")
    for line in subject.lines:
        if line.prose and line.passage.kind is not Kind.ROW:
            for found in words.finditer(line.text.plain):
                one = waiting.get(found[0].removesuffix("s")) or waiting.get(found[0])
                if one is None:
                    continue
                del waiting[one.acronym]
                if not (one.line is line and one.start <= found.start() < one.end):
                    message = (
                        f"“{one.acronym}” is used here, before line {one.place.line} says what it stands for."
                    )
                    hint = f"Write “{one.words} ({one.acronym})” here."
                    yield Flaw(line.place(*found.span()), message, hint)


def _introduced_in_text(subject: Subject) -> dict[str, Expansion]:
    """The acronyms that are no defined terms, with the first place of each at which its words are given."""
    terms = subject.context.terms
    found: dict[str, Expansion] = {}
    for one in subject.once(expansions):
        if one.line is not None and one.fits and terms.named(one.acronym) is None:
            found.setdefault(one.acronym, one)
    return found


RULE = Rule("C133", "acronym-before-expansion", Severity.WARNING, _find, __doc__)
