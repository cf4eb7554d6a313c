"""The manual of everything that any command finds: what check knows, then the trace, then consultations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from toolkit.check import manual as of_checks
from toolkit.consult import finding as of_consultations
from toolkit.model.diagnostic import Severity
from toolkit.trace import finding as of_the_trace


class Section(NamedTuple):
    """Findings that rules of check do not make."""

    title: str
    findings: Mapping[str, tuple[str, Severity]]
    documentation: Mapping[str, str]


SECTIONS = (
    Section("What tracing finds", of_the_trace.FINDINGS, of_the_trace.DOCUMENTATION),
    Section(
        "What consultations and their packs find", of_consultations.FINDINGS, of_consultations.DOCUMENTATION
    ),
)


def names() -> dict[str, str]:
    """From the code of everything that can be found to its name."""
    more = {code: name for one in SECTIONS for code, (name, _) in one.findings.items()}
    return of_checks.names() | more


def explain(code: str) -> str:
    """The entry of one code, for a terminal; KeyError where there is none."""
    for one in SECTIONS:
        if code in one.findings:
            name, severity = one.findings[code]
            return of_checks.entry(code, name, severity.value, one.documentation[code])
    return of_checks.explain(code)


def manual() -> str:
    """The page of everything that can be found, in Markdown."""
    tables = (
        of_checks.table(
            one.title,
            (
                (code, name, severity.value, one.documentation[code])
                for code, (name, severity) in one.findings.items()
            ),
        )
        for one in SECTIONS
    )
    return "\n".join([of_checks.manual(), *(line for table in tables for line in table)])
