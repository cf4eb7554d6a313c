"""What tests gave, read from JUnit XML: which tests ran, and which clauses each says it verifies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree
from xml.parsers import expat

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .finding import finding

PROPERTY = "verifies"
"""The name of the property that names a clause, as TMAD#mprn-leading-zeros."""

LARGEST = 200_000_000
"""Bytes of one file of results."""


class Outcome(StrEnum):
    """What became of a test."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Result:
    """One test that ran, or was to run."""

    module: str
    """Dotted, as JUnit gives it: tests.conformance.test_tmad, with a class where there is one."""
    name: str
    """test_leading_zeros[AA-1]"""
    outcome: Outcome
    message: str
    """Why it failed or was skipped, in a line; else empty."""
    verifies: tuple[tuple[str, str], ...]
    """Document and clause id of each clause that it says it verifies."""
    file: str
    """The file of results."""

    @property
    def test(self) -> tuple[str, str]:
        """Its module and its name without the row."""
        return self.module, self.name.partition("[")[0]


def read_results(data: bytes, file: str) -> tuple[tuple[Result, ...], tuple[Diagnostic, ...]]:
    """The results in one file; a file that cannot be read gives none, and says why."""
    wrong = _refused(data)
    if wrong:
        return (), (finding("T151", Place(file), wrong, "Write it anew: drafting test --junitxml FILE."),)
    root = ElementTree.fromstring(data)
    return tuple(_results(root.iter("testcase"), file)), ()


def by_test(results: Iterable[Result]) -> dict[tuple[str, str], tuple[Result, ...]]:
    """The results of each test: of each of its rows."""
    found: dict[tuple[str, str], list[Result]] = {}
    for result in results:
        found.setdefault(result.test, []).append(result)
    return {test: tuple(some) for test, some in found.items()}


def _refused(data: bytes) -> str:
    """Why a file is not read: too large, not XML, or with a document type, which could hold entities."""
    if len(data) > LARGEST:
        return f"The results are larger than {LARGEST // 1_000_000} MB."
    parser = expat.ParserCreate(namespace_separator="}")  # as ElementTree does, which is stricter
    roots: list[str] = []
    parser.StartDoctypeDeclHandler = _no_document_type
    parser.StartElementHandler = lambda name, _: roots.append(name)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        return f"The results are not XML: {expat.errors.messages[error.code]} at line {error.lineno}."
    except LookupError as error:
        return f"The results are not XML that can be read: {error}."
    except _DocumentTypeError:
        return "The results declare a document type, which is not read."
    if roots[0] not in ("testsuites", "testsuite"):
        return f"The results begin with <{roots[0]}>, not with <testsuites>."
    return ""


class _DocumentTypeError(Exception):
    """Stops the reading before any entity is looked at."""


def _no_document_type(*_: object) -> None:
    raise _DocumentTypeError


def _results(cases: Iterable[ElementTree.Element], file: str) -> Iterator[Result]:
    for case in cases:
        outcome, message = _outcome(case)
        named = (
            one.get("value", "")
            for one in case.iterfind("properties/property")
            if one.get("name") == PROPERTY
        )
        pairs = (one.partition("#") for one in named)
        yield Result(
            case.get("classname", ""), case.get("name", ""), outcome, message,
            tuple((document, clause) for document, _, clause in pairs), file,
        )  # fmt: skip


def _outcome(case: ElementTree.Element) -> tuple[Outcome, str]:
    for tag, outcome in (
        ("error", Outcome.FAILED),
        ("failure", Outcome.FAILED),
        ("skipped", Outcome.SKIPPED),
    ):
        found = case.find(tag)
        if found is not None:
            words = found.get("message", "") or (found.text or "")
            return outcome, " ".join(words.split())[:300]
    return Outcome.PASSED, ""
