"""What can be seen of worked examples without running them: for everyone who checks documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.library.library import Library
from toolkit.library.load import version_folder
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.document import Register, Version

from .attestation import FILE as ATTESTATIONS
from .attestation import Attestation, read_attestations
from .example import Example
from .example_file import example_files, read_example_file
from .example_functions import of_lost, unknown_functions_of
from .example_reading import read_examples
from .project import FILE, Project, read_project

CODES = ("T113", "T141", "T142", "T143", "T144")
"""What is found here; values that no row gives are told by the trace, which sees all tables."""
_MARK = b"[!EXAMPLE]"


def check_examples(library: Library, versions: Iterable[tuple[Register, Version]]) -> tuple[Diagnostic, ...]:
    """The findings about the examples in versions, and in the files beside them, in order.

    Only versions that hold examples are read; functions are looked up each time, for they are code. One
    that was attested and is gone is told by the trace, once.
    """
    versions = tuple(versions)
    found: list[Diagnostic] = []
    tables: list[Example] = []
    for register, version in versions:
        if _holds_examples(library, register, version):
            examples, wrong = read_examples(library.of(register, version))
            tables += examples
            found += wrong
    for register in {register.code: register for register, _ in versions}.values():
        for file in example_files(library, register):
            examples, wrong = read_example_file(library, register, file)
            tables += examples
            found += wrong
    if tables:
        project = read_project(library.files)[0] if FILE in library.files.names("") else None
        unknown = unknown_functions_of(tables, (project or Project()).examples)
        lost = of_lost(unknown, tables, _attested(library))
        found += (one for one in unknown if one not in lost)
    return tuple(sorted(found, key=lambda one: one.order))


def _attested(library: Library) -> Iterator[Attestation]:
    for register in library.registers.values():
        folder = register.file.rpartition("/")[0]
        if ATTESTATIONS in library.files.names(folder):
            file = f"{folder}/{ATTESTATIONS}"
            yield from read_attestations(library.files.read(file), file)[0].values()


def _holds_examples(library: Library, register: Register, version: Version) -> bool:
    """Whether any text of a version does; seen from its bytes, without reading it."""
    folder = version_folder(register, version)
    for name in library.files.names(folder):
        if name.endswith(".md"):
            try:
                if _MARK in library.files.read(f"{folder}/{name}"):
                    return True
            except OSError:
                continue  # told where the version is read
    return False
