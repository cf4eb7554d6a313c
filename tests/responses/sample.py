"""A small consultation and responses to it, for tests."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from toolkit.consult.analysis import Analysis, Standing, Theme
from toolkit.consult.consultation import Consultation
from toolkit.consult.read import read_consultation
from toolkit.consult.read_response import Receipt
from toolkit.consult.response import Answer, Channel, Confidentiality, Response
from toolkit.consult.response_folder import ResponseFolder
from toolkit.consult.stance import Organisation, Stance

ROOT = Path(__file__).parents[2]
ID = "2020-uplift-9"
DATA = """\
issuer: DCC
package: Uplift 9
title: Consultation on Uplift 9
reference: U9
filename: U9_issued
classification: DCC Public
timetable:
  published: 2020-08-06
  closes: 2020-09-03 16:00
  redesignation: 2020-09-29
documents:
  - code: TOY
    drafts:
      - version: "1.1"
questions:
  - {id: colours, about: colours, text: Do you agree?}
  - {id: date, about: the date, text: Do you agree with the date?}
"""
IN_TIME = datetime(2020, 9, 3, 15, 0)
LATE = datetime(2020, 9, 3, 16, 1)


def sample() -> Consultation:
    consultation, found = read_consultation(DATA.encode(), f"consultations/{ID}/consultation.yaml", ID)
    assert consultation is not None and found == ()
    return consultation


def receipt(at: datetime = IN_TIME) -> Receipt:
    return Receipt(at, Channel.EMAIL)


def answer(
    question: str = "colours",
    stance: Stance | None = Stance.SUPPORT,
    text: str = "",
    confidentiality: Confidentiality = Confidentiality.NONE,
    themes: tuple[str, ...] = (),
    **more: str,
) -> Answer:
    return Answer(question, stance, text, confidentiality, themes=themes, **more)


def response(name: str, *answers: Answer, at: datetime = IN_TIME, **more: object) -> Response:
    values: dict[str, object] = {
        "id": name, "respondent": name.replace("-", " ").title(), "organisation": Organisation.SUPPLIER,
        "received": at, "channel": Channel.EMAIL, "confidential": False, "answers": answers, **more,
    }  # fmt: skip
    return Response(**values)  # type: ignore[arg-type]


def theme(name: str, question: str = "colours", **more: object) -> Theme:
    values: dict[str, object] = {
        "topic": name, "view": f"asked for {name}", "reply": "We agree.", "standing": Standing.AGREED, **more,
    }  # fmt: skip
    return Theme(name, question, **values)  # type: ignore[arg-type]


def folder(*responses: Response, analysis: Analysis | None = None) -> ResponseFolder:
    return ResponseFolder(responses, responses, analysis or Analysis(), ())
