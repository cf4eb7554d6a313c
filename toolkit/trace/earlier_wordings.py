"""The wordings that a document had before: of its other versions, then of its files in the history of git."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from toolkit.cite.context import Catalogue
from toolkit.library.finding import LibraryError
from toolkit.library.library import Library
from toolkit.library.load import Loaded

from .wording import Wordings

History = Callable[[str], Iterable[Library]]
"""The library as it was before, the newest first, at each change of a folder, as far back as is looked."""


def no_history(folder: str) -> Iterable[Library]:
    """No history is at hand."""
    return ()


class EarlierWordings:
    """Each wording is worked out when it is first asked for, and then kept."""

    def __init__(self, catalogue: Catalogue, loaded: Loaded, history: History) -> None:
        """Take the version traced, whose own wording of today is left out."""
        self._catalogue = catalogue
        self._register = loaded.document.register
        self._version = loaded.document.version
        self._held: dict[str, Wordings] = {}
        self._past: list[Wordings] = []
        self._more = self._from(history)

    def likeliest(self, version: str) -> Iterator[Wordings]:
        """The wording of a version by name, of the other versions, the newest first, and of the past."""
        names = [one.name for one in reversed(self._register.versions) if one.held and one != self._version]
        for name in sorted(names, key=lambda name: name != version):
            yield self._of_version(name)
        yield from self._past
        for found in self._more:
            self._past.append(found)
            yield found

    def _of_version(self, name: str) -> Wordings:
        if name not in self._held:
            version = self._register.version(name)
            assert version is not None
            loaded = self._catalogue.library.of(self._register, version)
            self._held[name] = Wordings(self._catalogue.context(loaded))
        return self._held[name]

    def _from(self, history: History) -> Iterator[Wordings]:
        """The version traced as it was at each change; one that is not there yet is passed over."""
        name = f"{self._register.code}@{self._version.name}"
        for library in history(self._register.file.rpartition("/")[0]):
            try:
                loaded = library.load(name)
            except LibraryError:
                continue
            yield Wordings(Catalogue.of(library).context(loaded))
