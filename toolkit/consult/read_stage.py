"""conclusions.yaml and direction.yaml to values, with a line and column for everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.yaml_file import Path, Yaml, read_yaml, shape

from .conclusions import Conclusions, DraftingChange
from .consultation import Consultation, DeclaredChange
from .direction import Answered, Direction, Discussed, Round, Signatory
from .finding import finding
from .issuer import ISSUERS, Issuer
from .read import read_provisions
from .stage import Enclosed, Stage, StageDocument, StageKind

if TYPE_CHECKING:
    from .conclusions_shape import DraftingShape
    from .direction_shape import AnsweredShape
    from .stage_shape import EnclosureShape, StageShape


def read_conclusions(
    data: bytes, file: str, consultation: Consultation
) -> tuple[Conclusions | None, tuple[Diagnostic, ...]]:
    """Read the conclusions on a consultation; None where their shape is wrong.

    The name of a question that was not asked is among the diagnostics of conclusions that were read.
    """
    from .conclusions_shape import ConclusionsShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    shaped, wrong = shape(yaml, ConclusionsShape)
    if shaped is None:
        return None, (*found, *wrong)
    kind = StageKind.CONCLUSIONS
    stage = _stage(yaml, shaped, kind, consultation.id, consultation.issuer, consultation.classification)
    drafting = tuple(_drafting(yaml, one, number) for number, one in enumerate(shaped.drafting))
    conclusions = Conclusions(
        stage, drafting, shaped.expected, yaml.place(("expected",)), shaped.engagement,
        tuple(shaped.dates.items()),
    )  # fmt: skip
    return conclusions, (*found, *_unknown(yaml, conclusions, consultation))


def read_direction(
    data: bytes, file: str, name: str, consultation: Consultation | None
) -> tuple[Direction | None, tuple[Diagnostic, ...]]:
    """Read the direction of a folder that may hold a consultation; None where its shape is wrong."""
    from .direction_shape import DirectionShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    shaped, wrong = shape(yaml, DirectionShape)
    if shaped is None:
        return None, (*found, *wrong)
    classification = consultation.classification if consultation else "Public"
    stage = _stage(yaml, shaped, StageKind.DIRECTION, name, ISSUERS[shaped.issuer], classification)
    signatory = Signatory(shaped.signatory.name or "", shaped.signatory.office)
    answers = tuple(_answered(yaml, one, number) for number, one in enumerate(shaped.answers))
    discussed = tuple(Discussed(one.id, one.body, one.day, one.about) for one in shaped.discussed)
    direction = Direction(
        stage, shaped.effect, signatory, answers, discussed, yaml.place(("effect",)),
        shaped.consultation or "", yaml.place(("consultation",)),
        shaped.changes or (), yaml.place(("changes",)),
    )  # fmt: skip
    return direction, found


_CLAIMS = ("consulted", "in-effect", "appendix")
"""What a file says of a version besides, each at its own place."""


def _stage(
    yaml: Yaml, shaped: StageShape, kind: StageKind, name: str, issuer: Issuer, classification: str
) -> Stage:
    documents = tuple(
        StageDocument(
            one.code, one.version, one.consulted or "", one.in_effect or "", one.appendix or "",
            yaml.place(("documents", number, "version")),
            tuple((key, yaml.place(("documents", number, key))) for key in _CLAIMS),
        )
        for number, one in enumerate(shaped.documents)
    )  # fmt: skip
    return Stage(
        name, kind, issuer, shaped.title, shaped.filename, shaped.classification or classification,
        shaped.published, documents,
        tuple(_enclosed(yaml, one, number) for number, one in enumerate(shaped.enclosures)),
        yaml.file, yaml.place(("published",)),
    )  # fmt: skip


def _enclosed(yaml: Yaml, shaped: EnclosureShape, number: int) -> Enclosed:
    code, _, version = (shaped.clean or shaped.marked or "").partition("@")
    title = shaped.title or shaped.outside or ""
    return Enclosed(
        shaped.kind, code, version, shaped.against or "", title, yaml.place(("enclosures", number))
    )


def _drafting(yaml: Yaml, shaped: DraftingShape, number: int) -> DraftingChange:
    here: Path = ("drafting", number)
    content = shaped.content.strip()
    change = DeclaredChange(
        number + 1, f"drafting-{number + 1}", content,
        "typographical" if shaped.typographical else "amendment", content,
        read_provisions(yaml, shaped.provisions, (*here, "provisions")), yaml.place((*here, "content")),
    )  # fmt: skip
    elsewhere = tuple((title, labels) for title, labels in shaped.elsewhere.items())
    return DraftingChange(change, shaped.question or "", elsewhere)


def _answered(yaml: Yaml, shaped: AnsweredShape, number: int) -> Answered:
    here: Path = ("answers", number)
    rounds = tuple(
        Round(
            one.opened, one.closed, one.responses, one.support, one.against, yaml.place((*here, "rounds", n))
        )
        for n, one in enumerate(shaped.rounds)
    )
    return Answered(
        shaped.id, shaped.by, shaped.about, shaped.documents, rounds,
        read_provisions(yaml, shaped.provisions, (*here, "provisions")), shaped.asked,
        shaped.concluded, shaped.submitted, shaped.approved, yaml.place((*here, "id")),
    )  # fmt: skip


def _unknown(yaml: Yaml, conclusions: Conclusions, consultation: Consultation) -> Iterator[Diagnostic]:
    asked = [question.id for question in consultation.questions]
    for number, row in enumerate(conclusions.drafting):
        if row.question and row.question not in asked:
            message = f"{consultation.id} asks no question “{row.question}”."
            place = yaml.place(("drafting", number, "question"))
            yield finding("P141", place, message, f"Its questions are {', '.join(asked)}.")
