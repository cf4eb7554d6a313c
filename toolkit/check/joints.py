"""Words of terms that a text joins otherwise: SMETS 1 for SMETS1, Device Specific for Device-Specific."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.cite.terms import Terms
from toolkit.model.passage import Kind

from .names import quotations
from .subject import Line

_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=\d)|(?<=[a-z])(?=\d)|-")
_HYPHENED = re.compile(r"(?<![\w-])[A-Z]\w*(?:-[A-Z]\w*)+(?![\w-])")
_REACH = 60
"""Characters behind a word in which the rest of a term is looked for."""


class Joints(NamedTuple):
    """The words of terms that can be joined otherwise: SMETS1 by a space, Pre-Migration by none."""

    terms: Terms
    pattern: re.Pattern[str] | None
    words: dict[str, str]
    """From a word without its joints to the word."""

    @classmethod
    def of(cls, terms: Terms) -> Joints:
        """The joints in the names of terms."""
        every = (*terms.own, *(terms.outer.own if terms.outer else ()))
        words = {word for term in every for name in (term.name, term.abbreviation) for word in name.split()}
        pieces = {word: _JOINT.split(word) for word in sorted(words) if word.isascii()}
        several = {word: split for word, split in pieces.items() if len(split) > 1 and len(split[0]) > 2}
        if not several:
            return cls(terms, None, {})
        either = sorted("[ -]?".join(map(re.escape, split)) for split in several.values())
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?!\w)")
        return cls(terms, pattern, {"".join(split): word for word, split in several.items()})

    def misjoined(self, line: Line) -> Iterator[tuple[int, int, str]]:
        """Where a line of prose joins the words of a term otherwise, and what it should have said."""
        if not line.prose or (line.passage.kind is Kind.TERM and line.column == 0):
            return
        plain = line.text.plain
        for found in self.pattern.finditer(plain) if self.pattern else ():
            start, end = found.span()
            word = self.words[re.sub("[ -]", "", found[0])]
            if found[0] != word and not _taken(line, start, end):
                length, name = self._from(word + plain[end : end + _REACH])
                yield start, end + max(0, length - len(word)), name if length >= len(word) else word
        for found in _HYPHENED.finditer(plain) if "-" in plain else ():
            start, end = found.span()
            length, name = self._from(found[0].replace("-", " ") + plain[end : end + _REACH])
            if length >= end - start and not _taken(line, start, end):
                yield start, start + length, name

    def _from(self, words: str) -> tuple[int, str]:
        """The length and the name of the term with which words begin; 0 where they begin with none."""
        use = next(iter(self.terms.uses(words)), None)
        return (use.end, use.term.name) if use is not None and use.start == 0 else (0, "")


def _taken(line: Line, start: int, end: int) -> bool:
    """Whether words stand in a term, a citation or quotation marks."""
    taken = [(one.start, one.end) for one in line.terms]
    taken += [(one.start, one.end) for one in line.citations]
    taken += quotations(line.text.plain)
    return any(one[0] <= start and end <= one[1] for one in taken)
