"""A citation names a document, or a version of one, that is not known.

Documents are known by the code, title, aliases and Appendix of a register, or of an inventory in
documents/_external. A name that is none of these is misspelt, or the document has yet to be listed. Where
there are no inventories at all, only a name that is nearly a known one is found.

Bad:  Clause 17.3 of the TMDA; TMAD V6.7, of which the register knows nothing
Good: Clause 17.3 of the TMAD; TMAD V6.0

What to do: mend the name or the version; or list the document in documents/_external, and what is cited
of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..citing import faulty, flaw_of
from ..rule import Flaw, Rule
from ..subject import Subject

_UNKNOWN = frozenset({Problem.UNKNOWN_DOCUMENT, Problem.UNKNOWN_VERSION})


def _find(subject: Subject) -> Iterator[Flaw]:
    known = subject.catalogue.codes
    for line, citation in faulty(subject, _UNKNOWN):
        name = citation.mention.document
        if name.startswith("this "):
            continue  # this title, this chapter: what the document itself stands in
        near = get_close_matches(name, known, 1, 0.6) if name and name not in known else []
        if not near and not subject.library.externals and citation.problem is Problem.UNKNOWN_DOCUMENT:
            continue
        flaw = flaw_of(line, citation)
        yield flaw._replace(hint=f"Did you mean “{near[0]}”? {flaw.hint}") if near else flaw


RULE = Rule("C103", "wrong-document", Severity.ERROR, _find, __doc__)
