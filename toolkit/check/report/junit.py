"""Findings as JUnit XML: a test case for each version and rule, so that a clean check is seen to have run."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from toolkit.model.diagnostic import Diagnostic, Severity

from ..catalogue import RULES
from ..outcome import SetAside
from .plain import clean, counted
from .sources import Sources

READING = "reading"
"""The test case of what the readers found."""
REGISTERS = "documents"
"""The suite of what was found about registers and inventories."""

_NAMES = {rule.name: None for rule in RULES}
"""In the order of the catalogue."""

_Key = tuple[str, str]
"""The suite and the test case that a finding belongs to."""
_Found = tuple[list[Diagnostic], list[SetAside]]
_NOTHING: _Found = ([], [])


def write(findings: Sequence[Diagnostic], sources: Sources, set_aside: Sequence[SetAside] = ()) -> str:
    """A suite for the registers and one for each version, with a case for each rule."""
    found: dict[_Key, _Found] = {}
    for finding in findings:
        found.setdefault(_key(finding, sources), ([], []))[0].append(finding)
    for aside in set_aside:
        found.setdefault(_key(aside.finding, sources), ([], []))[1].append(aside)
    top = ElementTree.Element("testsuites", name="drafting check")
    _suite(top, REGISTERS, [READING], found)
    for version in sources.versions:
        _suite(top, version, [READING, *_NAMES], found)
    ElementTree.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(top, encoding="unicode") + "\n"


def _key(finding: Diagnostic, sources: Sources) -> _Key:
    suite = sources.version_of(finding) or REGISTERS
    return suite, finding.name if finding.name in _NAMES and suite != REGISTERS else READING


def _suite(top: ElementTree.Element, name: str, cases: list[str], found: dict[_Key, _Found]) -> None:
    failing = sum(any(map(_fails, found.get((name, case), _NOTHING)[0])) for case in cases)
    suite = ElementTree.SubElement(
        top, "testsuite", name=clean(name), tests=str(len(cases)), failures=str(failing), errors="0",
        skipped="0",
    )  # fmt: skip
    for case in cases:
        element = ElementTree.SubElement(suite, "testcase", classname=clean(name), name=case)
        _result(element, *found.get((name, case), _NOTHING))


def _result(element: ElementTree.Element, findings: list[Diagnostic], set_aside: list[SetAside]) -> None:
    """Errors and warnings fail the case; notes and what is set aside are kept as its output."""
    failures = [finding for finding in findings if _fails(finding)]
    notes = [finding for finding in findings if not _fails(finding)]
    if failures:
        kind = min(failures, key=lambda one: list(Severity).index(one.severity)).severity.value
        message = f"{counted(len(failures), 'finding')}: {clean(failures[0].message)}"
        failure = ElementTree.SubElement(element, "failure", type=kind, message=message)
        failure.text = _listed(failures)
    output = [*filter(None, [_listed(notes)]), *map(_aside, set_aside)]
    if output:
        ElementTree.SubElement(element, "system-out").text = "\n".join(output)


def _fails(finding: Diagnostic) -> bool:
    return finding.severity is not Severity.NOTE


def _aside(one: SetAside) -> str:
    reason = f" ({clean(one.reason)})" if one.reason else ""
    return f"{one.why.value}{reason}: {_listed([one.finding])}"


def _listed(findings: list[Diagnostic]) -> str:
    return "\n".join(
        clean(f"{one.place}: {one.severity.value} {one.code} {one.name}: {one.message} {one.hint}".rstrip())
        for one in findings
    )
