"""The obligations of one version: every passage read with the words that lead into it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from toolkit.check.modals import given_in, said
from toolkit.check.subject import Line, Subject
from toolkit.model.passage import Kind as PassageKind

from .draft import NOBODY, Draft
from .leading import Leads, is_adverbial, leads, to_be_ensured
from .limb import limb_draft
from .obligation import Obligation
from .role import Roles, RoleUse
from .sentence import drafts
from .table import Column, columns, row_draft
from .timing import timings
from .when import leading_timings

_OPENS_CONDITION = re.compile(
    r"(?:where|if|unless|once|until|when|whenever|before|after|provided|for so long as|subject to|on|upon"
    r"|in the case|for the purposes?)\b",
    re.IGNORECASE,
)
_BEFORE_OWN = re.compile(r"[,;]?\s*(?:\b(?:and|but|in which case|failing which)\b[\s,]*)?\Z")
"""What joins a limb to a further sentence in it."""
_EACH = frozenset({Leads.ACT, Leads.ENSURE, Leads.WHOLE})
"""Where each limb is a reading of its own."""
_READ = frozenset({PassageKind.CLAUSE, PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.ROW,
                   PassageKind.HEADING})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What a passage hands down to its limbs and to its closing words."""

    leads: Leads
    draft: Draft
    """What limbs go on with; its actor is that of closing words too."""
    act: str
    """What stands before the act of a limb: ensure that."""
    words: str
    """All the words that lead into a limb."""


_NOTHING = Frame(Leads.SENTENCE, NOBODY, "", "")


def obligations(subject: Subject) -> tuple[Obligation, ...]:
    """What a version asks of whom, in order of its text."""
    return tuple(_Reader(subject).read())


def actor_names(subject: Subject) -> dict[str, str]:
    """The full names of those whom a version calls by short ones: S1SP is the SMETS1 Service Provider."""
    return Roles(subject.context.terms, subject.index.definitions).names()


