"""A citation leads to what is only proposed, or was withdrawn.

Law that leans on a draft leans on nothing until that draft is designated, and it may never be. Found are a
draft that a designated version cites or is read with; a draft that another draft names and is not read
with; a withdrawn version; and a provision that stands in a draft or a withdrawn version of the document
and not in the version that is meant. Words that tell a history, such as “proposed in TMAD V6.1U”, are
passed over.

Bad:  Clause 4.32A of the TMAD, which was proposed and never adopted
Good: Clause 4.32 of the TMAD

What to do: cite what is in legal effect. Where two drafts are to be designated together, name each under
read_with: of the other in document.yaml.
"""

from __future__ import annotations

from toolkit.model.diagnostic import Severity

from ..effect import Fault, flaws_of
from ..rule import Rule

RULE = Rule(
    "C117", "proposed-or-withdrawn", Severity.ERROR, flaws_of(Fault.PROPOSED, Fault.WITHDRAWN), __doc__
)
