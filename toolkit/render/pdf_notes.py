"""Footnotes that a page has no room for: where to break it, so that each stands on the page of its mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_CALL = "::footnote-call"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TRIES = 8
_PLAIN = re.compile(r"[\w.-]+")

Render = Callable[[str], Any]
"""Sets a page of HTML; gives the pages as weasyprint has laid them out."""


def with_notes_in_place(page: str, render: Render) -> Any:
    """The layout of a page of HTML in which every footnote stands where it is marked, if there is one.

    weasyprint puts a footnote off to the next page where a heading that must not be left alone would
    otherwise have to move there. Here the heading moves: each try begins a new page with it.
    """
    document = render(page)
    begun: list[str] = []
    for _ in range(_TRIES):
        heading = next(_crowding(document.pages), "")
        if not heading or heading in begun:
            break
        begun.append(heading)
        style = f"<style>{', '.join(begun)} {{ break-before: page }}</style></head>"
        document = render(page.replace("</head>", style, 1))
    return document


def _crowding(pages: Iterable[Any]) -> Iterator[str]:
    """A selector for the last heading on each page that leaves a footnote for the next."""
    for page in pages:
        root = page._page_box  # the one way to what stands on a page
        boxes = [box for box in root.descendants() if box.element is not None]
        called = {id(box.element) for box in boxes if str(box.element_tag).endswith(_CALL)}
        set_here = {id(box.element) for box in boxes if _is_note(box)}
        heading = _last_heading(boxes) if called - set_here else ""
        if heading:
            yield heading


def _is_note(box: Any) -> bool:
    return box.element_tag == "span" and "footnote" in (box.element.get("class") or "").split()


def _last_heading(boxes: Iterable[Any]) -> str:
    """A selector for the last heading of a page, or the first of several together; empty at its top."""
    article = next((box for box in boxes if box.element_tag == "article"), None)
    blocks = list(article.children) if article else []
    last = max((n for n, box in enumerate(blocks) if box.element_tag in _HEADINGS), default=0)
    while last and blocks[last - 1].element_tag in _HEADINGS:
        last -= 1
    name = str(blocks[last].element.get("id") or "") if last else ""
    return f'[id="{name}"]' if _PLAIN.fullmatch(name) else ""
