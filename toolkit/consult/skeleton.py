"""The files of a new consultation: data, declared changes to be named, questions, and text to begin with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from .consultation import DeclaredChange, Provision, ProvisionKind
from .folder import DATA
from .proposed_dates import Dates

RECIPIENTS = {"DCC": ("BEIS", "the Authority"), "BEIS": ("the Authority",)}
"""Who receives every response whole, by who consults."""
LAWS = (
    "Freedom of Information Act 2000",
    "Data Protection Act 2018",
    "Environmental Information Regulations 2004",
)
_EACH_CHANGE = "change.md"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a consultation before anything is written."""

    issuer: str
    """DCC or BEIS"""
    package: str
    title: str
    reference: str
    dates: Dates
    drafts: Mapping[str, tuple[str, ...]]
    """By the code of the document, the versions that are consulted on."""
    changes: tuple[DeclaredChange, ...]
    schema: str = ""
    """Where editors find the schema, from the folder of the consultation; empty for none."""

    @property
    def filename(self) -> str:
        """U1_2_Consultation_issued"""
        return f"{re.sub(r'[^A-Za-z0-9]+', '_', self.reference).strip('_') or 'New'}_Consultation_issued"


def proposed_reference(package: str) -> str:
    """Initials and numbers of what the changes are called together: U1.2 of Uplift 1.2."""
    words = re.findall(r"[0-9][0-9.]*|[^\W\d_]+", package)
    return "".join(word.rstrip(".") if word[0].isdigit() else word[0].upper() for word in words) or package


def starting_texts(stage: str = "") -> dict[str, str]:
    """The texts that a consultation, or a later stage of it, begins with, by file name."""
    folder = resources.files("toolkit.consult") / "starting"
    there = (folder / stage if stage else folder).iterdir()
    texts = {one.name: one.read_text(encoding="utf-8") for one in there if one.name.endswith(".md")}
    return dict(sorted(texts.items()))


def skeleton(beginning: Beginning) -> dict[str, str]:
    """The files of the consultation's folder, by name; its pack can be built at once."""
    texts = starting_texts()
    each = texts.pop(_EACH_CHANGE)
    changes = {
        f"change-{change.id}.md": each.replace("NAME", change.id.replace("-", "_"))
        for change in beginning.changes
    }
    return {DATA: "\n".join(_data(beginning)) + "\n", **texts, **changes}


def _data(beginning: Beginning) -> Iterator[str]:
    yield from _head(beginning)
    yield from _plan(beginning.dates, beginning.drafts)
    yield "\n# Drafted from what really changed, clause by clause. Join what belongs together, and name it."
    yield "changes:"
    for change in beginning.changes:
        yield from _change(change)
    yield "questions:"
    for change in beginning.changes:
        yield from _question(change)
    yield _ON_THE_DIRECTION
    yield "responding:"
    yield f"  recipients: [{', '.join(RECIPIENTS[beginning.issuer])}]"
    yield "  laws:"
    yield from (f"    - {law}" for law in LAWS)
    yield "\nattachments: [direction, response-form, documents]"


def _head(beginning: Beginning) -> Iterator[str]:
    if beginning.schema:
        yield f"# yaml-language-server: $schema={beginning.schema}"
    yield "# What is consulted on, asked and planned. Weekdays, the one-month window, labels, letters"
    yield "# and numbers are worked out. What reads … is still to be written."
    yield f"issuer: {beginning.issuer}"
    yield f"package: {scalar(beginning.package)}"
    yield f"title: {scalar(beginning.title)}"
    yield f"reference: {scalar(beginning.reference)}"
    yield f"filename: {scalar(beginning.filename)}"
    yield f"classification: {beginning.issuer} Public"


def _plan(dates: Dates, drafts: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield "\ntimetable:"
    yield f"  published: {dates.published}"
    yield f"  closes: {dates.closes:%Y-%m-%d %H:%M}"
    yield f"  conclusions: {dates.conclusions}"
    yield f"  redesignation: {dates.redesignation}"
    yield "\ndocuments:"
    for code, versions in drafts.items():
        yield f"  - code: {scalar(code)}"
        yield "    drafts:"
        yield from (f"      - version: {scalar(version)}" for version in versions)


_ON_THE_DIRECTION = """\
  - id: redesignation
    about: the re-designation date and the direction text
    text: >-
      Do you agree with the proposed re-designation date of {{ redesignation }}, or within one month
      thereafter, for the changes that this consultation proposes, and with the draft direction text in
      {{ attachment.direction.label }}?
"""


def _change(change: DeclaredChange) -> Iterator[str]:
    yield f"  - id: {change.id}"
    yield f"    topic: {scalar(change.topic)}"
    yield f"    kind: {change.kind}"
    yield f"    rationale: {scalar(change.rationale)}"
    yield "    provisions:"
    for code in change.documents:
        yield f"      {scalar(code)}:"
        yield from (f"        - {provision_line(one)}" for one in change.provisions if one.document == code)
    yield ""


def _question(change: DeclaredChange) -> Iterator[str]:
    named = change.id.replace("-", "_")
    yield f"  - id: {change.id}"
    yield f"    about: {scalar(change.topic)}"
    yield "    text: >-"
    yield f"      Do you agree with the changes to {{{{ change.{named}.documents }}}} that change"
    yield f"      {{{{ change.{named}.number }}}} ({{{{ change.{named}.topic }}}}) proposes? Please give"
    yield "      the reasons for your view."
    yield f"    changes: [{change.id}]"


def provision_line(provision: Provision) -> str:
    """A provision as an entry of a list in YAML."""
    name = scalar(provision.name)
    if provision.versions:
        return f"{{{provision.kind}: {name}, versions: [{', '.join(map(scalar, provision.versions))}]}}"
    return name if provision.kind is ProvisionKind.CLAUSE else f"{provision.kind}: {name}"


_PLAIN = re.compile(r"[A-Za-z0-9…][A-Za-z0-9 ().…’–_-]*(?<! )")
_NUMBER = re.compile(r"[-+.0-9_eExob]+")
_OTHER = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


def scalar(text: str) -> str:
    """A value as YAML: plain where it is text to every reader of YAML, else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and text.lower() not in _OTHER
    return text if plain else json.dumps(text, ensure_ascii=False)