class _Reader:
    """One walk through the passages of a version."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._roles = Roles(subject.context.terms, subject.index.definitions)
        self._frames: dict[str, Frame] = {}
        self._last = _NOTHING
        self._limbs: dict[str, list[Line]] = defaultdict(list)
        self._columns: dict[str, dict[int, str]] = defaultdict(dict)
        self._rows: dict[int, dict[int, Line]] = defaultdict(dict)
        for line in subject.lines:
            if line.passage.kind is PassageKind.COLUMNS:
                self._columns[line.passage.owner][line.column] = line.text.plain
            elif line.prose and line.passage.kind is PassageKind.ROW:
                self._rows[id(line.passage)][line.column] = line
            if line.prose and line.passage.kind is PassageKind.CLAUSE and _is_limb(line):
                self._limbs[subject.index.parents.get(line.passage.owner, "")].append(line)

    def read(self) -> Iterator[Obligation]:
        for line in self._subject.lines:
            if not line.prose or line.passage.kind not in _READ or self._defines(line):
                continue
            if line.passage.kind is PassageKind.CLAUSE:
                yield from self._clause(line)
            elif line.passage.kind is PassageKind.PARAGRAPH:
                yield from self._closing(line)
            elif line.passage.kind is PassageKind.ROW:
                yield from self._row(line)
            else:
                yield from self._alone(line)

    def _defines(self, line: Line) -> bool:
        """Whether it is of a definition, which says what words mean."""
        return any(
            owner in self._subject.index.definitions for owner in self._subject.around(line.passage.owner)
        )

    def _clause(self, line: Line) -> Iterator[Obligation]:
        owner = line.passage.owner
        above = self._frame_above(line)
        roles = self._uses(line)
        limbs = self._limbs.get(owner, ())
        own = drafts(line, roles, above.draft if above.draft.modal else NOBODY)
        made: list[Draft] = []
        if above.leads in _EACH and not (own and _opens(line, own[0])):
            made += self._as_limb(line, above, own, roles, bool(limbs))
        made += own
        frame = self._frame(line, above, made, own) if limbs else _closing_frame(above, made)
        self._frames[owner] = frame
        self._last = replace(frame, words=f"{above.words} {line.text.plain}".strip())
        if limbs and made and made[-1].last and frame.leads in _EACH and not _acts_before(made[-1], frame):
            made.pop()
        if limbs and made and made[-1].last and not f"{made[-1].condition}{made[-1].exception}".endswith("…"):
            made[-1] = replace(made[-1], act=f"{made[-1].act} …")
        for draft in made:
            yield self._obligation(line, draft, above.words)

    def _as_limb(
        self, line: Line, above: Frame, own: tuple[Draft, ...], roles: tuple[RoleUse, ...], leads_on: bool
    ) -> list[Draft]:
        """The act of a limb that goes on with the modal verb above it; none where it only says when."""
        plain = line.text.plain
        end = own[0].start if own else len(plain)
        if own:
            cut = _BEFORE_OWN.search(said(plain), max(0, end - 40), end)
            end = cut.start() if cut else end
        if leads_on and not own and is_adverbial(said(plain)) and not plain.startswith("not "):
            return []
        if not plain[:end].strip():
            return []
        return [limb_draft(line, above.draft, end, roles, above.act)]

    def _frame(self, line: Line, above: Frame, made: list[Draft], own: tuple[Draft, ...]) -> Frame:
        """What a passage with limbs hands down to them."""
        plain = line.text.plain
        words = f"{above.words} {plain}".strip()
        if not made or not made[-1].last:
            return self._frame_without_act(plain, above, made, words)
        draft = made[-1]
        tail = said(plain)[draft.verb :]
        timed = any(map(_is_timed, self._limbs[line.passage.owner]))
        how = leads(tail, timed and draft in own)
        if draft not in own and how is Leads.ACT:
            how = Leads.PART
        act = ""
        if how is Leads.ENSURE:
            act = to_be_ensured(tail)
        elif how is Leads.WHOLE:
            act = draft.act
        return Frame(how, draft, act, words)

    def _frame_without_act(self, plain: str, above: Frame, made: list[Draft], words: str) -> Frame:
        condition = plain.rstrip(" :—–-") if _OPENS_CONDITION.match(plain) else ""
        carries = above.leads in _EACH and not made
        base = above.draft if carries else replace(NOBODY, condition=above.draft.condition)
        joined = "; ".join(filter(None, (base.condition, condition)))
        when = leading_timings(said(plain), 0, len(plain)) if carries else ()
        draft = replace(base, condition=joined, timings=base.timings + when)
        return Frame(above.leads if carries else Leads.SENTENCE, draft, above.act if carries else "", words)

    def _closing(self, line: Line) -> Iterator[Obligation]:
        """Words that go on after a list, or a further paragraph."""
        frame = self._frames.get(line.passage.owner, _NOTHING)
        own = drafts(line, self._uses(line), frame.draft)
        for draft in own:
            if not draft.condition and frame.leads is Leads.SENTENCE and line.text.plain[:1].islower():
                draft = replace(draft, condition=frame.draft.condition)
            yield self._obligation(line, draft, frame.words if line.text.plain[:1].islower() else "")
        if own and frame is not _NOTHING:
            self._frames[line.passage.owner] = replace(frame, draft=own[-1])

    def _row(self, line: Line) -> Iterator[Obligation]:
        """A cell that holds sentences; of a table that sets obligations, each row once."""
        kinds = columns(self._columns[line.passage.owner])
        cells = self._rows[id(line.passage)]
        if not kinds or any(given_in(cell) for cell in cells.values()):
            yield from self._alone(line)
        elif line.column == kinds[Column.WHAT]:
            frame = self._frame_of_table(line.passage.owner)
            uses = {number: self._uses(cell) for number, cell in cells.items()}
            draft = row_draft(cells, kinds, frame.draft, uses)
            if draft is not None:
                yield self._obligation(line, draft, frame.words)

    def _frame_of_table(self, name: str) -> Frame:
        """That of the clause that a table stands in, or that stands before it and cites it."""
        own = self._frames.get(self._subject.index.parents.get(name, ""))
        label = self._label(name)
        cites = bool(label) and label in self._last.words
        return own or (self._last if cites else _NOTHING)

    def _alone(self, line: Line) -> Iterator[Obligation]:
        for draft in drafts(line, self._uses(line)):
            yield self._obligation(line, draft, "")

    def _frame_above(self, line: Line) -> Frame:
        if not _is_limb(line):
            return _NOTHING
        return self._frames.get(self._subject.index.parents.get(line.passage.owner, ""), _NOTHING)

    def _uses(self, line: Line) -> tuple[RoleUse, ...]:
        return self._roles.uses(line.text.plain, line.terms)

    def _obligation(self, line: Line, draft: Draft, lead: str) -> Obligation:
        subject, owner = self._subject, line.passage.owner
        document = subject.document
        return Obligation(
            document.register.code, document.version.name, owner, self._label(owner), self._heading(owner),
            draft.kind, draft.modal, draft.actors, draft.said_of, draft.act, draft.condition, draft.exception,
            draft.recipients, draft.timings, lead, line.text.plain, draft.doubts,
            line.citations, tuple(subject.around(owner)), line.text.place(),
        )  # fmt: skip

    def _label(self, owner: str) -> str:
        index = self._subject.index
        clause, table = index.clauses.get(owner), index.tables.get(owner)
        return clause.label.text if clause else (table.label if table else "")

    def _heading(self, owner: str) -> str:
        for around in self._subject.around(owner):
            clause = self._subject.index.clauses.get(around)
            if clause is not None and clause.heading is not None:
                return f"{clause.label.own} {clause.heading.plain}"
        return ""


def _is_limb(line: Line) -> bool:
    return line.passage.label.own.startswith("(")


def _is_timed(limb: Line) -> bool:
    """Whether a limb bears a period and no modal verb of its own, whose the period might be."""
    plain = limb.text.plain
    return not given_in(limb) and bool(timings(said(plain), 0, len(plain)))


def _opens(line: Line, first: Draft) -> bool:
    """Whether a limb begins with a sentence of its own: (a) the DCC shall …"""
    before = line.text.plain[: first.start].strip()
    return not before or bool(_OPENS_CONDITION.match(before) and before.endswith(","))


def _closing_frame(above: Frame, made: list[Draft]) -> Frame:
    return Frame(Leads.SENTENCE, made[-1] if made else above.draft, "", above.words)


def _acts_before(draft: Draft, frame: Frame) -> bool:
    """Whether a lead-in asks something before what its limbs ask: pass it on, and ensure that: (a) …"""
    if frame.leads is Leads.ENSURE:
        return bool(re.search(r"\band\s*,?\s*(?:to )?(?:ensure|procure|secure)\b", draft.act))
    return False
