"""Writing source files: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .finding import LibraryError


def save(path: Path, data: bytes) -> None:
    """Write a file so that at every moment it holds the old bytes or the new, never half of them."""
    staged = _staged(path, data)
    try:
        staged.replace(path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def save_all(files: Mapping[Path, tuple[bytes | None, bytes]]) -> None:
    """Write files, given as old and new bytes, with None for one that is new: all of them, or none.

    LibraryError, and nothing written, where one no longer holds its old bytes. Everything that can fail
    for want of room or rights is done before the first file changes; where a change fails after all, those
    made before are taken back.
    """
    for path, (old, _) in files.items():
        if (path.read_bytes() if path.exists() else None) != old:
            raise LibraryError(f"{path.name} was changed by someone else meanwhile.", "Run this again.")
    staged: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, (_, new) in files.items():
            staged[path] = _staged(path, new)
        for path, ready in staged.items():
            ready.replace(path)
            done.append(path)
    except BaseException:
        for path in done:
            _take_back(path, files[path][0])
        for ready in staged.values():
            ready.unlink(missing_ok=True)
        raise


def _take_back(path: Path, old: bytes | None) -> None:
    if old is None:
        path.unlink(missing_ok=True)
    else:
        save(path, old)


def save_new(files: Mapping[Path, bytes]) -> None:
    """Write files that do not exist yet, in folders that are made for them: all of them, or none.

    LibraryError, and nothing written, where one is there already.
    """
    for path in files:
        if path.exists():
            raise LibraryError(f"{path.name} is there already.", "Run this again.")
        path.parent.mkdir(parents=True, exist_ok=True)
    save_all({path: (None, data) for path, data in files.items()})


def _staged(path: Path, data: bytes) -> Path:
    """The data in a file beside the one that it is to replace, with its rights."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mode = path.stat().st_mode if path.exists() else 0o644
        Path(name).chmod(mode & 0o777)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def copy_folder(source: Path, target: Path) -> None:
    """Copy a version's folder to a new one, which appears whole or not at all."""
    if target.exists():
        raise LibraryError(f"{target.name} is there already.", "Choose another version name.")
    staging = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for path in sorted(source.iterdir()):
            if path.is_file() and not path.is_symlink():
                shutil.copyfile(path, staging / path.name)
        staging.chmod(0o755)
        staging.rename(target)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def create_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with these files, by name, which appears whole or not at all.

    LibraryError, and nothing written, where there is something of its name already.
    """
    if target.exists():
        raise LibraryError(f"{target.name} is there already.", "Choose another name.")
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for name, data in files.items():
            (staging / name).write_bytes(data)
        staging.chmod(0o755)
        staging.rename(target)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
