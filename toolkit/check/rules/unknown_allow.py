"""An allowance names no rule whose findings can be allowed.

It allows nothing, and whoever wrote it thinks that it does. Rules are named by their names, which read
after “allow”, and not by their codes. Findings about allowances themselves cannot be allowed.

Bad:  <!-- allow: term-caps: the Act that is quoted here writes it so -->
Good: <!-- allow: term-case: the Act that is quoted here writes it so -->

What to do: write the name as the finding gives it, after its code.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.model.diagnostic import Severity

from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    for one in subject.allowances:
        if one.name and one.name not in subject.names.values():
            yield Flaw(one.place, f"No finding named {one.name} can be allowed.", _hint(subject, one.name))


def _hint(subject: Subject, name: str) -> str:
    named = subject.names.get(name.upper())
    near = [named] if named else get_close_matches(name.lower(), sorted(subject.names.values()), 1)
    meant = f" Is {near[0]} meant?" if near else ""
    return f"Write the name that the finding bears after its code.{meant}"


RULE = Rule("C161", "unknown-allow", Severity.ERROR, _find, __doc__)
