"""A citation can mean either of two provisions.

A limb that is cited without its clause, in a list, can stand for a limb of either clause before it. The
likelier one is taken for the link, but law should not rest on what is likelier.

Bad:  Clauses 4.2(a)(i) and (i), where Clauses 4.2(a)(i) and 4.2(i) both exist
Good: Clauses 4.2(a)(i) and 4.2(i)

What to do: write the label in full.
"""

from __future__ import annotations

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..citing import flaws_of
from ..rule import Rule

RULE = Rule("C115", "ambiguous-citation", Severity.WARNING, flaws_of(Problem.AMBIGUOUS), __doc__)
