"""What is known of the stages after a consultation, as far as its progress needs it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from toolkit.source.files import Files
from toolkit.source.yaml_file import read_yaml

from .folder import FOLDER
from .progress import Later
from .response_folder import ANALYSIS

CONCLUSIONS, DIRECTION = "conclusions.yaml", "direction.yaml"
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


def directed_alone(files: Files) -> tuple[str, ...]:
    """The folders that hold a direction and no consultation."""
    held = ((name, files.names(f"{FOLDER}/{name}")) for name in files.folders(FOLDER))
    return tuple(name for name, names in held if DIRECTION in names and "consultation.yaml" not in names)


def title_of_direction(files: Files, name: str) -> str:
    """The title of a direction; its folder's name where it has none that can be read."""
    return str(_data(files, name, DIRECTION).get("title") or name)


def later_stages(files: Files, name: str) -> Later:
    """What the files of the later stages say; what cannot be read in them is told where they are built."""
    names = files.names(f"{FOLDER}/{name}")
    conclusions, direction = _data(files, name, CONCLUSIONS), _data(files, name, DIRECTION)
    return Later(
        ANALYSIS in names,
        _day(conclusions.get("published")),
        _day(direction.get("published")),
        _day(direction.get("effect")),
        tuple(_versions(direction or conclusions)),
    )


def _data(files: Files, name: str, file: str) -> dict[str, Any]:
    if file not in files.names(f"{FOLDER}/{name}"):
        return {}
    path = f"{FOLDER}/{name}/{file}"
    with suppress(OSError):
        yaml, _ = read_yaml(files.read(path), path)
        if yaml is not None and isinstance(yaml.data, dict):
            return yaml.data
    return {}


def _day(value: object) -> date | None:
    """A day; of a month without a day, its last one."""
    text = value if isinstance(value, str) else ""
    month = _MONTH.fullmatch(text)
    with suppress(ValueError):
        if month:
            year, number = int(month[1]), int(month[2])
            return date(year, number, monthrange(year, number)[1])
        return date.fromisoformat(text)
    return None


def _versions(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    documents = data.get("documents")
    for one in documents if isinstance(documents, list) else ():
        if isinstance(one, dict) and one.get("code") and one.get("version"):
            yield str(one["code"]), str(one["version"])
