"""What is known of the stages after a consultation, as far as its progress needs it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.files import Files

from .direction import Direction
from .folder import FOLDER
from .progress import Directed, Later
from .response_folder import ANALYSIS
from .stage import Stage, StageKind
from .stage_folder import StageFolder, folder_names, read_stage, stages_of


def directed_alone(files: Files) -> tuple[str, ...]:
    """The folders that hold a direction and no consultation."""
    return tuple(name for name in folder_names(files) if StageKind.CONSULTATION not in stages_of(files, name))


def directions_on(files: Files, name: str) -> tuple[tuple[Direction, ...], tuple[Diagnostic, ...]]:
    """The directions made on a consultation, in the order in which they take effect: its own, and those that
    other folders hold; with what is wrong with its own. One that cannot be read is left out.
    """
    own, found = _read(files, name, StageKind.DIRECTION)
    others = (_read(files, one, StageKind.DIRECTION)[0] for one in directed_alone(files))
    made = [one.direction for one in (own, *others) if one and one.direction]
    kept = [one for one in made if name in (one.stage.id, one.consultation)]
    return tuple(sorted(kept, key=lambda one: one.effect or date.max)), found


def later_stages(files: Files, name: str) -> tuple[Later, tuple[Diagnostic, ...]]:
    """What the later stages say, and what is wrong with it; a stage that cannot be read says nothing."""
    conclusions, found = _read(files, name, StageKind.CONCLUSIONS)
    directions, wrong = directions_on(files, name)
    stages = [conclusions.stage] if conclusions else []
    stages += [one.stage for one in directions]
    later = Later(
        ANALYSIS in files.names(f"{FOLDER}/{name}"),
        conclusions.stage.published.last if conclusions else None,
        tuple(map(made_by, directions)),
        tuple(dict.fromkeys(_versions(stages))),
    )
    return later, (*found, *wrong)


def made_by(direction: Direction) -> Directed:
    """A direction as progress knows it."""
    versions = tuple((one.code, one.version) for one in direction.stage.documents)
    return Directed(direction.stage.published.day, direction.effect, direction.changes, versions)


def _read(files: Files, name: str, kind: StageKind) -> tuple[StageFolder | None, tuple[Diagnostic, ...]]:
    return read_stage(files, name, kind) if kind in stages_of(files, name) else (None, ())


def _versions(stages: list[Stage]) -> Iterator[tuple[str, str]]:
    """What the stages make: of one draft that which the last of them makes."""
    made = {
        (one.code, one.consulted or one.version): (one.code, one.version)
        for stage in stages
        for one in stage.documents
    }
    yield from made.values()
