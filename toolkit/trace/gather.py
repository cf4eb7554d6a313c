"""All links of a root: every source file of the folders that trace.yaml names, read once and remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from toolkit.check.store import Store
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.files import Files

from .comment_links import comment_links
from .finding import finding
from .link import Link
from .python_links import python_links
from .remembered_links import as_record, from_record

READ_BY = "links-4"
"""Changes when the reading of links does, so that what was remembered is read again."""

_SOURCE = re.compile(
    r"\.(?:pyi?|js|ts|java|kt|cs|c|h|cpp|hpp|go|rs|rb|php|sql|xslt?|xsd|xml|ya?ml|toml|sh|ps1|scala"
    r"|feature|robot)\Z",
    re.IGNORECASE,
)
"""Files that may hold links."""


def gather(
    files: Files, places: Iterable[str], store: Store
) -> tuple[tuple[Link, ...], tuple[Diagnostic, ...]]:
    """The links in files and folders, in their one order, and what is wrong with them."""
    links: list[Link] = []
    found: list[Diagnostic] = []
    for file in source_files(files, places):
        try:
            data = files.read(file)
        except OSError as error:
            message = f"The file cannot be read: {error.strerror or error}."
            found.append(finding("T101", Place(file), message))
            continue
        read, wrong = _read(data, file, store)
        links += read
        found += wrong
    return tuple(sorted(links, key=lambda link: link.order)), tuple(found)


def _read(data: bytes, file: str, store: Store) -> tuple[tuple[Link, ...], tuple[Diagnostic, ...]]:
    if not any(word in data for word in (b"implements", b"verifies", b"clause:")):
        return (), ()
    key = f"{READ_BY}:{file}:{sha256(data).hexdigest()}"
    kept: Any = store.get(key)
    if kept is not None and (links := from_record(kept)) is not None:
        return links, ()
    by_tree, wrong = python_links(data, file) if file.endswith(".py") else ((), ())
    by_comment, also = comment_links(data, file)
    links = (*by_tree, *by_comment)
    if not wrong and not also:
        store.put(key, as_record(links))
    return links, (*wrong, *also)


def source_files(files: Files, places: Iterable[str]) -> Iterator[str]:
    """The source files in folders and files that are named, each once."""
    yield from dict.fromkeys(name for place in places for name in _under(files, place))


def _under(files: Files, place: str) -> Iterator[str]:
    """The source files in a folder, in order, or the file that is named itself."""
    folder, _, name = place.rstrip("/").rpartition("/")
    if name in files.names(folder):
        yield f"{folder}/{name}" if folder else name
        return
    inside = place.rstrip("/")
    yield from (f"{inside}/{one}" for one in files.names(inside) if _SOURCE.search(one))
    for one in files.folders(inside):
        if one != "__pycache__":
            yield from _under(files, f"{inside}/{one}")
