"""A clause cites itself by its number.

“In accordance with Clause 4.12” in Clause 4.12 sends the reader round in a circle; mostly the number is a
slip, and a neighbour is meant. Where the clause does mean itself, “this Clause 4.12” says so. A list or a
range that takes in the clause, such as Clauses 4.11 and 4.12, is no finding, and neither is a limb that
cites the clause it stands in.

Bad:  4.12 The DCC shall give notice in accordance with Clause 4.12.
Good: 4.12 The DCC shall give notice in accordance with Clause 4.11; notice under this Clause 4.12 is final.

What to do: cite the provision that is meant, or write “this”.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.citation import Citation
from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Line, Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        if not line.prose:
            continue
        for citation in line.citations:
            if _of_itself(subject, line, citation):
                words = line.text.plain[citation.start : citation.end]
                message = f"“{words}” stands in that very provision."
                hint = f"Cite the provision that is meant; if it is this one, write “this {words}”."
                yield Flaw(line.place(citation.start, citation.end), message, hint)


def _of_itself(subject: Subject, line: Line, citation: Citation) -> bool:
    target, mention = citation.target, citation.mention
    if target is None or not target.id or target.id != line.passage.owner:
        return False
    if mention.outermost.this or len(mention.cited) != 1:
        return False
    document = subject.document
    return (target.document, target.version) == (document.register.code, document.version.name)


RULE = Rule("C120", "self-citation", Severity.WARNING, _find, __doc__)
