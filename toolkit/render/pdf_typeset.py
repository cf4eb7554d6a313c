"""The owner of typst: data set by a template, with nothing loaded but the bundled fonts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .pdf_error import PdfError
from .templates import Templates

_LOADS = re.compile(r"\b(import|include|eval|plugin)\b")
"""What could bring in files or packages, which the typesetter would fetch."""

_COMMENT = re.compile(r"^\s*//.*", re.MULTILINE)


def typeset(template: str, data: Mapping[str, Any], templates: Templates) -> bytes:
    """The template filled with data, as PDF 1.7 with the tags of PDF/UA-1: same arguments, same bytes.

    The data are values for the template, never part of its source. PdfError where the template asks for
    anything else, or does not hold together.
    """
    import typst

    source = templates.text(template)
    asks = _LOADS.search(_COMMENT.sub("", source))
    if asks:
        raise PdfError(
            f"{template} says “{asks[0]}”; a template on paper may load nothing but the bundled fonts and "
            "data.json: take it out"
        )
    fonts = templates.font_folders()
    values = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    files: Any = {"main.typ": source.encode("utf-8"), "data.json": values}
    try:
        made = typst.compile(
            files, root=str(fonts[-1]), font_paths=[str(folder) for folder in fonts],
            ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"],
        )  # fmt: skip
    except typst.TypstError as error:
        words = " ".join((error.message, *error.hints)) or "unknown fault"
        raise PdfError(f"{template}: {words}") from error
    if not isinstance(made, bytes):
        raise PdfError(f"{template}: the typesetter made no file")
    return made
