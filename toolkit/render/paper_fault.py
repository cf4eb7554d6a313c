"""What a template engine says is wrong, in words for an author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

_PLACE = re.compile(r"(?P<place>.*?:[0-9]+): (?P<words>.*)\Z", re.DOTALL)
_UNKNOWN = re.compile(r"'([^']*)'\)?(?: is undefined)?\Z")
"""'x' is undefined; 'dict object' has no attribute 'x'"""


def readable(fault: str, values: Mapping[str, object]) -> str:
    """A fault as file:line: and a sentence; for an unknown value, the nearest that there is."""
    found = _PLACE.match(fault)
    place, words = (f"{found['place']}: ", found["words"]) if found else ("", fault)
    if "undefined" in words or "has no" in words:
        unknown = _UNKNOWN.search(words)
        if unknown:
            return f"{place}There is no value called “{unknown[1]}” here{_near(unknown[1], values)}."
    return f"{place}This cannot be filled in: {words.rstrip('.')}."


def _near(name: str, values: Mapping[str, object]) -> str:
    near = get_close_matches(name, sorted(set(_names(values, 3)) - {name}), 1, 0.5)
    return f" (perhaps “{near[0]}” was meant)" if near else ""


def _names(value: object, depth: int) -> Iterator[str]:
    """The names of values and of what is in them; of what is worked out when asked for, the names alone."""
    if isinstance(value, Mapping) and depth:
        yield from map(str, value)
        if isinstance(value, dict):
            for inner in value.values():
                yield from _names(inner, depth - 1)
