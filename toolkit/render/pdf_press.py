"""The owner of weasyprint: a paper's page as tagged PDF, with nothing loaded but the bundled fonts."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .pdf_error import PdfError
from .pdf_finish import finish_paper
from .pdf_notes import with_notes_in_place
from .templates import Templates

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

DEBIAN_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What weasyprint needs of the system."""

FONTS = (
    "source-serif-4-400.otf",
    "source-serif-4-400-italic.otf",
    "source-serif-4-600.otf",
    "source-serif-4-700.otf",
    "source-sans-3-400.otf",
    "source-sans-3-400-italic.otf",
    "source-sans-3-600.otf",
    "source-sans-3-700.otf",
    "source-code-pro-400.otf",
)
"""The files of templates/fonts/ that a style sheet may name, as asset:NAME."""

_VERSIONS = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libharfbuzz.so.0", "hb_version_string"),
)
"""A library of the system that sets words, and its function that tells which it is."""


def system_libraries() -> tuple[str, ...]:
    """Which libraries of the system set the words of papers, as far as they tell; loads nothing else."""
    return tuple(f"{library} {_version(library, function)}" for library, function in _VERSIONS)


def _version(library: str, function: str) -> str:
    try:
        tell = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        return ""
    tell.restype = ctypes.c_char_p
    return str(tell().decode("ascii", "replace"))


def press(page: str, templates: Templates, identifier: bytes | str) -> bytes:
    """A page of HTML as PDF: no network and no file access, whatever the page asks for."""
    name = identifier.encode("utf-8") if isinstance(identifier, str) else identifier
    assets = {font: templates.data(f"fonts/{font}") for font in FONTS}
    weasyprint, fetcher = _weasyprint(), _fetcher(assets)

    def render(html: str) -> Any:
        return weasyprint.HTML(
            string=html, base_url="about:blank", url_fetcher=fetcher, media_type="print"
        ).render(pdf_variant="pdf/ua-1")

    try:
        document = with_notes_in_place(page, render)
        made = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=name)
    except weasyprint.urls.FatalURLFetchingError as error:
        raise PdfError(str(error)) from None
    return finish_paper(made)


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
            return URLFetcherResponse(url, assets[name], {"Content-Type": "font/otf"})

    return Refusing()
