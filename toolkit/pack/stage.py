"""Writing a pack so that its folder never holds a half-written file.

Files are written to a folder beside the target and moved into it once everything is made. A folder left
behind by a process that was killed is removed by the next build.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .manifest import MANIFEST, handling, listed_files


class PackError(Exception):
    """A pack cannot be written where it was to go; the message says why and what to do."""


@contextmanager
def stage(out: Path) -> Iterator[Path]:
    """An empty folder beside `out`, gone at the end whatever happens."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(out)
        folder = out.parent / f"{_prefix(out)}{os.getpid()}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    except OSError as error:
        raise PackError(f"{out.parent}: nothing can be written there ({error.strerror}).") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(out: Path) -> str:
    return f".{out.resolve().name}.building-"


def _remove_leftovers(out: Path) -> None:
    for folder in out.parent.glob(f"{_prefix(out)}*"):
        number = folder.name.rpartition("-")[2]
        if number.isdigit() and not _runs(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def earlier_files(out: Path, names: set[str], marking: str = "") -> frozenset[str]:
    """The files of an earlier build in `out`; PackError where a file of somebody else is in the way.

    A copy that is marked as not for everybody never shares a folder with one that is not.
    """
    if out.exists() and not out.is_dir():
        raise PackError(f"{out} is a file; name a folder for the pack.")
    path = out / MANIFEST
    listed = listed_files(path.read_bytes()) if path.is_file() else frozenset()
    if listed is None:
        raise PackError(f"{path} is not the manifest of a pack; name another folder.")
    if listed and handling(path.read_bytes()) != marking:
        kinds = ("a public pack", "a copy for Government")
        there, new = kinds if marking else reversed(kinds)
        raise PackError(f"{out} holds {there}; name another folder for {new}.")
    for name in sorted(names - listed):
        if (out / name).exists():
            raise PackError(f"{out / name} is in the way and is not from an earlier build; move it away.")
    return listed


def publish(folder: Path, out: Path, earlier: frozenset[str]) -> None:
    """Move everything from the stage to its place, the manifest last, and remove what is no longer made."""
    names = sorted(path.name for path in folder.iterdir())
    try:
        if not out.exists():
            folder.rename(out)
            return
        for name in earlier - set(names):
            (out / Path(name).name).unlink(missing_ok=True)
        for name in sorted(names, key=lambda name: (name == MANIFEST, name)):
            (folder / name).replace(out / name)
    except OSError as error:
        raise PackError(f"{out}: the pack cannot be put there ({error.strerror}).") from error


def write(folder: Path, name: str, data: bytes) -> None:
    """Write one file of a stage: it appears under its name only when it is whole."""
    part = folder / f"{name}.part"
    part.write_bytes(data)
    part.replace(folder / name)
