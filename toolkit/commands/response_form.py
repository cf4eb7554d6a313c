"""The response template of a consultation as a paper, made without the rest of its pack."""

from __future__ import annotations

from datetime import datetime

from toolkit.consult.facts import facts
from toolkit.consult.folder import ConsultationFolder
from toolkit.consult.scope import check_scope
from toolkit.model.paper import Paper
from toolkit.render.paper import RESPONSE_FORM, PaperMaker
from toolkit.render.paper_consultation import consultation_sources
from toolkit.render.paper_text import PaperError
from toolkit.render.templates import Templates

from .chosen_consultation import stops, tell
from .session import Session, WrongUse

REFERENCE = "reference.docx"


def paper_maker(session: Session, folder: ConsultationFolder) -> PaperMaker:
    """Makes papers and fills in values by name; wrong use where the documents are not what they should be."""
    library = session.library()
    consultation = folder.consultation
    found = check_scope(consultation, library.registers)
    tell(session.files, found)
    if stops(found):
        raise WrongUse(
            f"Mend the documents of {consultation.id} first: the values of its papers rest on them."
        )
    known = facts(consultation, library.registers)
    drafts = {f"{one.code}@{one.version}": library.load(f"{one.code}@{one.version}") for one in known.drafts}
    indexes = {name: loaded.index for name, loaded in drafts.items()}
    templates = Templates.of(session.root / "templates")
    return PaperMaker(consultation_sources(folder, known, indexes, templates))


def form_paper(session: Session, folder: ConsultationFolder) -> Paper:
    """The paper; wrong use, with the reason, where it cannot be made."""
    consultation = folder.consultation
    if RESPONSE_FORM not in consultation.attachments:
        raise WrongUse(f"The attachments of {consultation.id} have no {RESPONSE_FORM}: add it there.")
    try:
        return paper_maker(session, folder).paper(RESPONSE_FORM)
    except PaperError as error:
        raise WrongUse(f"The response template cannot be made: {error}") from error


def form_word(session: Session, paper: Paper) -> bytes:
    """The paper as a Word file, its fields as content controls; ReferenceFileError."""
    from toolkit.render.docx import paper_docx

    reference = Templates.of(session.root / "templates").data(REFERENCE)
    date = datetime.fromisoformat(paper.date)
    return paper_docx(paper, author=paper.author, date=date, reference=reference)
