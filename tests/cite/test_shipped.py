"""The documents of this project: every citation in their legal text leads somewhere."""

from pathlib import Path

from toolkit.cite.context import Catalogue
from toolkit.cite.links import spans
from toolkit.library.library import read_library
from toolkit.model.passage import legal_passages
from toolkit.source.files import Folder

ROOT = Path(__file__).parents[2]


def test_every_citation_resolves() -> None:
    library = read_library(Folder(ROOT))
    catalogue = Catalogue.of(library)
    wrong: list[str] = []
    found = 0
    for loaded in library.everything():
        context = catalogue.context(loaded)
        for passage in legal_passages(loaded.document):
            for text in passage.texts:
                for span in spans(text, passage.owner, context):
                    if span.citation is not None:
                        found += 1
                        if span.citation.problem:
                            wrong.append(f"{text.place(span.start, span.end)}: {span.citation.message}")
    assert wrong == []
    assert found > 1_500
