"""What the command line asks to be compared: two versions, a git revision, two files or two folders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.compare.compare import compare, compare_versions
from toolkit.library.library import Library
from toolkit.library.load import Loaded, read_version
from toolkit.library.register import read_register
from toolkit.model.change import ChangeSet
from toolkit.model.document import Document, Part, Register, Status, Version
from toolkit.model.index import Index
from toolkit.model.numbering import SCHEMES, SUBSIDIARY, Scheme
from toolkit.model.passage import passages
from toolkit.source.files import Folder
from toolkit.source.markdown import read_part

from .session import Session, WrongUse

_TEXT = "text"
"""The code of a document that no register knows."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts, and everything that changed from one to the other."""

    old: Loaded
    new: Loaded
    changes: ChangeSet
    library: Library
    """Where the new one stands; an empty one for files and folders, which stand in none."""


def are_paths(old: str, new: str) -> bool:
    """Whether two files or two folders are meant; WrongUse where it is only one, or one is not there."""
    looks = [_looks_like_path(one) for one in (old, new)]
    there = [Path(one).exists() and "@" not in one for one in (old, new)]
    if all(there):
        return True
    for one, looking, exists in zip((old, new), looks, there, strict=True):
        if looking and not exists:
            raise WrongUse(f"There is no file or folder {one}. Versions are named like TMAD@6.0.")
    if any(looks):
        path, other = (old, new) if looks[0] else (new, old)
        raise WrongUse(
            f"{path} is a file or folder and {other or 'the other side'} is not. "
            "Give two files, two folders or two versions."
        )
    return False


def _looks_like_path(text: str) -> bool:
    head = text.partition("@")[0]
    return text.endswith((".md", ".markdown")) or "/" in head or "\\" in head


def compared_paths(old: Path, new: Path, numbering: str | None) -> Compared:
    """Two files or two folders compared, whatever library they lie in; WrongUse where they cannot be read."""
    if old.is_dir() != new.is_dir():
        raise WrongUse(f"{old} and {new} are a file and a folder. Give two files or two folders.")
    scheme = SCHEMES[numbering] if numbering else None
    before, after = (_read(path, scheme) for path in (old, new))
    changes = compare(before.document, after.document)
    alone = Library(Folder(new if new.is_dir() else new.parent), {}, {}, ())
    return Compared(before, after, replace(changes, old=str(old), new=str(new)), alone)


def _read(path: Path, scheme: Scheme | None) -> Loaded:
    loaded = _read_folder(path, scheme) if path.is_dir() else _read_file(path, scheme)
    if loaded.unreadable:
        raise WrongUse(f"{sorted(loaded.unreadable)[0]} cannot be read: it is no text in UTF-8.")
    return loaded


def _read_file(path: Path, scheme: Scheme | None) -> Loaded:
    register = Register(_TEXT, path.name, scheme=scheme or SUBSIDIARY)
    reading = read_part(path.read_bytes(), path.name, register.scheme)
    document = Document(register, Version(path.stem, Status.DRAFT), (reading.part,))
    unreadable = frozenset() if reading.readable else frozenset({str(path)})
    return Loaded(document, Index.of(document), reading.diagnostics, unreadable)


def _read_folder(path: Path, scheme: Scheme | None) -> Loaded:
    """A folder of files; the register beside it, where there is one, says how it is numbered."""
    path = path.resolve()
    home = f"{path.parent.name}/document.yaml"
    register = Register(_TEXT, path.name, file=home)
    files = Folder(path.parent.parent)
    if (path.parent / "document.yaml").is_file():
        register = read_register(files.read(home), home)[0] or register
    register = replace(register, versions=(), scheme=scheme or register.scheme)
    loaded = read_version(files, register, Version(path.name, Status.DRAFT))
    if not any(_is_text(part) for part in loaded.document.parts):
        raise WrongUse(f"{path} holds no .md file. Give the folder of one version.")
    return loaded


def numbering_remark(compared: Compared) -> str:
    """What to say where a text with words has no clause that is numbered; else empty."""
    names = "|".join(SCHEMES)
    for loaded in (compared.old, compared.new):
        run = passages(loaded.document)
        if run and not any(one.label.parts for one in run):
            return (
                f"No numbered clause was found in {loaded.document.parts[0].file}: it was compared paragraph "
                f"by paragraph. If it has clauses, say how they are numbered: --numbering {names}."
            )
    return ""


def _is_text(part: Part) -> bool:
    return part.file.endswith(".md")


def compared_versions(session: Session, old: str, new: str) -> Compared:
    """Two versions compared. Without `new`, a git revision is compared with the files as they are."""
    old, new = _range(session, old, new)
    before = session.load(old)
    code = before.document.register.code
    codes = {known.lower() for known in session.library().registers}
    if "git:" in new and new.partition("@")[0].lower() not in codes:
        new = f"{code}@{new}"  # 6.1U@git:main
    after = session.load(new, code)
    libraries = [session.library(session.name(one, code).revision) for one in (new, old)]
    changes = compare_versions(libraries[0], before, after, libraries[1])
    names = [_called(session, text, one, code) for text, one in ((old, before), (new, after))]
    return Compared(before, after, replace(changes, old=names[0], new=names[1]), libraries[0])


def _called(session: Session, text: str, loaded: Loaded, code: str) -> str:
    """The name of a version with its revision: TMAD@6.1U@git:main."""
    revision = session.name(text, code).revision
    return f"{loaded.document.name}@git:{revision}" if revision else loaded.document.name


def _range(session: Session, old: str, new: str) -> tuple[str, str]:
    """Both sides of TMAD@git:A..B and of TMAD@git:A alone, where the other side is the files as they are."""
    head, git, revisions = old.partition("git:")
    if new:
        return old, new
    if not git:
        raise WrongUse(
            f"With what is {old} to be compared? Name a second version, as in drafting diff TMAD@6.0 6.1U, "
            "or a git revision alone, as in drafting diff TMAD@git:HEAD."
        )
    first, _, last = revisions.partition("..")
    name = head.removesuffix("@")
    if "@" not in name:
        name = session.library().load(name).document.name
    return f"{name}@git:{first}", f"{name}@git:{last}" if last else name
