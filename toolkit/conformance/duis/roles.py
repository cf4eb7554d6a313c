"""Who may send which Service Request, and whether it is critical (R20)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..law import Law
from ..link import implements
from ..rule import rule
from ..ruling import RefusalError, Ruling
from ..sources import Sources
from ..vocabulary import UserRole
from .tables import ROLES, cited, marked, rows

if TYPE_CHECKING:
    from toolkit.library.load import Loaded

LAW = Law("DUIS", "3.1.1", "eligible-roles")


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What Table 3.1 says of a Service Reference Variant."""

    critical: bool
    roles: tuple[UserRole, ...]
    """The Eligible User Roles."""


@implements("DUIS", "eligible-roles", since="3.0")
@implements("DUIS", "table-eligible-roles", since="3.0")
@implements("DUIS", "send-only-if-eligible", since="3.0")
@implements("SRPD", "check-user-role", since="3.0")
@rule(LAW)
def eligible_role(srv: str, role: UserRole, version: str, *, sources: Sources) -> Ruling[Eligibility]:
    """Whether a User may send a Service Request in a User Role, by Table 3.1 of the DUIS.

    srv: the Service Reference Variant, such as 11.2.
    role: the User Role in which the sender acts.
    version: of the DUIS, such as 3.1U.
    """
    duis = sources.load(f"DUIS@{version}")
    found = eligibility(duis, srv)
    eligible = role in found.roles
    words = f"{role.value} {'is' if eligible else 'is not'} an Eligible User Role for {srv}, "
    words += f"which is {'critical' if found.critical else 'not critical'}."
    return cited(duis, LAW.id).judged(eligible, words, found)


def eligibility(duis: Loaded, srv: str) -> Eligibility:
    """What Table 3.1 of a version says of a Service Reference Variant; RefusalError if it lists none."""
    names = [role.value for role in UserRole]
    found = rows(duis, ROLES, "Service Reference Variant", "Critical", *names)
    row = next((row for row in found if row["Service Reference Variant"] == srv), None)
    if row is None:
        known = ", ".join(row["Service Reference Variant"] for row in found)
        raise RefusalError(
            f"srv: Table 3.1 of {duis.document.name} does not list “{srv[:20]}”; it lists {known}."
        )
    place = f"Table 3.1, {srv}"
    roles = tuple(role for role in UserRole if marked(row[role.value], place))
    return Eligibility(marked(row["Critical"], place), roles)
