"""What the papers of a consultation are made from: facts, texts of the data, and clauses to be quoted."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.consult.facts import ConsultationFacts
from toolkit.consult.folder import ConsultationFolder, Narrative
from toolkit.consult.stance import Organisation, Stance
from toolkit.model.index import Index
from toolkit.model.paper import PaperAttachment

from .paper import Imprint, PaperSources, Told
from .paper_escape import safe
from .paper_extract import Extracts, Periods
from .paper_values import values
from .templates import Templates

_CHOICES = {"stances": tuple(Stance), "organisations": tuple(Organisation)}


def consultation_sources(
    folder: ConsultationFolder, facts: ConsultationFacts, indexes: Mapping[str, Index], templates: Templates
) -> PaperSources:
    """All that the papers of a consultation are made from; `indexes` holds the drafts by name: TMAD@6.1U."""
    consultation = facts.consultation
    known = consultation_values(facts, indexes)
    asked = tuple(Narrative(one.id, one.text, str(one.place)) for one in facts.questions)
    return PaperSources(
        folder=consultation.file.rpartition("/")[0],
        narratives=folder.narratives,
        values=known,
        told={"asked": Told(asked)},
        imprint=Imprint(
            consultation.classification, consultation.issuer.signed,
            consultation.timetable.published.day.isoformat(),
        ),
        attachments=tuple(PaperAttachment(one.number, one.title, one.files) for one in facts.attachments),
        templates=templates,
    )  # fmt: skip


def consultation_values(facts: ConsultationFacts, indexes: Mapping[str, Index]) -> dict[str, object]:
    """Every value that the papers of a consultation, and its questions, can name."""
    first = {
        document.code: indexes[f"{document.code}@{document.drafts[0].version}"]
        for document in facts.documents
    }
    return {
        **values(facts, indexes),
        "extract": {code: Extracts(index) for code, index in first.items()},
        "period": {code: Periods(index) for code, index in first.items()},
        **safe(_CHOICES),
    }
