"""A file of responses ready to be kept: every file that is written for it, checked by reading it back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.source.package import PackageError

from .consultation import Consultation
from .intake import Known, Outcome, Taken, take_in
from .read_response import read_response
from .response import Response
from .response_folder import RECEIVED
from .submission import Reading, Submitted, read_submission
from .write_response import write_response


@dataclass(frozen=True, slots=True)
class Kept:
    """What becomes of one file."""

    name: str
    taken: tuple[Taken, ...]
    files: dict[str, bytes]
    """What is to be written, by path below the folder of the responses; empty where nothing is."""
    remarks: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether any of it was refused, and so nothing of it is kept."""
        return any(one.outcome is Outcome.REFUSED for one in self.taken)


def refuse(name: str, *reasons: str) -> Kept:
    """A file of which nothing is kept."""
    return Kept(name, (Taken(name, Outcome.REFUSED, None, reasons),), {})


def keep(
    data: bytes, name: str, reading: Reading, known: Known, accept_late: bool = False
) -> tuple[Kept, Known]:
    """Take in the responses of a file: all of them, or none where one of them is refused.

    Gives what is known from then on, too: `known` itself is not changed.
    """
    try:
        submitted, remarks = read_submission(data, name, reading)
    except PackageError as error:
        return refuse(name, _sentence(str(error))), known
    original = f"{RECEIVED}/{hashlib.sha256(data).hexdigest()}.{name.rpartition('.')[2].lower()}"
    trial = known.copy()
    taken = tuple(_take(one, name, original, trial, reading.consultation, accept_late) for one in submitted)
    if any(one.outcome is Outcome.REFUSED for one in taken):
        return Kept(name, tuple(map(_held_back, taken)), {}, remarks), known
    responses = [one.response for one in taken if one.response]
    files = {original: data} if responses else {}
    try:
        files.update(_written(responses, reading.consultation))
    except PackageError as error:
        return refuse(name, _sentence(str(error))), known
    return Kept(name, taken, files, remarks), trial


def _take(
    one: Submitted, name: str, original: str, known: Known, consultation: Consultation, accept_late: bool
) -> Taken:
    source = f"{name}, row {one.row}" if one.row else name
    filled = one.filled
    if filled.response is not None:
        filled = replace(filled, response=replace(filled.response, original=original))
    return take_in(filled, source, known, consultation, accept_late)


def _held_back(taken: Taken) -> Taken:
    """A response that would have been taken, in a file of which another was refused."""
    if taken.response is None:
        return taken
    words = ("Nothing of this file was kept, because another of its rows was refused.",)
    return Taken(taken.source, Outcome.HELD_BACK, None, words)


def _written(responses: Iterable[Response], consultation: Consultation) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for response in responses:
        data = write_response(response).encode("utf-8")
        again, _ = read_response(data, response.file, response.id, consultation)
        if again != response:
            raise PackageError(
                f"the response of {response.id} cannot be kept as it is; please report this file"
            )
        files[f"{response.id}.yaml"] = data
    return files


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
