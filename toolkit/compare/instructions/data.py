"""Machine instructions as plain data, and back. instructions-1.json is its schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from toolkit.model.label import NO_LABEL, Label
from toolkit.model.numbering import SUBSIDIARY, Scheme, read_full
from toolkit.model.passage import Kind, Passage
from toolkit.model.text import Mark, Text

from .instruction import (
    Address,
    Columns,
    Insert,
    Instruction,
    Instructions,
    Move,
    Omit,
    Recast,
    Renumber,
    Substitute,
    Words,
    WordsOp,
)

SCHEMA = "drafting-toolkit/instructions/1"

Data = dict[str, Any]


def as_data(instructions: Instructions) -> Data:
    """Everything that it takes to carry the instructions out, as plain data."""
    steps = [_step(step) for step in instructions.steps]
    return {"schema": SCHEMA, "old": instructions.old, "new": instructions.new, "steps": steps}


def from_data(data: Mapping[str, Any], scheme: Scheme = SUBSIDIARY) -> Instructions:
    """The instructions that plain data hold; ValueError where it is no such data.

    `scheme` is the numbering of the document: it says how labels sort.
    """
    if data.get("schema") != SCHEMA:
        raise ValueError(
            f"These are no instructions: their schema is {data.get('schema')!r}, not {SCHEMA!r}."
        )
    reader = _Reader(scheme)
    steps = []
    for number, step in enumerate(data["steps"], start=1):
        try:
            steps.append(reader.step(step))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"Instruction {number} cannot be read ({error}). The schema says how."
            ) from error
    return Instructions(data["old"], data["new"], tuple(steps))


def _step(step: Instruction) -> Data:
    match step:
        case Words():
            return {
                "do": "words", "target": _address(step.target), "text": step.text, "op": step.op.value,
                "find": step.find, "which": step.which, "of": step.of, "words": step.words,
                "consequential": step.consequential,
            }  # fmt: skip
        case Omit():
            return {"do": "omit", **_omit(step)}
        case Insert():
            after = _address(step.after) if step.after else None
            return {"do": "insert", "after": after, "passages": [_passage(one) for one in step.passages]}
        case Substitute():
            omitted = [_omit(one) for one in step.omitted]
            passages = [_passage(one) for one in step.passages]
            return {"do": "substitute", "omitted": omitted, "passages": passages}
        case Move():
            after = _address(step.after) if step.after else None
            return {"do": "move", "target": _address(step.target), "after": after, "deeper": step.deeper}
        case Renumber():
            return {
                "do": "renumber", "target": _address(step.target), "label": list(step.label.parts),
                "consequential": step.consequential,
            }  # fmt: skip
        case Columns():
            columns = list(step.columns)
            return {"do": "columns", "target": _address(step.target), "width": step.width, "columns": columns}
        case Recast():
            return {"do": "recast", "target": _address(step.target), **_recast(step)}


_PLAIN = ("id", "id_given", "level", "deeper", "depth", "detail", "matrix")


def _recast(step: Recast) -> Data:
    found: Data = {name: getattr(step, name) for name in _PLAIN if getattr(step, name) is not None}
    if step.kind is not None:
        found["kind"] = step.kind.value
    if step.alignments is not None:
        found["alignments"] = list(step.alignments)
    if step.last is not None:
        found["last"] = list(step.last.parts)
    if step.marks is not None:
        found["marks"] = [[list(mark) for mark in marks] for marks in step.marks]
    return found


def _omit(step: Omit) -> Data:
    return {"target": _address(step.target), "whole": step.whole, "omitted": list(step.omitted)}


def _address(address: Address) -> Data:
    return {
        "id": address.id, "kind": address.kind.value, "number": address.number, "label": address.label,
        "words": address.words,
    }  # fmt: skip


def _passage(passage: Passage) -> Data:
    return {
        "kind": passage.kind.value, "id": passage.owner, "id_given": passage.id_given, "level": passage.level,
        "nested": passage.nested, "label": list(passage.label.parts), "last": list(passage.last.parts),
        "texts": list(map(_text, passage.texts)),
        "detail": passage.detail, "depth": passage.depth, "alignments": list(passage.alignments),
        "matrix": passage.matrix,
    }  # fmt: skip


def _text(text: Text) -> Data:
    return {"plain": text.plain, "marks": [list(mark) for mark in text.marks]}


class _Reader:
    """Plain data to instructions."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.readers: dict[str, Callable[[Data], Instruction]] = {
            "words": self._words, "omit": self._omit, "insert": self._insert, "substitute": self._substitute,
            "move": self._move, "renumber": self._renumber, "columns": self._columns, "recast": self._recast,
        }  # fmt: skip

    def step(self, data: Data) -> Instruction:
        if data["do"] not in self.readers:
            raise ValueError(f"there is nothing called {data['do']!r} to do")
        return self.readers[data["do"]](data)

    def _address(self, data: Data) -> Address:
        return Address(data["id"], Kind(data["kind"]), data["number"], data["label"], data["words"])

    def _after(self, data: Data) -> Address | None:
        return self._address(data["after"]) if data["after"] is not None else None

    def _words(self, data: Data) -> Words:
        return Words(
            self._address(data["target"]), data["text"], WordsOp(data["op"]), data["find"], data["which"],
            data["of"], data["words"], data["consequential"],
        )  # fmt: skip

    def _omit(self, data: Data) -> Omit:
        return Omit(self._address(data["target"]), data["whole"], tuple(data["omitted"]))

    def _insert(self, data: Data) -> Insert:
        return Insert(self._after(data), tuple(map(self._passage, data["passages"])))

    def _substitute(self, data: Data) -> Substitute:
        passages = tuple(map(self._passage, data["passages"]))
        return Substitute(tuple(map(self._omit, data["omitted"])), passages)

    def _move(self, data: Data) -> Move:
        return Move(self._address(data["target"]), self._after(data), data["deeper"])

    def _renumber(self, data: Data) -> Renumber:
        return Renumber(self._address(data["target"]), self._label(data["label"]), data["consequential"])

    def _columns(self, data: Data) -> Columns:
        return Columns(self._address(data["target"]), data["width"], tuple(data["columns"]))

    def _recast(self, data: Data) -> Recast:
        given: Data = {name: data[name] for name in _PLAIN if name in data}
        if "kind" in data:
            given["kind"] = Kind(data["kind"])
        if "alignments" in data:
            given["alignments"] = tuple(data["alignments"])
        if "last" in data:
            given["last"] = self._label(data["last"])
        if "marks" in data:
            given["marks"] = tuple(tuple(Mark(*mark) for mark in marks) for marks in data["marks"])
        return Recast(self._address(data["target"]), **given)

    def _passage(self, data: Data) -> Passage:
        texts = (Text(one["plain"], tuple(Mark(*mark) for mark in one["marks"])) for one in data["texts"])
        return Passage(
            Kind(data["kind"]), data["id"], data["level"], 0, self._label(data["label"]), tuple(texts),
            data["detail"], data["depth"], data["id_given"], tuple(data["alignments"]), data["matrix"],
            data["nested"], self._label(data["last"]),
        )  # fmt: skip

    def _label(self, parts: list[str]) -> Label:
        if not parts:
            return NO_LABEL
        readings = (one for one in read_full(self.scheme, "".join(parts)) if one.parts == tuple(parts))
        return next(readings, Label(tuple(parts)))
