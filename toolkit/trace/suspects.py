"""What a change of the law means for the code: functions and tests whose clause reads differently now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.compare.words import edits
from toolkit.model.change import Edit

from .changed_words import as_text as changed_words
from .link import Link
from .verdict import ClauseVerdict
from .wording import Wordings, plain


@dataclass(frozen=True, slots=True)
class Suspect:
    """One clause that code carries out or tests verify, and that was not always what it is."""

    verdict: ClauseVerdict
    new: bool
    """Whether it was not there before."""
    changed: tuple[Edit, ...]
    code: tuple[Link, ...]
    tests: tuple[Link, ...]


def suspects(verdicts: Iterable[ClauseVerdict], before: Wordings, now: Wordings) -> tuple[Suspect, ...]:
    """The clauses of one version whose own code or tests must be looked at again, in order."""
    return tuple(_suspects(verdicts, before, now))


def _suspects(verdicts: Iterable[ClauseVerdict], before: Wordings, now: Wordings) -> Iterator[Suspect]:
    for verdict in verdicts:
        tests = tuple(link for link in verdict.tests if link.clause in (verdict.clause, verdict.number))
        if not (verdict.own_code or tests):
            continue
        old, new = before.words(verdict.clause), now.words(verdict.clause)
        if old != new:
            yield Suspect(verdict, not old, edits(plain(old), plain(new)), verdict.own_code, tests)


def as_text(found: Iterable[Suspect], since: str) -> str:
    """A block a clause: what changed, then its functions and tests; a line where there is none."""
    blocks = []
    for one in found:
        told = f"not in {since}" if one.new else changed_words(one.changed)
        lines = [f"{one.verdict.label} ({one.verdict.name}): {told}"]
        lines += [f"  code  {link.code}, lines {link.first_line} to {link.last_line}" for link in one.code]
        lines += [f"  test  {link.code}, line {link.place.line}" for link in one.tests]
        blocks.append("\n".join(lines))
    if not blocks:
        return f"No clause that code carries out reads otherwise than in {since}.\n"
    return "\n\n".join(blocks) + "\n"
