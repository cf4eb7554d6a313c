"""A number in words that is not the number of things in the list that follows.

“The following three steps:” has to be followed by three. Found are numbers that lead into a list of limbs
(the following four, these two conditions, has three parts, both of the following) and into a list in the
same sentence (three documents: A, B and C). Numbers that say how many of a list are meant (any two of the
following, at least three) are left alone. A limb that is declared [Not used] may be counted or not.

Bad:  The DCC shall take the following three steps: (a) …; and (b) ….
Good: The DCC shall take the following two steps: (a) …; and (b) ….

What to do: mend the number, or add what is missing from the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.model.block import Block, Clause, Comment, Definition, Footnote, Gap, Item, Note, Paragraph
from toolkit.model.diagnostic import Severity
from toolkit.model.text import Text

from ..counts import NUMBER, in_words, items_in, number_of
from ..rule import Flaw, Rule
from ..subject import Subject

_UNITS = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|times|occasions|copies|pounds|per|percent"
    r"|digits|characters|working|parties|persons|people)\b"
)
_COUNT = rf"(?P<number>{NUMBER}|\d{{1,2}})"
_NOUNS = rf"(?!{_UNITS})(?:[a-z-]+\s){{0,3}}?(?!{_UNITS})[a-z-]+s"
_WHICH = r"(?:each|all|both|none|any|either) of which\b[^:]*"
_REST = rf"(?:,?\s{_WHICH}|,?\s(?:as follows|namely|being|set out below))?"
_FOLLOWING = re.compile(rf"\bfollowing {_COUNT}\b(?!\s(?:of|to|{_UNITS}))", re.I)
_OF_THE_FOLLOWING = re.compile(
    rf"(?:^|\b(?:all|each|the|these)\s)(?P<number>{NUMBER}) of the following\b", re.I
)
_BOTH = re.compile(r"\b(?P<number>both)(?: of(?: the following)?)?\s?:\Z", re.I)
_LEADING = re.compile(
    rf"\b(?:compris(?:es?|ing)|consist(?:s|ing)? of|contain(?:s|ing)?|has|have|into|in|are|these|those|its"
    rf"|their|all|any of|each of|one of|either of|satisf(?:y|ies)|meets?|takes?|with)\s(?:the\s|these\s)?"
    rf"{_COUNT}\s{_NOUNS}(?:\sof\s[a-z-]+)?(?:\s(?:is|are) (?:met|satisfied))?{_REST}\s?:\Z",
    re.I,
)
_BELOW = re.compile(
    rf"\bthe {_COUNT}\s{_NOUNS}\s(?:below|(?:set out|listed) below|are(?: as follows| these)?):\Z", re.I
)
_THESE = re.compile(rf"(?:^|\s)These {_COUNT}\s{_NOUNS}\s(?:[a-z]+\s){{0,2}}[a-z]+:\Z")
_INLINE = re.compile(
    rf"(?<!least )(?<!than )(?<!up to )(?<!any )\b(?P<number>{NUMBER})\s{_NOUNS}"
    r"(?::|,? namely|,? being| \(namely| \()\s?"
    r"(?P<list>(?:[^:()]|\([a-z]{1,4}\)\s)+?)(?:\.(?=\s|\Z)|\)|\Z)",
    re.I,
)
_INLINE_LEAD = re.compile(r"[sSſ](?::| \(|(?i:,? namely|,? being))")
"""What every match of _INLINE holds, and few lines do; much sooner looked for."""


class _List(NamedTuple):
    """A list of limbs, and the words that lead into it."""

    lead: Text
    fewest: int
    most: int


def _find(subject: Subject) -> Iterator[Flaw]:
    for one in _lists(subject.document.blocks):
        found = _told(one.lead.plain)
        if found and not one.fewest <= number_of(_figure(found)) <= one.most:
            yield _flaw(one.lead, found, one.fewest, one.most)
    for line in subject.lines:
        if line.prose and _INLINE_LEAD.search(line.text.plain):
            for found in _INLINE.finditer(line.text.plain):
                fewest, most = items_in(found["list"])
                if most and not fewest <= number_of(found["number"]) <= most:
                    yield _flaw(line.text, found, fewest, most)


def _flaw(text: Text, found: re.Match[str], fewest: int, most: int) -> Flaw:
    counted = in_words(fewest) if fewest == most else f"{in_words(fewest)} or {in_words(most)}"
    message = f"The text says {found['number'].lower()}, and the list that follows has {counted}."
    hint = "Mend the number, or add what is missing from the list."
    return Flaw(text.place(*found.span("number")), message, hint)


def _figure(found: re.Match[str]) -> str:
    return "two" if found["number"].lower() == "both" else found["number"]


def _told(lead: str) -> re.Match[str] | None:
    """The number that words which lead into a list give."""
    if not lead.endswith((":", "–", "—")):
        return None
    at = lead.rfind(". ") + 1
    for pattern in (_FOLLOWING, _OF_THE_FOLLOWING, _BOTH, _LEADING, _BELOW, _THESE):
        found = pattern.search(lead, at)
        if found and number_of(_figure(found)):
            return found
    return None


def _lists(blocks: tuple[Block, ...]) -> Iterator[_List]:
    """Every list of limbs among some blocks and beneath them, with the paragraph before it."""
    lead: Text | None = None
    run: list[Block] = []
    for block in (*blocks, None):
        match block:
            case Comment() | Note() | Footnote():
                continue
            case Clause(depth=0) | Gap(depth=0) | Item():
                run.append(block)
                continue
        if run and lead:
            yield from _counted(lead, run)
        run, lead = [], block.text if isinstance(block, Paragraph) else None
    for block in blocks:
        if isinstance(block, Clause | Definition | Item):
            yield from _lists(block.blocks)


def _counted(lead: Text, run: list[Block]) -> Iterator[_List]:
    fewest = most = 0
    for block in run:
        if not isinstance(block, Gap):
            fewest, most = fewest + 1, most + 1
            continue
        first, last = block.first.key[-1], block.last.key[-1]
        if first.suffix or last.suffix:
            return
        number = last.number - first.number + 1
        most += number
        fewest += 0 if block.reason == "Not used" else number
    yield _List(lead, fewest, most)


RULE = Rule("C156", "wrong-count", Severity.WARNING, _find, __doc__)
