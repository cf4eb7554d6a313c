"""What a renumbering cannot rewrite and the author must look at: notes, prose, texts that stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.timeline import may_be_edited
from toolkit.model.block import Clause
from toolkit.model.passage import NOT_LEGAL_TEXT, Passage, passages
from toolkit.model.place import Place
from toolkit.model.text import Text

from .citation import Citation
from .context import Catalogue, Context
from .relabelling import Entry, NewLabels
from .resolve import citations

_NEIGHBOUR = re.compile(
    r"(?<!\w)(?:preceding|previous|foregoing|following|next|last|subsequent|aforesaid|aforementioned)\s"
    r"(?:[Ss]ub-?)?(?:[Cc]lauses?|[Ss]ections?|[Pp]aragraphs?)(?!\w)"
)
_BARE = re.compile(r"(?<![\w.£(/])\d{1,4}[A-Za-z]{0,2}(?:\.\d{1,4}[A-Za-z]{0,2})+(?![\w%])(?!\.\d)")
_LONGEST = 80


class Remark(NamedTuple):
    """Something for the author to look at, and where."""

    place: Place
    message: str
    passing: bool = False
    """Whether it hangs on what else is rewritten, and is told anew when that changes."""


def what_it_says(text: Text, citation: Citation) -> str:
    """A citation in the words of its text, with its keyword where there is room."""
    mention = citation.mention
    whole = text.plain[mention.start : mention.end]
    return whole if len(whole) <= _LONGEST else text.plain[citation.start : citation.end]


def remarks_on(
    library: Library, catalogue: Catalogue, draft: Loaded, labels: NewLabels, planned: Sequence[Entry]
) -> Iterator[Remark]:
    """Everything that mentions a clause whose label changes, and is not rewritten."""
    own = draft.document
    for loaded in library.everything():
        companion = library.companion(loaded.document, own.register.code)
        sees = companion is not None and companion.document.version == own.version
        drafted = may_be_edited(loaded.document.version)
        context = catalogue.context(loaded)
        for passage in passages(loaded.document):
            aside = passage.kind in NOT_LEGAL_TEXT
            if (sees or own.version.name in passage.plain) and (aside or not drafted):
                why = "a drafting note" if aside else f"{loaded.document.name}, which stays as it is"
                yield from _cited(passage, context, own.register.code, own.version.name, labels, why)
    yield from _prose(catalogue.context(draft), draft, planned)


def _cited(
    passage: Passage, context: Context, code: str, version: str, labels: NewLabels, why: str
) -> Iterator[Remark]:
    for text in passage.texts:
        for citation in citations(text, passage.owner, context):
            target = citation.target
            if target is None or (target.document, target.version) != (code, version):
                continue
            label = labels.of(target)
            if label != target.label:
                place = text.place(citation.start, citation.end) if text.origins else passage.place
                message = f"“{what_it_says(text, citation)}” stands in {why}; it is now {label}."
                yield Remark(place, message)


def _prose(context: Context, draft: Loaded, planned: Sequence[Entry]) -> Iterator[Remark]:
    """Words that point at a neighbour, and numbers that are read as no citation, near what changes."""
    old = {entry.old.text for entry in planned if entry.changed and isinstance(entry.block, Clause)}
    parents = draft.index.parents
    near = {
        parents.get(entry.block.id, "")
        for entry in planned
        if isinstance(entry.block, Clause) and entry.first != entry.block.label.own
    }
    for passage in passages(draft.document):
        if passage.kind in NOT_LEGAL_TEXT:
            continue
        around = _around(passage.owner, parents)
        for text in passage.texts:
            if not near.isdisjoint(around):
                for found in _NEIGHBOUR.finditer(text.plain):
                    message = f"“{found[0]}” points at a neighbour in words: see that it is still the one."
                    yield Remark(text.place(*found.span()), message)
            yield from _bare(text, passage.owner, context, old)


def _around(owner: str, parents: dict[str, str]) -> set[str]:
    around: set[str] = set()
    while owner and owner not in around:
        owner = parents.get(owner, "")
        around.add(owner)
    return around


def _bare(text: Text, owner: str, context: Context, old: set[str]) -> Iterator[Remark]:
    numbers = [found for found in _BARE.finditer(text.plain) if found[0] in old]
    if not numbers:
        return
    spans = [(one.start, max(one.end, one.mention.end)) for one in citations(text, owner, context)]
    for found in numbers:
        if not any(start <= found.start() < end for start, end in spans):
            message = f"“{found[0]}” is read as no citation: see whether the clause is meant."
            yield Remark(text.place(*found.span()), message)
