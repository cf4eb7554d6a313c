"""Who checked which code against which wording of a clause, as kept in documents/CODE/attestations.tsv.

One line a link, in one order, so that two drafters who attest different links do not meet in one line:
clause id, code, clause fingerprint, code fingerprint, since, version, date, who, editorial or not, why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import NOWHERE, Place
from toolkit.source.encoding import decode

from .finding import finding

FILE = "attestations.tsv"
HEADER = (
    "clause", "code", "clause fingerprint", "code fingerprint", "since", "version", "date", "who", "kind",
    "why",
)  # fmt: skip
_HEAD = "\t".join(HEADER)


@dataclass(frozen=True, slots=True)
class Attestation:
    """One person's word that a piece of code does what one wording of a clause says."""

    clause: str
    """Its id."""
    code: str
    """As Link.code: toolkit/conformance/tmad.py::mprn_matches."""
    clause_fingerprint: str
    code_fingerprint: str
    version: str
    """Of the document, whose wording was read: 6.1U."""
    day: date
    who: str
    why: str
    since: str = ""
    """What the link then claimed: the first version that the code carries out; empty for every version."""
    editorial: bool = False
    """Whether only the form of the clause had changed, and the code was not read again."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def link(self) -> tuple[str, str]:
        """What it attests: the clause and the code."""
        return (self.clause, self.code)


def read_attestations(
    data: bytes, file: str
) -> tuple[dict[tuple[str, str], Attestation], tuple[Diagnostic, ...]]:
    """The attestations of one document by what they attest, and what is wrong with the file."""
    decoded = decode(data, file)
    if decoded.text is None:
        return {}, decoded.diagnostics
    found = list(decoded.diagnostics)
    kept: dict[tuple[str, str], Attestation] = {}
    for number, line in enumerate(decoded.text.splitlines(), start=1):
        place = Place(file, number, 1)
        if not line.strip() or line == _HEAD:
            continue
        read = _read(line, place)
        if isinstance(read, str):
            found.append(finding("T124", place, read, "Take the line out, and attest the link again."))
        elif read.link in kept:
            message = f"{read.code} is attested for {read.clause} a second time."
            found.append(finding("T124", place, message, "Keep the line that is true."))
        else:
            kept[read.link] = read
    return kept, tuple(found)


def write_attestations(attestations: Iterable[Attestation]) -> bytes:
    """The file: a header, then one line a link, in the order of clause and code."""
    ordered = sorted(attestations, key=lambda one: one.link)
    lines = ["\t".join(HEADER), *("\t".join(_cells(one)) for one in ordered)]
    return ("\n".join(lines) + "\n").encode()


def _cells(one: Attestation) -> tuple[str, ...]:
    cells = (
        one.clause, one.code, one.clause_fingerprint, one.code_fingerprint, one.since or "-", one.version,
        one.day.isoformat(), one.who, "editorial" if one.editorial else "full", one.why,
    )  # fmt: skip
    return tuple(" ".join(cell.split()) for cell in cells)


def _read(line: str, place: Place) -> Attestation | str:
    """A line as an attestation, or what is wrong with it."""
    cells = line.split("\t")
    if len(cells) != len(HEADER):
        return f"The line has {len(cells)} cells, not {len(HEADER)}."
    clause, code, clause_print, code_print, since, version, day, who, kind, why = cells
    if not all(map(str.strip, cells)):
        empty = [name for name, cell in zip(HEADER, cells, strict=True) if not cell.strip()]
        return f"The line says nothing under {', '.join(empty)}."
    if kind not in ("full", "editorial"):
        return f"“{kind}” is neither full nor editorial."
    try:
        attested = date.fromisoformat(day)
    except ValueError:
        return f"“{day}” is no date such as 2020-08-06."
    return Attestation(
        clause, code, clause_print, code_print, version, attested, who, why, "" if since == "-" else since,
        kind == "editorial", place,
    )  # fmt: skip
