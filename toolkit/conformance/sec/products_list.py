"""When a Device Model leaves the Central Products List because a certificate lapsed (R25)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling

CPA = Law("SEC", "F2.7A", "lapse-of-cpa-certificate", since="2019-01")
OTHER = Law("SEC", "F2.7B", "lapse-of-other-certificate", since="2019-01")


class Lapse(StrEnum):
    """Which certificate lapsed or was withdrawn."""

    CPA_CERTIFICATE = "CPA certificate"
    OTHER_CERTIFICATE = "other certificate"


class RiskDecision(StrEnum):
    """What the Security Sub-Committee decided, by the risk."""

    REMOVE = "remove"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that has to be given."""

    giver: str
    to: str
    basis: str


@dataclass(frozen=True, slots=True)
class Removal:
    """What becomes of the entry."""

    removed: bool
    automatic: bool
    notices: tuple[Notice, ...]


@implements("SEC", "lapse-of-cpa-certificate", since="2019-01")
@implements("SEC", "lapse-of-other-certificate", since="2019-01")
@implements("SEC", "cpa-decisions", since="2019-01")
@rule(CPA)
def products_list_removal(
    lapse: Lapse, decision: RiskDecision | None, *, version: str = "2019-01"
) -> Ruling[Removal]:
    """Whether a Device Model is removed from the Central Products List, and who is told.

    lapse: the certificate that lapsed.
    decision: of the Security Sub-Committee on a lapsed CPA certificate; none for any other certificate.
    """
    if lapse is Lapse.OTHER_CERTIFICATE:
        if decision is not None:
            raise RefusalError("decision: there is none to take: removal is automatic for this certificate.")
        return OTHER.at(version).decided("It is removed automatically.", Removal(True, True, ()))
    if decision is None:
        raise RefusalError(
            "decision: it is missing: the Security Sub-Committee decides by the risk, remove or keep."
        )
    removed = decision is RiskDecision.REMOVE
    notices = (Notice("Security Sub-Committee", "Parties", "CPL RD 6.3"),)
    words = (
        f"The Security Sub-Committee decided by the risk to {decision.value} it, and notifies the Parties."
    )
    return CPA.at(version).decided(words, Removal(removed, False, notices))
