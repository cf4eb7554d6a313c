"""Identifiers for other tools: of letters that all of them take, one for each name, and stable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

_OTHER = re.compile(r"[^A-Z0-9]+")


def identifiers(names: Iterable[str]) -> dict[str, str]:
    """From each name to an identifier of capitals, digits and underscores: TMAD#expiry to TMAD_EXPIRY.

    Names that would share one bear a digest as well, so that none depends on the order of the others.
    """
    shared: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        shared.setdefault(_plain(name), []).append(name)
    return {
        name: plain if len(some) == 1 else f"{plain}__{_digest(name)}"
        for plain, some in shared.items()
        for name in some
    }


def _digest(name: str) -> str:
    """After two underscores, which no plain identifier holds between others."""
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8].upper()


def _plain(name: str) -> str:
    """At least five characters of which the first is a letter, as sphinx-needs and XML ask."""
    plain = _OTHER.sub("_", name.upper()).strip("_")
    return plain if plain[:1].isalpha() and len(plain) >= 5 else f"ITEM_{plain}"
