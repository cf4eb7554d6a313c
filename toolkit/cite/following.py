"""Citations that follow new labels: found, rewritten, and proved to lead where they led."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.library.timeline import may_be_edited
from toolkit.model.source_edit import SourceEdit
from toolkit.source.edits import Source

from .citation import Citation, Range, Target
from .context import Catalogue, Context
from .mention import Mention
from .proof import Edits, Read, goes_to, same_words, strays, texts_of
from .provisions import Provisions
from .relabel import cited_of, relabelled
from .relabelling import Asked, Entry, NewLabels
from .resolve import citations
from .standing import check_standing
from .unwritten import Remark, what_it_says

_MOST_ROUNDS = 4
"""How often what proves not to be rewritable is left out and the rest proved again."""


class _Follower(NamedTuple):
    """A citation that is to follow, where it stands, and the edits that make it."""

    read: Read
    citation: Citation
    edits: tuple[SourceEdit, ...]


@dataclass(slots=True)
class Following:
    """One renumbering while it is worked out."""

    library: Library
    draft: Loaded
    labels: NewLabels
    label_edits: list[SourceEdit]
    sources: dict[str, Source]
    found: list[_Follower] = field(default_factory=list)
    given_up: set[tuple[str, int, int]] = field(default_factory=set)
    """The citations that stay as they are, by where their mention stands."""
    ranges: list[tuple[Read, Citation, Citation]] = field(default_factory=list)
    """The first and the last citation of each range of the draft's clauses."""
    remarks: list[Remark] = field(default_factory=list)

    def is_ours(self, target: Target | None) -> bool:
        """Whether a target is of the draft."""
        document = self.draft.document
        own = (document.register.code, document.version.name)
        return target is not None and (target.document, target.version) == own

    def moves(self, target: Target | None) -> bool:
        """Whether a target is of the draft and gets another label."""
        return target is not None and self.is_ours(target) and self.labels.of(target) != target.label

    def expected(self, target: Target) -> object:
        """What a target is once everything is renumbered."""
        if self.is_ours(target) and not target.id:
            return goes_to(target._replace(label=self.labels.of(target)))
        return goes_to(target)

    def source(self, file: str) -> Source:
        """A source file, read once."""
        if file not in self.sources:
            self.sources[file] = Source.of(self.library.files.read(file))
        return self.sources[file]


# -- citations --------------------------------------------------------------------------------------


class Citing(NamedTuple):
    """A draft that can see the one renumbered, with those of its texts that may cite it."""

    loaded: Loaded
    context: Context
    numbers: tuple[int, ...]
    """Of its texts, in order."""

    def reads(self, loaded: Loaded) -> tuple[Read, ...]:
        """The texts themselves, as a reading of the version has them."""
        texts = texts_of(loaded.document)
        return tuple(texts[number] for number in self.numbers if number < len(texts))


def citing(work: Following, catalogue: Catalogue) -> Iterator[Citing]:
    """The drafts that can see the draft, itself among them."""
    document = work.draft.document
    for loaded in work.library.everything():
        if not may_be_edited(loaded.document.version):
            continue
        companion = work.library.companion(loaded.document, document.register.code)
        sees = companion is not None and companion.document.version == document.version
        texts = texts_of(loaded.document)
        named = (sees or document.version.name in one.text.plain for one in texts)
        numbers = tuple(number for number, kept in enumerate(named) if kept)
        if numbers:
            yield Citing(loaded, catalogue.context(loaded), numbers)


def follow(work: Following, context: Context, reads: Iterable[Read]) -> None:
    """Find the citations that are to follow in some texts, and the edits that make them."""
    for read in reads:
        before: Citation | None = None
        for citation in citations(read.text, read.passage.owner, context):
            target = citation.target
            if before is not None and citation.range is Range.LAST and work.is_ours(target):
                work.ranges.append((read, before, citation))
            before = citation
            if target is None or not work.moves(target):
                continue
            cited = cited_of(citation)
            edits = relabelled(read.text, cited.parts, work.labels.of(target)) if cited else ()
            fit = edits is not None and all(work.source(read.text.file).fits(edit) for edit in edits)
            if not fit or edits is None:
                _give_up(work, read, citation, "it is not written as plain words")
            elif edits:
                work.found.append(_Follower(read, citation, edits))


def _give_up(work: Following, read: Read, citation: Citation, reason: str) -> None:
    mention = citation.mention
    if _key(read, mention) in work.given_up:
        return
    work.given_up.add(_key(read, mention))
    label = work.labels.of(citation.target) if citation.target else citation.label
    words = what_it_says(read.text, citation)
    message = f"“{words}” is left as it is: {reason}. It means what is now {label}."
    work.remarks.append(Remark(read.text.place(citation.start, citation.end), message))


