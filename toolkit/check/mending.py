"""The edits that mend what a rule found: as small as they can be, so that several fit into one line.

A rule gives them with its flaw only where there is one thing to do and no doubt about it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from toolkit.cite.citation import Citation
from toolkit.cite.inflection import forms
from toolkit.cite.mention import Mention
from toolkit.cite.relabel import between, cited_of, edit_of
from toolkit.cite.relabel import relabelled as relabelled_parts
from toolkit.cite.terms import TermUse
from toolkit.model.source_edit import SourceEdit

from .subject import Line

_WORD = re.compile(r"\w+")


def capitalised(line: Line, use: TermUse) -> tuple[SourceEdit, ...]:
    """A defined term in its own capitals: Working Days for working days. None where no form of it fits."""
    written = line.text.plain[use.start : use.end]
    for form in (use.term.name, *forms(use.term.name)):
        if written.lower().startswith(form.lower()) and len(written) - len(form) <= len("’s"):
            right = form + written[len(form) :]
            return tuple(
                edit_of(
                    line.text, use.start + word.start(), use.start + word.end(), right[slice(*word.span())]
                )
                for word in _WORD.finditer(written)
                if word[0] != right[slice(*word.span())]
            )
    return ()


def keyword_for(line: Line, mention: Mention, keyword: str) -> tuple[SourceEdit, ...]:
    """A citation with another keyword, in the case that it has: Clauses for Clause."""
    start = line.text.plain.index(mention.keyword, mention.start)
    stem = len(mention.keyword) if keyword.lower().startswith(mention.keyword.lower()) else 0
    right = mention.keyword[:stem] + keyword[stem:]
    return (edit_of(line.text, start, start + len(mention.keyword), right),)


def closed_up(line: Line, citation: Citation) -> tuple[SourceEdit, ...]:
    """A citation without the spaces between the parts of its labels: 6.1(n) for 6.1 (n)."""
    cited = cited_of(citation)
    return tuple(
        SourceEdit(between(line.text, one.end, other.start), line.text.plain[one.end : other.start], "")
        for one, other in (pairwise(cited.parts) if cited else ())
        if one.end < other.start
    )


def relabelled(line: Line, citation: Citation, label: str, cites: str) -> tuple[SourceEdit, ...]:
    """A citation with another full label, that of the clause with the id `cites`; none where it has not
    the parts to print it."""
    cited = cited_of(citation)
    return (relabelled_parts(line.text, cited.parts, label, cites) if cited else None) or ()
