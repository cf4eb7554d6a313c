"""The checks that a Service Request message has to pass: form, sender, Target Devices, values (R18).

They follow the order of Clause 2.6.1 of the DUIS and stop at the first that fails, as Clause 2.6.3 requires.
What each version allows is read from its own tables and clauses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..sources import Sources
from ..vocabulary import UserRole, counted, joined
from .message_checks import AFTER_TARGETS, BEFORE_TARGETS, Asked, TargetDevice, invalid, target_ids
from .request import FormatError, read_request
from .tables import cited

if TYPE_CHECKING:
    from toolkit.library.load import Loaded

LAW = Law("DUIS", "2.6.1", "checks-on-receipt")


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the checks."""

    code: str
    """The Response Code: I99 where every check is passed, W1 where some Target Devices fail."""
    srv: str
    """Empty where the message could not be read."""
    accepted: tuple[str, ...]
    """The Target Devices for which the request is processed."""
    rejected: tuple[str, ...]


@implements("DUIS", "checks-on-receipt", since="3.0")
@implements("DUIS", "checks-failed", since="3.0")
@implements("DUIS", "invalid-target-rejected", since="3.0")
@implements("DUIS", "mandatory-items", since="3.0")
@implements("DUIS", "topup-validation", since="3.0")
@implements("DUIS", "update-errors", since="3.0")
@implements("DUIS", "read-errors", since="3.0")
@implements("DUIS", "activate-errors", since="3.0")
@implements("DUIS", "topup-errors", since="3.0")
@implements("DUIS", "update-partial", since="3.0")
@implements("SRPD", "check-format", since="3.0")
@implements("SRPD", "check-order", since="3.0")
@implements("SRPD", "check-firmware-target", since="3.0")
@rule(LAW)
def request_message(
    message: bytes,
    role: UserRole,
    targets: tuple[TargetDevice, ...],
    version: str,
    *,
    received: datetime | None = None,
    sources: Sources,
) -> Ruling[Checked]:
    """Whether a message for 2.2, 11.1, 11.2 or 11.3 passes the checks of form, sender, target and values.

    message: the XML of the request, in the toolkit's schema for the illustrative DUIS.
    role: the User Role in which the sender acts.
    targets: what the Smart Metering Inventory says of each Target Device.
    version: of the DUIS, such as 3.1U.
    received: when it was received, in UTC; needed where the request is for a later time.

    Signatures, certificates and the Central Products List are not checked here.
    """
    duis = sources.load(f"DUIS@{version}")
    if not message:
        raise RefusalError("message: it is empty.")
    try:
        request = read_request(message)
    except FormatError as error:
        found = Checked("E7", "", (), ())
        return cited(duis, "check-schema").not_met(f"E7, format not valid: {error}", found)
    asked = Asked(request, role, targets, received, duis, sources.companion(duis.document, "SRPD"))
    wanted = target_ids(request)
    for check in BEFORE_TARGETS:
        for failure in check(asked):
            return cited(duis, failure.clause).not_met(
                f"{failure.code}: {failure.words}", Checked(failure.code, request.srv, (), wanted)
            )
    bad = invalid(asked)
    if bad:
        return _rejecting(duis, request.srv, wanted, bad)
    for check in AFTER_TARGETS:
        for failure in check(asked):
            return cited(duis, failure.clause).not_met(
                f"{failure.code}: {failure.words}", Checked(failure.code, request.srv, (), wanted)
            )
    words = f"I99: {request.srv} for {counted(len(wanted), 'Target Device')} passes every check made here."
    return cited(duis, "checks-on-receipt").met(words, Checked("I99", request.srv, wanted, ()))


def _rejecting(duis: Loaded, srv: str, wanted: tuple[str, ...], bad: tuple[str, ...]) -> Ruling[Checked]:
    """Some or all Target Devices are not valid; an 11.1 goes on for the others (DUIS 3.5.10)."""
    shown = joined(bad[:3]) + (f" and {len(bad) - 3} more" if len(bad) > 3 else "")
    refused = set(bad)
    good = tuple(one for one in wanted if one not in refused)
    if good and srv == "11.1":
        words = f"W1: it is processed for {counted(len(good), 'Target Device')}, and not for {shown}."
        return cited(duis, "update-partial").not_met(words, Checked("W1", srv, good, bad))
    words = f"E4: {srv} may not target {shown}."
    return cited(duis, "invalid-target-rejected").not_met(words, Checked("E4", srv, (), wanted))
