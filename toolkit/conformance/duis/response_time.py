"""Within what time a Service Request is to be answered, and whether it was (R19)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import Generation

LAW = Law("UISS", "Target Response Times")
SMETS1 = timedelta(seconds=16)
"""Without WAN time."""
SMETS1_ACTIVATE = timedelta(days=5)
"""For 11.3 of a SMETS1 Device."""
SMETS2_ON_DEMAND = timedelta(seconds=30)
SMETS2_SCHEDULED = timedelta(hours=24)
ACTIVATE_FIRMWARE = "11.3"
_SRV = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\Z", re.ASCII)


class Mode(StrEnum):
    """How the service was asked for."""

    ON_DEMAND = "On demand"
    SCHEDULED = "Scheduled"


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """A Target Response Time and the time that counts towards it."""

    limit: timedelta
    counted: timedelta
    wan_counted: bool


@implements("DUIS", "trt-from-uiss", since="3.0")
@implements("DUIS", "table-target-response-times", since="3.0")
@implements("DUIS", "trt-wan-time", since="3.0")
@implements("DUIS", "no-smets1-schedules", since="3.0")
@implements("DUIS", "activate-response-time", since="3.0")
@implements("SRPD", "smets1-response-time", since="3.0")
@implements("S1SR", "target-response-times", since="4.0")
@rule(LAW)
def response_time(
    srv: str, generation: Generation, mode: Mode, elapsed: timedelta, wan_time: timedelta
) -> Ruling[ResponseTime]:
    """Whether a Service Request was answered within its Target Response Time.

    srv: the Service Reference Variant, such as 11.3.
    generation, mode: of the Device, and of the service.
    elapsed: from receipt, or from the time a Future-Dated Service was set for, to the first answer.
    wan_time: the part of it that the message spent on the SM WAN; for SMETS1 it does not count.
    """
    if not _SRV.match(srv):
        raise RefusalError(f"srv: “{srv[:20]}” is no Service Reference Variant: write 11.1.")
    if elapsed < timedelta(0) or not timedelta(0) <= wan_time <= elapsed:
        raise RefusalError(
            "elapsed, wan_time: the WAN time is part of the time elapsed, and neither is below 0."
        )
    smets1 = generation is Generation.SMETS1
    if smets1 and mode is Mode.SCHEDULED:
        raise RefusalError("mode: there is no Scheduled Service for a SMETS1 Device; only SMETS2+ has one.")
    wan_counted = not smets1
    limit = _limit(srv, smets1, mode)
    counted = elapsed if wan_counted else elapsed - wan_time
    met = counted <= limit
    without = "" if wan_counted else " without WAN time"
    words = f"{_spoken(counted)}{without} {'is within' if met else 'is more than'} {_spoken(limit)}."
    return LAW.ground().judged(met, words, ResponseTime(limit, counted, wan_counted))


def _limit(srv: str, smets1: bool, mode: Mode) -> timedelta:
    if smets1:
        return SMETS1_ACTIVATE if srv == ACTIVATE_FIRMWARE else SMETS1
    return SMETS2_SCHEDULED if mode is Mode.SCHEDULED else SMETS2_ON_DEMAND


def _spoken(time: timedelta) -> str:
    seconds = time.total_seconds()
    for unit, size in (("days", 86400), ("hours", 3600)):
        if seconds >= 2 * size and seconds % size == 0:
            return f"{seconds / size:g} {unit}"
    return f"{seconds:,.6f}".rstrip("0").rstrip(".") + " seconds"
