"""What must be done before a Blocked Installation Proposal is complete (R13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted

LAW = Law("TMAD", "1.6", "blocked-installations", since="4.0", introduced=False)
PERSONS_TOO = "11.0"
"""From this version agreement is sought with a “Party or person” that disagrees, before with a Party."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Somebody who disagrees with the proposal."""

    name: str
    is_party: bool
    """Whether it is a Party, or another person."""
    agreement_sought: bool
    resolved: bool
    reported: bool
    """Whether the report tells of it, with the reasons given and the DCC's view; needed if unresolved."""


@dataclass(frozen=True, slots=True)
class ProposalRecord:
    """What was done about a Blocked Installation Proposal."""

    parties_consulted: date | None
    """The day on which the Parties were consulted; none if they were not."""
    interested_consulted: date | None
    """The day on which persons likely to be interested were consulted; none if they were not."""
    responses: int
    """How many were received."""
    responses_reported: int
    """How many the report sets out, each with its copy."""
    changes_reported: bool
    """Whether the report tells what was changed in consequence, or that nothing was."""
    disagreements: tuple[Disagreement, ...]
    reported: date | None
    """The day of the report to the Secretary of State; none if there is none."""
    directed_by: date | None = None
    """The time set by a direction under Clause 1.8; none where there is no such direction."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A step that has not been taken, or not in time."""

    limb: str
    step: str


@implements("TMAD", "blocked-installations", since="4.0")
@implements("TMAD", "blocked-direction-time", since="4.0")
@rule(LAW)
def blocked_proposal(record: ProposalRecord, *, version: str = "6.0") -> Ruling[tuple[Missing, ...]]:
    """Whether everything that must come before a Blocked Installation Proposal is submitted has been done.

    record: what was done, and when.
    The value lists every missing step.
    """
    ground = LAW.at(version)
    if not 0 <= record.responses_reported <= record.responses:
        raise RefusalError("responses_reported: more were reported than received, or a number is below 0.")
    if not all(one.name for one in record.disagreements):
        raise RefusalError("disagreements: somebody who disagrees has no name.")
    persons_too = ground.clause.version == PERSONS_TOO
    missing = (*_consulting(record), *_resolving(record, persons_too), *_reporting(record), *_timing(record))
    if missing:
        first = missing[0]
        words = f"{counted(len(missing), 'step')} missing, the first: {first.step} (Clause {first.limb})."
        return ground.not_met(words, missing)
    return ground.met("Consultation, attempts to agree and report are complete.", missing)


def _consulting(record: ProposalRecord) -> Iterator[Missing]:
    if record.parties_consulted is None:
        yield Missing("1.6(a)", "consult the Parties")
    if record.interested_consulted is None:
        yield Missing("1.6(a)", "consult the persons likely to be interested")


def _resolving(record: ProposalRecord, persons_too: bool) -> Iterator[Missing]:
    for one in record.disagreements:
        if not one.agreement_sought and not one.resolved and (one.is_party or persons_too):
            yield Missing("1.6(b)", f"seek agreement with {one.name}")


def _reporting(record: ProposalRecord) -> Iterator[Missing]:
    if record.reported is None:
        yield Missing("1.6(c)", "report to the Secretary of State")
    elif any(
        day and day > record.reported for day in (record.parties_consulted, record.interested_consulted)
    ):
        yield Missing("1.6(c)", "report after the consultation, not before it")
    left = record.responses - record.responses_reported
    if left:
        yield Missing("1.6(c)(i)", f"report {counted(left, 'response')} more, with its copy")
    if not record.changes_reported:
        yield Missing("1.6(c)(ii)", "report the changes made in consequence")
    for one in record.disagreements:
        if not one.resolved and not one.reported:
            yield Missing("1.6(c)(iii)", f"report what is unresolved with {one.name}")


def _timing(record: ProposalRecord) -> Iterator[Missing]:
    limit = record.directed_by
    if limit is None:
        return
    steps = {
        "consult the Parties": record.parties_consulted,
        "consult the persons likely to be interested": record.interested_consulted,
        "report to the Secretary of State": record.reported,
    }
    for step, day in steps.items():
        if day is not None and day > limit:
            yield Missing("1.8(a)", f"{step} by {spoken(limit)}, as directed")
