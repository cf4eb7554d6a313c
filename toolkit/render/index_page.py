"""The index page of a pack: its files with titles, formats and sizes."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from .html import dress
from .templates import Templates

FORMATS = {
    "html": "HTML",
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "json": "JSON",
    "csv": "CSV",
    "md": "Markdown",
    "txt": "Text",
}
"""What people call a file by its suffix."""


class IndexFile(NamedTuple):
    """One output file."""

    path: str
    """Relative to the index page, with forward slashes: TMAD_6.1U.pdf"""
    size: int
    """In bytes."""
    note: str = ""
    """Such as 42 pages; may be empty."""


class IndexEntry(NamedTuple):
    """One document or paper of the pack, in one or more formats."""

    title: str
    about: str
    """A line under the title, such as Version 6.1U, change-marked against 6.0; may be empty."""
    files: tuple[IndexFile, ...]


class IndexGroup(NamedTuple):
    """Entries under one heading: Papers, Attachments, Clean copies."""

    title: str
    entries: tuple[IndexEntry, ...]


class IndexPage(NamedTuple):
    """What the index of a pack says."""

    title: str
    subtitle: str
    """May be empty."""
    facts: tuple[tuple[str, str], ...]
    """Label and words: Issued by, Closes."""
    notice: str
    """May be empty."""
    groups: tuple[IndexGroup, ...]
    over: str = ""
    """Printed above the title: who issues the pack; may be empty."""
    language: str = "en-GB"
    marking: str = ""
    """As on every other page of a copy that is not for everybody; else empty."""


def index_html(page: IndexPage, templates: Templates) -> bytes:
    """The index as one self-contained page, in the look of the documents."""
    groups = [
        (group.title, [(entry, [_shown(file) for file in entry.files]) for entry in group.entries])
        for group in page.groups
    ]
    return templates.render(
        "index.html.j2",
        page=page,
        groups=groups,
        entries=(),
        heading=f"{page.title}: {page.subtitle}" if page.subtitle else page.title,
        language=page.language,
        marking=page.marking,
        **dress(templates, marking=page.marking),
    ).encode("utf-8")


def size_words(size: int) -> str:
    """A size in bytes in words: 812 bytes, 34 kB, 1.2 MB."""
    if size < 1000:
        return f"{size} byte" if size == 1 else f"{size} bytes"
    if size < 999_500:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB"


def _shown(file: IndexFile) -> tuple[str, str, str]:
    """The address, the format and the size of a file."""
    suffix = file.path.rpartition(".")[2].lower()
    more = ", ".join(part for part in (size_words(file.size), file.note) if part)
    # ./ keeps a colon in a file's name from being read as a scheme.
    return f"./{quote(file.path)}", FORMATS.get(suffix, suffix.upper()), more
