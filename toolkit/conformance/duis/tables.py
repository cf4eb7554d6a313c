"""The tables of the DUIS and of the SRPD that rules read: found by id, checked for their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model.block import Table

from ..law import Ground, standing_of
from ..ruling import Provision, RefusalError

if TYPE_CHECKING:
    from toolkit.library.load import Loaded

ROLES = "table-eligible-roles"
TARGETS = "table-valid-targets"
COMMAND_VARIANTS = "table-command-variants"
INTERFACE_VERSIONS = "table-interface-versions"
HEADER_ITEMS = "table-header-items"
RESPONSE_TIMES = "table-target-response-times"
PERMITTED_TARGETS = "table-16-1"


def rows(loaded: Loaded, table_id: str, *columns: str) -> list[dict[str, str]]:
    """The rows of a table, each from its column's head to the words of its cell.

    RefusalError where the version has no such table, or the table lacks one of the columns.
    """
    table = loaded.index.tables.get(table_id)
    name = loaded.document.name
    if not isinstance(table, Table):
        raise RefusalError(f"{name} has no table {table_id}.")
    heads = [text.plain for text in table.header]
    missing = [one for one in columns if one not in heads]
    if missing:
        raise RefusalError(
            f"{table.label} of {name} has no column “{missing[0]}”; it has {', '.join(heads)}."
        )
    return [dict(zip(heads, (text.plain for text in row), strict=True)) for row in table.rows]


def marked(cell: str, place: str) -> bool:
    """Whether a cell is marked Yes; RefusalError where it is marked neither Yes nor No."""
    if cell not in ("Yes", "No"):
        raise RefusalError(f"{place}: “{cell}” is neither Yes nor No.")
    return cell == "Yes"


def cited(loaded: Loaded, clause_id: str) -> Ground:
    """The ground that a clause of a version gives, under the label that it bears there."""
    document = loaded.document
    clause = loaded.index.clauses.get(clause_id)
    if clause is None:
        raise RefusalError(f"{document.name} has no clause #{clause_id}.")
    found = Provision(document.register.code, clause.label.text, clause_id, document.version.name)
    return Ground(found, standing_of(document.version))
