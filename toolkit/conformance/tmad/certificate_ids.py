"""Supplier Certificate IDs had to be valid and not null: proposed in November 2020, never adopted (R10)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import Outcome, RefusalError, Ruling, Standing

VERSION = "2020-11"
LAW = Law("TMAD", "4.32A", "supplier-certificate-ids", since=VERSION)
"""Proposed from 20 November 2020 and not needed once the defect was fixed: withdrawn."""
_ID = re.compile(r"(?:[0-9A-F]{2}-){7}[0-9A-F]{2}|[0-9A-F]{16}", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CertificateIds:
    """What the proposal would have said of some IDs."""

    allowed: bool
    faults: tuple[str, ...]


@implements("TMAD", "supplier-certificate-ids", since="2020-11")
@rule(LAW)
def supplier_certificate_ids(ids: tuple[str, ...]) -> Ruling[CertificateIds]:
    """What Clause 4.32A, as proposed, would have said of Supplier Certificate IDs; it was never law.

    ids: each as eight pairs of hexadecimal digits, with hyphens or without.
    """
    if not ids:
        raise RefusalError("ids: there is none.")
    faults = tuple(fault for one in ids if (fault := _fault(one)))
    would = "would have allowed" if not faults else "would not have allowed"
    reason = "Clause 4.32A was proposed in November 2020 and never adopted, so nothing turns on it. "
    reason += f"It {would} these IDs{': ' + '; '.join(faults) if faults else ''}."
    clause = LAW.at(VERSION).clause
    value = CertificateIds(not faults, faults)
    return Ruling(Outcome.NOT_IN_FORCE, reason, clause, value, Standing.WITHDRAWN)


def _fault(text: str) -> str:
    bare = text.replace("-", "").strip()
    if not bare.strip("0") or bare.lower() == "null":
        return f"“{text[:40]}” is null"
    return "" if _ID.fullmatch(text) else f"“{text[:40]}” is not eight pairs of hexadecimal digits"
