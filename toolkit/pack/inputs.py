"""What a pack is made from, file by file, with digests."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.library.library import EXTERNAL, Library
from toolkit.library.load import Loaded
from toolkit.render.templates import Templates

from .plan import Input, digest


def inputs(
    library: Library, read: Iterable[str], versions: Iterable[Loaded], templates: Templates
) -> tuple[Input, ...]:
    """The files of a consultation that were read, the sources of every version, inventories, templates."""
    loaded = tuple(versions)
    files = {
        *read,
        *(one.document.register.file for one in loaded),
        *(part.file for one in loaded for part in one.document.parts),
        *(f"{EXTERNAL}/{name}" for name in library.files.names(EXTERNAL)),
    }
    sources = (Input.of(file, library.files.read(file)) for file in files)
    return (*sources, *_templates(templates))


def unnamed(library: Library, folder: str, files: Iterable[str]) -> Input:
    """Files as one input, called as their folder is: the files of responses bear the names of authors."""
    data = [library.files.read(file) for file in sorted(files)]
    return Input(folder, digest("".join(map(digest, data)).encode()), sum(map(len, data)))


def _templates(templates: Templates) -> tuple[Input, ...]:
    """Every file of the template folders; the first folder that has a file gives it."""
    return tuple(Input.of(f"templates/{name}", templates.data(name)) for name in templates.names())
