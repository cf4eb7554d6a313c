"""What drafting render --trace shows in the margin: the trace of the very version that is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.library.load import Loaded
from toolkit.render.margin import Margin, margin
from toolkit.render.matrix.build import how_things_stood, stem
from toolkit.trace.tracing import trace
from toolkit.trace.versions import Versions

from .session import Session, WrongUse
from .tracing import read_trace


def read_margin(
    session: Session, loaded: Loaded, results: Iterable[Path], today: date, matrix: str
) -> Margin:
    """The margin of a version of the files as they are; `matrix` is the address of its folder, or empty.

    WrongUse where nothing of the document is traced.
    """
    sources, _ = read_trace(session, results, today)
    code = loaded.document.register.code
    if code not in sources.versions:
        traced = ", ".join(sorted(sources.versions)) or "nothing"
        raise WrongUse(f"No code, test or evidence names a clause of {code}: --trace tells of {traced}.")
    sources = replace(sources, versions=Versions(sources.library, {code: loaded.document.version}))
    version = loaded.document.version.name
    verdicts = (one for one in trace(sources).verdicts if (one.document, one.version) == (code, version))
    page = f"{matrix.rstrip('/')}/{stem(code)}.html" if matrix else ""
    return margin(verdicts, how_things_stood(sources), page)
