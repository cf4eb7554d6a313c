"""What is known of the stages after a consultation, as far as its progress needs it."""

from __future__ import annotations

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import Files

from .folder import FOLDER
from .progress import Later
from .response_folder import ANALYSIS
from .stage import Stage, StageKind
from .stage_folder import StageFolder, folder_names, read_stage, stages_of


def directed_alone(files: Files) -> tuple[str, ...]:
    """The folders that hold a direction and no consultation."""
    return tuple(name for name in folder_names(files) if StageKind.CONSULTATION not in stages_of(files, name))


def title_of_direction(files: Files, name: str) -> str:
    """The title of a direction; its folder's name where it cannot be read."""
    folder, _ = read_stage(files, name, StageKind.DIRECTION)
    return folder.stage.title if folder else name


def later_stages(files: Files, name: str) -> tuple[Later, tuple[Diagnostic, ...]]:
    """What the later stages say, and what is wrong with it; a stage that cannot be read says nothing."""
    conclusions, found = _read(files, name, StageKind.CONCLUSIONS)
    direction, wrong = _read(files, name, StageKind.DIRECTION)
    latest = direction or conclusions
    later = Later(
        ANALYSIS in files.names(f"{FOLDER}/{name}"),
        conclusions.stage.published.last if conclusions else None,
        direction.stage.published.last if direction else None,
        direction.direction.effect if direction and direction.direction else None,
        _versions(latest.stage) if latest else (),
    )
    return later, (*found, *wrong)


def _read(files: Files, name: str, kind: StageKind) -> tuple[StageFolder | None, tuple[Diagnostic, ...]]:
    return read_stage(files, name, kind) if kind in stages_of(files, name) else (None, ())


def _versions(stage: Stage) -> tuple[tuple[str, str], ...]:
    return tuple((one.code, one.version) for one in stage.documents)
