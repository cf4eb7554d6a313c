"""Findings for people at a terminal: each with its line of source and the place underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from toolkit.model.diagnostic import Diagnostic, Severity

from ..outcome import SetAside
from .plain import clean, summary
from .sources import Sources

WIDTH = 96
"""Columns of a source line that are shown; a paragraph of law is one long line."""
_LEAD = 32
"""Columns shown before the place, where the line is too long to be shown whole."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def write(
    findings: Sequence[Diagnostic],
    sources: Sources,
    set_aside: Sequence[SetAside] = (),
    colour: bool = False,
) -> str:
    """A paragraph for each finding and a line that sums up. Colour repeats what words say already."""
    blocks = [_block(finding, sources, colour) for finding in findings]
    return "\n\n".join([*blocks, summary(findings, sources.versions, set_aside)]) + "\n"


def _block(finding: Diagnostic, sources: Sources, colour: bool) -> str:
    ink = _COLOURS[finding.severity] if colour else ""
    place = finding.place
    where = str(place) if place.file else "everywhere"
    clause = f" [{finding.clause}]" if finding.clause else ""
    kind = _inked(f"{finding.severity.value} {finding.code}", ink)
    lines = [f"{_inked(clean(where), '1' if colour else '')}: {kind} {finding.name}{clean(clause)}"]
    lines.append(f"  {clean(finding.message)}")
    line = "" if finding.discreet else clean(sources.line(place.file, place.line)).replace("\t", " ")
    if line.strip():
        last = place.end_column - 1 if place.end_line == place.line else 0
        shown, mark = excerpt(line, place.column - 1, last if place.end_line <= place.line else len(line))
        margin = " " * len(str(place.line))
        lines += [f"  {place.line} | {shown}", f"  {margin} | {_inked_mark(mark, ink)}"]
    if finding.hint:
        lines.append(f"  hint: {clean(finding.hint)}")
    return "\n".join(lines)


def excerpt(line: str, start: int, end: int) -> tuple[str, str]:
    """The part of a line around start:end, and a line of ^ that underlines it.

    Offsets count characters from 0; at least one character is underlined.
    """
    start = min(max(start, 0), len(line))
    end = min(max(end, start + 1), max(len(line), start + 1))
    first = 0 if len(line) <= WIDTH else max(0, min(start - _LEAD, len(line) - WIDTH))
    last = min(len(line), first + WIDTH)
    before, after = ("…" if first else ""), ("…" if last < len(line) else "")
    shown = before + line[first:last].rstrip() + after
    lead = before + line[first:start]
    return shown, " " * _columns(lead) + "^" * max(_columns(line[start : min(end, last)]), 1)


def _columns(words: str) -> int:
    """How many columns of a terminal words take."""
    if words.isascii():
        return len(words)
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in words)
    return len(words) + wide - sum(map(bool, map(unicodedata.combining, words)))


def _inked(words: str, ink: str) -> str:
    return f"\x1b[{ink}m{words}\x1b[0m" if ink else words


def _inked_mark(mark: str, ink: str) -> str:
    bare = mark.lstrip(" ")
    return " " * (len(mark) - len(bare)) + _inked(bare, ink)
