"""The folder of a consultation at one of its later stages: data, and the text written by hand for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import Files

from .conclusions import Conclusions
from .consultation import Consultation
from .direction import Direction
from .finding import finding
from .folder import DATA, FOLDER, Narrative, read_data, read_file, read_narratives, unknown_folder
from .read_stage import read_conclusions, read_direction
from .scope import near
from .stage import Stage, StageKind

DATA_FILES = {
    StageKind.CONSULTATION: DATA,
    StageKind.CONCLUSIONS: "conclusions.yaml",
    StageKind.DIRECTION: "direction.yaml",
}


@dataclass(frozen=True, slots=True)
class StageFolder:
    """Everything that the papers of one stage are made from, save the responses."""

    consultation: Consultation | None
    """None where the folder holds a direction alone."""
    conclusions: Conclusions | None
    """At the stage of conclusions; else None."""
    direction: Direction | None
    """At the stage of the direction; else None."""
    narratives: Mapping[str, Narrative]
    """By name; they lie in a folder that is called as the stage is."""
    folder: str
    """Where they lie, relative to the root."""
    files: tuple[str, ...]
    """Every file that was read, relative to the root."""

    @property
    def stage(self) -> Stage:
        """What the stage says of itself."""
        if self.conclusions is not None:
            return self.conclusions.stage
        if self.direction is not None:
            return self.direction.stage
        raise ValueError("a folder is read at a stage")


def folder_names(files: Files) -> tuple[str, ...]:
    """The folders that hold data of any stage."""
    return tuple(name for name in files.folders(FOLDER) if stages_of(files, name))


def stages_of(files: Files, name: str) -> tuple[StageKind, ...]:
    """The stages that a folder has data for, in order."""
    names = files.names(f"{FOLDER}/{name}")
    return tuple(kind for kind, file in DATA_FILES.items() if file in names)


def read_stage(files: Files, name: str, kind: StageKind) -> tuple[StageFolder | None, tuple[Diagnostic, ...]]:
    """Read a folder for its conclusions or its direction; None where its data are wrong."""
    if name not in folder_names(files):
        return None, (unknown_folder(name, folder_names(files)),)
    folder = f"{FOLDER}/{name}"
    consultation: Consultation | None = None
    found: tuple[Diagnostic, ...] = ()
    if StageKind.CONSULTATION in stages_of(files, name):
        consultation, found = read_data(files, name)
    file = f"{folder}/{DATA_FILES[kind]}"
    data, unreadable = read_file(files, file)
    narratives, wrong = read_narratives(files, f"{folder}/{kind}")
    found = (*found, *unreadable, *wrong)
    if data is None or (consultation is None and kind is StageKind.CONCLUSIONS):
        return None, found
    conclusions, direction = None, None
    if kind is StageKind.CONCLUSIONS and consultation is not None:
        conclusions, wrong = read_conclusions(data, file, consultation)
    else:
        direction, wrong = read_direction(data, file, name, consultation)
    found = (*found, *wrong)
    if direction is not None and direction.consultation and consultation is None:
        consultation, wrong = _elsewhere(files, direction)
        if consultation is not None:
            direction, _ = read_direction(data, file, name, consultation)
        found = (*found, *wrong)
    if conclusions is None and direction is None:
        return None, found
    first = (consultation.file,) if consultation else ()
    read = (*first, file, *(narrative.file for narrative in narratives.values()))
    return StageFolder(consultation, conclusions, direction, narratives, f"{folder}/{kind}", read), found


def _elsewhere(files: Files, direction: Direction) -> tuple[Consultation | None, tuple[Diagnostic, ...]]:
    """The consultation that a direction in a folder of its own is made on."""
    name = direction.consultation
    if StageKind.CONSULTATION in stages_of(files, name):
        return read_data(files, name)
    message = f"The direction is said to be made on {name}, and consultations/{name} holds no {DATA}."
    hint = near(name, tuple(one for one in files.folders(FOLDER) if one != direction.stage.id))
    return None, (finding("P133", direction.consultation_place, message, hint),)
