"""The digest that locks a designated text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256, in hexadecimal, over (name, bytes) of a version's files, in order of name.

    Every name and every text is preceded by its length, so that no two folders give one digest.
    """
    state = hashlib.sha256(b"drafting-toolkit/version/1\n")
    for name, data in sorted(files):
        encoded = name.encode("utf-8", "surrogatepass")
        state.update(b"%d %d\n" % (len(encoded), len(data)) + encoded + data)
    return state.hexdigest()
