"""All worked examples about one version of a document: in its text, and in the files beside its versions."""

from __future__ import annotations

from toolkit.library.library import Library
from toolkit.library.load import Loaded
from toolkit.model.block import Note
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.index import walk

from .example import Example
from .example_file import example_files, read_example_file
from .example_table import KIND, read_table

Read = tuple[tuple[Example, ...], tuple[Diagnostic, ...]]


def read_examples(loaded: Loaded) -> Read:
    """The worked examples in the text of one version, in order, and what is wrong with them."""
    found: list[Example] = []
    wrong: list[Diagnostic] = []
    document = loaded.document
    for block, owner in walk(document.blocks):
        if isinstance(block, Note) and block.kind == KIND:
            example, faults = read_table(block, document.register.code, (document.version.name,), owner)
            found += [example] if example else []
            wrong += faults
    return tuple(found), tuple(wrong)


def examples_of(library: Library, loaded: Loaded) -> Read:
    """Those in the text of a version, then those in the files beside all versions of its document."""
    found, wrong = read_examples(loaded)
    register = loaded.document.register
    for file in example_files(library, register):
        more, faults = read_example_file(library, register, file)
        found, wrong = (*found, *more), (*wrong, *faults)
    return found, wrong


def about(examples: tuple[Example, ...], loaded: Loaded) -> tuple[Example, ...]:
    """Those that prove something of a version, or of a clause that only other versions have."""
    version, known = loaded.document.version.name, loaded.index.parents
    return tuple(one for one in examples if version in one.versions or one.clause not in known)
