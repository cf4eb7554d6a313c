"""The shape of trace.yaml: which keys there are and what each may hold."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


def _inside(value: str) -> str:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or "\\" in value:
        raise ValueError("Name a file or folder inside the root, with forward slashes: toolkit/conformance.")
    return path.as_posix()


Inside = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_inside)]
Dotted = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$", max_length=200)]


class ProjectShape(BaseModel):
    """trace.yaml"""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: tuple[Inside, ...] = ()
    tests: tuple[Inside, ...] = ()
    examples: tuple[Dotted, ...] = ("toolkit.conformance",)
    versions: dict[str, str] = {}
