"""Which words of two texts cite one provision by two labels: what changed there follows from its renumbering.

A citation that reads otherwise is no amendment where both readings lead to the same provision. What leads
where is worked out from the citations themselves, on both sides, never from the look of the labels.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from toolkit.cite.context import Catalogue, Context
from toolkit.cite.provisions import Provisions
from toolkit.cite.resolve import citations
from toolkit.cite.terms import Terms
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.document import Document
from toolkit.model.index import Index
from toolkit.model.text import Text
from toolkit.source.files import Folder

from .pairing import NONE, Pairing
from .words import NO_KEYS, Keys

LONGEST = 100_000
"""Characters of a text; a longer one is not read for citations."""

Contexts = tuple[Context, Context]
"""What the citations of the old and of the new version lead to."""

Provision = tuple[str, str]
"""The code of a document and the id of one of its clauses or tables."""

_HOLDS = "what holds "

_LABEL = re.compile(r"\w*\d[\w.]*|\(\w{1,6}\)|\b[A-Z]{1,2}\b")
"""4.31, H14.36A, (aa), the A of Annex A"""


def contexts_in(old: tuple[Library, Loaded], new: tuple[Library, Loaded]) -> Contexts:
    """Contexts of two versions, from the libraries that hold them: citations of other documents resolve."""
    catalogue = Catalogue.of(new[0])
    before = catalogue if old[0] is new[0] else Catalogue.of(old[0])
    return before.context(old[1]), catalogue.context(new[1])


def context_alone(document: Document) -> Context:
    """The context of a document of which nothing else is known: only its own provisions can be resolved."""
    register = replace(document.register, versions=())
    alone = Library(Folder(Path()), {register.code: register}, {}, ())  # it has no version to be read
    index = Index.of(document)
    terms = Terms.of(index.definitions.values())
    return Context(Catalogue.of(alone), document, Provisions.of(index), terms)


class _Label(NamedTuple):
    """A label as a text cites it."""

    start: int
    written: str
    target: Provision


@dataclass(slots=True)
class Citing:
    """The citations of two versions, with which provision of the one is which of the other."""

    old: Context
    new: Context
    became: Mapping[str, str]
    """From the id of a provision of the old version to the id it has in the new one."""

    @classmethod
    def of(cls, pairing: Pairing, contexts: Contexts) -> Citing:
        """Of two versions that were aligned."""
        old, new = pairing.old.passages, pairing.new.passages
        became = {
            old[i].owner: new[j].owner for i, j in enumerate(pairing.to_new) if j != NONE and old[i].starts
        }
        return cls(*contexts, became)

    def keys(self, old: Text, old_at: str, new: Text, new_at: str) -> tuple[Keys, Keys]:
        """For the words of two texts that cite one provision by two labels, by where they begin, which it is.

        `old_at` and `new_at` are the ids of what the texts belong to.
        """
        if max(len(old.plain), len(new.plain)) > LONGEST or not _may_cite_otherwise(old.plain, new.plain):
            return NO_KEYS, NO_KEYS
        before = [self._as_new(one) for one in _labels(old, old_at, self.old)]
        after = _labels(new, new_at, self.new)
        said: dict[Provision, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for side, labels in enumerate((before, after)):
            for one in labels:
                said[one.target][side].add(one.written)
        renamed = {target for target, (was, now) in said.items() if was and now and was != now}
        return _keyed(before, renamed), _keyed(after, renamed)

    def _as_new(self, label: _Label) -> _Label:
        """A label of the old version with its target by the id that it has in the new one."""
        code, name = label.target
        if self.old.home is None or code != self.old.home.code:
            return label
        home = self.new.home.code if self.new.home else code
        part = name.removeprefix(_HOLDS)
        here = self.became.get(part, f"{part} before")
        return label._replace(target=(home, here if part == name else _HOLDS + here))


def _keyed(labels: list[_Label], renamed: set[Provision]) -> Keys:
    return {one.start: one.target for one in labels if one.target in renamed}


def _may_cite_otherwise(old: str, new: str) -> bool:
    """Whether each text has a label or a capital letter that the other has not, or not so often."""
    before, after = Counter(_LABEL.findall(old)), Counter(_LABEL.findall(new))
    return bool(before - after) and bool(after - before)


def _labels(text: Text, at: str, context: Context) -> list[_Label]:
    """The labels that a text cites, where it is known which provision they lead to."""
    found = []
    for citation in citations(text, at, context):
        target = citation.target
        if target is None or not target.id:
            continue
        for cited in citation.mention.cited:
            if citation.start <= cited.start and cited.end <= citation.end:
                written = text.plain[cited.start : cited.end]
                found.append(_Label(cited.start, written, (target.document, target.id)))
        outer = citation.mention.within
        while outer is not None:  # Clause 4.12 in “paragraph (b) of Clause 4.12”
            for cited in outer.cited:
                written = text.plain[cited.start : cited.end]
                found.append(_Label(cited.start, written, (target.document, _HOLDS + target.id)))
            outer = outer.within
    return found
