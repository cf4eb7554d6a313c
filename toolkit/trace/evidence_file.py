"""evidence.yaml to values, with a line and column for everything that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.yaml_file import Path, Yaml, read_yaml, shape

from .evidence import CODE_AND_TEST, Evidence, EvidenceRules, Need, Review, Waiver

if TYPE_CHECKING:
    from .evidence_shape import EvidenceShape


def read_evidence(data: bytes, file: str) -> tuple[EvidenceRules, tuple[Diagnostic, ...]]:
    """What a document declares; where the file is wrong, the default of the toolkit and the reasons."""
    from .evidence_shape import EvidenceFileShape

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return EvidenceRules(file=file, unread=True), found
    shaped, wrong = shape(yaml, EvidenceFileShape)
    if shaped is None:
        return EvidenceRules(file=file, unread=True), (*found, *wrong)
    default = _evidence(shaped.default, yaml, ("default",)) if shaped.default else CODE_AND_TEST
    clauses = {name: _evidence(one, yaml, ("clauses", name)) for name, one in shaped.clauses.items()}
    return EvidenceRules(default, clauses, file), found


def _evidence(shaped: EvidenceShape, yaml: Yaml, path: Path) -> Evidence:
    review, waiver = shaped.review, shaped.waived
    needs = frozenset(map(Need, shaped.needs)) | ({Need.REVIEW} if review else frozenset())
    return Evidence(
        needs, shaped.reason or "",
        Review(review.by, review.on, review.until, review.note or "") if review else None,
        Waiver(waiver.until, waiver.reason, waiver.by or "") if waiver else None,
        yaml.place(path),
    )  # fmt: skip
