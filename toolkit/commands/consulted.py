"""What a command needs of a consultation: the changes it declares, for the version that is asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.library.load import Loaded
from toolkit.model.diagnostic import Diagnostic, Severity

from .session import Session, WrongUse

if TYPE_CHECKING:
    from toolkit.consult.consultation import Consultation, DeclaredChange
    from toolkit.render.change_lines import Declarations


def declarations(
    session: Session, name: str, loaded: Loaded, consulted: Loaded | None = None
) -> Declarations:
    """The changes that a consultation declares, for a version that it consults on.

    Where the version was concluded since, `consulted` is the one that it consults on. WrongUse where there
    is no such consultation, its data is wrong, or it does not consult on that version.
    """
    from toolkit.consult.folder import read_folder
    from toolkit.render.change_lines import Declarations

    folder, found = read_folder(session.library().files, name)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if folder is None or errors:
        raise WrongUse("\n".join(map(_in_words, errors)))
    consultation = folder.consultation
    draft = consulted or loaded
    _check(consultation, draft)
    same = draft.document.version.name == loaded.document.version.name
    changes = consultation.changes
    if not same:
        version = draft.document.version.name
        changes = tuple(_of_version(change, version) for change in changes)
    return Declarations(consultation.package, changes)


def _check(consultation: Consultation, draft: Loaded) -> None:
    code, version = draft.document.register.code, draft.document.version.name
    drafts = [f"{one} {each.version}" for one, each in consultation.drafts]
    if f"{code} {version}" not in drafts:
        raise WrongUse(
            f"The consultation {consultation.id} does not consult on {code} {version}, but on "
            f"{', '.join(drafts)}. Give one of these, or leave out --consultation."
        )


def _of_version(change: DeclaredChange, version: str) -> DeclaredChange:
    """A declared change as it reads for one draft, to be held against a version with another name."""
    meant = (one for one in change.provisions if not one.versions or version in one.versions)
    return replace(change, provisions=tuple(replace(one, versions=()) for one in meant))


def _in_words(error: Diagnostic) -> str:
    where = f"{error.place}: " if "." in error.place.file else ""
    return f"{where}{error.message} {error.hint}".strip()
