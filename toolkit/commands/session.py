"""What every command needs: the root, the library, and wrong use told in plain words."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click

from toolkit.library.finding import LibraryError
from toolkit.library.library import Library, read_library
from toolkit.library.load import Loaded
from toolkit.library.name import Name, read_name
from toolkit.library.remembered_registers import Records
from toolkit.source.files import Files, Folder, GitError, GitRevision


class WrongUse(click.ClickException):
    """A mistake in what was asked for: told in words, exit status 2."""

    exit_code = 2


@dataclass(slots=True)
class Session:
    """One run of the toolkit on one root."""

    root: Path
    _libraries: dict[str, Library]

    @property
    def files(self) -> Files:
        """The files as they are, for what does not need the documents to be read."""
        return Folder(self.root)

    def library(self, revision: str = "", records: Records | None = None) -> Library:
        """The library of the files as they are, or of a git revision; with what was read of it before."""
        if revision not in self._libraries:
            files = GitRevision(self.root, revision) if revision else Folder(self.root)
            self._libraries[revision] = read_library(files, records)
        return self._libraries[revision]

    def load(self, text: str, document: str = "") -> Loaded:
        """The version that a name means. A bare version such as 6.0 is one of `document`."""
        name = self.name(text, document)
        return self.library(name.revision).load(name)

    def name(self, text: str, document: str = "") -> Name:
        """Read a name; where a document is given, 6.0 will do for TMAD@6.0."""
        if (
            document
            and "@" not in text
            and text.lower() not in {code.lower() for code in self.library().registers}
        ):
            text = f"{document}@{text}"
        name = read_name(text)
        return replace(name, code=name.code or document)

    def write(self, path: str) -> Path:
        """Where a source file of the library lies on disk."""
        return self.root / path


def open_session(ctx: click.Context) -> Session:
    """The session of a command, at --root or at the nearest folder upwards that holds documents/."""
    given = ctx.find_root().obj
    if given is not None:
        if not (given / "documents").is_dir():
            raise WrongUse(f"{given} holds no folder documents/. Give the folder above it as --root.")
        return Session(given.resolve(), {})
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "documents").is_dir():
            return Session(folder, {})
    raise WrongUse(
        f"There is no folder documents/ in {here} or above it. Say where it is: drafting --root DIR …"
    )


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn mistakes in what was asked for and in templates into wrong use, and lost files into words."""
    try:
        yield
    except (LibraryError, GitError) as error:
        raise WrongUse(str(error)) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise WrongUse(f"{where}{error.strerror or error}.") from error
    except Exception as error:
        if isinstance(error, _of_rendering()):
            raise WrongUse(f"{str(error).rstrip('.')}.") from error
        raise


def _of_rendering() -> tuple[type[Exception], ...]:
    """Mistakes in templates and reference files; imported when something failed, for rendering is large."""
    from toolkit.render.docx.error import ReferenceFileError
    from toolkit.render.pdf_error import PdfError
    from toolkit.render.templates import TemplateFileError

    return TemplateFileError, ReferenceFileError, PdfError


def colour_wanted() -> bool:
    """Whether standard output is a terminal that shows colour; NO_COLOR says no (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
