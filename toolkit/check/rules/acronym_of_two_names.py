"""An acronym stands for one thing here and for another there.

Two expansions of one acronym are two meanings, or one name that is misquoted. What an expansion is held
against are the definitions of the document, those of the documents it rests on, the titles of documents,
and the first expansion in its text. Plurals, capitals and small words make no difference.

Bad:  Device Model Combination (DMC); and further down: Dormant Meter Count (DMC)
Good: Device Model Combination (DMC); and further down: DMC

What to do: write the words for which the acronym was introduced, or choose other letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.diagnostic import Severity
from toolkit.model.place import NOWHERE

from ..acronyms import IS_ACRONYM, Expansion, expansions, fits
from ..rule import Flaw, Rule
from ..subject import Subject


def _find(subject: Subject) -> Iterator[Flaw]:
    first = _of_other_documents(subject)
    for one in subject.once(expansions):
        if not one.fits:
            continue
        if one.line is None:
            first[one.acronym] = (one, "")
            continue
        earlier, document = first.setdefault(one.acronym, _title(subject, one.acronym) or (one, ""))
        if earlier.key != one.key:
            where = f"in {document}" if document else "elsewhere"
            message = f"“{one.acronym}” stands for “{one.words}” here and “{earlier.words}” {where}."
            yield Flaw(one.place, message, f"Write “{earlier.words}”, or choose other letters.")


def _of_other_documents(subject: Subject) -> dict[str, tuple[Expansion, str]]:
    """The acronyms that the documents define which this one rests on, each with the document's code."""
    outer = subject.context.terms.outer
    return {
        term.abbreviation: (Expansion(term.abbreviation, term.name, NOWHERE, None, 0, 0, True), term.document)
        for term in (outer.own if outer else ())
        if IS_ACRONYM.match(term.abbreviation)
    }


def _title(subject: Subject, acronym: str) -> tuple[Expansion, str] | None:
    """The title of the document that has an acronym for its code, where its words have those letters."""
    library = subject.library
    named = library.registers.get(acronym) or library.externals.get(acronym)
    if named is None or not fits(acronym, named.title):
        return None
    return Expansion(acronym, named.title, NOWHERE, None, 0, 0, True), "the title of a document"


RULE = Rule("C132", "acronym-of-two-names", Severity.WARNING, _find, __doc__)
