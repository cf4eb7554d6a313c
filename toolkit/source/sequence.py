"""Whether the labels and ids of a document run as they should: order, gaps, duplicates."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.block import Block, Clause, Definition, Gap, Item, Table
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import walk
from toolkit.model.label import NO_LABEL, Label
from toolkit.model.numbering import Scheme, begins, follows, in_annex
from toolkit.model.place import Place

from .finding import finding


def check_sequence(blocks: tuple[Block, ...], scheme: Scheme) -> tuple[Diagnostic, ...]:
    """Labels out of order, skipped or used twice, and ids used twice, over a whole document.

    A number is skipped only where the level is numbered without gaps (Level.consecutive).
    """
    return (*_labels(blocks, NO_LABEL, scheme), *_ids(blocks))


def _labels(blocks: tuple[Block, ...], parent: Label, scheme: Scheme) -> Iterator[Diagnostic]:
    previous: Label | None = None
    seen: dict[str, Place] = {}
    for block in _labelled(blocks):
        first, last, place = _ends(block)
        if first.text in seen:
            message = f"{first.text} stands at line {seen[first.text].line} already."
            hint = "Give one of them another label."
            if seen[first.text].file != place.file:
                message = f"{first.text} stands in {seen[first.text].file} already."
            yield finding("S034", place, message, hint)
        else:
            for step in _step(previous, first, place, parent):
                if step.code != "S033" or _consecutive(block, scheme):
                    yield step
        seen.setdefault(first.text, place)
        if previous is None or len(last.key) != len(previous.key) or last.key > previous.key:
            previous = last
        if isinstance(block, Clause):
            yield from _labels(block.blocks, block.label, scheme)
    for inner in _unlabelled(blocks):
        yield from _labels(inner.blocks, NO_LABEL if isinstance(inner, Definition) else parent, scheme)


def _consecutive(block: Clause | Gap, scheme: Scheme) -> bool:
    levels = scheme.levels_under(_ends(block)[0])
    return levels[block.level - 1].consecutive


def _labelled(blocks: tuple[Block, ...]) -> Iterator[Clause | Gap]:
    return (block for block in blocks if isinstance(block, Clause | Gap))


def _unlabelled(blocks: tuple[Block, ...]) -> Iterator[Definition | Item]:
    return (block for block in blocks if isinstance(block, Definition | Item))


def _ends(block: Clause | Gap) -> tuple[Label, Label, Place]:
    if isinstance(block, Gap):
        return block.first, block.last, block.place
    return block.label, block.label, block.label_place


def _step(previous: Label | None, label: Label, place: Place, parent: Label) -> Iterator[Diagnostic]:
    """What is wrong with a label after its sibling, or as the first of its list."""
    if label.key[: len(parent.key)] != parent.key:
        return  # a wrong level, which the reader has reported
    if previous is None:
        if not begins(label, parent) and not _annex_top(label):
            yield _skipped(label, place, f"{label.text} is the first here.")
    elif len(previous.key) != len(label.key):
        hint = "Labels of one list are of one kind."
        yield finding(
            "S031", place, f"{label.text} is of another level than {previous.text} before it.", hint
        )
    elif label.key <= previous.key:
        hint = "Put it in its place, or renumber it."
        yield finding("S032", place, f"{label.text} stands after {previous.text}.", hint)
    elif not follows(previous, label) and not _annex_top(label):
        yield _skipped(label, place, f"{label.text} follows {previous.text}.")


def _annex_top(label: Label) -> bool:
    """Annexes are numbered apart from clauses, and one may be kept as a matrix elsewhere."""
    return in_annex(label) and len(label.key) == 1


def _skipped(label: Label, place: Place, message: str) -> Diagnostic:
    hint = "Renumber, or declare what lies between as [Not used] or [Not reproduced]."
    return finding("S033", place, f"{message} Labels between are missing.", hint)


def _ids(blocks: tuple[Block, ...]) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    for block, _ in walk(blocks):
        if not isinstance(block, Clause | Definition | Table) or not block.id_given:
            continue
        place = block.place
        if block.id in seen:
            message = (
                f"The id {{#{block.id}}} is that of {seen[block.id].file}:{seen[block.id].line} already."
            )
            hint = "An id is for ever and for one thing: choose another for what is new."
            yield finding("S035", place, message, hint)
        seen.setdefault(block.id, place)
