"""Inventories of what is cited and not held: the SEC main body, statutes, the licence, other appendices."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model.diagnostic import Diagnostic
from toolkit.source.yaml_file import read_yaml, shape


@dataclass(frozen=True, slots=True)
class ExternalTerm:
    """A term that the external document defines."""

    term: str
    abbreviation: str
    section: str
    meaning: str


@dataclass(frozen=True, slots=True)
class External:
    """One document that is cited and not held."""

    code: str
    title: str
    appendix: str
    keyword: str
    """What its provisions are called: Section, Condition, section, Clause."""
    aliases: tuple[str, ...]
    entries: dict[str, str]
    """From label to heading."""
    terms: tuple[ExternalTerm, ...]
    file: str

    def entry(self, label: str) -> tuple[str, str] | None:
        """The entry for a label and its heading.

        A limb in brackets, or a numbered paragraph, is found under its provision where the
        inventory lists none of that provision's parts; a part that is missing beside listed ones is not.
        """
        wanted = label
        while wanted:
            if wanted in self.entries:
                listed = wanted == label or not any(self._parts_of(wanted))
                return (wanted, self.entries[wanted]) if listed else None
            wanted = wanted[: wanted.rindex("(")] if wanted.endswith(")") and "(" in wanted else ""
        return None

    def _parts_of(self, label: str) -> list[str]:
        return [one for one in self.entries if one.startswith(f"{label}(")]


def read_external(data: bytes, file: str) -> tuple[External | None, tuple[Diagnostic, ...]]:
    """The inventory that a file holds; None where it is corrupt, with every reason."""
    from .external_shape import InventoryEntry

    yaml, found = read_yaml(data, file)
    if yaml is None:
        return None, found
    read, errors = shape(yaml, InventoryEntry)
    if read is None:
        return None, (*found, *errors)
    terms = tuple(ExternalTerm(one.term, one.abbreviation, one.section, one.meaning) for one in read.terms)
    entries = {entry.label: entry.heading for entry in read.entries}
    external = External(
        read.code, read.title, read.appendix, read.keyword, read.aliases, entries, terms, file
    )
    return external, found
