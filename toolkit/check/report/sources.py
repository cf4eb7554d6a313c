"""What a report can look up: the lines of the files that were checked, and which versions they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from toolkit.library.library import Library
from toolkit.library.load import version_folder
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.encoding import decode
from toolkit.source.files import Files


@dataclass(frozen=True, slots=True)
class Sources:
    """The files behind a report. Files are read when a line is asked for, and kept."""

    files: Files
    folders: dict[str, str]
    """From the folder of each version that was checked to its name: TMAD@6.1U."""
    _lines: dict[str, list[str]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, library: Library, names: Iterable[str] = ()) -> Sources:
        """The sources of a check of these versions; of none named, of every one."""
        from ..run import chosen  # with it come all rules, which who shows a line has no need of

        folders = {
            version_folder(register, version): f"{register.code}@{version.name}"
            for register, version in chosen(library, names)
        }
        return cls(library.files, folders)

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that were checked, in the order of the check."""
        return tuple(self.folders.values())

    def version_of(self, finding: Diagnostic) -> str:
        """The version that a finding is about; empty where it is about a register or an inventory."""
        return self.folders.get(finding.place.file.rpartition("/")[0], "")

    def line(self, file: str, number: int) -> str:
        """A line of a source file, counted from 1; empty where the file has none or cannot be read."""
        if file not in self._lines:
            self._lines[file] = self._read(file)
        lines = self._lines[file]
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def words(self, place: Place) -> str:
        """What stands at a place of the source, in single spaces; empty where only its start is known."""
        if place.end_line < place.line or (place.end_line, place.end_column) <= (place.line, place.column):
            return ""
        if place.end_line == place.line:
            stretch = self.line(place.file, place.line)[place.column - 1 : place.end_column - 1]
            return " ".join(stretch.split())
        between = range(place.line + 1, place.end_line)
        pieces = [self.line(place.file, place.line)[place.column - 1 :]]
        pieces += [self.line(place.file, number) for number in between]
        pieces.append(self.line(place.file, place.end_line)[: place.end_column - 1])
        return " ".join(" ".join(pieces).split())

    def _read(self, file: str) -> list[str]:
        if not file:
            return []
        try:
            text = decode(self.files.read(file), file).text
        except OSError:
            return []
        return (text or "").split("\n")
