"""Which findings the comments of a version allow, and which comments allow nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from toolkit.library.finding import FINDINGS as OF_THE_LIBRARY
from toolkit.model.diagnostic import Diagnostic
from toolkit.source.finding import FINDINGS as OF_READING

from .allowance import Allowance
from .catalogue import RULES
from .outcome import SetAside, Why
from .rule import Rule
from .rules import unknown_allow, unreasoned_allow, unused_allow
from .subject import Subject

_ABOUT_ALLOWING = frozenset({unreasoned_allow.RULE, unknown_allow.RULE, unused_allow.RULE})

_Key = tuple[str, str, str]
"""The name of a rule with where it is allowed: an id, or a file."""


@cache
def allowable() -> Mapping[str, str]:
    """From the code of each finding that can be allowed to its name."""
    read = {code: name for code, (name, _) in (OF_READING | OF_THE_LIBRARY).items()}
    return MappingProxyType(read | {rule.code: rule.name for rule in RULES if rule not in _ABOUT_ALLOWING})


@dataclass(frozen=True, slots=True)
class Allowing:
    """The allowances of one version at work."""

    subject: Subject
    allowances: dict[_Key, Allowance]
    """Those that give a reason; where two say the same of one place, the first."""
    used: set[_Key]
    set_aside: list[SetAside]

    @classmethod
    def of(cls, subject: Subject) -> Allowing:
        """The allowances of a version, before any is used."""
        allowances: dict[_Key, Allowance] = {}
        for one in subject.allowances:
            if one.reason:
                allowances.setdefault((one.name, *one.scope), one)
        return cls(subject, allowances, set(), [])

    def sifted(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that are not allowed; the others are set aside."""
        for finding in findings:
            key = self._key(finding) if self.allowances else None
            if key is None:
                yield finding
                continue
            self.used.add(key)
            one = self.allowances[key]
            self.set_aside.append(SetAside(finding, Why.ALLOWED, one.reason, one.place))

    def _key(self, finding: Diagnostic) -> _Key | None:
        """Of the innermost allowance that holds for a finding; None where none does."""
        if finding.code not in self.subject.names:
            return None
        keys = [(finding.name, owner, "") for owner in self.subject.around(finding.owner)]
        keys.append((finding.name, "", finding.place.file))
        return next((key for key in keys if key in self.allowances), None)

    def unused(self, rules: tuple[Rule, ...]) -> tuple[Allowance, ...]:
        """The allowances of rules that ran that were not needed, and those that repeat another."""
        ran = {rule.name for rule in rules} | {name for name, _ in OF_READING.values()}
        ran.update(name for name, _ in OF_THE_LIBRARY.values())
        ran.intersection_update(self.subject.names.values())
        return tuple(
            one for one in self.subject.allowances if one.reason and one.name in ran and not self._needed(one)
        )

    def _needed(self, one: Allowance) -> bool:
        key = (one.name, *one.scope)
        return key in self.used and self.allowances[key] is one
