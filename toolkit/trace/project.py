"""trace.yaml: which folders hold code and tests, and which versions are traced."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from toolkit.library.remembered_registers import Records, remembering
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.files import Files
from toolkit.source.yaml_file import read_yaml, shape

from .finding import finding

FILE = "trace.yaml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where the links are."""

    code: tuple[str, ...] = ()
    """Folders and files whose code carries clauses out, relative to the root."""
    tests: tuple[str, ...] = ()
    """Folders and files whose tests verify clauses."""
    examples: tuple[str, ...] = ("toolkit.conformance",)
    """Packages whose functions a worked example may name."""
    versions: dict[str, str] = field(default_factory=dict)
    """Per document, the version that is traced; the newest one of a document that is not named."""
    without_clause: dict[str, str] = field(default_factory=dict)
    """Folders, files and single functions, as file::name, that need name no clause; each with the reason."""
    file: str = FILE


def read_project(
    files: Files, records: Records | None = None
) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """The settings of a root; None where there are none, or they are wrong.

    With records, what was read of the same bytes before is not read again.
    """
    if FILE not in files.names(""):
        message = f"There is no {FILE}, so it is not known where code and tests are."
        hint = f"Write {FILE} with code: and tests:, each a list of folders."
        return None, (finding("T134", Place(FILE), message, hint),)
    data = files.read(FILE)
    if records is None:
        return _read(data, FILE)
    return remembering(_read, _record, _of_record, records)(data, FILE)


def _read(data: bytes, file: str) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    from .project_shape import ProjectShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    shaped, wrong = shape(yaml, ProjectShape)
    if shaped is None:
        return None, (*found, *wrong)
    return Project(
        shaped.code, shaped.tests, shaped.examples, dict(shaped.versions), dict(shaped.without_clause)
    ), found


def _record(one: Project) -> list[Any]:
    return [one.code, one.tests, one.examples, one.versions, one.without_clause]


def _of_record(record: Any, file: str) -> Project:
    code, tests, examples, versions, without_clause = record
    return Project(tuple(code), tuple(tests), tuple(examples), dict(versions), dict(without_clause), file)
