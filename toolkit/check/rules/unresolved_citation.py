"""A citation leads nowhere.

The clause, section, table or annex does not exist in the version that is cited. A provision of a document
that is not held here, such as a Section of the SEC, is looked up in the inventories of
documents/_external. A clause declared [Not reproduced] does exist. What a renumbering left behind, and
what stands in a draft only, have rules of their own (stale-citation, proposed-or-withdrawn).

Bad:  in accordance with Clause 4.99, where Clause 4 ends with Clause 4.50
Good: in accordance with Clause 4.49

What to do: mend the label. If the provision of another document exists, name the document; if the
inventory lacks it, add its label and heading there.
"""

from __future__ import annotations

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..explained import flaws_unexplained
from ..rule import Rule

RULE = Rule(
    "C101", "unresolved-citation", Severity.ERROR,
    flaws_unexplained(Problem.NO_SUCH_PROVISION, Problem.NOT_LISTED, Problem.NO_REFERENT),
    __doc__,
)  # fmt: skip
