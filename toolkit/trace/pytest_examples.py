"""Worked examples as tests: every row of every table in documents/ is one, named by its clause and line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from toolkit.library.library import Library, read_library
from toolkit.source.files import Folder

from .example import Example, Row, read_examples
from .example_run import ExampleError, carry_out
from .project import read_project
from .results import PROPERTY

_MARK = b"[!EXAMPLE]"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A source file of a version that holds worked examples."""
    if file_path.suffix != ".md" or file_path.parents[2].name != "documents":
        return None
    if _MARK not in file_path.read_bytes():
        return None
    return ExampleFile.from_parent(parent, path=file_path)


class ExampleFile(pytest.File):
    """One file with worked examples."""

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each row."""
        root = self.path.parents[3]
        library, allowed = _library(root)
        file = self.path.relative_to(root).as_posix()
        folder, version = self.path.parents[1].name, self.path.parent.name
        for code, register in library.registers.items():
            if register.file.split("/")[1] == folder:
                found, wrong = read_examples(library.load(f"{code}@{version}"))
                for one in wrong:
                    raise self.CollectError(f"{one.place}: {one.message} {one.hint}")
                for example in found:
                    if example.place.file == file:
                        yield from self._rows(example, library, allowed)

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


@cache
def _library(root: Path) -> tuple[Library, tuple[str, ...]]:
    files = Folder(root)
    project, _ = read_project(files)
    return read_library(files), project.examples if project else ()
