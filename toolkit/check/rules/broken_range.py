"""A range of provisions runs backwards, or takes in a number that does not exist.

What a range that runs backwards takes in is anybody's guess. One that runs over a number that nobody
declared may have been written for another numbering. Numbers that are declared as [Not used] or [Not
reproduced] may stand in a range. The order of what is not held is that of its inventory.

Bad:  Clauses 4.6 to 4.1; Clause 3.2(d) to (a); Clauses 4.1 to 4.6, where no 4.3 exists or is declared
Good: Clauses 4.1 to 4.6; Clauses 4.1, 4.2 and 4.4 to 4.6

What to do: mend the order or the labels; or declare the number that was skipped as [Not used].
"""

from __future__ import annotations

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..citing import flaws_of
from ..rule import Rule

RULE = Rule(
    "C119", "broken-range", Severity.ERROR, flaws_of(Problem.RANGE_BACKWARDS, Problem.RANGE_BROKEN), __doc__
)
