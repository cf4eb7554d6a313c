"""Which findings a reader wants to see: by code or name, and by how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from toolkit.model.diagnostic import Diagnostic, Severity

from .rule import Rule

_CODE = re.compile(r"[A-Z]\d{0,3}")
_WHOLE = 99
"""How closely a name fits: better than any prefix of a code."""


class ChoiceError(ValueError):
    """A code or name that no finding has. The text says what may be meant."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for. Where a finding is both selected and ignored, the longer prefix counts."""

    select: tuple[str, ...] = ()
    """Codes, beginnings of codes, and names; empty for everything that runs unasked."""
    ignore: tuple[str, ...] = ()
    least: Severity = Severity.NOTE

    @classmethod
    def of(
        cls, select: Iterable[str], ignore: Iterable[str], least: Severity, named: Mapping[str, str]
    ) -> Choice:
        """A choice as it was written, codes and names between commas.

        `named` leads from every code to its name; ChoiceError for what is neither, nor begins a code.
        """
        return cls(_read(select, named), _read(ignore, named), least)

    def rules(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules that have to run; one that does not run unasked is asked for in full."""
        asked = {*self.select}
        return tuple(
            rule
            for rule in rules
            if self.takes(rule.code, rule.name)
            and (rule.by_default or rule.code in asked or rule.name in asked)
        )

    def takes(self, code: str, name: str) -> bool:
        """Whether findings of a code are wanted."""
        wanted = _fit(self.select, code, name) if self.select else 0
        return wanted >= 0 and wanted > _fit(self.ignore, code, name)

    def shows(self, finding: Diagnostic) -> bool:
        """Whether a finding is wanted and weighs enough."""
        weights = list(Severity)
        heavy = weights.index(finding.severity) <= weights.index(self.least)
        return heavy and self.takes(finding.code, finding.name)


def _fit(patterns: tuple[str, ...], code: str, name: str) -> int:
    """How closely the closest of some patterns fits; -1 where none does."""
    fits = [_WHOLE if one == name else len(one) for one in patterns if one == name or code.startswith(one)]
    return max(fits, default=-1)


def _read(written: Iterable[str], named: Mapping[str, str]) -> tuple[str, ...]:
    written = tuple(written)
    words = [word.strip() for one in written for word in one.split(",") if word.strip()]
    if written and not words:
        raise ChoiceError("No code is given. Write codes or names with commas between: C106,term-case.")
    return tuple(_pattern(word, named) for word in words)


def _pattern(word: str, named: Mapping[str, str]) -> str:
    code = word.upper()
    if _CODE.fullmatch(code) and any(one.startswith(code) for one in named):
        return code
    return named[code_of(word, named)]


def code_of(word: str, named: Mapping[str, str]) -> str:
    """The code that a code or name means; ChoiceError where no finding has it."""
    codes = {name: code for code, name in named.items()}
    if word.upper() in named:
        return word.upper()
    if word.lower() in codes:
        return codes[word.lower()]
    near = get_close_matches(word.lower(), [*codes, *(code.lower() for code in named)], 1)
    meant = f" Is {near[0].upper() if near[0] not in codes else near[0]} meant?" if near else ""
    raise ChoiceError(
        f"No finding is called “{word}”.{meant} drafting check --manual lists every code and name."
    )
