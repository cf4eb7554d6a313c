"""The files of a report or a Government response to begin with, from what really changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .consultation import Consultation, DeclaredChange
from .skeleton import provision_line, scalar, starting_texts
from .stage import StageKind
from .stage_skeleton import StagedDocument, document_lines, reference_stem, schema_lines


@dataclass(frozen=True, slots=True)
class BeginningConclusions:
    """What is known of the conclusions on a consultation before they are written."""

    consultation: Consultation
    published: date
    documents: tuple[StagedDocument, ...]
    """What is concluded, each marked against the law and against what was consulted on."""
    rows: tuple[DeclaredChange, ...]
    """What was changed after the consultation."""
    schema: str = ""
    """Where editors find the schema, from the folder; empty for none."""


def conclusions_skeleton(beginning: BeginningConclusions) -> dict[str, str]:
    """The files of a report, or of a Government response, from the folder; its pack can be built at once."""
    response = beginning.consultation.issuer.code != "DCC"
    texts = starting_texts("response" if response else StageKind.CONCLUSIONS)
    if response:
        issue, unchanged = texts.pop("issue.md"), texts.pop("unchanged.md")
        told = {_question(row, beginning.consultation) for row in beginning.rows}
        for question in beginning.consultation.questions:
            texts[f"issue-{question.id}.md"] = issue
            if question.id not in told:
                texts[f"unchanged-{question.id}.md"] = unchanged
    return {
        "conclusions.yaml": "\n".join(_conclusions(beginning, response)) + "\n",
        **{f"{StageKind.CONCLUSIONS}/{name}": text for name, text in sorted(texts.items())},
    }


def _conclusions(beginning: BeginningConclusions, response: bool) -> Iterator[str]:
    consultation = beginning.consultation
    title = (
        f"Government response: {consultation.title}" if response else f"Conclusions on {consultation.package}"
    )
    suffix = "Government_response" if response else "conclusion_issued"
    yield from schema_lines(beginning.schema)
    yield "# What is concluded, and what was changed since. Counts, sentences and lists of clauses are worked"
    yield "# out; the rows of drafting are held against the real difference. What reads … is to be written."
    yield f"title: {scalar(title)}"
    yield f"filename: {scalar(f'{reference_stem(consultation)}_{suffix}')}"
    yield f"published: {beginning.published}"
    yield "\ndocuments:"
    for one in beginning.documents:
        yield from document_lines(one)
    if beginning.rows:
        yield "\ndrafting:"
    for row in beginning.rows:
        yield from _row(row, consultation)
    yield "\nenclosures:"
    yield "  - paper" if response else "  - direction"
    for one in beginning.documents:
        name = scalar(f"{one.register.code}@{one.version}")
        yield f"  - clean: {name}"
        for against in dict.fromkeys((one.base, one.consulted)):
            if against != one.version:
                yield f"  - marked: {name}\n    against: {scalar(against)}"


def _row(row: DeclaredChange, consultation: Consultation) -> Iterator[str]:
    question = _question(row, consultation)
    yield f"  - content: {scalar(row.topic)}"
    if question:
        yield f"    question: {question}"
    yield "    provisions:"
    for code in row.documents:
        yield f"      {scalar(code)}:"
        yield from (f"        - {provision_line(one)}" for one in row.provisions if one.document == code)


def _question(row: DeclaredChange, consultation: Consultation) -> str:
    """The one question that asks about what a row changes; empty where there is none, or several."""
    about = {
        change.id
        for change in consultation.changes
        for one in change.provisions
        for other in row.provisions
        if (one.document, one.kind) == (other.document, other.kind) and _meet(one.name, other.name)
    }
    asked = [one.id for one in consultation.questions if about & set(one.changes)]
    return asked[0] if len(asked) == 1 else ""


def _meet(name: str, other: str) -> bool:
    """Whether one provision is the other, or stands in it: 4.29(b) and 4.29."""
    pairs = ((name, other), (other, name))
    return name == other or any(one.startswith((f"{two}(", f"{two}.")) for one, two in pairs)
