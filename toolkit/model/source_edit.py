"""A change to a source file by its exact place: what stands there, and what is to stand there instead."""

from __future__ import annotations

from typing import NamedTuple

from .place import Place


class SourceEdit(NamedTuple):
    """One stretch of one source file, replaced."""

    place: Place
    """Of the stretch, with its end."""
    old: str
    """What must stand there; where the source says otherwise, the edit does not fit."""
    new: str
    cites: str = ""
    """The id that a citation at this place leads to from then on; empty where it must lead where it led."""
