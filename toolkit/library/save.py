"""Writing source files: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from .finding import LibraryError


def save(path: Path, data: bytes) -> None:
    """Write a file so that at every moment it holds the old bytes or the new, never half of them."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mode = path.stat().st_mode if path.exists() else 0o644
        Path(name).chmod(mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
