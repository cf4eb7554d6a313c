"""The words that open a citation, and the words that tell a quantity from a label."""

from __future__ import annotations

import re

from .mention import Kind

_SINGULARS = {
    "clause": Kind.CLAUSE,
    "section": Kind.SECTION,
    "paragraph": Kind.PARAGRAPH,
    "sub-clause": Kind.PARAGRAPH,
    "sub-paragraph": Kind.PARAGRAPH,
    "sub-section": Kind.PARAGRAPH,
    "subclause": Kind.PARAGRAPH,
    "subparagraph": Kind.PARAGRAPH,
    "subsection": Kind.PARAGRAPH,
    "limb": Kind.PARAGRAPH,
    "table": Kind.TABLE,
    "annex": Kind.ANNEX,
    "appendix": Kind.APPENDIX,
    "schedule": Kind.SCHEDULE,
    "attachment": Kind.ATTACHMENT,
    "question": Kind.QUESTION,
    "condition": Kind.CONDITION,
    "regulation": Kind.REGULATION,
    "article": Kind.ARTICLE,
    "chapter": Kind.CHAPTER,
}
_PLURALS = {"annex": "annexes", "appendix": "appendices"}

KEYWORDS: dict[str, tuple[Kind, bool]] = {
    **{word: (kind, False) for word, kind in _SINGULARS.items()},
    **{_PLURALS.get(word, f"{word}s"): (kind, True) for word, kind in _SINGULARS.items()},
    "§": (Kind.SECTION, False),
    "§§": (Kind.SECTION, True),
}
"""By the keyword in lower case: what it names, and whether it is a plural."""

KEYWORD = (
    r"(?:[Cc](?:lauses?|onditions?|hapters?)|[Ss](?:ections?|chedules?|ub-?(?:[Cc]lause|[Pp]aragraph|[Ss]ection)s?)"
    r"|[Pp]aragraphs?|[Ll]imbs?|[Tt]ables?|[Aa](?:nnex(?:es)?|ppendi(?:x|ces)|ttachments?|rticles?)"
    r"|[Qq]uestions?|[Rr]egulations?)(?![\w-])|§{1,2}"
)
"""A pattern for one keyword, plural or not."""

THIS_ALONE = frozenset({Kind.CLAUSE, Kind.SECTION, Kind.PARAGRAPH, Kind.ANNEX, Kind.APPENDIX, Kind.SCHEDULE})
"""What “this” may point at without a label: this Clause."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

UNIT = re.compile(
    r"\s{1,3}(?:working|calendar|business|other|further|more|additional|per|percent|pence|pounds"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|digits?|characters?|times|kW|kWh|m3|MB|KB)(?!\w)"
)
"""What follows a number that counts something and is no label: “Clause 4 and 5 days”."""


def keyword_of(word: str) -> tuple[Kind, bool]:
    """What a keyword as written names, and whether it is a plural; KeyError where it is no keyword."""
    return KEYWORDS[word.lower()]
