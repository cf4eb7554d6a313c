"""A citation leads to a version that was not in legal effect at the date of the citing version.

A version that is cited by its name must have been in effect on that date: of legal effect, or, for a draft,
of its conclusion or consultation; a draft without any date is held against the end of the register. Where
no version is named, the document is meant as it is from time to time: then it is enough that the two
versions that are read together were in effect together at some time. Words that tell a history, such as
“replaces TMAD V4.0”, cite no law and are passed over.

Bad:  Clause 4.29 of TMAD V4.0, in a text designated on the day on which 6.0 took its place
Good: Clause 4.29 of TMAD V6.0; Clause 4.29 of the TMAD

What to do: name the version in effect, or none; or mend the dates in document.yaml.
"""

from __future__ import annotations

from toolkit.model.diagnostic import Severity

from ..effect import Fault, flaws_of
from ..rule import Rule

RULE = Rule("C116", "not-in-effect", Severity.WARNING, flaws_of(Fault.NOT_IN_EFFECT), __doc__)
