"""A pack as data: what it is made from and the list of what it consists of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.consult.disclosure import Disclosure
from toolkit.render.templates import Templates


class Input(NamedTuple):
    """A file that the pack is made from."""

    file: str
    """Relative to the root."""
    sha256: str
    size: int
    """Bytes."""

    @classmethod
    def of(cls, file: str, data: bytes) -> Input:
        """An input from its bytes."""
        return cls(file, digest(data), len(data))


class PlannedVersion(NamedTuple):
    """A version of a document in the pack."""

    document: str
    version: str
    against: str
    """The version it is marked against; empty for none."""
    annex: str
    """Of the direction: Annex A; empty where there is none."""
    attachment: int
    """0 where it is not attached."""


class Output(NamedTuple):
    """One file of the pack. `make` can be sent to another process."""

    file: str
    """Its name in the folder of the pack."""
    title: str
    group: str
    """What it belongs to: Consultation paper, Attachment 3."""
    format: str
    """HTML, PDF, Word, CSV"""
    make: Callable[[Templates], bytes]
    """All that the bytes rest on is in it: its function, the values that it is bound to, the templates."""


class Made(NamedTuple):
    """An output that was written."""

    output: Output
    sha256: str
    size: int
    """Bytes."""
    as_it_was: bool = False
    """Whether it is the same file as in the pack that was there before."""


class Failure(NamedTuple):
    """An output that could not be made."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything about a pack that is known before it is built."""

    id: str
    title: str
    inputs: tuple[Input, ...]
    versions: tuple[PlannedVersion, ...]
    outputs: tuple[Output, ...]
    """In the order of the index page."""
    index: Callable[[tuple[Made, ...]], bytes] | None = None
    """Makes index.html from what was written; None for none."""
    templates: Templates = field(default_factory=Templates.of)
    """With which the outputs are made."""
    marking: str = ""
    """What every page says of a copy that is not for everybody; else empty."""
    hidden: Disclosure = field(default_factory=Disclosure)
    """What no file of the pack may disclose."""


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
