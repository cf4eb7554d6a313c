"""Citations left behind by a renumbering: the words are those of the base, and what bears the label is not.

A citation is stale where the base version, in the same clause, led with the same label to a provision that
now bears another one. Provisions are known by their ids, citing clauses too. A citation in a clause that the
base did not have was written for the numbers of today, and so was one whose clause still cites the former
provision by its new label.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from toolkit.cite.citation import Citation, Problem
from toolkit.cite.context import Context
from toolkit.cite.enumeration import pieces_of
from toolkit.cite.mention import Kind
from toolkit.cite.provisions import Provisions
from toolkit.cite.resolve import citations
from toolkit.cite.where import code_of
from toolkit.library.load import Loaded
from toolkit.model.passage import Passage, legal_passages

from .subject import Line, Subject

_UNLED = frozenset({Problem.NO_SUCH_PROVISION, Problem.NOT_USED})
"""What is wrong with a citation whose label nothing bears any more."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A citation that says the number of today and means a provision by its number of the base."""

    line: Line
    citation: Citation
    id: str
    """Of the provision that the base cited."""
    document: str
    """The code of its document."""
    label: str
    """The label that both versions write in full: 4.30."""
    new_label: str
    """What the provision bears now; empty where it is gone."""


@dataclass(frozen=True, slots=True)
class _Move:
    """Where a provision of an earlier version went."""

    id: str
    new_label: str


_Moves = Mapping[str, _Move]
"""By the label that the provision bore."""
_Led = frozenset[tuple[str, str]]
"""Labels in full, each with the id that it led to."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a clause, definition or table of the base cites."""

    by_text: Mapping[str, Mapping[int, tuple[str, str]]]
    """By the words of a passage, then by where the citation begins."""
    led: _Led


def stale(subject: Subject) -> tuple[Stale, ...]:
    """Every stale citation of a version, in order; none where its base is not held."""
    if subject.base is None:
        return ()
    return tuple(_Search(subject, subject.base, subject.catalogue.context(subject.base)).all())


@dataclass(slots=True)
class _Search:
    """Compares the citations of a version with those of its base; what no move touches is not read again."""

    subject: Subject
    loaded: Loaded
    """The base."""
    base: Context
    _moves: dict[str, _Moves] = field(default_factory=dict)
    _passages: dict[str, list[Passage]] = field(default_factory=dict)
    _before: dict[str, _Before] = field(default_factory=dict)

    def all(self) -> Iterator[Stale]:
        """Every stale citation, in order."""
        touched = [
            (line, citation, move)
            for line in self.subject.lines
            for citation in line.citations
            if (move := self._move(citation)) is not None
        ]
        if not touched:
            return
        now_cited = self._targets_by_owner()
        for line, citation, move in touched:
            if self._left(line, citation, move, now_cited[line.passage.owner]):
                label, code = _full_label(citation), self._code(citation)
                yield Stale(line, citation, move.id, code, label, move.new_label)

    def _left(self, line: Line, citation: Citation, move: _Move, now_cited: set[str]) -> bool:
        """Whether a citation still says the label by which its clause cited what moved."""
        if citation.target is not None and citation.target.id == move.id:
            return False
        before = self._in_base(line.passage.owner)
        led = (self._former_label(citation), move.id)
        if line.text.plain in before.by_text:
            return before.by_text[line.text.plain].get(citation.start) == led
        return led in before.led and move.id not in now_cited

    def _in_base(self, owner: str) -> _Before:
        if owner not in self._before:
            if not self._passages:
                for passage in legal_passages(self.loaded.document):
                    self._passages.setdefault(passage.owner, []).append(passage)
            by_text = {
                text.plain: {
                    one.start: (one.target.label, one.target.id)
                    for one in citations(text, owner, self.base)
                    if one.target and one.target.id
                }
                for passage in self._passages.get(owner, ())
                for text in passage.texts
            }
            led = frozenset(pair for cited in by_text.values() for pair in cited.values())
            self._before[owner] = _Before(by_text, led)
        return self._before[owner]

    def _targets_by_owner(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for line in self.subject.lines:
            led = found.setdefault(line.passage.owner, set())
            led |= {one.target.id for one in line.citations if one.target}
        return found

    # -- what moved --------------------------------------------------------------------------------

    def _move(self, citation: Citation) -> _Move | None:
        """Where the provision went that bore the label of a citation in the base; None where it stayed."""
        if citation.target is None and citation.problem not in _UNLED:
            return None
        if citation.mention.outermost.version or citation.mention.this:
            return None
        code = self._code(citation)
        if code not in self._moves:
            self._moves[code] = self._moves_of(code)
        moves = self._moves[code]
        return moves.get(self._former_label(citation)) if moves else None

    def _former_label(self, citation: Citation) -> str:
        """The label in full, by the numbers of the base where a limb alone is written.

        “paragraph (b)” of what was Clause 4.12 said 4.12(b) then, and says 4.13(b) where that is now 4.13.
        """
        label, pieces = _full_label(citation), pieces_of(citation.label)
        if citation.target is None or not citation.label.startswith("("):
            return label
        around = self.subject.index.ancestors(citation.target.id)
        outer = next(islice(around, len(pieces) - 1, None), None)
        former = self.loaded.index.clauses.get(outer.id) if outer else None
        return former.label.text + citation.label if former else label

    def _code(self, citation: Citation) -> str:
        if citation.target is not None:
            return citation.target.document
        name = citation.mention.outermost.document
        own = self.subject.document.register.code
        return code_of(name, self.subject.context) or own if name else own

    def _moves_of(self, code: str) -> _Moves:
        before, now = self.base.provisions(code), self.subject.context.provisions(code)
        if before is None or now is None or before.index is now.index:
            return {}
        return {label: move for label, move in _moves(before, now) if move.new_label != label}


def _moves(before: Provisions, now: Provisions) -> Iterator[tuple[str, _Move]]:
    """The labels of an earlier version, each with its provision and what that bears now.

    A provision that is gone counts only where its number was given to one that stood elsewhere.
    """
    for id_, clause in before.index.clauses.items():
        label = clause.label.text
        if before.index.labels.get(label) is not clause:
            continue
        kept = now.index.clauses.get(id_)
        bearer = now.index.labels.get(label)
        if kept is not None:
            yield label, _Move(id_, kept.label.text)
        elif bearer is not None and bearer.id in before.index.clauses and bearer.id != id_:
            yield label, _Move(id_, "")
    for id_, table in before.index.tables.items():
        moved = now.index.tables.get(id_)
        if table.label and moved is not None:
            yield table.label, _Move(id_, moved.label)


def _full_label(citation: Citation) -> str:
    """The label of what is cited, as its document writes it: 4.30(a), Table 16.9."""
    if citation.target is not None:
        return citation.target.label
    label = citation.mention.prefix + citation.label
    return f"Table {label}" if citation.kind is Kind.TABLE else label
