"""A citation leads to a clause that is declared [Not used].

The label is kept so that the clauses after it need not be renumbered, but nothing stands there any more:
whoever follows the citation finds no rule.

Bad:  in accordance with Clause 18.22b, where the document has 18.22b [Not used]
Good: in accordance with Clause 18.22c

What to do: cite the provision that took its place, or take the citation out.
"""

from __future__ import annotations

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..explained import flaws_unexplained
from ..rule import Rule

RULE = Rule("C102", "unused-clause-citation", Severity.ERROR, flaws_unexplained(Problem.NOT_USED), __doc__)
