"""The sub-levels of a label are written with spaces, or with capitals that the label has not.

Clause 6.1 (n) can be read as Clause 6.1, followed by a list of its own; 6.1(N) is a label that nothing
bears. One provision that is spelt in two ways is also hard to search for.

Bad:  Clause 6.1 (n); Clause 18.1 (d) (viii) (B); Clause 6.1(N)
Good: Clause 6.1(n); Clause 18.1(d)(viii)(B)

What to do: write the label as the clause bears it, without spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.citation import Citation, Problem
from toolkit.model.diagnostic import Severity
from toolkit.model.source_edit import SourceEdit

from ..citing import flaw_of
from ..mending import closed_up, relabelled
from ..rule import Flaw, Rule
from ..subject import Line, Subject
from ..unlevelled import stands_unlevelled


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        for citation in line.citations:
            if citation.problem is Problem.LEVEL_CASE:
                if stands_unlevelled(subject, line, citation.label):
                    continue
                yield flaw_of(line, citation)._replace(edits=_in_case(line, citation))
            elif citation.target is not None and (spaced := _spaced(citation)):
                written = line.text.plain[spaced[0] : spaced[1]]
                message = f"“{written}” has spaces between its levels."
                place = line.place(*spaced)
                hint = f"Write {''.join(written.split())}."
                yield Flaw(place, message, hint, closed_up(line, citation))


def _in_case(line: Line, citation: Citation) -> tuple[SourceEdit, ...]:
    """Mended where the label is in full; of a limb alone it is not certain which clause is meant."""
    target = citation.target
    certain = target is not None and target.id and not citation.label.startswith("(")
    return relabelled(line, citation, target.label, target.id) if target and certain else ()


def _spaced(citation: Citation) -> tuple[int, int] | None:
    """The stretch of a label in which parts stand apart."""
    for cited in citation.mention.cited:
        if citation.start <= cited.start < citation.end:
            apart = any(one.end < two.start for one, two in zip(cited.parts, cited.parts[1:], strict=False))
            return (cited.start, cited.end) if apart else None
    return None


RULE = Rule("C123", "sub-level-spelling", Severity.WARNING, _find, __doc__)
