"""What can be directed of a consultation: what was concluded on it, else its drafts, against the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from toolkit.compare.compare import compare_versions
from toolkit.library.library import Library
from toolkit.library.timeline import bases
from toolkit.model.diagnostic import Diagnostic, Severity
from toolkit.model.document import Register

from .comparing import compared
from .conclusions import Conclusions
from .consultation import Consultation, Draft, Provision
from .declared import Comparison, check_declared
from .direction import Direction
from .part_direction import Earlier
from .scope import base_of, check_scope


@dataclass(frozen=True, slots=True)
class Directable:
    """The texts that a direction can be made of."""

    consultation: Consultation
    """With each draft, in its declared changes, called as what was concluded of it."""
    comparisons: tuple[Comparison, ...]
    """What was concluded of each draft against the law that it changes, in order."""
    consulted: Mapping[str, str]
    """By the name of each such text, the draft that was consulted on: TMAD@4.1, 4.1-consulted."""

    def earlier(self, directions: tuple[Direction, ...]) -> Earlier:
        """What directions made before have made of them."""
        named = {one.id: one.number for one in self.consultation.changes}
        numbers = {
            named[name] for one in directions for name in (one.changes or tuple(named)) if name in named
        }
        made = {
            (document.code, document.consulted): document.version
            for one in directions
            for document in one.stage.documents
        }
        versions = {
            name: made[key]
            for name, draft in self.consulted.items()
            if (key := (name.partition("@")[0], draft)) in made
        }
        return Earlier(frozenset(numbers), versions)


def directable(
    library: Library, consultation: Consultation, conclusions: Conclusions | None
) -> tuple[Directable, tuple[Diagnostic, ...]]:
    """The texts, and what is wrong with what is declared of them; none where a version is not there."""
    if conclusions is None:
        comparisons, found = compared(library, consultation)
        consulted = {one.new.name: one.new.version.name for one in comparisons}
        return Directable(consultation, comparisons, consulted), found
    found = check_scope(consultation, library.registers)
    if any(one.severity is Severity.ERROR for one in found):
        return Directable(consultation, (), {}), found
    names = _concluded(consultation, conclusions)
    called = _called(consultation, names)
    comparisons = tuple(
        _comparison(library, code, draft, names[(code, draft.version)]) for code, draft in consultation.drafts
    )
    declared = check_declared((*called.changes, *conclusions.declared), comparisons)
    consulted = {
        comparison.new.name: draft.version
        for comparison, (_, draft) in zip(comparisons, consultation.drafts, strict=True)
    }
    undeclared = (one for one in declared if one.code == "P121")  # one that was given up reads as before
    return Directable(called, comparisons, consulted), (*found, *undeclared)


def _concluded(consultation: Consultation, conclusions: Conclusions) -> dict[tuple[str, str], str]:
    """By the code and name of a draft, the version that was concluded of it; the draft where none was."""
    made = {(one.code, one.consulted): one.version for one in conclusions.stage.documents}
    drafts = ((code, draft.version) for code, draft in consultation.drafts)
    return {key: made.get(key, key[1]) for key in drafts}


def _called(consultation: Consultation, names: Mapping[tuple[str, str], str]) -> Consultation:
    def renamed(provision: Provision) -> Provision:
        versions = tuple(names.get((provision.document, one), one) for one in provision.versions)
        return replace(provision, versions=versions)

    changes = tuple(
        replace(one, provisions=tuple(map(renamed, one.provisions))) for one in consultation.changes
    )
    return replace(consultation, changes=changes)


def _comparison(library: Library, code: str, draft: Draft, name: str) -> Comparison:
    register = library.registers[code]
    old = library.load(f"{code}@{_base(register, draft, name)}")
    new = library.load(f"{code}@{name}")
    return Comparison(old.document, new.document, compare_versions(library, old, new))


def _base(register: Register, draft: Draft, name: str) -> str:
    """That of the draft; that of what was concluded, where the changes were carried onto a new base."""
    version = register.version(name)
    if version is None or name == draft.version or draft.version in _names(register, name):
        return base_of(draft, register)
    return version.base or base_of(draft, register)


def _names(register: Register, name: str) -> Iterator[str]:
    version = register.version(name)
    yield from (one.name for one in bases(register, version)) if version else ()
