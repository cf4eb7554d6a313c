"""Which source files have changed since the last look: names, sizes and times, no contents."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

WATCHED = ("documents", "consultations")
"""The folders of a root that hold sources."""

PAUSE = 0.3
"""Seconds between two looks, and how long the files must lie still before they are read."""

PATIENCE = 3.0
"""Seconds after which files that never lie still are read all the same."""

_LEFT_BY_EDITORS = ("~", "#")
"""How the names of backups end that editors lay beside a file."""


class Seen(NamedTuple):
    """A file as it was seen. The second time tells of a rename or new permissions too."""

    size: int
    modified: int
    """Nanoseconds."""
    altered: int
    """Nanoseconds."""


Snapshot = Mapping[str, Seen]
"""The files of a root, by path relative to it with forward slashes."""


class Change(NamedTuple):
    """What befell a file."""

    file: str
    what: str
    """changed, is new or is gone."""


def changed(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """What differs between two looks, in order of path."""

    def changes() -> Iterator[Change]:
        for file in sorted(before.keys() | after.keys()):
            if file not in before:
                yield Change(file, "is new")
            elif file not in after:
                yield Change(file, "is gone")
            elif before[file] != after[file]:
                yield Change(file, "changed")

    return tuple(changes())


def snapshot(root: Path) -> dict[str, Seen]:
    """The files in the watched folders, but for hidden ones and backups of editors.

    What vanishes meanwhile or may not be seen is left out. Links to folders are not followed.
    """
    return {file: seen for folder in WATCHED for file, seen in _seen(root / folder, folder)}


def _seen(folder: Path, name: str) -> Iterator[tuple[str, Seen]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(_LEFT_BY_EDITORS):
            continue
        path = f"{name}/{entry.name}"
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _seen(folder / entry.name, path)
            elif entry.is_file():
                # not entry.stat(): on Windows that is what the folder remembers, which lags behind a save
                stat = (folder / entry.name).stat()
                yield path, Seen(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        except OSError:
            continue


def watch(
    root: Path,
    check: Callable[[tuple[Change, ...]], None],
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Check at once, then after every save, with what changed; until `sleep` or `check` raises.

    The look that changes are measured from comes before the check: a save during a check is not missed.
    """
    before = snapshot(root)
    check(())
    while True:
        sleep(PAUSE)
        after = snapshot(root)
        if after == before:
            continue
        after = _settled(root, after, sleep, clock)
        changes = changed(before, after)
        before = after
        if changes:
            check(changes)


def _settled(
    root: Path, last: dict[str, Seen], sleep: Callable[[float], None], clock: Callable[[], float]
) -> dict[str, Seen]:
    """The files once they lie still: a save in progress is not to be read half-written."""
    deadline = clock() + PATIENCE
    while clock() < deadline:
        sleep(PAUSE)
        now = snapshot(root)
        if now == last:
            break
        last = now
    return last
