"""What is put right in a PDF after it was set."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pikepdf

PLACES = "places.json"
"""The attachment in which a typeset document tells where its named places are."""

ABOVE = 10
"""How far above a place a link leads, in points: as far as the typesetter's own links."""


class _Place(NamedTuple):
    name: str
    page: int
    """From 1."""
    x: float
    y: float
    """In points from the upper left corner."""


def finish_document(made: bytes, identifier: bytes, bookmarks: Sequence[str]) -> bytes:
    """Name every place, so that a link can lead to file.pdf#place; give bookmarks their plain titles."""
    import pikepdf

    with pikepdf.open(BytesIO(made)) as book:
        _name_places(book, [_Place(*one) for one in json.loads(_detached(book))])
        for item, title in zip(_outline(book), bookmarks, strict=True):
            item.Title = pikepdf.String(title.encode("utf-8", "replace").decode("utf-8"))
        book.trailer.ID = pikepdf.Array([pikepdf.String(identifier), pikepdf.String(identifier)])
        return _saved(book)


def finish_paper(made: bytes) -> bytes:
    """Mark running lines as artifacts, so that nobody hears them on every page, and footnotes as notes."""
    import pikepdf

    with pikepdf.open(BytesIO(made)) as book:
        _mark_artifacts(book)
        _mark_notes(book)
        return _saved(book)


def _saved(book: pikepdf.Pdf) -> bytes:
    import pikepdf

    out = BytesIO()
    book.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _detached(book: pikepdf.Pdf) -> bytes:
    """The attachment with the places, which is taken off."""
    data = book.attachments[PLACES].get_file().read_bytes()
    del book.attachments[PLACES]
    for key in ("/AF", "/PageMode"):
        if key in book.Root:
            del book.Root[key]
    if "/EmbeddedFiles" in book.Root.Names:
        del book.Root.Names["/EmbeddedFiles"]
    return data


def _name_places(book: pikepdf.Pdf, places: Sequence[_Place]) -> None:
    import pikepdf

    pages = [(page.obj, float(page.mediabox[3])) for page in book.pages]
    names = pikepdf.Array()
    for place in sorted(places, key=lambda one: one.name.encode("utf-8")):
        page, height = pages[place.page - 1]
        target = pikepdf.Array(
            [page, pikepdf.Name.XYZ, round(place.x, 2), round(height - place.y + ABOVE, 2), 0]
        )
        names.append(pikepdf.String(place.name))
        names.append(target)
    book.Root.Names.Dests = book.make_indirect(pikepdf.Dictionary(Names=names))


def _outline(book: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The bookmarks, each before those under it."""
    waiting = [book.Root.Outlines] if "/Outlines" in book.Root else []
    waiting = [root.First for root in waiting if "/First" in root]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += [item[key] for key in ("/Next", "/First") if key in item]


def _mark_artifacts(book: pikepdf.Pdf) -> None:
    """Weasyprint tags the text of page margins but leaves it out of the tree of tags: it is an artifact."""
    root = book.Root.StructTreeRoot
    in_tree = _reachable(root)
    numbers = root.ParentTree.Nums
    for at, page in enumerate(book.pages):
        parents = numbers[2 * at + 1]
        loose = {mcid for mcid, parent in enumerate(parents) if parent.objgen not in in_tree}
        if not loose:
            continue
        for mcid in loose:
            parents[mcid] = None
        page.Contents.write(_artifacts(page.Contents.read_bytes(), loose))


def _mark_notes(book: pikepdf.Pdf) -> None:
    """Weasyprint tags a footnote as a span that begins with its number; it is a Note with an id."""
    import pikepdf

    count = 0
    waiting = [book.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        for kid in _kids(element):
            waiting.append(kid)
            if _is_note(element, kid):
                count += 1
                kid.S = pikepdf.Name.Note
                kid.ID = pikepdf.String(f"note-{count}")


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The elements directly under one."""
    import pikepdf

    kids = element.get("/K", ())
    several = kids if isinstance(kids, pikepdf.Array) else (kids,)
    return [kid for kid in several if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _is_note(area: pikepdf.Object, span: pikepdf.Object) -> bool:
    """Whether a span in an area without meaning begins with a number that stands in such an area itself."""
    import pikepdf

    if area.get("/S") != pikepdf.Name.NonStruct or pikepdf.Name.Span != span.S:
        return False
    under = span.get("/K", ())
    first = under[0] if isinstance(under, pikepdf.Array) and len(under) else under
    return isinstance(first, pikepdf.Dictionary) and first.get("/S") == pikepdf.Name.NonStruct


def _reachable(root: pikepdf.Object) -> set[tuple[int, int]]:
    """The elements in the tree of tags, by object number."""
    import pikepdf

    found: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        kids = waiting.pop().get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
            if isinstance(kid, pikepdf.Dictionary) and kid.objgen not in found:
                found.add(kid.objgen)
                waiting.append(kid)
    return found


_MARKED = re.compile(rb"/Span\s*<<\s*/MCID (\d+)\s*>>\s*BDC")


def _artifacts(stream: bytes, loose: set[int]) -> bytes:
    def swap(match: re.Match[bytes]) -> bytes:
        return b"/Artifact <</Type /Pagination>> BDC" if int(match[1]) in loose else match[0]

    return _MARKED.sub(swap, stream)
