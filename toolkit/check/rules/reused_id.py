"""An id that belonged to one provision stands on another.

An id is for ever: whoever follows it from code, data or another document now finds another rule, and a
comparison shows one provision rewritten where one was omitted and another inserted. Found is an id of the
base, or of a version that the base rests on, which now

- stands on another kind of thing: a definition or a table where there was a clause;
- stands under another label or term, and its words share little with the former ones; or
- stands under the same label, while its former words stand under another id.

A provision that was moved, and one that was rewritten in its place, keep their ids rightly.

Bad:  4.31 {#firmware-notice} about meters, where the base had 3.24 {#firmware-notice} about notices
Good: 4.31 {#meter-notice}

What to do: give the new provision an id that no version has had.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.library.load import Loaded
from toolkit.library.timeline import bases
from toolkit.model.diagnostic import Severity

from ..likeness import LikenessIndex, likeness, words_of
from ..provision import Provision, provisions
from ..rule import Flaw, Rule
from ..subject import Subject

_UNLIKE = 0.4
"""Of two provisions taken at random, 98 in 100 share less."""
_FORMER = 0.9
_LEAST_WORDS = 5
"""Fewer words tell nothing: a heading may change altogether."""


def _find(subject: Subject) -> Iterator[Flaw]:
    if not subject.document.version.base:
        return
    now = {one.id: one for one, given in provisions(subject.document) if given}
    wanted, seen = set(now), set[str]()
    index: LikenessIndex | None = None
    for earlier in _ancestors(subject):
        if not wanted:
            return
        for old, given in provisions(earlier.document):
            if not given or old.id not in wanted:
                continue
            wanted.discard(old.id)
            new = now[old.id]
            if _another(old, new):
                yield _flaw(old, new, earlier, "")
            elif _rewritten(old, new):
                index = index or LikenessIndex.of((one.id, one.words) for one in now.values())
                heir = index.likest(old.words, _FORMER)
                if heir and heir != old.id and heir not in seen:
                    yield _flaw(old, new, earlier, f" What it said stands under {{#{heir}}} now.")


def _ancestors(subject: Subject) -> Iterator[Loaded]:
    """The versions that this one rests on whose text is held, nearest first."""
    register = subject.document.register
    for version in bases(register, subject.document.version):
        if version.held:
            yield subject.library.of(register, version)


def _another(old: Provision, new: Provision) -> bool:
    """Whether one id stands on two things."""
    if old.kind is not new.kind:
        return True
    return old.name != new.name and _tells(old, new) and _alike(old, new) < _UNLIKE


def _rewritten(old: Provision, new: Provision) -> bool:
    return _tells(old, new) and _alike(old, new) < _UNLIKE


def _tells(old: Provision, new: Provision) -> bool:
    return min(len(old.words.split()), len(new.words.split())) >= _LEAST_WORDS


def _alike(old: Provision, new: Provision) -> float:
    return likeness(words_of(old.words), words_of(new.words))


def _flaw(old: Provision, new: Provision, earlier: Loaded, more: str) -> Flaw:
    message = (
        f"The id {{#{old.id}}} belongs to another provision: {old.name} of {earlier.document.name}.{more}"
    )
    hint = f"Give {new.name} an id that no version has had."
    return Flaw(new.place, message, hint)


RULE = Rule("C124", "reused-id", Severity.ERROR, _find, __doc__)
