"""What a citing document needs of the library: names of documents, the versions meant, terms, headings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.library.external import External
from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.document import Document, Register

from .citation import Target
from .naming import Names
from .provisions import Provisions
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A library as citations see it; made once, and shared by the contexts of all its documents."""

    library: Library
    codes: Mapping[str, str]
    """From every name of a document, in single spaces, to its code."""
    names: Names
    keywords: Mapping[str, tuple[str, ...]]
    """From what provisions are called, such as Section, to the codes of the documents that call them so."""
    terms: Terms
    """Those of the documents that are not held."""
    _provisions: dict[tuple[str, str], Provisions] = field(default_factory=dict, compare=False)
    _entries: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict, compare=False)
    _order: dict[str, dict[str, int]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, library: Library) -> Catalogue:
        """The catalogue of a library."""
        codes = {" ".join(name.split()): code for name, code in library.names().items()}
        for name, code in tuple(codes.items()):
            letters = name.removeprefix("Appendix ")
            if letters != name and len(letters) > 1:  # AL 6.0; one letter alone would name half the alphabet
                codes.setdefault(letters, code)
        terms = Terms.of_external(library.externals.values())
        return cls(library, codes, Names.of(codes), _keywords(library), terms)

    def context(self, loaded: Loaded, local: Mapping[str, Target] | None = None) -> Context:
        """The context of a version's own text."""
        home = self.provisions(loaded)
        terms = Terms.of(loaded.index.definitions.values(), self.terms)
        return Context(self, loaded.document, home, terms, local or {})

    def provisions(self, loaded: Loaded) -> Provisions:
        """The provisions of a version that was read."""
        key = (loaded.document.register.code, loaded.document.version.name)
        if key not in self._provisions or self._provisions[key].index is not loaded.index:
            self._provisions[key] = Provisions.of(loaded.index)
        return self._provisions[key]

    def register(self, code: str) -> Register | None:
        """The register of a held document."""
        return self.library.registers.get(code)

    def external(self, code: str) -> External | None:
        """The inventory of a document that is not held."""
        return self.library.externals.get(code)

    def entry(self, external: External, label: str) -> tuple[str, str] | None:
        """The entry under which an inventory lists a label, and its heading."""
        key = (external.code, label)
        if key not in self._entries:
            self._entries[key] = external.entry(label)
        return self._entries[key]

    def order(self, external: External) -> Mapping[str, int]:
        """The places of an inventory's entries in its order."""
        if external.code not in self._order:
            self._order[external.code] = {label: place for place, label in enumerate(external.entries)}
        return self._order[external.code]


@dataclass(frozen=True, slots=True)
class Context:
    """A citing text's surroundings."""

    catalogue: Catalogue
    document: Document | None
    """The version that the text belongs to; None for a paper."""
    home: Provisions | None
    """Its provisions; None for a paper that has no document of its own."""
    terms: Terms
    local: Mapping[str, Target] = field(default_factory=dict)
    """What a paper itself labels: Attachment 1, U1.2 Q1, Table 1."""
    _companions: dict[tuple[str, str], Provisions | None] = field(default_factory=dict, compare=False)

    def provisions(self, code: str, version: str = "") -> Provisions | None:
        """The provisions of the version of a document that a citation means; None where none is held."""
        if self.home and code == self.home.code and version in ("", self.home.version):
            return self.home
        key = (code, version)
        if key not in self._companions:
            loaded = self._load(code, version)
            self._companions[key] = self.catalogue.provisions(loaded) if loaded else None
        return self._companions[key]

    def _load(self, code: str, version: str) -> Loaded | None:
        register = self.catalogue.register(code)
        if register is None:
            return None
        library = self.catalogue.library
        if version:
            named = register.version(version)
            return library.of(register, named) if named and named.held else None
        if self.document is None:
            return library.load(code) if any(one.held for one in register.versions) else None
        return library.companion(self.document, code)


def _keywords(library: Library) -> dict[str, tuple[str, ...]]:
    called: dict[str, tuple[str, ...]] = {}
    pairs = (
        *((one.keyword, code) for code, one in sorted(library.externals.items())),
        *((one.scheme.keyword, code) for code, one in sorted(library.registers.items())),
    )
    for keyword, code in pairs:
        if code not in called.get(keyword, ()):
            called[keyword] = (*called.get(keyword, ()), code)
    return called
