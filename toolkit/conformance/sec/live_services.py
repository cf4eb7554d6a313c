"""What has to be shown before live services are approved (R31)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..law import Law
from ..ledger import spoken
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import joined

LAW = Law("Live Services Criteria", "")


@dataclass(frozen=True, slots=True)
class LiveServicesEvidence:
    """What there is, each with its day; none where there is nothing."""

    scale: date | None
    """The day on which it was shown that the services work at scale."""
    testing: date | None
    business_continuity: date | None
    panel_recommendation: date | None
    """The day on which the Panel recommended approval."""
    approval: date | None
    """The day of approval, given or planned; none asks whether approval could be given."""


@rule(LAW)
def live_services(evidence: LiveServicesEvidence) -> Ruling[tuple[str, ...]]:
    """Whether live services may be approved: scale, testing and business continuity, then the Panel.

    evidence: the days on which each was shown; the Panel recommends before the approval, on an earlier day.
    The value lists what is missing.
    """
    shown = {
        "scale": evidence.scale,
        "testing": evidence.testing,
        "business continuity": evidence.business_continuity,
    }
    days = [day for day in (*shown.values(), evidence.panel_recommendation, evidence.approval) if day]
    if not days:
        raise RefusalError("evidence: there is none at all.")
    missing = [name for name, day in shown.items() if day is None]
    recommended, approval = evidence.panel_recommendation, evidence.approval
    if recommended is None:
        missing.append("recommendation of the Panel")
    elif approval is not None and recommended >= approval:
        missing.append(f"recommendation of the Panel before {spoken(approval)}")
    if approval is not None:
        missing += [f"{name} before the approval" for name, day in shown.items() if day and day > approval]
    found = tuple(missing)
    if found:
        return LAW.ground().not_met(f"Missing: {joined(found)}.", found)
    return LAW.ground().met("All criteria are shown, and the Panel recommended it before.", found)
