"""What the command trace writes as pages: the index of the matrix, and one page a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from toolkit.library.save import save
from toolkit.model.diagnostic import Diagnostic
from toolkit.render.matrix.build import INDEX, build_matrix
from toolkit.render.matrix.index import matrix_index
from toolkit.render.matrix.page import matrix_page
from toolkit.render.templates import Templates
from toolkit.trace.coverage import Coverage
from toolkit.trace.tracing import Sources, Traced

from .session import Session


def write_matrix(
    session: Session,
    sources: Sources,
    traced: Traced,
    rows: Sequence[Coverage],
    findings: Sequence[Diagnostic],
    folder: Path,
) -> Path:
    """Write every page into a folder, and give the path of the index."""
    matrix = build_matrix(sources, traced, rows, findings)
    templates = Templates.of(session.root / "templates")
    folder.mkdir(parents=True, exist_ok=True)
    for page in matrix.pages:
        save(folder / f"{page.stem}.html", matrix_page(page, templates))
    index = folder / f"{INDEX}.html"
    save(index, matrix_index(matrix, templates))
    return index
