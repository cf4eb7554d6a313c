"""An allowance gives no rule or no reason.

A finding that is allowed is a decision, and the next reader has to be able to judge it. An allowance
without a reason allows nothing.

Bad:  <!-- allow: term-case -->
Good: <!-- allow: term-case: the Act that is quoted here writes it so -->

What to do: write the name of the rule, a colon and the reason, or take the comment out.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for one in subject.allowances:
        if not one.name:
            message = "The comment does not say which rule it allows."
            yield Flaw(one.place, message, "Write <!-- allow: rule-name: reason -->.")
        elif not one.reason:
            message = f"The comment allows {one.name} without saying why, and so allows nothing."
            yield Flaw(one.place, message, f"Write <!-- allow: {one.name}: reason -->.")


RULE = Rule("C160", "unreasoned-allow", Severity.ERROR, _find, __doc__)
