"""A bar of how what needs proof stands: a drawing without words, for beside the numbers that it shows."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.render.state_words import STATES
from toolkit.render.templates import Fragment
from toolkit.trace.verdict import State

_LENGTH = 1000


def bar(counts: Mapping[State, int]) -> Fragment:
    """The bar, the worst state first, without what needs no proof; empty where nothing else is counted."""
    shown = tuple(state for state in State if state is not State.PROCEDURAL and counts.get(state))
    total, at = sum(counts[state] for state in shown), 0
    if not total:
        return Fragment("")
    parts = []
    for state in shown:
        start, at = at, at + counts[state]
        x = round(_LENGTH * start / total)
        width = round(_LENGTH * at / total) - x
        parts.append(f'<rect class="is-{STATES[state].name}" x="{x}" width="{width}" height="10"/>')
    head = f'<svg class="counts" viewBox="0 0 {_LENGTH} 10" preserveAspectRatio="none" aria-hidden="true">'
    return Fragment(f"{head}{''.join(parts)}</svg>")
