"""The files of this project with some of them changed, for tests of what a wrong one leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from toolkit.consult.stage import StageKind
from toolkit.library.library import Library, read_library
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.paper import Paper, PaperTable, QuestionBox, plain
from toolkit.pack.prepare import Prepared, prepare
from toolkit.pack.prepare_stage import PreparedStage, prepare_stage
from toolkit.render.templates import Templates
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]
UPLIFT = "consultations/2020-08-uplift-1.2"
UNREADABLE = "(unreadable)"


@dataclass(frozen=True, slots=True)
class Overlay:
    """The project's folder; a path with None is taken away."""

    changed: Mapping[str, str | None] = field(default_factory=dict)
    folder: Folder = field(default_factory=lambda: Folder(ROOT))

    def folders(self, folder: str) -> tuple[str, ...]:
        return self.folder.folders(folder)

    def names(self, folder: str) -> tuple[str, ...]:
        names = set(self.folder.names(folder))
        for path, text in self.changed.items():
            where, _, name = path.rpartition("/")
            if where == folder:
                (names.discard if text is None else names.add)(name)
        return tuple(sorted(names))

    def read(self, path: str) -> bytes:
        if path in self.changed:
            text = self.changed[path]
            if text is None:
                raise FileNotFoundError(path)
            if text == UNREADABLE:
                raise PermissionError(13, "Permission denied")
            return text.encode()
        return self.folder.read(path)


def without(name: str, response: str) -> dict[str, str | None]:
    """The files with one response taken away from a consultation."""
    path = f"consultations/{name}/responses/{response}.yaml"
    assert (ROOT / path).is_file()
    return {path: None}


def uplift(**edits: tuple[str, str]) -> dict[str, str | None]:
    """Files of the Uplift 1.2 consultation, one stretch of words replaced in each: next_steps=(old, new)."""
    changed: dict[str, str | None] = {}
    for name, (old, new) in edits.items():
        path = f"{UPLIFT}/{name.replace('_', '-')}.{'yaml' if name == 'consultation' else 'md'}"
        text = (ROOT / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        changed[path] = text.replace(old, new, 1)
    return changed


NAME = "2020-08-uplift-1.2"
TEMPLATES = Templates.of(ROOT / "templates")


@cache
def _read() -> Library:
    return read_library(Overlay())


def library(changed: Mapping[str, str | None]) -> Library:
    """The project's library with some files of its consultations changed; its documents are read once."""
    return replace(_read(), files=Overlay(changed))


def prepared(changed: Mapping[str, str | None]) -> tuple[Prepared | None, tuple[Diagnostic, ...]]:
    return prepare(library(changed), NAME, TEMPLATES)


def papers(changed: Mapping[str, str | None]) -> Mapping[str, Paper]:
    ready, found = prepared(changed)
    assert ready is not None, found
    return ready.papers


def stage(
    name: str, kind: StageKind, changed: Mapping[str, str | None]
) -> tuple[PreparedStage | None, tuple[Diagnostic, ...]]:
    """A later stage of a consultation, with some files of its folder changed."""
    return prepare_stage(library(changed), name, kind, TEMPLATES)


def edited(path: str, *edits: tuple[str, str]) -> dict[str, str | None]:
    """One file under consultations/ with words replaced, each where it stands first."""
    return replaced(f"consultations/{path}", *edits)


def replaced(path: str, *edits: tuple[str, str]) -> dict[str, str | None]:
    """Any file of the project with words replaced, each where it stands first."""
    text = (ROOT / path).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, f"{path} does not say {old!r}"
        text = text.replace(old, new, 1)
    return {path: text}


def words(paper: Paper) -> str:
    tables = [block.caption for block in paper.blocks if isinstance(block, PaperTable)]
    labels = [block.label for block in paper.blocks if isinstance(block, QuestionBox)]
    texts = [plain(inline) for inline in paper.inlines()]
    return "\n".join((paper.title, paper.subtitle, *texts, *tables, *labels))


def table(paper: Paper, number: int) -> list[list[str]]:
    (found,) = [one for one in paper.blocks if isinstance(one, PaperTable) and one.number == number]
    return [[plain(cell) for cell in row] for row in found.rows]
