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

from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..strayed import strayed
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for old, successor in subject.once(strayed):
        base = subject.document.version.base
        message = (
            f"The id {{#{old.id}}} is gone: {old.name} of {subject.document.register.code}@{base} had it."
        )
        hint = f"Give {successor.name} the id {{#{old.id}}} again: an id is for ever."
        yield Flaw(successor.place, message, hint)


RULE = Rule("C110", "lost-id", Severity.ERROR, _find, __doc__)
