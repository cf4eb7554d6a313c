"""What a pack must not disclose, as every response tells: sought in its sources and in its outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from toolkit.consult.consultation import Consultation
from toolkit.consult.counted import counted
from toolkit.consult.disclosure import Disclosure, asked, disclosing, disclosure, together
from toolkit.consult.finding import finding
from toolkit.consult.folder import DATA, FOLDER, consultation_names, read_data
from toolkit.consult.published import Secret, SecretKind, public_texts, secrets
from toolkit.consult.response_folder import ANALYSIS, read_responses, response_folder
from toolkit.consult.stage import StageKind
from toolkit.library.library import DOCUMENTS, Library
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.files import Files

from .decoded import decoded
from .plan import Plan, digest
from .remembered import Memory, in_full

_WRITTEN = (".md", ".yaml", ".j2", ".css", ".js", ".typ")
"""What people write, among the inputs of a pack."""


class Leak(NamedTuple):
    """An output that gives something confidential away."""

    file: str
    where: str
    """In the file: word/comments.xml, page 3; empty where that is not known more closely."""
    secret: Secret

    def __str__(self) -> str:
        place = f"{self.file} ({self.where})" if self.where else self.file
        return f"{place} gives away what is confidential in {self.secret.file}: {self.secret.what}."


def leaks(outputs: Iterable[tuple[str, bytes]], hidden: Disclosure) -> Iterator[Leak]:
    """What gives something confidential away, among outputs by name; each response once in a file."""
    for name, data in outputs:
        told: set[str] = set()
        for where, text in decoded(name, data):
            secret = hidden.within(text)
            if secret and secret.file not in told:
                told.add(secret.file)
                yield Leak(name, "" if hidden.within(where) else where, secret)


class LeakError(Exception):
    """Outputs give something confidential away; nothing of the pack was put in its place."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__("\n".join(map(str, leaks)))
        self.leaks = leaks


def stop_leaks(folder: Path, hidden: Disclosure, memory: Memory) -> None:
    """Look through every file of a folder that is about to be published; LeakError where one must not be.

    A file is not looked through again where the same bytes under the same name were, for the same.
    """
    if not hidden.runs:
        return
    sought = digest(in_full(hidden))
    found: list[Leak] = []
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        data = path.read_bytes()
        if not memory.silent(path.name, data, sought):
            given = tuple(leaks([(path.name, data)], hidden))
            found += given
            if not given:
                memory.remember_silent(path.name, data, sought)
    if found:
        raise LeakError(tuple(found))


def guarded(plan: Plan, library: Library, kind: StageKind) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan with what its outputs must not disclose, and where its sources disclose it already."""
    hidden, found = _hidden(library, plan, kind)
    return replace(plan, hidden=hidden), (*found, *_disclosing(library.files, plan, hidden))


def _hidden(library: Library, plan: Plan, kind: StageKind) -> tuple[Disclosure, tuple[Diagnostic, ...]]:
    """What is confidential in the responses to any consultation; an error for each that cannot be read."""
    found: list[Diagnostic] = []
    several = []
    for name in consultation_names(library.files):
        consultation, _ = read_data(library.files, name)
        if consultation is not None:
            own = consultation.file in _inputs(plan)
            proposing = own and kind is StageKind.CONSULTATION
            several.append(_of(library.files, consultation, own, proposing, found))
        elif files := _responses(library.files, name):
            found.append(_unknown(files[0]))
    legal = (file for file in _inputs(plan) if file.startswith(f"{DOCUMENTS}/"))
    return together(several).without(_text(library.files, file) for file in legal), tuple(found)


def _of(
    files: Files, consultation: Consultation, own: bool, proposing: bool, found: list[Diagnostic]
) -> Disclosure:
    """What is confidential in the responses to one consultation.

    Who answered another consultation is no secret of this one. What a paper says that was out before
    anybody answered is public; while that paper is built, only where a response quotes it.
    """
    received, _ = read_responses(files, consultation)
    found += map(_unknown, sorted(set(_responses(files, consultation.id)) - set(received.files)))
    hidden = (one for one in secrets(received.responses) if own or one.kind is not SecretKind.NAME)
    kept = counted(received.responses, consultation.timetable.closing_moment)
    public = (*public_texts(kept), *asked(consultation))
    folder = f"{FOLDER}/{consultation.id}"
    paper = [f"{folder}/{name}" for name in files.names(folder) if name == DATA or name.endswith(".md")]
    texts = [_text(files, file) for file in paper]
    return disclosure(hidden, public, texts) if proposing else disclosure(hidden, (*public, *texts))


def _responses(files: Files, name: str) -> tuple[str, ...]:
    folder = response_folder(name)
    return tuple(f"{folder}/{file}" for file in files.names(folder) if file.endswith(".yaml"))


def _unknown(file: str) -> Diagnostic:
    message = "This response cannot be read, so that what is confidential in it is not known."
    return finding("P153", Place(file), message, "Mend it: drafting response table tells what is wrong.")


def _disclosing(files: Files, plan: Plan, hidden: Disclosure) -> Iterator[Diagnostic]:
    """Each place of what was written by hand that gives something confidential away.

    The analysis was held against the responses when it was read.
    """
    for file in _inputs(plan) if hidden.runs else ():
        if file.startswith(f"{DOCUMENTS}/") or file.endswith(f"/{ANALYSIS}") or not file.endswith(_WRITTEN):
            continue
        own = file.startswith("templates/")
        text = plan.templates.text(file.removeprefix("templates/")) if own else _text(files, file)
        for one in hidden.stretches(text):
            start, end = _at(text, one.start), _at(text, one.end)
            yield disclosing(one.secret, Place(file, *start, *end))


def _at(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _inputs(plan: Plan) -> tuple[str, ...]:
    return tuple(one.file for one in plan.inputs)


def _text(files: Files, file: str) -> str:
    return files.read(file).decode("utf-8", "replace")
