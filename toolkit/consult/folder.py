"""The folder of a consultation: its data and the text written by hand, read from any tree of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.encoding import decode
from toolkit.source.files import Files
from toolkit.source.finding import unreadable

from .consultation import Consultation
from .finding import finding
from .read import read_consultation

FOLDER = "consultations"
DATA = "consultation.yaml"


class Narrative(NamedTuple):
    """Text written by hand, with values by name."""

    name: str
    """Its file name without .md: executive-summary."""
    text: str
    file: str
    """Relative to the root."""


@dataclass(frozen=True, slots=True)
class ConsultationFolder:
    """Everything under consultations/ID that papers are made from."""

    consultation: Consultation
    narratives: Mapping[str, Narrative]
    """By name."""
    files: tuple[str, ...]
    """Every file that was read, relative to the root."""


def consultation_names(files: Files) -> tuple[str, ...]:
    """The consultations there are."""
    return tuple(name for name in files.folders(FOLDER) if DATA in files.names(f"{FOLDER}/{name}"))


def read_folder(files: Files, name: str) -> tuple[ConsultationFolder | None, tuple[Diagnostic, ...]]:
    """Read a consultation and its narrative; None where there is none of that name or its data is wrong."""
    names = consultation_names(files)
    if name not in names:
        return None, (unknown_folder(name, names),)
    folder = f"{FOLDER}/{name}"
    consultation, found = read_data(files, name)
    narratives, wrong = read_narratives(files, folder)
    if consultation is None:
        return None, (*found, *wrong)
    read = (f"{folder}/{DATA}", *(narrative.file for narrative in narratives.values()))
    return ConsultationFolder(consultation, narratives, read), (*found, *wrong)


def read_data(files: Files, name: str) -> tuple[Consultation | None, tuple[Diagnostic, ...]]:
    """Read what a consultation proposes, asks and plans; None where that is wrong."""
    file = f"{FOLDER}/{name}/{DATA}"
    data, found = read_file(files, file)
    if data is None:
        return None, found
    consultation, wrong = read_consultation(data, file, name)
    return consultation, (*found, *wrong)


def read_narratives(files: Files, folder: str) -> tuple[dict[str, Narrative], tuple[Diagnostic, ...]]:
    """The texts written by hand in a folder, by name."""
    narratives: dict[str, Narrative] = {}
    found: list[Diagnostic] = []
    for file in (file for file in files.names(folder) if file.endswith(".md")):
        narrative, wrong = _narrative(files, f"{folder}/{file}")
        found += wrong
        if narrative is not None:
            narratives[narrative.name] = narrative
    return narratives, tuple(found)


def _narrative(files: Files, file: str) -> tuple[Narrative | None, tuple[Diagnostic, ...]]:
    data, found = read_file(files, file)
    if data is None:
        return None, found
    decoded = decode(data, file)
    if decoded.text is None:
        return None, decoded.diagnostics
    name = file.rpartition("/")[2].removesuffix(".md")
    return Narrative(name, decoded.text, file), decoded.diagnostics


def read_file(files: Files, file: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a file; None, with the reason, where it cannot be read."""
    try:
        return files.read(file), ()
    except OSError as error:
        return None, (unreadable(file, error),)


def unknown_folder(name: str, names: tuple[str, ...]) -> Diagnostic:
    """What to say where no consultation is called so: the nearest that there is."""
    near = get_close_matches(name, names, 1)
    hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(names) or 'none yet'}."
    return finding("P133", Place(FOLDER), f"There is no consultation {name}.", hint)
