"""The stretches of a text that lead somewhere: citations, and uses of defined terms beside them."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.model.text import Text

from .citation import Citation
from .context import Context
from .resolve import citations
from .terms import TermUse


class Span(NamedTuple):
    """A stretch of plain text with what it is; one of the two is given."""

    start: int
    end: int
    citation: Citation | None
    use: TermUse | None


def spans(text: Text, at: str, context: Context) -> tuple[Span, ...]:
    """The citations and term uses of a text, in order; they do not overlap, and citations win.

    `at` is the id of what the text belongs to, as for citations(). Citations that lead nowhere are
    among them, so that a term in their words is not linked either.
    """
    cited = citations(text, at, context)
    found = [Span(one.start, one.end, one, None) for one in cited]
    number = 0
    for use in context.terms.uses(text.plain):
        while number < len(cited) and cited[number].end <= use.start:
            number += 1
        if number == len(cited) or cited[number].start >= use.end:
            found.append(Span(use.start, use.end, None, use))
    return tuple(sorted(found, key=lambda span: span.start))
