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

Planner = Callable[[Library, str, Templates], tuple[Plan | None, tuple[Diagnostic, ...]]]

PLANNERS: dict[StageKind, Planner] = {
    StageKind.CONSULTATION: plan_consultation,
    StageKind.CONCLUSIONS: plan_conclusions,
    StageKind.DIRECTION: plan_direction,
}


def plan_pack(
    library: Library, name: str, kind: StageKind, templates: Templates
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Plan the pack of a stage so that it discloses nothing confidential; None where an error was found."""
    plan, found = PLANNERS[kind](library, name, templates)
    if plan is None:
        return None, found
    plan, further = guarded(plan, library, kind)
    return (None if stops(further) else plan), (*found, *further)
