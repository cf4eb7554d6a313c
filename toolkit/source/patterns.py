"""How labels, ids, gaps, captions and defined terms are written in the source."""

from __future__ import annotations

import re

_ANNEX = r"(?:Annex|Appendix|Schedule) [A-Z]{1,2}"
LABEL = rf"(?:{_ANNEX}|[A-Z]{{0,2}}[0-9][0-9A-Za-z.]{{0,30}}|[A-Z]{{1,2}}|\([A-Za-z0-9]{{1,8}}\))"
ID = r"\{#([^}\s]*)\}"

LABELLED = re.compile(rf"({LABEL})(?:[ \t]+{ID})?(?:[ \t]+|$)")
"""A label, its id, and the white space before the words: at the start of an item."""
LABELLED_HEADING = re.compile(rf"({LABEL})(?:[ \t]+|$)")
GAP = re.compile(rf"({LABEL})(?:[ \t]+to[ \t]+({LABEL}))?[ \t]+\[(Not reproduced|Not used)\]$")
NEARLY_GAP = re.compile(
    rf"(?:(?:to|and|-|–)[ \t]+{LABEL}[ \t]+)?\[[ \t]*not[ \t]+(?:used|reproduced)\W*$", re.IGNORECASE
)
"""Words after a label that were meant to declare a gap."""
GAP_WORDS = re.compile(rf"(?:to {LABEL} )?\[(?:Not reproduced|Not used)\]$")
"""Words that would be read as a gap if they stood after a label."""
CAPTION = re.compile(rf"(Table [A-Z]?[0-9][0-9A-Za-z.]*)(?:[ \t]+{ID})?:(?:[ \t]+|$)")
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z0-9&-]{0,20}[A-Z0-9][A-Za-z0-9&-]{0,20})\)$")
FOOTNOTE = re.compile(r"\[\^([a-z0-9]+(?:-[a-z0-9]+)*)\]:[ \t]*")
"""How a footnote begins: [^name]: and its words."""
ALERT = re.compile(r"\[!([A-Za-z]+)\]$")
STARTING_ID = re.compile(rf"{ID}(?:[ \t]|$)")
_TRAILING = re.compile(rf"{ID}$")
WELL_FORMED_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_BLANK = " \t"


def id_at(source: str) -> int:
    """Where a trailing {#id} begins, well formed or not; -1 where there is none."""
    at = source.rfind("{#")
    if at < 0 or (at and source[at - 1] not in _BLANK) or not _TRAILING.match(source, at):
        return -1
    return at


def abbreviation_at(source: str) -> tuple[int, str]:
    """Where a term ends that has an abbreviation in brackets after it, and the abbreviation; else -1."""
    at = source.rfind("(")
    found = _ABBREVIATION.match(source, at) if at > 0 and source[at - 1] in _BLANK else None
    return (len(source[:at].rstrip(_BLANK)), found[1]) if found else (-1, "")


def slug(words: str) -> str:
    """Words as an id: lower-case letters and digits, with hyphens between."""
    return _NOT_SLUG.sub("-", words.lower()).strip("-")
