"""The heading in brackets after a citation is not the heading of what is cited.

The heading is there so that the reader can tell that the right provision is meant. One that differs says
that the number is wrong, or that the provision was given another heading. Capitals, and curly or straight
apostrophes, make no difference.

Bad:  Section X5 (Incorporation of Documents), whose heading is longer
Good: Section X5 (Incorporation of Certain Documents into this Code)

What to do: look whether the number is right, then write the heading as it stands.
"""

from __future__ import annotations

from toolkit.cite.citation import Problem
from toolkit.model.diagnostic import Severity

from ..citing import flaws_of
from ..rule import Rule

RULE = Rule("C104", "wrong-heading", Severity.WARNING, flaws_of(Problem.HEADING_DIFFERS), __doc__)
