"""Names of versions and clauses as people type them: TMAD, TMAD@6.0, TMAD@6.0:3.24, TMAD@6.0#expiry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .finding import LibraryError

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name on the command line asks for."""

    code: str
    version: str = ""
    """A version's name, or a date; empty for the newest open draft, else the newest."""
    revision: str = ""
    """A git revision; empty for the files as they are."""
    label: str = ""
    """A clause by label."""
    id: str = ""
    """A clause by id."""

    @property
    def dated(self) -> bool:
        """Whether the version in legal effect on a day is meant."""
        return bool(_DATE.match(self.version))

    @property
    def whole(self) -> str:
        """The name of the version, without the clause."""
        parts = [self.code, self.version, f"git:{self.revision}" if self.revision else ""]
        return "@".join(part for part in parts if part)


def read_name(text: str) -> Name:
    """Read a name; LibraryError where it is not of the form.

    A git revision comes last and may hold anything but # and a clause: TMAD@6.1U@git:main.
    """
    head, _, clause_id = text.partition("#")
    code, _, rest = head.partition("@")
    version, revision, label = "", "", ""
    if rest.startswith("git:") or "@git:" in rest:
        version, _, revision = rest.rpartition("git:")
        version = version.removesuffix("@")
        revision, _, label = revision.partition(":")
    elif "@" in text:
        version, _, label = rest.partition(":")
    else:
        code, _, label = head.partition(":")
    if not code or ("@" in text and not (version or revision)):
        hint = "Write TMAD, TMAD@6.0, TMAD@2020-08-01, TMAD@git:main or TMAD@6.0:3.24."
        raise LibraryError(f"“{text}” names no version of a document.", hint)
    return Name(code, version, revision, label, clause_id)
