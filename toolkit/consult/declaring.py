"""Which consultation declares the changes of a marked copy."""

from __future__ import annotations

from toolkit.model.document import Document
from toolkit.source.files import Files

from .consultation import Consultation
from .folder import consultation_names, read_folder


def declaring(files: Files, new: Document, old: Document) -> Consultation | None:
    """The consultation that consults on `new` as marked against `old`; the last by name if there are several.

    One that cannot be read is passed over: building its pack says what is wrong with it.
    """
    for name in reversed(consultation_names(files)):
        folder, _ = read_folder(files, name)
        if folder is not None and _marks(folder.consultation, new, old):
            return folder.consultation
    return None


def _marks(consultation: Consultation, new: Document, old: Document) -> bool:
    version = new.version
    return new.register.code == old.register.code and any(
        (code, draft.version) == (new.register.code, version.name)
        and (draft.against or version.base) == old.version.name
        for code, draft in consultation.drafts
    )
