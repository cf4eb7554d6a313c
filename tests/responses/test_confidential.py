"""Nothing confidential is in any published output: markers in every such field, sought in every byte."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from sample import answer, folder, response, sample, theme

from toolkit.consult.analysis import Analysis, Outcome
from toolkit.consult.published import FOR_GOVERNMENT, UNNAMED, confidential_texts, published
from toolkit.consult.response import Answer, Confidentiality, Response
from toolkit.consult.response_table import response_table
from toolkit.consult.sentences import answered_sentence, stance_sentence, theme_sentence
from toolkit.consult.stance import Stance
from toolkit.consult.tally import tally
from toolkit.render.docx import paper_docx
from toolkit.render.paper_page import paper_html
from toolkit.render.response_outputs import FORMATS, response_outputs
from toolkit.render.response_paper import response_paper
from toolkit.render.response_text import response_text
from toolkit.render.templates import Templates

PART, WHOLE = Confidentiality.PART, Confidentiality.WHOLE
MARKER = "Marker{:03}Zebra"


class Markers:
    """Each call gives another marker; what has been given is remembered."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self) -> str:
        self.given.append(MARKER.format(len(self.given)))
        return f"word {self.given[-1]} word"


def scattered() -> tuple[tuple[Response, ...], list[str], list[str]]:
    """Responses with markers in every confidential field, those markers, and words that are public."""
    m = Markers()
    public = ["Public words", "Redacted words", "Oak Energy"]
    oak = response(
        "oak", answer(text=public[0], themes=("red",)),
        Answer("date", Stance.OBJECT, m(), PART, m(), public[1], ()),
        respondent="Oak Energy", contact=m(), outside=m(), general=Answer("", None, m(), WHOLE, m()),
        original=f"received/{MARKER.format(900).lower()}.docx", file=f"{MARKER.format(901)}.yaml",
    )  # fmt: skip
    elm = response(
        "elm", Answer("colours", Stance.OBJECT, m(), WHOLE, m()),
        Answer("date", Stance.OBJECT, m(), PART, m()),
        respondent="Elm", contact=m(), general=Answer("", None, m(), PART, m()),
    )  # fmt: skip
    # confidential as a whole, though its answers do not say so each
    ash = response(
        "ash", Answer("colours", Stance.SUPPORT, m(), Confidentiality.NONE, themes=("red",)),
        Answer("date", None, m(), PART, m(), m()),
        respondent=m(), contact=m(), confidential=True, outside=m(), general=Answer("", None, m()),
    )  # fmt: skip
    return (oak, elm, ash), [*m.given, MARKER.format(900), MARKER.format(901)], public


RESPONSES, SECRETS, PUBLIC = scattered()
ANALYSIS = Analysis((theme("red"),), (Outcome("colours", "It is kept."),))


@cache
def outputs(for_government: bool = False) -> dict[str, bytes]:
    """Every output there is: those of the command, the sentences, and the paper in other formats."""
    there = folder(*RESPONSES, analysis=ANALYSIS)
    table = response_table(sample(), there, lambda markdown, _: markdown, for_government)
    templates = Templates.of()
    made = {name: data for one in FORMATS for name, data in response_outputs(table, one, templates).items()}
    paper = response_paper(table)
    made["terminal.txt"] = response_text(table).encode()
    made["paper.html"] = paper_html(paper, templates)
    counts = [tally(RESPONSES, question.id) for question in sample().questions]
    sentences = [say(one) for one in counts for say in (stance_sentence, answered_sentence)]
    sentences.append(theme_sentence(ANALYSIS.themes[0], ANALYSIS, counts[0]))
    made["sentences.txt"] = "\n".join(sentences).encode()
    from datetime import datetime

    made["paper.docx"] = paper_docx(
        paper, author=paper.author, date=datetime(2020, 9, 3), reference=templates.data("reference.docx")
    )
    return made


def decoded(data: bytes) -> str:
    """Every byte as text: of a package each part by its name, as it is and with references resolved."""
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as file:
            parts = [f"{one}\n{decoded(file.read(one))}" for one in file.namelist()]
            return "\n".join((*parts, file.comment.decode("latin-1")))
    texts = [data.decode("latin-1"), data.decode("utf-8", "replace"), data.decode("utf-16", "replace")]
    texts.append(html.unescape(texts[1]))
    texts.append(re.sub(r"<[^>]*>", "", texts[1]))  # words that are parted by markup
    return "\n".join(texts)


def test_the_markers_are_in_every_confidential_field() -> None:
    found = "\n".join(confidential_texts(RESPONSES))
    told = {one for one in SECRETS[:-2] if one in found}
    assert sorted(set(SECRETS[:-2]) - told) == []  # the last two are names of files


@pytest.mark.parametrize("name", sorted(outputs()))
def test_no_public_output_has_anything_confidential(name: str) -> None:
    text = decoded(outputs()[name]).casefold()
    assert [one for one in SECRETS if one.casefold() in text] == []
    assert FOR_GOVERNMENT.casefold() not in text


def test_what_is_public_is_published() -> None:
    for name in ("responses.html", "responses.xlsx", "responses-answers.csv", "terminal.txt"):
        text = decoded(outputs()[name])
        assert [one for one in PUBLIC if one not in text] == [], name
        assert UNNAMED in text


GOVERNMENT = sorted(name for name in outputs(True) if name != "sentences.txt")


@pytest.mark.parametrize("name", GOVERNMENT)
def test_every_output_for_government_is_marked(name: str) -> None:
    data = outputs(True)[name]
    assert FOR_GOVERNMENT in decoded(data)
    if name.endswith(".csv"):
        assert all(FOR_GOVERNMENT in line for line in _rows(data))
    if name.endswith(".xlsx"):
        with ZipFile(BytesIO(data)) as file:
            sheets = [one for one in file.namelist() if one.startswith("xl/worksheets/")]
            assert len(sheets) == 3
            assert all(FOR_GOVERNMENT.encode() in file.read(one) for one in sheets)  # in the page header


def _rows(data: bytes) -> list[str]:
    import csv

    header, *rows = csv.reader(data.decode().splitlines())
    assert header[-1] == "Handling" and rows
    return [row[-1] for row in rows]


def test_for_government_the_responses_are_whole() -> None:
    text = decoded(outputs(True)["responses-for-government-answers.csv"])
    texts = [one for response in RESPONSES for one in (*response.answers, response.general) if one]
    assert all(one.text in text and one.reason in text for one in texts)
    assert all(one.respondent in text for one in RESPONSES)


def test_counting_does_not_depend_on_what_is_confidential() -> None:
    for question in sample().questions:
        assert tally(published(RESPONSES), question.id) == tally(RESPONSES, question.id)


@pytest.mark.parametrize("name", sorted(outputs()))
def test_the_same_responses_give_the_same_bytes(name: str) -> None:
    outputs.cache_clear()
    first = outputs()[name]
    outputs.cache_clear()
    assert outputs()[name] == first


def test_published_responses_hold_nothing_but_what_is_public() -> None:
    text = json.dumps([str(one) for one in published(RESPONSES)])
    assert [one for one in SECRETS if one.casefold() in text.casefold()] == []
