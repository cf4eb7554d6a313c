"""What the command trace prints for programs: its own data, and the forms of other tools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.model.diagnostic import Diagnostic
from toolkit.trace.coverage import Coverage
from toolkit.trace.data import as_json, written
from toolkit.trace.tracing import Sources, Traced

FORMATS = ("json", "needs", "reqif")


def data(
    form: str, sources: Sources, traced: Traced, rows: Iterable[Coverage], findings: Sequence[Diagnostic]
) -> Iterable[str]:
    """A trace in one of the formats, in pieces."""
    if form == "json":
        return written(as_json(traced, rows, findings))
    if form == "needs":
        from toolkit.render.exchange.needs import needs_json

        return needs_json(sources, traced)
    from toolkit.render.exchange.reqif import reqif

    return reqif(sources, traced)
