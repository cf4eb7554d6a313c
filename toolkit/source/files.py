"""Where source files come from: a folder, or a git revision of it. All reading goes through here."""

# thousands of files are read in a second; a Path for each costs more than its reading
# ruff: noqa: PTH112, PTH114, PTH118, PTH123
from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from errno import EACCES
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """A tree of files, by paths relative to its root with forward slashes."""

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the folders in a folder, sorted; empty where there is none."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of the files in a folder, sorted; empty where there is none."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; OSError where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on disk. A link that leads outside it is not followed."""

    root: Path
    _really: dict[str, str] = field(default_factory=dict, compare=False)
    """Where the folders that were read from really lie; to follow each path anew costs more than to read."""

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the folders in a folder, sorted; empty where there is none."""
        return self._entries(folder, os.DirEntry.is_dir, os.path.isdir)

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of the files in a folder, sorted; empty where there is none."""
        return self._entries(folder, os.DirEntry.is_file, os.path.isfile)

    def _entries(
        self, folder: str, wanted: Callable[[os.DirEntry[str]], bool], of_link: Callable[[str], bool]
    ) -> tuple[str, ...]:
        """A link counts as what it leads to; one that leads nowhere, or in a circle, as nothing."""
        where = os.path.join(self.root, folder)
        if not os.path.isdir(where):
            return ()
        with os.scandir(where) as entries:
            seen = (one for one in entries if not one.name.startswith("."))
            return tuple(
                sorted(one.name for one in seen if (of_link(one.path) if one.is_symlink() else wanted(one)))
            )

    def read(self, path: str) -> bytes:
        """The bytes of a file; OSError where it cannot be read or lies outside the root."""
        folder, _, name = path.rpartition("/")
        where = os.path.join(self._real(folder), name)
        if os.path.islink(where) or name in ("", ".", ".."):
            where = os.path.realpath(where)  # Path.resolve() fails on links in a circle
        if not where.startswith(os.path.join(self._real(""), "")):
            raise PermissionError(EACCES, "it is a link that leads outside the root", path)
        with open(where, "rb") as file:
            return file.read()

    def _real(self, folder: str) -> str:
        if folder not in self._really:
            self._really[folder] = os.path.realpath(os.path.join(self.root, folder))
        return self._really[folder]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Other files with some of them changed or added, and not yet written."""

    files: Files
    changed: Mapping[str, bytes]

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the folders in a folder, sorted; empty where there is none."""
        added = (rest.partition("/") for rest in self._below(folder))
        return tuple(sorted({*self.files.folders(folder), *(name for name, slash, _ in added if slash)}))

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of the files in a folder, sorted; empty where there is none."""
        added = (rest for rest in self._below(folder) if "/" not in rest)
        return tuple(sorted({*self.files.names(folder), *added}))

    def _below(self, folder: str) -> list[str]:
        """The changed files below a folder, by their paths from there."""
        return [path[len(folder) + 1 :] for path in self.changed if path.startswith(f"{folder}/")]

    def read(self, path: str) -> bytes:
        """The bytes of a file as changed; OSError where it cannot be read."""
        return self.changed[path] if path in self.changed else self.files.read(path)


class GitError(Exception):
    """Git could not answer; the message is git's own, shortened."""


@dataclass(frozen=True, slots=True)
class GitRevision:
    """The files of one git revision, below the folder that is the root."""

    root: Path
    revision: str
    _tree: dict[str, list[str]] = field(default_factory=dict)

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the folders in a folder, sorted; empty where there is none."""
        return tuple(name for kind, name in self._list(folder) if kind == "tree")

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of the files in a folder, sorted; empty where there is none."""
        return tuple(name for kind, name in self._list(folder) if kind == "blob")

    def _list(self, folder: str) -> list[tuple[str, str]]:
        # -z keeps odd names whole; ":./" paths are relative to the root, which may lie inside the checkout
        try:
            listing = self._git("ls-tree", "--full-tree", "-z", f"{self.revision}:./{folder}")
        except GitError:
            self._git("rev-parse", "--verify", "--quiet", f"{self.revision}^{{commit}}")
            return []
        rows = [row.split("\t", 1) for row in listing.decode("utf-8", "replace").split("\0") if row]
        return sorted((head.split(" ")[1], name) for head, name in rows)

    def read(self, path: str) -> bytes:
        """The bytes of a file; FileNotFoundError where the revision has none."""
        try:
            return self._git("cat-file", "blob", f"{self.revision}:./{path}")
        except GitError as error:
            raise FileNotFoundError(f"{path} is not in {self.revision}") from error

    def _git(self, *arguments: str) -> bytes:
        if self.revision.startswith("-"):
            raise GitError(f"“{self.revision}” is no git revision.")
        return _git(self.root, *arguments, silent=f"git has no revision “{self.revision}”.")


def revisions(root: Path, path: str, most: int) -> tuple[str, ...]:
    """The last revisions in which a folder or file changed, the newest first; none where git cannot say."""
    try:
        told = _git(root, "log", f"--max-count={most}", "--format=%H", "--", path)
    except GitError:
        return ()
    return tuple(told.decode("ascii").split())


def _git(root: Path, *arguments: str, silent: str = "git does not say why.") -> bytes:
    """What git prints; GitError with its own words, or with `silent` where it has none."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", *arguments], cwd=root, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed.") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(words[-1] if words else silent)
    return done.stdout
