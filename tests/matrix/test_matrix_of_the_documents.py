"""The matrix of the documents that are here: it says their law, and all its links lead somewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.html.page_text import Page, read_page
from tests.matrix.sample_matrix import matrix
from toolkit.check.store import NoStore
from toolkit.library.library import read_library
from toolkit.render.build_view import build_view
from toolkit.render.html import html
from toolkit.render.matrix.index import matrix_index
from toolkit.render.matrix.page import matrix_page
from toolkit.render.matrix.view import Matrix
from toolkit.render.templates import Templates
from toolkit.source.files import Folder
from toolkit.trace.project import read_project
from toolkit.trace.reading import read_sources
from toolkit.trace.tracing import Sources

ROOT = Path(__file__).parents[2]
TEMPLATES = Templates.of()


@pytest.fixture(scope="module")
def sources() -> Sources:
    library = read_library(Folder(ROOT))
    project, _ = read_project(library.files)
    assert project is not None
    return read_sources(library, project, NoStore(), None, date(2020, 8, 6))[0]


@pytest.fixture(scope="module")
def made(sources: Sources) -> Matrix:
    return matrix(sources)


@pytest.fixture(scope="module")
def pages(made: Matrix) -> dict[str, Page]:
    written = {f"{page.stem}.html": read_page(matrix_page(page, TEMPLATES)) for page in made.pages}
    return {**written, "index.html": read_page(matrix_index(made, TEMPLATES))}


def test_each_page_says_the_law_as_the_clean_copy_does(sources: Sources, pages: dict[str, Page]) -> None:
    assert len(sources.versions) >= 5
    for code, loaded in sources.versions.items():
        clean = read_page(html(build_view(sources.library, loaded, None), TEMPLATES)).words
        assert "".join(pages[f"{code}.html"].words.split()).startswith("".join(clean.split())), code


def test_every_provision_with_a_verdict_is_there(made: Matrix, pages: dict[str, Page]) -> None:
    for page in made.pages:
        named = {name for part in page.parts for name in part.proofs}
        assert named <= set(pages[f"{page.stem}.html"].ids)


def test_ids_are_unique_and_links_lead_somewhere(pages: dict[str, Page]) -> None:
    ids = {name: frozenset(page.ids) for name, page in pages.items()}
    for name, page in pages.items():
        assert len(page.ids) == len(ids[name])
        for href in page.hrefs:
            to = urlsplit(href)
            file = unquote(to.path) or name
            assert file in pages, href
            assert not to.fragment or unquote(to.fragment) in ids[file], f"{name}: {href}"
