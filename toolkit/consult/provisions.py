"""What a change alters in one document, in words: Clauses 6.1(n) and 16.1, Table 16.1 and Annex A."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.model.document import Register
from toolkit.model.label import Ordinal
from toolkit.model.numbering import read_full

from .consultation import Provision, ProvisionKind
from .wording import listing


def provision_words(provisions: Sequence[Provision], register: Register) -> str:
    """The provisions of one document as a phrase, in the order of the document.

    Those of one draft only say so: “in 3.0U, Clause 2.4.2”.
    """
    everywhere = [one for one in provisions if not one.versions]
    phrases = [_phrase(everywhere, register)] if everywhere else []
    for versions in dict.fromkeys(one.versions for one in provisions if one.versions):
        only = [one for one in provisions if one.versions == versions]
        phrases.append(f"in {listing(versions)}, {_phrase(only, register)}")
    return "; ".join(phrases)


def _phrase(provisions: Sequence[Provision], register: Register) -> str:
    parts = list(_parts(provisions, register))
    # lists inside a list need a stronger stop than the comma
    return "; ".join(parts) if any(" and " in part for part in parts) else listing(parts)


def _parts(provisions: Sequence[Provision], register: Register) -> Iterator[str]:
    clauses = sorted(_names(provisions, ProvisionKind.CLAUSE), key=lambda name: clause_key(name, register))
    if clauses:
        yield _several(register.scheme.keyword, clauses)
    definitions = sorted(_names(provisions, ProvisionKind.DEFINITION), key=str.casefold)
    if definitions:
        plural = "s" * (len(definitions) > 1)
        yield f"the definition{plural} of {listing([f'“{name}”' for name in definitions])}"
    for keyword in ("Table", "Annex", "Appendix", "Schedule"):
        named = [*_names(provisions, ProvisionKind.TABLE), *_names(provisions, ProvisionKind.ANNEX)]
        labels = [name.removeprefix(f"{keyword} ") for name in named if name.startswith(f"{keyword} ")]
        if labels:
            yield _several(keyword, labels)


def _several(keyword: str, labels: list[str]) -> str:
    """Clause 3.24; Clauses 3.24 and 3.25; Tables 16.9 and 16.10; Annexes A and B"""
    plural = {"Annex": "Annexes", "Appendix": "Appendices"}.get(keyword, f"{keyword}s")
    return f"{plural if len(labels) > 1 else keyword} {listing(labels)}"


def _names(provisions: Sequence[Provision], kind: ProvisionKind) -> list[str]:
    return list(dict.fromkeys(one.name for one in provisions if one.kind is kind))


def clause_key(name: str, register: Register) -> tuple[Ordinal, ...]:
    """Sorts clauses by where they stand; what is no label of the document comes first."""
    readings = read_full(register.scheme, name)
    return readings[0].key if readings else ()
