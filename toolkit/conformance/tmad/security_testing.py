"""The life of SMETS1 Device Security Testing, from its scope to the Completion Report (R14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..law import Law
from ..ledger import spoken
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..vocabulary import counted
from ..working_days import add_working_days

LAW = Law("TMAD", "17", "device-security-testing", since="4.1")
REPORT_PERIOD = 10
"""Working Days from completion to the Completion Report (Clause 17.12)."""


class Step(StrEnum):
    """What happens."""

    SCOPE_AGREED = "scope agreed"
    TIMETABLE_AGREED = "Scope and Timetable Document agreed"
    TESTING_BEGUN = "testing begun"
    SCOPE_CHANGED = "scope changed"
    REVISION_AGREED = "revision agreed"
    COMPLETED = "testing completed"
    REPORTED = "Completion Report provided"


class ScopeChange(StrEnum):
    """The only grounds on which an agreed scope may be changed (Clause 17.4)."""

    DEVICE_UNAVAILABLE = "Device unavailable"
    SECURITY_FINDING = "Security Finding"
    DMC_LISTS_CHANGED = "EPCL or PPC changed"


class Recipient(StrEnum):
    """Who may get a Completion Report."""

    SSC = "Security Sub-Committee"
    SECRETARY_OF_STATE = "Secretary of State"
    OTHER = "another person"
    """Whom the Security Sub-Committee has to agree to (Clause 17.11(b))."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the life of the testing."""

    step: Step
    day: date
    with_ssc: bool = False
    """Whether the Security Sub-Committee agreed to it."""
    ground: ScopeChange | None = None
    """Of a change of scope."""
    tested_against: int | None = None
    """On completion: the revision tested against; 0 is the Scope and Timetable Document as first agreed."""
    recipients: tuple[Recipient, ...] = ()
    """Of the Completion Report and its copies."""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Where the testing stands."""

    legal: int
    """How many events were lawful, from the first."""
    revision: int
    """The revision of the Scope and Timetable Document that now counts; 0 is the first document."""
    next_steps: tuple[Step, ...]
    """What may lawfully come next."""
    recipients: tuple[Recipient, ...]
    """To whom the Completion Report goes: to the first, with a copy to the second."""


_NEXT: dict[Step | None, tuple[Step, ...]] = {
    None: (Step.SCOPE_AGREED,),
    Step.SCOPE_AGREED: (Step.TIMETABLE_AGREED,),
    Step.TIMETABLE_AGREED: (Step.TESTING_BEGUN, Step.SCOPE_CHANGED, Step.REVISION_AGREED),
    Step.TESTING_BEGUN: (Step.SCOPE_CHANGED, Step.REVISION_AGREED, Step.COMPLETED),
    Step.SCOPE_CHANGED: (Step.REVISION_AGREED,),
    Step.COMPLETED: (Step.REPORTED,),
    Step.REPORTED: (),
}
"""What may follow what. A revision leads back to where the testing stood."""
_LIMBS = {
    Step.SCOPE_AGREED: "17.3",
    Step.TIMETABLE_AGREED: "17.5",
    Step.TESTING_BEGUN: "17.3",
    Step.SCOPE_CHANGED: "17.4",
    Step.REVISION_AGREED: "17.6",
    Step.COMPLETED: "17.6",
    Step.REPORTED: "17.12",
}
_AGREED = (Step.SCOPE_AGREED, Step.TIMETABLE_AGREED, Step.SCOPE_CHANGED, Step.REVISION_AGREED)
_RECIPIENTS = (Recipient.SSC, Recipient.SECRETARY_OF_STATE)


@dataclass(slots=True)
class _State:
    """What one event leaves for the next."""

    last: Step | None = None
    begun: bool = False
    revision: int = 0
    day: date = date.min

    def next_steps(self) -> tuple[Step, ...]:
        if self.last is Step.REVISION_AGREED:
            return _NEXT[Step.TESTING_BEGUN if self.begun else Step.TIMETABLE_AGREED]
        return _NEXT[self.last]

    def take(self, event: Event) -> None:
        self.begun = self.begun or event.step is Step.TESTING_BEGUN
        self.revision += event.step is Step.REVISION_AGREED
        self.last, self.day = event.step, event.day


@implements("TMAD", "security-testing-scope", since="4.1")
@implements("TMAD", "scope-changes-limited", since="4.1")
@implements("TMAD", "scope-and-timetable", since="4.1")
@implements("TMAD", "scope-revisions", since="4.1")
@implements("TMAD", "completion-report", since="4.1")
@rule(LAW)
def security_testing(events: tuple[Event, ...], *, version: str = "6.0") -> Ruling[Lifecycle]:
    """Whether each event in the life of SMETS1 Device Security Testing was lawful, and what may come next.

    events: in order. The first that is not lawful ends the reckoning.
    """
    ground = LAW.at(version)
    if not events:
        raise RefusalError("events: there is none.")
    state = _State()
    for number, event in enumerate(events):
        wrong = _wrong(state, event)
        if wrong:
            found = Lifecycle(number, state.revision, state.next_steps(), _RECIPIENTS)
            words = f"Event {number + 1}, {event.step.value} on {spoken(event.day)}: {wrong}"
            return ground.limb(_LIMBS[event.step]).not_met(words, found)
        state.take(event)
    found = Lifecycle(len(events), state.revision, state.next_steps(), _RECIPIENTS)
    ahead = " or ".join(step.value for step in found.next_steps) or "nothing more"
    return ground.met(f"{counted(len(events), 'event')}, each lawful. Next: {ahead}.", found)


def _wrong(state: _State, event: Event) -> str:
    if event.day < state.day:
        return f"it comes before the event that precedes it ({spoken(state.day)})."
    allowed = state.next_steps()
    if event.step not in allowed:
        return f"next can come {' or '.join(step.value for step in allowed) or 'nothing'}."
    if event.step in _AGREED and not event.with_ssc:
        return "the Security Sub-Committee has not agreed."
    if event.step is Step.SCOPE_CHANGED and event.ground is None:
        grounds = ", ".join(one.value for one in ScopeChange)
        return f"an agreed scope is changed only on one of these grounds: {grounds}."
    if event.step is Step.COMPLETED and event.tested_against != state.revision:
        return f"the tests are to follow revision {state.revision} of the Scope and Timetable Document."
    return _wrong_report(state, event) if event.step is Step.REPORTED else ""


def _wrong_report(state: _State, event: Event) -> str:
    missing = [one.value for one in _RECIPIENTS if one not in event.recipients]
    if missing:
        return f"it did not go to the {' or the '.join(missing)}."
    if Recipient.OTHER in event.recipients and not event.with_ssc:
        return "it went to another person without the agreement of the Security Sub-Committee (Clause 17.11)."
    due = add_working_days(state.day, REPORT_PERIOD)
    return f"it was due by {spoken(due)}." if event.day > due else ""
