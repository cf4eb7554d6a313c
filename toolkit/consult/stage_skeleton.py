"""What the files of every later stage begin with: versions, file names, where the schema is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.document import Register

from .consultation import Consultation
from .skeleton import scalar


@dataclass(frozen=True, slots=True)
class StagedDocument:
    """A version that is concluded or directed, with what its paper says of it."""

    register: Register
    version: str
    consulted: str
    """The draft that was consulted on."""
    base: str
    """What it is marked against."""


def document_lines(one: StagedDocument) -> Iterator[str]:
    """A version as an entry of documents:."""
    yield f"  - code: {scalar(one.register.code)}"
    yield f"    version: {scalar(one.version)}"
    yield f"    consulted: {scalar(one.consulted)}"
    if one.register.appendix:
        yield f"    appendix: {scalar(one.register.appendix)}"


def schema_lines(schema: str) -> Iterator[str]:
    """The line that leads editors to the schema; none without one."""
    if schema:
        yield f"# yaml-language-server: $schema={schema}"


def reference_stem(consultation: Consultation) -> str:
    """What file names begin with: U1_2 of U1.2."""
    return re.sub(r"[^A-Za-z0-9]+", "_", consultation.reference).strip("_") or "New"
