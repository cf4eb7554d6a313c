"""Finding the passage of an address, and the address of a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.compare.apply import Conflict
from toolkit.model.passage import Kind, Passage

from .instruction import Address

_LABELLED = frozenset({Kind.HEADING, Kind.CLAUSE, Kind.GAP})


@dataclass(frozen=True, slots=True)
class Addresses:
    """The passages of one text by what they belong to and their kind."""

    passages: Sequence[Passage]
    numbers: tuple[int, ...]
    """For each passage, which of its kind it is."""
    by_owner: dict[tuple[str, Kind], list[int]]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Addresses:
        """The addresses of a text."""
        found: dict[tuple[str, Kind], list[int]] = defaultdict(list)
        numbers = []
        for at, passage in enumerate(passages):
            found[passage.owner, passage.kind].append(at)
            numbers.append(len(found[passage.owner, passage.kind]))
        return cls(passages, tuple(numbers), dict(found))

    def address(self, at: int) -> Address:
        """The address of a passage."""
        passage = self.passages[at]
        name = name_of(passage)
        words = "" if name else passage.plain
        return Address(passage.owner, passage.kind, self.numbers[at], name, words)

    def find(self, address: Address) -> int:
        """The index of the passage of an address; Conflict where it is not there, or is another one."""
        found = self.by_owner.get((address.id, address.kind), [])
        if not 1 <= address.number <= len(found):
            raise Conflict(_called(address), address.words or address.label, "")
        at = found[address.number - 1]
        passage = self.passages[at]
        name = name_of(passage)
        if name != address.label:
            raise Conflict(_called(address), address.label, name or passage.plain)
        if not name and passage.plain != address.words:
            raise Conflict(_called(address), address.words, passage.plain)
        return at


def name_of(passage: Passage) -> str:
    """What a passage is cited by: its label, the label of its table, the term it defines; else nothing."""
    if passage.kind in _LABELLED:
        return passage.label.text
    if passage.kind is Kind.CAPTION:
        return passage.detail
    return passage.texts[0].plain if passage.kind is Kind.TERM else ""


def _called(address: Address) -> str:
    """What an address means, for a message."""
    if address.label:
        return f"The {address.kind} {address.label}"
    return f"The {address.kind} no. {address.number} of “{address.id}”"
