"""Which changes of a concluded version were consulted on, and which were made since.

There are three texts: A stands in the Code, B was consulted on, C was concluded. Each change from A to C
is held against what B does to the same passage. Passages of A know each other by their place in A;
those that B or C put in, by what became of B's in C.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.model.change import Change, ChangeKind, ChangeSet, Edit, Op, Stage
from toolkit.model.document import Document
from toolkit.model.passage import Kind, Passage

from .compare import compare
from .kept import Pairs
from .listing import lines
from .pairing import NONE


@dataclass(frozen=True, slots=True)
class TwoBase:
    """The changes from A to C with their stages, and the changes from A to B that C does not make."""

    changes: ChangeSet
    """From A to C."""
    consulted: str
    """B, as on the command line: TMAD@6.1U."""
    stages: tuple[Stage, ...]
    """For each change from A to C, in order."""
    dropped: ChangeSet
    """Those from A to B that C does not make."""

    def by_number(self, legal_only: bool = True) -> dict[int, Stage]:
        """The stage of each line of the list of changes, by its number; altered where its changes differ."""
        by_change = {
            id(change): stage for change, stage in zip(self.changes.changes, self.stages, strict=True)
        }
        found: dict[int, Stage] = {}
        for line in lines(self.changes, legal_only):
            stages = {by_change[id(change)] for change in line.changes}
            found[line.number] = stages.pop() if len(stages) == 1 else Stage.ALTERED
        return found


def two_base(code: Document, consulted: Document, concluded: Document) -> TwoBase:
    """Hold the changes from the version in the Code to the one concluded against the one consulted on."""
    return staged(compare(code, concluded), compare(code, consulted), compare(consulted, concluded))


def staged(whole: ChangeSet, before: ChangeSet, since: ChangeSet) -> TwoBase:
    """The same from change sets: from A to C, from A to B, and from B to C."""
    sheet = _Sheet(whole, before, since)
    own = [sheet.stage(change) for change in whole.changes]
    stages = _with_targets(whole.changes, own)
    dropped = tuple(change for change in before.changes if sheet.is_dropped(change))
    gone = ChangeSet(before.old, before.new, dropped, before.old_count, before.new_count)
    return TwoBase(whole, before.new, stages, gone)


class _Sheet:
    """The three comparisons by what they are about."""

    def __init__(self, whole: ChangeSet, before: ChangeSet, since: ChangeSet) -> None:
        self.made = {change.old_at for change in whole.changes if change.old_at is not None}
        self.put_in = {change.new_at for change in whole.changes if change.old is None}
        self.by_old = {change.old_at: change for change in before.changes if change.old_at is not None}
        self.by_new = {change.new_at: change for change in before.changes if change.new_at is not None}
        self.since = {change.new_at: change for change in since.changes if change.new_at is not None}
        self.pairs = Pairs.of(since, since.old_count, since.new_count)

    def stage(self, change: Change) -> Stage:
        """What the consultation version does to the same passage."""
        if change.old_at is None:
            return self._of_inserted(change)
        consulted = self.by_old.get(change.old_at)
        if consulted is None:
            return Stage.AFTER
        return Stage.CONSULTED if self._same(consulted, change) else Stage.ALTERED

    def _of_inserted(self, change: Change) -> Stage:
        assert change.new_at is not None
        k = self.pairs.to_old[change.new_at]
        if k == NONE or k not in self.by_new:
            return Stage.AFTER
        altered = self.since.get(change.new_at)
        if self.by_new[k].old is not None or (altered is not None and not _only_follows(altered)):
            return Stage.ALTERED
        return Stage.CONSULTED

    def _same(self, consulted: Change, made: Change) -> bool:
        """Whether two changes do the same to one passage, whatever it is numbered since."""
        if consulted.new is None or made.new is None:
            return consulted.new is made.new is None
        if consulted.moved != made.moved or made.new_at is None:
            return False
        since = self.since.get(made.new_at)
        if made.moved and since is not None and since.moved:
            return False
        if ChangeKind.AMENDED in (consulted.kind, made.kind):
            return _words(consulted) == _words(made)
        if consulted.new.label != made.new.label or consulted.kind is not made.kind:
            return False
        return made.kind is not ChangeKind.RELAID or _layout(consulted.new) == _layout(made.new)

    def is_dropped(self, change: Change) -> bool:
        """Whether the concluded version does nothing that this change did."""
        if change.old_at is not None:
            return change.old_at not in self.made
        assert change.new_at is not None
        j = self.pairs.to_new[change.new_at]
        return j == NONE or j not in self.put_in


def _only_follows(change: Change) -> bool:
    """Whether a passage reads the same but for numbers: it was renumbered, or cites what was."""
    if change.moved:
        return False
    if change.kind in (ChangeKind.RENUMBERED, ChangeKind.RELAID):
        return change.kind is ChangeKind.RENUMBERED or change.consequential
    return change.consequential


def _words(change: Change) -> tuple[object, ...]:
    """What is done to the words of a passage, without the new numbers that follow from a renumbering."""
    assert change.new is not None
    detail = change.new.detail if change.new.kind is Kind.TERM else ""
    follows = change.consequential
    old_texts = change.old.texts if change.old else ()
    if not change.edits:
        return (detail, *(((Op.SAME, text.plain),) for text in old_texts))
    return (detail, *(_real(edits, follows) for edits in change.edits))


def _real(edits: Iterable[Edit], follows: bool) -> tuple[tuple[Op, str], ...]:
    """The edits, letter for letter, where what only follows counts as unchanged."""
    done: list[tuple[Op, str]] = []
    for edit in edits:
        op = edit.op
        if (edit.consequential or follows) and op is not Op.SAME:
            if op is Op.INSERT:
                continue
            op = Op.SAME
        if done and done[-1][0] is op:
            done[-1] = (op, done[-1][1] + edit.text)
        else:
            done.append((op, edit.text))
    return tuple(done)


def _layout(passage: Passage) -> tuple[object, ...]:
    marks = tuple(text.marks for text in passage.texts)
    return (
        passage.kind,
        passage.owner,
        passage.level,
        passage.indent,
        passage.depth,
        marks,
        passage.alignments,
    )


def _with_targets(changes: tuple[Change, ...], own: list[Stage]) -> tuple[Stage, ...]:
    """The stages, where a citation that only follows has the stage of what it cites."""
    renumbered = {
        change.new.label.text: stage
        for change, stage in zip(changes, own, strict=True)
        if change.old and change.new and change.new.label.parts and change.old.label != change.new.label
    }
    found: list[Stage] = []
    for change, stage in zip(changes, own, strict=True):
        cited = [label for label in _cited(change) if label in renumbered]
        found.append(renumbered[cited[0]] if cited and change.kind is ChangeKind.AMENDED else stage)
    return tuple(found)


def _cited(change: Change) -> list[str]:
    """The new labels that a change which only follows puts in."""
    if not change.consequential:
        return []
    return [edit.text for edits in change.edits for edit in edits if edit.op is Op.INSERT]
