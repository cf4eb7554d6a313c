"""What pytest knows of clauses: the mark verifies(document, clause), written to JUnit XML as a property."""

from __future__ import annotations

import pytest

from .results import PROPERTY

_MARK = "verifies(document, clause): a clause, by the code of its document and its id, to which code is held"


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known, so that --strict-markers accepts it."""
    config.addinivalue_line("markers", _MARK)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Write what a test verifies among its properties, which reach JUnit XML, through xdist too."""
    for item in items:
        for clause in dict.fromkeys(_clause(mark, item) for mark in item.iter_markers("verifies")):
            item.user_properties.append((PROPERTY, clause))


def _clause(mark: pytest.Mark, item: pytest.Item) -> str:
    """The clause as TMAD#mprn-leading-zeros."""
    given = dict(zip(("document", "clause"), mark.args, strict=False)) | dict(mark.kwargs)
    document, clause = given.get("document"), given.get("clause")
    if len(mark.args) > 2 or not (isinstance(document, str) and isinstance(clause, str)):
        form = 'verifies takes a document and the id of a clause, as in verifies("TMAD", "expiry")'
        raise pytest.UsageError(f"{item.nodeid}: {form}.")
    return f"{document}#{clause}"
