"""The copy for the Government: every page of the pack marked, and beside its papers the responses whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from toolkit.consult.analysis import Analysis
from toolkit.consult.published import FOR_GOVERNMENT
from toolkit.consult.response_folder import read_responses
from toolkit.consult.response_table import Fill, ResponseTable, response_table
from toolkit.model.paper import Paper, Run, plain

from .plan import Output
from .writers import paper_outputs

if TYPE_CHECKING:
    from toolkit.consult.consultation import Consultation
    from toolkit.consult.response_folder import ResponseFolder
    from toolkit.library.library import Library
    from toolkit.model.diagnostic import Diagnostic
    from toolkit.render.templates import Templates

STEM = "responses-for-government"
_TITLE, _GROUP = "Responses whole, with what is confidential", "For the Government only"


def marked(papers: Mapping[str, Paper]) -> dict[str, Paper]:
    """Papers with what marks every page, which takes the place of their classification."""
    return {kind: _marked(paper) for kind, paper in papers.items()}


def _marked(paper: Paper) -> Paper:
    marking = (Run(FOR_GOVERNMENT),)
    facts = tuple(
        fact._replace(words=marking) if plain(fact.words) == paper.classification else fact
        for fact in paper.facts
    )
    return replace(paper, marking=FOR_GOVERNMENT, classification=FOR_GOVERNMENT, facts=facts)


def responses_so_far(
    library: Library, consultation: Consultation
) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """What came in on a consultation until now; what was made of it is told with the conclusions."""
    received, found = read_responses(library.files, consultation)
    received = replace(received, analysis=Analysis())
    return whole_responses(consultation, received, lambda markdown, _: markdown, consultation.id), found


def whole_responses(
    consultation: Consultation, received: ResponseFolder, fill: Fill, pack: str
) -> tuple[Output, ...]:
    """The responses that are counted with everything that is confidential in them, in each format."""
    from toolkit.render.response_paper import response_paper

    table = response_table(consultation, received, fill, for_government=True)
    papers = paper_outputs(response_paper(table), STEM, _TITLE, _GROUP, pack)
    return (*papers, Output(f"{STEM}.xlsx", _TITLE, _GROUP, "Excel", partial(_sheets, table)))


def _sheets(table: ResponseTable, templates: Templates) -> bytes:
    from toolkit.render.response_sheets import response_xlsx

    return response_xlsx(table)
