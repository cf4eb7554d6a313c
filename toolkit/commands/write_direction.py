"""A direction onto the disk: new versions, their entries in the registers and the letter, or nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.consult.part_direction import Directed
from toolkit.library.edit_register import with_version
from toolkit.library.finding import LibraryError
from toolkit.library.register import read_register
from toolkit.library.save import create_folder, save_all
from toolkit.model.document import Status

from .session import Session


def write_direction(
    session: Session, made: tuple[Directed, ...], letter: dict[str, bytes], name: str
) -> None:
    """Every new version with its entry in the register, and the letter: all of them, or none."""
    folder = session.write(f"consultations/{name}")
    there = [file for file in letter if (folder / file).exists()]
    if there:
        raise LibraryError(f"consultations/{name}/{there[0]} is there already.", "Take it away first.")
    files: dict[Path, tuple[bytes | None, bytes]] = {
        folder / file: (None, data) for file, data in letter.items()
    }
    texts: dict[Path, Directed] = {}
    for one in (one for one in made if one.is_new):
        path, text = _registered(session, one, files)
        files[path] = text
        texts[path.parent / one.name.partition("@")[2]] = one
    done: list[Path] = []
    try:
        for target in sorted({path.parent for path in files if not path.parent.exists()}):
            done.append(target)
            target.mkdir(parents=True)
        for target, one in texts.items():
            create_folder(target, dict(one.files))
            done.append(target)
        save_all(files)
    except BaseException:
        for target in done:
            shutil.rmtree(target, ignore_errors=True)
        raise


def _registered(
    session: Session, one: Directed, files: dict[Path, tuple[bytes | None, bytes]]
) -> tuple[Path, tuple[bytes | None, bytes]]:
    """The register of a new version, as it is and with its entry."""
    code, _, version = one.name.partition("@")
    register = session.library().register(code)
    if register.version(version):
        raise LibraryError(f"{one.name} is in the register already.", "Take it out, or choose another day.")
    path = session.write(register.file)
    old, new = files.get(path, (path.read_bytes(),) * 2)
    if new != old:
        register = read_register(new, register.file)[0] or register
    text = with_version(
        new.decode("utf-8"), register, version, one.base, one.read_with, Status.CONCLUDED, one.part_of
    )
    return path, (old, text.encode("utf-8"))
