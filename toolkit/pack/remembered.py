"""Making again only what can have changed: what a writer made is known by everything that it rests on.

An output rests on its writer and the values that this is bound to, on the templates that it asked for, and
on what made it: the toolkit's own code, the packages and libraries installed. A record tells which bytes
were made of these, by their digest; the bytes themselves are taken from the pack that was built before, so
nothing is kept twice and no text is kept anywhere but in the pack. Likewise a file that was searched for what
is confidential is searched again only for something else, or where it is another file.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from pickle import Pickler, PicklingError
from typing import Any

from toolkit.check.remembered import toolkit_digest
from toolkit.check.store import Store
from toolkit.library.digest import digest_of
from toolkit.render.pdf_press import system_libraries
from toolkit.render.templates import FONTS, TemplateFileError, Templates

from .plan import Output, digest


class Memory:
    """What is remembered of making outputs, for one build into one folder."""

    def __init__(self, store: Store, templates: Templates, earlier: Path) -> None:
        self._store, self._templates, self._earlier = store, templates, earlier
        self._keys: dict[str, str | None] = {}
        self._values: dict[int, tuple[object, str]] = {}
        """By identity, as the formats of one document share its view: the value, held, and its digest."""
        self._digests = {name: _digest(templates, name) for name in (FONTS, *templates.names())}

    def recalled(self, output: Output) -> bytes | None:
        """The file of the earlier pack, where it is what would be made now; else None."""
        key = self._key(output)
        record: Any = self._store.get(key) if key else None
        try:
            asked, made = record
            if all(self._digests.get(name, "") == known for name, known in asked):
                data = (self._earlier / output.file).read_bytes()
                return data if digest(data) == made else None
        except (TypeError, ValueError, OSError):
            pass  # no record, or none of ours; or the file is gone
        return None

    def remember(self, output: Output, asked: Iterable[str], made: str) -> None:
        """Keep of which bytes, by their digest, an output consists, and which templates it asked for.

        Not where one of these is no longer what it was when the build began: nobody knows which was used.
        """
        key = self._key(output)
        rests_on = [[name, self._digests.get(name, "")] for name in sorted(asked)]
        if key and all(_digest(self._templates, name) == known for name, known in rests_on):
            self._store.put(key, [rests_on, made])

    def silent(self, name: str, data: bytes, sought: str) -> bool:
        """Whether a file of this name and these bytes was searched for the same, and does not say it."""
        return self._store.get(_silence(name, data, sought)) is True

    def remember_silent(self, name: str, data: bytes, sought: str) -> None:
        """Keep that a file says nothing of what was sought, which is known by a digest."""
        self._store.put(_silence(name, data, sought), True)

    def _key(self, output: Output) -> str | None:
        if output.file not in self._keys:
            make = output.make if isinstance(output.make, partial) else partial(output.make)
            try:
                parts = [self._digest(value) for value in (make.func, *make.args)]
                named = {name: self._digest(make.keywords[name]) for name in sorted(make.keywords)}
            except (PicklingError, AttributeError, TypeError):
                self._keys[output.file] = None  # something that cannot be written down
            else:
                self._keys[output.file] = f"made:{digest(repr((maker(), parts, named)).encode())}"
        return self._keys[output.file]

    def _digest(self, value: object) -> str:
        if id(value) not in self._values:
            self._values[id(value)] = value, digest(in_full(value))
        return self._values[id(value)][1]


def in_full(value: object) -> bytes:
    """A value with all that is in it, as bytes that are the same for equal values."""
    data = BytesIO()
    pickler = Pickler(data, protocol=5)
    pickler.fast = True  # else it would tell which values are one object, which rests on what was done before
    pickler.dump(value)
    return data.getvalue()


def _silence(name: str, data: bytes, sought: str) -> str:
    return f"silent:{digest(repr((maker(), name, digest(data), sought)).encode())}"


@cache
def maker() -> bytes:
    """What made an output of its values and templates: another may make other bytes of the same."""
    folders = (Path(folder) for folder in sys.path if folder)
    packages = sorted(path.name for folder in folders if folder.is_dir() for path in folder.glob("*-info"))
    machine = (sys.version, sys.platform, platform.machine())
    return "\n".join((toolkit_digest(), *machine, *packages, *system_libraries())).encode()


def _digest(templates: Templates, name: str) -> str:
    """Of a template, or of all fonts; empty where there is no such template."""
    if name == FONTS:
        files = (path for folder in templates.font_folders() for path in folder.iterdir() if path.is_file())
        return digest_of((str(path), path.read_bytes()) for path in files)
    try:
        return digest(templates.data(name))
    except TemplateFileError:
        return ""
