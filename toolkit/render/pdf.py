"""The owner of weasyprint and pikepdf: pages as tagged PDF, with nothing loaded but the bundled fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .html import heading
from .layout import Entry, lay_out
from .templates import Fragment, Templates
from .view import View

if TYPE_CHECKING:
    import pikepdf
    from weasyprint.urls import URLFetcher

DEBIAN_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What weasyprint needs of the system."""

FONTS = (
    "source-serif-4-400.woff2",
    "source-serif-4-400-italic.woff2",
    "source-serif-4-600.woff2",
    "source-serif-4-700.woff2",
    "source-sans-3-400.woff2",
    "source-sans-3-400-italic.woff2",
    "source-sans-3-600.woff2",
    "source-sans-3-700.woff2",
    "source-code-pro-400.woff2",
)
"""The files of templates/fonts/ that a style sheet may name, as asset:NAME."""


class PdfError(Exception):
    """A PDF cannot be made; the message says why and what to do."""


def pdf(view: View, templates: Templates, identifier: bytes | str, created: str = "") -> bytes:
    """A document, clean or change-marked, as PDF 1.7 with the tags of PDF/UA-1.

    The identifier and created (ISO 8601, or empty for none) go into the file: same arguments, same bytes.
    """
    sheet = lay_out(view)
    entries = sheet.contents
    if view.outside:
        entries = (*entries, Entry(1, "", "Provisions and terms of other documents", "#_outside", False))
    if view.marked:
        entries = (Entry(1, "", f"Changes from version {view.against}", "#_changes", False), *entries)
    against = f", change-marked against {view.against}" if view.against else ""
    running = (f"{view.code} version {view.version}{against}", view.status, view.title)
    page = templates.render(
        "print.html.j2",
        view=view,
        sheet=sheet,
        entries=entries,
        heading=heading(view),
        language=view.language,
        author="",
        created=created,
        running=running,
        style=Fragment(templates.text("print.css")),
    )
    return press(page, templates, identifier)


def press(page: str, templates: Templates, identifier: bytes | str) -> bytes:
    """A page of HTML as PDF: no network and no file access, whatever the page asks for."""
    name = identifier.encode("utf-8") if isinstance(identifier, str) else identifier
    assets = {font: templates.data(f"fonts/{font}") for font in FONTS}
    weasyprint = _weasyprint()
    try:
        made = weasyprint.HTML(
            string=page, base_url="about:blank", url_fetcher=_fetcher(assets), media_type="print"
        ).write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=name)
    except weasyprint.urls.FatalURLFetchingError as error:
        raise PdfError(str(error)) from None
    return _finish(made)


def _weasyprint() -> Any:
    try:
        import weasyprint
        import weasyprint.urls
    except OSError as error:  # cffi finds no shared library
        raise PdfError(
            f"PDF needs system libraries that are not installed; install them, on Debian with: "
            f"apt-get install {DEBIAN_PACKAGES} ({error})"
        ) from error
    return weasyprint


def _fetcher(assets: Mapping[str, bytes]) -> URLFetcher:
    """Gives the bundled fonts and refuses everything else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Refusing(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
            name = url.removeprefix("asset:")
            if name not in assets or not url.startswith("asset:"):
                raise FatalURLFetchingError(
                    f"a template or style sheet asks for {url[:200]}; a PDF may load nothing but the bundled "
                    f"fonts (asset:{FONTS[0]} and so on): take it out"
                )
            return URLFetcherResponse(url, assets[name], {"Content-Type": "font/woff2"})

    return Refusing()


def _finish(made: bytes) -> bytes:
    """Mark running lines as artifacts, so that they are not read out on every page; compress the tags."""
    import pikepdf

    with pikepdf.open(BytesIO(made)) as book:
        _mark_artifacts(book)
        out = BytesIO()
        book.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


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
