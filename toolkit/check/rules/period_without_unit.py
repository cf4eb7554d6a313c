"""A period has a number and no unit.

Within 15 of the notice can be hours, days or Working Days. It comes of an edit that took away more than it
meant to. Found are numbers behind within, not less than, a period of and such, with before, after, from or
the end of the sentence behind them; so is “15 Working” without its Days, and “20 notice”. Citations are
passed over, and quotations, brackets and counts (at least 3 of the Devices) are no periods.

Bad:  within 15 of the notice; not less than 5 before the Planned Migration Date
Good: within 15 Working Days of the notice; not less than 5 Working Days before the Planned Migration Date

What to do: write the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model.diagnostic import Severity

from ..modals import said
from ..periods import NUMBER
from ..rule import Flaw, Rule
from ..subject import Line, Subject

_EVENT = (
    r"of (?!(?:the|these|those|its) (?:following|\w+ (?:listed|set out|in)|\w+[^\Ws]s)\b(?!’))"
    r"(?:the|a|an|its|that|this|such|each|being|becoming|receiving|receipt|giving|sending|completion)\b"
)
_FROM = r"(?:before|after|from|following|prior to|beginning|starting|ending)\b"
_WITHIN = r"(?i:within(?: a (?:further )?period of)?|(?:a|the) (?:further )?period of)"
_BOUND = r"(?i:not? (?:less|more|fewer|later|earlier|sooner) than|at least|more than|up to)"
_PERIOD = re.compile(
    rf"\b{_WITHIN} (?!one of\b)(?P<within>{NUMBER})"
    rf"(?=\s*(?:[.;,:]?\Z|[,;](?=\s)|\.(?=\s)|{_FROM}|{_EVENT}))"
    rf"|\b{_BOUND} (?P<bound>{NUMBER})(?=\s+(?:before|after|from|following|prior to|beginning|starting)\b)"
    rf"|\bfor {_BOUND} (?P<end>{NUMBER})(?=[.;,]?\Z|[.;,]\s)"
    r"|\b(?i:gives?|given|giving|not? (?:less|more|fewer) than|at least|up to|a further|a minimum of)"
    rf" (?P<notice>(?!one\b){NUMBER})"
    r"(?=[’']? (?:(?:clear|prior|advance|written) )*notice\b)"
    rf"|(?<![\w.])(?P<working>{NUMBER} [Ww]orking)(?=\s*(?:[.;,:]|\Z|(?:of|or|and)\b|{_FROM}))"
)
_HINTS = ("ithin", "period of", "than", "at least", "up to", "orking", "notice")
"""Every match of _PERIOD holds one of these; much sooner looked for."""


def _find(subject: Subject) -> Iterator[Flaw]:
    for line in subject.lines:
        if line.prose and any(hint in line.text.plain for hint in _HINTS):
            yield from _in_line(line)


def _in_line(line: Line) -> Iterator[Flaw]:
    words = said(line.text.plain)
    for found in _PERIOD.finditer(words):
        start, end = found.span(found.lastgroup or 0)
        if not any(one.start < end and start < one.end for one in line.citations):
            message = f"“{found[0].strip()}” is a period without a unit."
            if found["notice"]:
                message = f"“{found['notice']} notice” is a period without a unit."
            if found["working"]:
                message = f"“{found['working']}” is a period without “Days”."
            yield Flaw(line.place(start, end), message, "Write its unit: hours, days or Working Days.")


RULE = Rule("C139", "period-without-unit", Severity.ERROR, _find, __doc__)
