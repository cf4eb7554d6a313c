"""Worked examples as tests: every row of every table in documents/ is one, named by its clause and line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from toolkit.library.library import Library, read_library
from toolkit.library.load import EXAMPLES
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.document import Register
from toolkit.source.files import Folder

from .example import Example, Row
from .example_file import read_example_file
from .example_reading import Read, read_examples
from .example_run import ExampleError, carry_out
from .project import read_project
from .results import PROPERTY

_MARK = b"[!EXAMPLE]"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A source file of a version, or one beside all versions, that holds worked examples."""
    if file_path.suffix != ".md" or file_path.parents[2].name != "documents":
        return None
    if _MARK not in file_path.read_bytes():
        return None
    return ExampleFile.from_parent(parent, path=file_path)


class ExampleFile(pytest.File):
    """One file with worked examples."""

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each row, and one that fails for each fault of a table: the others are still run."""
        root = self.path.parents[3]
        library, allowed = _library(root)
        file = self.path.relative_to(root).as_posix()
        folder = file.split("/")[1]
        for register in library.registers.values():
            if register.file.split("/")[1] == folder:
                found, wrong = self._read(library, register, file)
                for example in (one for one in found if one.place.file == file):
                    yield from self._rows(example, library, allowed)
                for one in wrong:
                    if one.place.file == file and one.severity is Severity.ERROR:
                        name = f"malformed[line-{one.place.line}]"
                        yield FaultItem.from_parent(self, name=name, fault=one)

    def _read(self, library: Library, register: Register, file: str) -> Read:
        version = self.path.parent.name
        if version == EXAMPLES:
            return read_example_file(library, register, file)
        return read_examples(library.load(f"{register.code}@{version}"))

    def _rows(self, example: Example, library: Library, allowed: tuple[str, ...]) -> Iterator[pytest.Item]:
        for row in example.rows:
            name = f"{example.clause}[line-{row.line}]"
            yield ExampleItem.from_parent(
                self, name=name, example=example, row=row, library=library, allowed=allowed
            )


class ExampleItem(pytest.Item):
    """One row."""

    def __init__(
        self, *, example: Example, row: Row, library: Library, allowed: tuple[str, ...], **given: object
    ) -> None:
        super().__init__(**given)  # type: ignore[arg-type]
        self._example, self._row = example, row
        self._library, self._allowed = library, allowed
        self.user_properties.append((PROPERTY, f"{example.document}#{example.clause}"))

    def runtest(self) -> None:
        """Ask the function what the row gives."""
        carry_out(self._example, self._row, self._allowed, self._library)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """What the row says and what the code gave; a trace of calls only for what is neither."""
        if isinstance(excinfo.value, ExampleError):
            return f"{self._example.place.file}:{self._row.line}: {excinfo.value}"
        return str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the row stands."""
        return self.path, self._row.line - 1, f"{self._example.document} {self.name}"


class FaultItem(pytest.Item):
    """A table, or a row, that cannot be read."""

    def __init__(self, *, fault: Diagnostic, **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type]
        self._fault = fault

    def runtest(self) -> None:
        """Fail: what cannot be read proves nothing."""
        raise ExampleError(f"{self._fault.place}: {self._fault.message} {self._fault.hint}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """What is wrong, and what to do."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, self._fault.place.line - 1, self.name


@cache
def _library(root: Path) -> tuple[Library, tuple[str, ...]]:
    files = Folder(root)
    project, _ = read_project(files)
    return read_library(files), project.examples if project else ()
