"""The shape of trace.yaml: which keys there are and what each may hold."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from toolkit.source.yaml_shape import Line, Shape


def _inside(value: str) -> str:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or "\\" in value:
        raise ValueError("Name a file or folder inside the root, with forward slashes: toolkit/conformance.")
    return path.as_posix()


Inside = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_inside)]
Dotted = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$", max_length=200)]


class ProjectShape(Shape):
    """Where the code and the tests are that clauses are traced to."""

    code: tuple[Inside, ...] = Field(default=(), description="Folders of code, from the root.")
    tests: tuple[Inside, ...] = Field(default=(), description="Folders of tests, from the root.")
    examples: tuple[Dotted, ...] = Field(
        default=("toolkit.conformance",), description="Packages whose functions a worked example may name."
    )
    versions: dict[str, str] = Field(
        default={},
        description="Per document, the version that is traced; the newest of one that is not named.",
    )
    without_clause: dict[str, Line] = Field(
        default={},
        description="Code and tests that need name no clause, by folder, file or file::name; each with why.",
    )
