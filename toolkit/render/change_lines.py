"""The list of changes of a marked copy: each line with its declared changes and its stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.compare.compare import compare_versions
from toolkit.compare.listing import lines
from toolkit.compare.summary import listed
from toolkit.compare.two_base import TwoBase, staged
from toolkit.consult.attribution import attributed
from toolkit.consult.consultation import DeclaredChange
from toolkit.consult.declared import Comparison
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.change import ChangeSet, Stage
from toolkit.model.document import Document

from .view import ChangeLine, Declared


@dataclass(frozen=True, slots=True)
class Declarations:
    """What a consultation declares, so that a marked copy can name the change each revision belongs to."""

    consultation: str
    """As printed: Uplift 1.2."""
    changes: tuple[DeclaredChange, ...]


@dataclass(frozen=True, slots=True)
class Comparing:
    """Everything that changed from one version to another, and what is known of each change."""

    old: Document
    new: Document
    changes: ChangeSet
    consulted: Document | None = None
    """The version that was consulted on, where changes tell whether they were."""
    bases: TwoBase | None = None

    @classmethod
    def of(cls, library: Library, old: Loaded, new: Loaded, consulted: Loaded | None = None) -> Comparing:
        """Compare two versions; where a third was consulted on, tell what it changes, too."""
        changes = compare_versions(library, old, new)
        return cls(old.document, new.document, changes).told_by(library, old, new, consulted)

    def told_by(self, library: Library, old: Loaded, new: Loaded, consulted: Loaded | None) -> Comparing:
        """The same, with what the version consulted on changes, where there is one."""
        if consulted is None:
            return self
        before = compare_versions(library, old, consulted)
        since = compare_versions(library, consulted, new)
        bases = staged(self.changes, before, since)
        return Comparing(self.old, self.new, self.changes, consulted.document, bases)

    def lines(
        self, declarations: Declarations | None = None, legal_only: bool = True
    ) -> Iterator[ChangeLine]:
        """The list of changes, in order."""
        stages = self.bases.by_number(legal_only) if self.bases else {}
        for line in _lines(self.old, self.new, self.changes, declarations, legal_only):
            yield line._replace(stage=stages.get(line.number))

    def dropped(
        self, declarations: Declarations | None = None, legal_only: bool = True
    ) -> Iterator[ChangeLine]:
        """What the version consulted on changed and this one does not; none has a number."""
        if self.bases and self.consulted:
            gone = self.bases.dropped
            for line in _lines(self.old, self.consulted, gone, declarations, legal_only):
                yield line._replace(number=0, stage=Stage.DROPPED)


def _lines(
    old: Document, new: Document, changes: ChangeSet, declarations: Declarations | None, legal_only: bool
) -> Iterator[ChangeLine]:
    belongs: dict[int, tuple[DeclaredChange, ...]] = {}
    if declarations:
        found = attributed(declarations.changes, Comparison(old, new, changes))
        belongs = {id(change): to for change, to in zip(changes.changes, found, strict=True)}
    name = declarations.consultation if declarations else ""
    for line in lines(changes, legal_only):
        to = (one for change in line.changes for one in belongs.get(id(change), ()))
        declared = dict.fromkeys(Declared(name, one.number, one.topic) for one in to)
        yield ChangeLine(*listed(line), declared=tuple(declared))
