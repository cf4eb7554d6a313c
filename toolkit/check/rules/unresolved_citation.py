"""A citation leads nowhere.

The clause, section, table or annex does not exist in the version that is cited, or a label of a range
between its two ends does not. A provision of a document that is not held here, such as a Section of the
SEC, is looked up in the inventories of documents/_external. A clause declared [Not reproduced] does exist.
A number that the numbering of the document cannot have, after a word that it does not use of its own
provisions, is taken to be of a statute that was named before: “section 922(a) also provides”, in a text
whose own provisions are § 478.11 and the like.

Bad:  in accordance with Clause 4.99, where Clause 4 ends with Clause 4.50
Good: in accordance with Clause 4.49

What to do: mend the label. If the provision of another document exists, name the document; if the
inventory lacks it, add its label and heading there.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.cite.citation import Citation, Problem
from toolkit.model.diagnostic import Severity

from ..citing import faulty, flaw_of
from ..rule import Flaw, Rule
from ..subject import Subject

_NOWHERE = frozenset(
    {
        Problem.NO_SUCH_PROVISION,
        Problem.NOT_LISTED,
        Problem.NO_REFERENT,
        Problem.RANGE_BACKWARDS,
        Problem.RANGE_BROKEN,
    }
)


def _find(subject: Subject) -> Iterator[Flaw]:
    for line, citation in faulty(subject, _NOWHERE):
        if not _of_a_statute(subject, citation):
            yield flaw_of(line, citation)


def _of_a_statute(subject: Subject, citation: Citation) -> bool:
    if citation.problem is not Problem.NO_SUCH_PROVISION or citation.mention.document:
        return False
    mention, label = citation.mention, citation.label
    while mention.within is not None and mention.within.cited:
        mention = mention.within
        label = mention.cited[0].label
    if mention.keyword.lower().startswith((subject.keyword.lower(), "§")) or mention.document:
        return False
    home = subject.context.home
    return bool(label) and home is not None and not home.readings(label)


RULE = Rule("C101", "unresolved-citation", Severity.ERROR, _find, __doc__)
