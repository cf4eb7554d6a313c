"""Which pack is built at which stage of a consultation: a table from stage to planner, and its guard."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.consult.stage import StageKind
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic
from toolkit.render.templates import Templates

from .consultation import plan_consultation
from .plan import Plan
from .prepare import stops
from .secrecy import guarded
from .stage_pack import plan_conclusions, plan_direction

Planner = Callable[[Library, str, Templates, bool], tuple[Plan | None, tuple[Diagnostic, ...]]]

PLANNERS: dict[StageKind, Planner] = {
    StageKind.CONSULTATION: plan_consultation,
    StageKind.CONCLUSIONS: plan_conclusions,
    StageKind.DIRECTION: plan_direction,
}


def plan_pack(
    library: Library, name: str, kind: StageKind, templates: Templates, for_government: bool = False
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Plan the pack of a stage; None where an error was found.

    Nothing confidential may be in it, unless it is for the Government: that is marked on every page.
    """
    plan, found = PLANNERS[kind](library, name, templates, for_government)
    if plan is None or for_government:
        return (None if stops(found) else plan), found
    plan, further = guarded(plan, library, kind)
    return (None if stops(further) else plan), (*found, *further)
