"""The source of linked code: each piece is printed once on a page, however many clauses it carries out."""

from __future__ import annotations

from textwrap import dedent

from toolkit.source.encoding import decode
from toolkit.source.files import Files
from toolkit.trace.link import Link

from .view import Piece, Target


class SourceFiles:
    """The lines of files, each read once."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._lines: dict[str, tuple[str, ...]] = {}

    def lines(self, link: Link) -> tuple[str, ...]:
        """The lines of a piece of code without the indent that they share; none where it is no text."""
        if link.file not in self._lines:
            self._lines[link.file] = self._read(link.file)
        own = self._lines[link.file][link.first_line - 1 : link.last_line]
        return tuple(dedent("\n".join(own)).split("\n")) if own else ()

    def _read(self, file: str) -> tuple[str, ...]:
        try:
            text = decode(self._files.read(file), file).text
        except OSError:
            return ()
        return tuple(text.splitlines()) if text is not None else ()


class Pieces:
    """The pieces of code that one page names, in the order in which it first does."""

    def __init__(self, sources: SourceFiles) -> None:
        self._sources = sources
        self._named: dict[tuple[str, int], tuple[Link, list[Target]]] = {}
        self._keys: dict[tuple[str, int], str] = {}

    def name(self, link: Link, target: Target) -> str:
        """The anchor of a piece that carries out a provision."""
        key = (link.code, link.first_line)
        _, carries = self._named.setdefault(key, (link, []))
        carries.append(target)
        return self._keys.setdefault(key, f"_code{len(self._keys) + 1}")

    def printed(self) -> tuple[Piece, ...]:
        """Every piece with its source and what it carries out."""
        return tuple(self._piece(key) for key in self._named)

    def _piece(self, key: tuple[str, int]) -> Piece:
        link, carries = self._named[key]
        lines = self._sources.lines(link)
        return Piece(self._keys[key], link.name, link.file, link.first_line, lines, tuple(carries))
