"""A singular keyword stands before a list or a range of provisions.

“Clause 17.1 and 17.2” can be read as Clause 17.1 and as something else called 17.2. A range of limbs of
one clause takes the singular, because one clause is cited: Clause 3.2(a) to (d). So do alternatives, of
which only one is meant: Clause 4.29 or 4.30.

Bad:  Clause 17.1 and 17.2; Section H8, H9 and H10
Good: Clauses 17.1 and 17.2; Sections H8, H9 and H10; Clause 3.2(a) to (d)

What to do: write the plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.mention import Kind, Mention
from toolkit.model.diagnostic import Severity

from ..mending import keyword_for
from ..rule import Flaw, Rule
from ..subject import Subject

_PLURALS = {"annex": "annexes", "appendix": "appendices", "§": "§§"}


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        last: Mention | None = None
        for citation in line.citations:
            mention = citation.mention
            if mention is last or not _several(mention):
                continue
            last = mention
            listed = line.text.plain[mention.start : mention.cited[-1].end]
            plural = _plural(mention.keyword)
            message = f"“{listed}” cites more than one provision with the singular “{mention.keyword}”."
            place = line.place(mention.start, mention.cited[-1].end)
            yield Flaw(place, message, f"Write “{plural}”.", keyword_for(line, mention, plural))


def _several(mention: Mention) -> bool:
    """Whether it has a singular keyword and cites provisions together that are each named on their own."""
    if not mention.keyword or mention.plural or mention.this or len(mention.cited) < 2:
        return False
    if mention.cited[-1].join == "or":
        return False
    limbs_of_one = [one.parts[0].text.startswith("(") for one in mention.cited[1:]]
    return mention.kind is Kind.PARAGRAPH or not all(limbs_of_one)


def _plural(keyword: str) -> str:
    plural = _PLURALS.get(keyword.lower(), f"{keyword.lower()}s")
    return plural.capitalize() if keyword[0].isupper() else plural


RULE = Rule("C105", "singular-keyword", Severity.WARNING, _find, __doc__)
