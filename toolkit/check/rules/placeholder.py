"""A placeholder is left in a designated text.

A draft may wait for a date or a number; the text that is designated may not. Found are words in square
brackets that stand for what is to come ([TBC], [XX], [DD MMM YYYY], [insert date]), brackets with nothing in
them, rows of underscores, and the marks by which people find such places again (TODO, FIXME, XXX, TBC).
Drafts are left alone, and so are the declared gaps [Not used] and [Not reproduced].

Bad:  before the end of [DD MMM YYYY]
Good: before the end of 31 December 2020

What to do: write what is meant, or take the words out, before the version is designated.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity
from toolkit.model.document import Status
from toolkit.model.passage import Kind

from ..names import quotations
from ..placeholders import placeholders_in
from ..rule import Flaw, Rule
from ..subject import Subject

_FINAL = frozenset({Status.DESIGNATED, Status.WITHDRAWN, Status.PUBLISHED})
_NOT_WORDS = frozenset({Kind.CODE, Kind.VERBATIM})
"""An example of a message may hold letters that look like a placeholder."""


def _find(subject: Subject) -> Iterator[Flaw]:
    version = subject.document.version
    if version.status not in _FINAL:
        return
    hint = "Write what is meant, or take the words out."
    for passage in subject.passages:
        if passage.kind in _NOT_WORDS:
            continue
        for text in passage.texts:
            for found in placeholders_in(text.plain):
                if found[0][0] == "_" and _quoted(text.plain, found.start()):
                    continue
                message = f"The placeholder “{found[0]}” is left in a text that is {version.status.value}."
                yield Flaw(text.place(found.start(), found.end()), message, hint)


def _quoted(plain: str, at: int) -> bool:
    """Whether a place is in quotation marks: a blank there is of a form for others to fill in."""
    return any(start <= at < end for start, end in quotations(plain))


RULE = Rule("C111", "placeholder", Severity.ERROR, _find, __doc__)
