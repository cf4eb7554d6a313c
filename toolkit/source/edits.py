"""Exact edits of source files: the old words verified at their place, every other byte left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.model.place import Place
from toolkit.model.source_edit import SourceEdit

_LINE_START = re.compile(r"(?:\A|\r\n|\r|\n)(?:\ufeff)*")
"""As decode() counts lines and columns: without byte-order marks at their beginning."""
_CONTEXT = 3
_NO_NEWLINE = "\n\\ No newline at end of file"


@dataclass(frozen=True, slots=True)
class Source:
    """A source file that can be edited by place: its text with the line ends and marks it has."""

    text: str
    starts: tuple[int, ...]
    """For each line, where its first column stands in the text."""

    @classmethod
    def of(cls, data: bytes) -> Source:
        """The source in bytes; UnicodeDecodeError where they are not UTF-8."""
        text = data.decode("utf-8")
        return cls(text, tuple(found.end() for found in _LINE_START.finditer(text)))

    def span(self, place: Place) -> tuple[int, int] | None:
        """Where a place begins and ends in the text; None where the file has no such place."""
        if not 1 <= place.line <= place.end_line <= len(self.starts):
            return None
        start = self.starts[place.line - 1] + place.column - 1
        end = self.starts[place.end_line - 1] + place.end_column - 1
        return (start, end) if start <= end <= len(self.text) else None

    def at(self, place: Place) -> str:
        """What stands at a place; empty where the file has no such place."""
        span = self.span(place)
        return self.text[span[0] : span[1]] if span else ""

    def fits(self, edit: SourceEdit) -> bool:
        """Whether an edit finds the words that it replaces, all on one line."""
        return bool(edit.old) and "\n" not in edit.old + edit.new and self.at(edit.place) == edit.old

    def edited(self, edits: Iterable[SourceEdit]) -> bytes:
        """The file with edits made; ValueError where one does not fit, or two overlap."""
        pieces: list[str] = []
        at = 0
        for start, end, edit in sorted(self._spans(edits)):
            if start < at:
                raise ValueError(f"{edit.place} is edited twice")
            pieces += [self.text[at:start], edit.new]
            at = end
        return "".join([*pieces, self.text[at:]]).encode("utf-8")

    def _spans(self, edits: Iterable[SourceEdit]) -> Iterator[tuple[int, int, SourceEdit]]:
        for edit in edits:
            span = self.span(edit.place)
            if span is None or not self.fits(edit):
                raise ValueError(f"{edit.place} does not say “{edit.old}”")
            yield (*span, edit)


def unified_diff(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> str:
    """What changes in files, as git apply and patch read it. No file has more or fewer lines than before."""
    return "".join(_of_file(file, old[file], new[file]) for file in sorted(new) if old[file] != new[file])


def _of_file(file: str, old: bytes, new: bytes) -> str:
    before, after = _lines(old), _lines(new)
    if not old.endswith(b"\n"):
        before[-1] += _NO_NEWLINE
        after[-1] += _NO_NEWLINE
    changed = [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    hunks = "".join(_hunk(before, after, run) for run in _runs(changed))
    return f"--- a/{file}\n+++ b/{file}\n{hunks}"


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8").removesuffix("\n").split("\n")


def _runs(changed: list[int]) -> Iterator[list[int]]:
    """Changed lines in runs whose surroundings touch."""
    run: list[int] = []
    for number in changed:
        if run and number - run[-1] > 2 * _CONTEXT:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _hunk(before: list[str], after: list[str], changed: list[int]) -> str:
    start, end = max(0, changed[0] - _CONTEXT), min(len(before), changed[-1] + _CONTEXT + 1)
    where = f"{start + 1},{end - start}"
    written = [f"@@ -{where} +{where} @@"]
    inside = set(changed)
    removed: list[int] = []
    for number in (*range(start, end), -1):
        if number in inside:
            removed.append(number)
            continue
        written += [f"-{before[one]}" for one in removed] + [f"+{after[one]}" for one in removed]
        removed = []
        if number >= 0:
            written.append(f" {before[number]}")
    return "\n".join(written) + "\n"
