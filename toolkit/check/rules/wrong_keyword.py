"""A provision is called what it is not: a Section that is a Clause.

The main body of the Code has Sections, its Appendices have Clauses, the licence has Conditions and an Act
has sections. With the wrong word the reader looks in the wrong document.

Bad:  Section 18 of the S1SR; Clause N6.4 of the SEC
Good: Clause 18 of the S1SR; Section N6.4 of the SEC

What to do: write the word that the document uses of its own provisions.
"""

from __future__ import annotations

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..citing import flaws_of
from ..rule import Rule

RULE = Rule("C114", "wrong-keyword", Severity.WARNING, flaws_of(Problem.WRONG_KEYWORD), __doc__)