def _key(read: Read, mention: Mention) -> tuple[str, int, int]:
    place = read.text.place(mention.start, mention.start + 1)
    return (place.file, place.line, place.column)


# -- proof ------------------------------------------------------------------------------------------


def proved(
    work: Following, able_to_cite: tuple[Citing, ...], planned: tuple[Entry, ...], asked: Asked
) -> dict[str, bytes]:
    """The files with everything renumbered that proves to read back as it should."""
    for _ in range(_MOST_ROUNDS):
        edits = [*work.label_edits, *(edit for one in kept(work) for edit in one.edits)]
        new = _made(work, edits)
        after = work.library.with_files(new)
        work.remarks += check_standing(work.draft, _again(after, work.draft), planned, asked)
        if _all_follow(work, able_to_cite, after, Edits(edits)):
            work.remarks += _other_ranges(work, after)
            return new
        work.remarks = [one for one in work.remarks if not one.passing]
    message = "The citations cannot be made to follow without a change of what others mean."
    raise LibraryError(message, "Write them in full first: Clause 4.30 and Clause 4.31.")


def kept(work: Following) -> Iterator[_Follower]:
    """The citations that are rewritten."""
    return (one for one in work.found if _key(one.read, one.citation.mention) not in work.given_up)


def _made(work: Following, edits: Iterable[SourceEdit]) -> dict[str, bytes]:
    by_file: dict[str, dict[SourceEdit, None]] = {}
    for edit in edits:
        by_file.setdefault(edit.place.file, {})[edit] = None
    return {file: work.source(file).edited(inside) for file, inside in by_file.items()}


def _again(after: Library, loaded: Loaded) -> Loaded:
    return after.of(loaded.document.register, loaded.document.version)


def _all_follow(work: Following, able_to_cite: tuple[Citing, ...], after: Library, edits: Edits) -> bool:
    """Whether every citation leads where it led; those that do not are given up."""
    before = len(work.given_up)
    catalogue = Catalogue.of(after)
    for one in able_to_cite:
        again = _again(after, one.loaded)
        contexts = (one.context, catalogue.context(again))
        for old, new in zip(one.reads(one.loaded), one.reads(again), strict=True):
            _prove_text(work, old, new, edits, contexts)
    return len(work.given_up) == before


def _prove_text(
    work: Following, old: Read, new: Read, edits: Edits, contexts: tuple[Context, Context]
) -> None:
    splice = edits.of(old.text)
    if not same_words(old, new, splice):
        place = old.text.place()
        hint = "drafting check may say why; mend that first."
        raise LibraryError(f"{place}: the text would not read back as it is.", hint)
    lost, found = strays(old, new, splice, contexts, work.expected)
    for citation in lost:
        if splice.inside(citation.start, citation.end) or work.moves(citation.target):
            _give_up(work, old, citation, "with the new label it would not be read as this citation")
        elif citation.target is None:
            message = f"“{what_it_says(old.text, citation)}” led nowhere, and leads to a clause now."
            work.remarks.append(Remark(old.text.place(citation.start, citation.end), message, True))
        else:
            message = f"“{what_it_says(old.text, citation)}” would lead elsewhere."
            hint = "Cite the provision in full first."
            raise LibraryError(f"{old.text.place(citation.start, citation.end)}: {message}", hint)
    for citation in found:
        if not lost:
            message = f"“{what_it_says(new.text, citation)}” was no citation, and is read as one now."
            work.remarks.append(Remark(old.text.place(), message, True))


def _other_ranges(work: Following, after: Library) -> Iterator[Remark]:
    """Ranges that take in other clauses than they did, though both their ends follow."""
    before = Catalogue.of(work.library).provisions(work.draft)
    now = Catalogue.of(after).provisions(_again(after, work.draft))
    for read, first, last in work.ranges:
        if first.target is None or last.target is None:
            continue
        ends = (first.target.id, last.target.id)
        if _taken_in(before, *ends) != _taken_in(now, *ends):
            message = f"“{what_it_says(read.text, last)}” takes in other clauses than it did."
            yield Remark(read.text.place(first.start, last.end), message)


def _taken_in(provisions: Provisions, first: str, last: str) -> frozenset[str]:
    """The ids of the clauses from one to another of the same list."""
    clauses = provisions.index.clauses
    if first not in clauses or last not in clauses:
        return frozenset()
    start, end = clauses[first].label.key, clauses[last].label.key
    beside = provisions.siblings.get(start[:-1], [])
    keys = beside[bisect_left(beside, start) : bisect_right(beside, end)]
    return frozenset(provisions.by_key[key] for key in keys)
