"""How labels, ids, gaps, captions and defined terms are written in the source."""

from __future__ import annotations

import re

LABEL = r"(?:(?:Annex|Appendix|Schedule) [A-Z]{1,2}|[A-Z]{0,2}[0-9][0-9A-Za-z.]*|[A-Z]{1,2}|\([A-Za-z0-9]{1,8}\))"
ID = r"\{#([^}\s]*)\}"

LABELLED = re.compile(rf"({LABEL})(?:[ \t]+{ID})?(?:[ \t]+(?=\S)|$)")
"""A label, its id, and the white space before the words: at the start of an item."""
LABELLED_HEADING = re.compile(rf"({LABEL})(?:[ \t]+(?=\S)|$)")
TRAILING_ID = re.compile(rf"(?:^|[ \t]+){ID}$")
GAP = re.compile(rf"({LABEL})(?: to ({LABEL}))? \[(Not reproduced|Not used)\]$")
GAP_WORDS = re.compile(rf"(?:to {LABEL} )?\[(?:Not reproduced|Not used)\]$")
"""Words that would be read as a gap if they stood after a label."""
CAPTION = re.compile(rf"(Table [A-Z]?[0-9][0-9A-Za-z.]*)(?:[ \t]+{ID})?:[ \t]+(?=\S)")
ABBREVIATION = re.compile(r"[ \t]+\(([A-Z][A-Za-z0-9&-]*[A-Z0-9][A-Za-z0-9&-]*)\)$")
ALERT = re.compile(r"\[!([A-Za-z]+)\]$")
WELL_FORMED_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Words as an id: lower-case letters and digits, with hyphens between."""
    return _NOT_SLUG.sub("-", words.lower()).strip("-")
