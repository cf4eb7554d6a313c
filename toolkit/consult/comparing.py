"""The drafts of a consultation against their bases, and the declared changes against what really changed."""

from __future__ import annotations

from toolkit.compare.compare import compare_versions
from toolkit.library.library import Library
from toolkit.model.diagnostic import Diagnostic, Severity

from .consultation import Consultation
from .declared import Comparison, check_declared
from .scope import base_of, check_scope


def compared(
    library: Library, consultation: Consultation
) -> tuple[tuple[Comparison, ...], tuple[Diagnostic, ...]]:
    """Every draft with its real changes, in order, and what is wrong with what the consultation says of them.

    No comparison where a document or version that it names is not there.
    """
    found = check_scope(consultation, library.registers)
    if any(one.severity is Severity.ERROR for one in found):
        return (), found
    comparisons = []
    for code, draft in consultation.drafts:
        base = base_of(draft, library.registers[code])
        old, new = library.load(f"{code}@{base}"), library.load(f"{code}@{draft.version}")
        comparisons.append(Comparison(old.document, new.document, compare_versions(library, old, new)))
    return tuple(comparisons), (*found, *check_declared(consultation.changes, tuple(comparisons)))
