"""What is wrong with the functions of worked examples, where these may be gone or cannot be imported at all.

A function that was deleted is one fault: the trace tells it at its attestation, not again at each table that
names it. A package that cannot be imported must not stop what tells why.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .attestation import Attestation
from .example import Example
from .finding import finding


def faults_of_functions(
    examples: Iterable[Example], allowed: tuple[str, ...], told: Iterable[Diagnostic], lost: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """The findings of `example_faults`; where the rules cannot be imported, that one thing.

    Unless it is `told` already, of code that cannot be read, or follows from `lost` functions.
    """
    tables = tuple(examples)
    if not tables:
        return ()
    try:
        from .example_faults import example_faults  # it needs every rule: code that is being worked on
    except Exception as error:  # a module may raise anything while it is imported
        known = any(True for _ in lost) or any(one.code == "T101" for one in told)
        return () if known else (_not_imported(error),)
    return tuple(example_faults(tables, allowed))


def unknown_functions_of(examples: Iterable[Example], allowed: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """The findings of `unknown_functions`; none where the rules cannot be imported, which the trace tells."""
    try:
        from .example_faults import unknown_functions
    except Exception:  # as above
        return ()
    return tuple(unknown_functions(examples, allowed))


def of_lost(
    found: Iterable[Diagnostic], examples: Iterable[Example], attested: Iterable[Attestation]
) -> frozenset[Diagnostic]:
    """What is found of tables because the function that they name is gone, and that was attested."""
    names = {dotted(one.code) for one in attested}
    places = {one.place for one in examples if one.function in names}
    return frozenset(one for one in found if one.code == "T142" and one.place in places)


def dotted(code: str) -> str:
    """The name by which code is imported: toolkit/conformance/tmad/mprn.py::match_mprn."""
    file, _, name = code.partition("::")
    return f"{file.removesuffix('.py').replace('/', '.')}.{name}"


def _not_imported(error: Exception) -> Diagnostic:
    last = traceback.extract_tb(error.__traceback__)[-1]
    frames = traceback.walk_tb(error.__traceback__)
    module = [str(frame.f_globals.get("__name__", "")) for frame, _ in frames][-1]
    place = Place(f"{module.replace('.', '/')}.py", last.lineno or 1, 1)
    message = f"The rules cannot be imported: {error}. No worked example can be asked."
    return finding("T101", place, message, "Mend it; then drafting run --list shows the rules.")
