"""Carrying out instructions on a text: each passage is found by its address, each word by its occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from toolkit.compare.apply import Conflict
from toolkit.compare.forest import Forest
from toolkit.compare.pairing import NONE
from toolkit.model.document import Document, Part
from toolkit.model.label import Label
from toolkit.model.passage import Passage, passages
from toolkit.model.rebuild import blocks_from
from toolkit.model.text import Text

from .addresses import Addresses
from .features import following, rearranged
from .instruction import (
    Address,
    Columns,
    Insert,
    Instructions,
    Move,
    Omit,
    Recast,
    Renumber,
    Substitute,
    Words,
    WordsOp,
)
from .occurrences import Span, carried, replaced
from .phrases import Phrase, spans


def carry_out(instructions: Instructions, document: Document) -> tuple[Passage, ...]:
    """The passages that the instructions make of a document.

    Conflict, with both texts, where a passage is not where an instruction says, or not with the words that
    it names. What the instructions do not touch may be other than it was when they were drawn up.
    """
    plan = _Plan.of(instructions, passages(document))
    run = _run(plan)
    try:
        blocks = blocks_from(run)
    except ValueError as error:
        raise Conflict(instructions.old, "a table for each row", str(error)) from error
    return passages(Document(document.register, document.version, (Part("", blocks),)))


@dataclass(slots=True)
class _Plan:
    """What is to be done with each passage of a text, by its index."""

    passages: tuple[Passage, ...]
    forest: Forest
    addresses: Addresses
    gone: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    """By how much deeper what is moved comes to be nested."""
    following: dict[int, list[tuple[Passage, ...] | int]] = field(default_factory=lambda: defaultdict(list))
    """After each passage, what is put in and what is moved there; NONE is the beginning."""
    instead: dict[int, tuple[Passage, ...]] = field(default_factory=dict)
    words: dict[int, list[Words]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[int, Label] = field(default_factory=dict)
    recast: dict[int, Recast] = field(default_factory=dict)
    columns: dict[int, Columns] = field(default_factory=dict)

    @classmethod
    def of(cls, instructions: Instructions, run: tuple[Passage, ...]) -> _Plan:
        """Every instruction with its passage found; Conflict where one is not there."""
        plan = cls(run, Forest.of(run, {}), Addresses.of(run))
        omitted = [step for step in instructions.steps if isinstance(step, Omit | Substitute)]
        for step in instructions.steps:
            plan._take(step)
        for step in omitted:
            for omit in step.omitted if isinstance(step, Substitute) else (step,):
                plan._omit(omit)
        return plan

    def _take(self, step: object) -> None:
        find = self.addresses.find
        match step:
            case Words(target=target):
                self.words[find(target)].append(step)
            case Insert(after=after, passages=new):
                self.following[self._place(after)].append(new)
            case Substitute(omitted=omitted, passages=new):
                self.instead[find(omitted[0].target)] = new
            case Move(target=target, after=after, deeper=deeper):
                at = find(target)
                self.moved[at] = deeper
                self.following[self._place(after)].append(at)
            case Renumber(target=target, label=label):
                self.labels[find(target)] = label
            case Recast(target=target):
                self.recast[find(target)] = step
            case Columns(target=target):
                self.columns[find(target)] = step

    def _place(self, after: Address | None) -> int:
        return NONE if after is None else self.addresses.find(after)

    def _omit(self, omit: Omit) -> None:
        """Leave out a passage, once it is known that nothing goes with it but what was meant to."""
        at = self.addresses.find(omit.target)
        going = list(self.within(at)) if omit.whole else [at]
        words = tuple(self.passages[one].plain for one in going)
        if words != omit.omitted:
            label = omit.target.label or omit.target.words
            raise Conflict(label, " ".join(omit.omitted), " ".join(words))
        self.gone.update(going)

    def within(self, at: int) -> Iterator[int]:
        """A passage and everything in it, except what is moved on its own."""
        end = self.forest.end(at) if at != NONE else len(self.passages)
        at = max(at, 0)
        first = at
        while at < end:
            if at in self.moved and at != first:
                at = self.forest.end(at)
            else:
                yield at
                at += 1


def _run(plan: _Plan) -> list[Passage]:
    """The passages in their new order."""
    kept = _kept(plan)
    done: list[Passage] = []
    waiting: list[Iterator[int | tuple[Passage, ...]]] = [_walk(plan, NONE), iter(plan.following[NONE])]
    seen: set[int] = set()
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif isinstance(item, tuple):
            done += item
        elif item in plan.moved and item not in seen:
            seen.add(item)
            waiting.append(_walk(plan, item))
        else:
            done.append(kept[item])
            if item in plan.following:
                waiting.append(iter(plan.following[item]))
    return done


def _walk(plan: _Plan, start: int) -> Iterator[int | tuple[Passage, ...]]:
    """What stays or goes along, in the old order, with what takes the place of the rest."""
    for at in _members(plan, start):
        if at in plan.instead:
            yield plan.instead[at]
        if at not in plan.gone:
            yield at


def _members(plan: _Plan, start: int) -> Iterator[int]:
    if start != NONE:
        yield from plan.within(start)
        return
    at = 0
    while at < len(plan.passages):
        if at in plan.moved:
            at = plan.forest.end(at)
        else:
            yield at
            at += 1


def _kept(plan: _Plan) -> dict[int, Passage]:
    """Each passage that is kept as it comes to be, those that hold others first."""
    labels: list[Label] = []
    deeper: list[int] = []
    kept: dict[int, Passage] = {}
    for at, passage in enumerate(plan.passages):
        parent = plan.forest.parents[at]
        recast = plan.recast.get(at)
        above = deeper[parent] if parent != NONE else 0
        shift = recast.deeper if recast and recast.deeper is not None else plan.moved.get(at, above)
        deeper.append(shift)
        label = plan.labels.get(at)
        if label is None:
            label = passage.label
            if parent != NONE and parent not in plan.gone:
                label = following(label, plan.passages[parent].label, labels[parent])
        labels.append(label)
        if at in plan.gone:
            continue
        columns = plan.columns.get(parent) if parent != NONE else None
        texts = _texts(passage, plan.words.get(at, ()), columns)
        new = replace(passage, label=label, nested=passage.nested + shift, texts=texts)
        kept[at] = _recast(new, recast) if recast else new
    return kept


def _texts(passage: Passage, steps: Sequence[Words], columns: Columns | None) -> tuple[Text, ...]:
    if columns is not None:
        if len(passage.texts) != columns.width:
            raise Conflict(columns.target.label, f"{columns.width} columns", passage.plain)
        texts = rearranged(passage.texts, columns.columns)
    else:
        texts = passage.texts
    if not steps:
        return texts
    by_text: dict[int, list[Words]] = defaultdict(list)
    for step in steps:
        by_text[step.text].append(step)
    return tuple(_text(text, by_text.get(at, ())) for at, text in enumerate(texts))


def _text(text: Text, steps: Sequence[Words]) -> Text:
    found: list[Span] = []
    for step in steps:
        phrase = Phrase(step.op, step.find, step.which, step.of, step.words)
        try:
            found += spans(text.plain, (phrase,))
        except ValueError as error:
            raise Conflict(_label(step), _named(step), text.plain) from error
    found.sort()
    new = replaced(text.plain, found)
    if new is None:
        raise Conflict(_label(steps[0]), "words apart from each other", text.plain)
    return replace(text, plain=new, marks=carried(text.marks, found), origins=())


def _label(step: Words) -> str:
    return step.target.label or step.target.id


def _named(step: Words) -> str:
    if step.op is WordsOp.REWRITE or step.of == 1:
        return step.find
    return f"{step.find}” {step.of} times: “{step.find}"


def _recast(passage: Passage, recast: Recast) -> Passage:
    names = ("kind", "id_given", "level", "depth", "detail", "alignments", "matrix", "last")
    given = {name: getattr(recast, name) for name in names if getattr(recast, name) is not None}
    if recast.id is not None:
        given["owner"] = recast.id
    texts = passage.texts
    if recast.marks is not None:
        pairs = zip(texts, recast.marks, strict=True)
        texts = tuple(replace(text, marks=marks) for text, marks in pairs)
    return replace(passage, texts=texts, **given)
