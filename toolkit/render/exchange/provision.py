"""Provisions with a verdict, as other tools see them: what each is called, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.library.load import Loaded
from toolkit.model.footnote import note_numbers
from toolkit.model.passage import Passage, legal_passages
from toolkit.model.span import spans
from toolkit.trace.tracing import Sources, Traced
from toolkit.trace.verdict import ClauseVerdict


@dataclass(frozen=True, slots=True)
class Text:
    """One version that was traced, whole or in part."""

    loaded: Loaded
    verdicts: tuple[ClauseVerdict, ...]
    whole: bool
    """Whether it is the version traced; else only what links name has a verdict."""
    passages: tuple[Passage, ...]
    """Its legal text."""
    spans: dict[str, tuple[int, int]]
    """From each id to its passages and those that stand under it, as indexes from and to."""
    notes: dict[str, int]
    """The numbers of its footnotes, by name."""

    @property
    def key(self) -> tuple[str, str]:
        """The code of its document, and its version."""
        return self.loaded.document.register.code, self.loaded.document.version.name

    def name_of(self, clause: str) -> str:
        """What a provision is called in every version; of another than the one traced, with its version."""
        code, version = self.key
        return f"{code} {clause}" if self.whole else f"{code} {clause} {version}"

    @property
    def shown(self) -> tuple[Passage, ...]:
        """The passages of its provisions: all of the version traced, of another what has a verdict."""
        if self.whole:
            return self.passages
        of = (range(*self.spans[one.clause]) for one in self.verdicts if one.clause in self.spans)
        return tuple(self.passages[at] for at in sorted({at for some in of for at in some}))

    def words_of(self, name: str) -> tuple[Passage, ...]:
        """The passages of a provision with all that stands under it."""
        first, last = self.spans.get(name, (0, 0))
        return self.passages[first:last]

    def title_of(self, verdict: ClauseVerdict) -> str:
        """What people would call a provision: 3.24 and its heading, a term, Table 16.9 and its title."""
        index = self.loaded.index
        definition, table = index.definitions.get(verdict.clause), index.tables.get(verdict.clause)
        if definition is not None:
            return f"“{definition.term.plain}”"
        heading = table.title.plain if table is not None else verdict.heading
        return " ".join(f"{verdict.number} {heading}".split()) or verdict.clause


def texts(sources: Sources, traced: Traced) -> Iterator[Text]:
    """The versions traced, then of each document others that have verdicts, in order."""
    verdicts: dict[tuple[str, str], list[ClauseVerdict]] = {
        (code, loaded.document.version.name): [] for code, loaded in sources.versions.items()
    }
    whole = frozenset(verdicts)
    for one in traced.verdicts:
        verdicts.setdefault((one.document, one.version), []).append(one)
    for key in sorted(verdicts, key=lambda one: (one[0], one not in whole)):
        loaded = sources.library.load("@".join(key))
        passages = legal_passages(loaded.document)
        yield Text(
            loaded, tuple(verdicts[key]), key in whole, passages, spans(passages), note_numbers(passages)
        )
