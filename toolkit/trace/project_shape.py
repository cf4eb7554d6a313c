"""The shape of trace.yaml: which keys there are and what each may hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Inside = Annotated[str, StringConstraints(pattern=r"^(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\n\\]+$", max_length=300)]
Dotted = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$", max_length=200)]


class ProjectShape(BaseModel):
    """trace.yaml"""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: tuple[Inside, ...] = ()
    tests: tuple[Inside, ...] = ()
    examples: tuple[Dotted, ...] = ("toolkit.conformance",)
    versions: dict[str, str] = {}
