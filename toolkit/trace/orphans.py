"""Which code and which tests of a root belong to no clause, and for which of them a reason is given."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from toolkit.check.store import Store
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.files import Files

from .finding import finding
from .gather import source_files
from .link import Link
from .orphan import Orphan, OrphanKind
from .outline import Defined, as_record, from_record, module_of, outline, tests_in
from .project import Project

READ_BY = "outline-1"
"""Changes when the reading of outlines does, so that what was remembered is read again."""

_PUBLIC = re.compile(rb"^(?:async[ \t]+)?def[ \t]+([A-Za-z]\w*)", re.MULTILINE)
_TEST = re.compile(rb"^[ \t]*(?:async[ \t]+)?def[ \t]+(test\w*)", re.MULTILINE)
Read = Callable[[bytes, str], tuple[Defined, ...]]

_SAYS = {
    OrphanKind.RULE: ("T163", "answers as a rule does, and names no clause"),
    OrphanKind.CODE: ("T161", "names no clause, and nothing that does uses it"),
    OrphanKind.TEST: ("T162", "verifies no clause"),
}
_DO = "Say which clause it is for, or under without_clause: in trace.yaml why it is for none."


def find_orphans(
    files: Files, project: Project, links: Iterable[Link], store: Store
) -> tuple[tuple[Orphan, ...], tuple[Diagnostic, ...]]:
    """The orphans of a root in order of file and line, with reasons; findings about those without."""
    named: dict[str, set[str]] = defaultdict(set)
    for link in links:
        named[link.file].add(link.name.partition("[")[0])
    found = [*_code(files, project, named, store), *_tests(files, project, named, store)]
    told, used = [], set()
    for one in found:
        key = next((key for key in _keys(one) if key in project.without_clause), "")
        used.add(key)
        told.append(Orphan(one.kind, one.file, one.line, one.name, project.without_clause.get(key, "")))
    told.sort(key=lambda one: (one.file, one.line, one.name))
    wrong = [*map(_finding, (one for one in told if not one.reason))]
    for key in project.without_clause:
        if key not in used:
            message = f"A reason is given for {key}, and nothing there is without a clause."
            wrong.append(finding("T164", Place(project.file), message, "Take the entry out, or correct it."))
    return tuple(told), tuple(wrong)


def _finding(one: Orphan) -> Diagnostic:
    code, says = _SAYS[one.kind]
    return finding(code, Place(one.file, one.line, 1), f"{one.name} {says}.", _DO)


def _keys(one: Orphan) -> Iterator[str]:
    """What a reason may be given for: the thing itself, its file, a folder that holds it."""
    yield one.code
    path = one.file
    while path:
        yield path
        path = path.rpartition("/")[0]


# -- code -------------------------------------------------------------------------------------------


def _code(files: Files, project: Project, named: Mapping[str, set[str]], store: Store) -> Iterator[Orphan]:
    """Public functions that nothing reaches which names a clause; most files need no reading to tell."""
    texts = dict(_texts(files, project.code))
    if not any(_unnamed(data, _PUBLIC, named.get(file, set())) for file, data in texts.items()):
        return
    outlines = {file: _remembered(data, file, outline, store) for file, data in texts.items()}
    reached = _reached(outlines, named)
    for file, definitions in outlines.items():
        public = (one for one in definitions if one.is_function and not one.name.startswith("_"))
        for one in public:
            if f"{module_of(file)}.{one.name}" not in reached:
                kind = OrphanKind.RULE if one.is_rule else OrphanKind.CODE
                yield Orphan(kind, file, one.line, one.name)


def _reached(outlines: Mapping[str, tuple[Defined, ...]], named: Mapping[str, set[str]]) -> set[str]:
    """The dotted names of everything that names a clause, and of what that uses, and so on."""
    uses: dict[str, tuple[str, ...]] = {}
    waiting: list[str] = []
    for file, definitions in outlines.items():
        roots = {name.partition(".")[0] for name in named.get(file, ())}
        for one in definitions:
            dotted = f"{module_of(file)}.{one.name}"
            uses[dotted] = one.uses
            if one.name in roots or "" in roots:
                waiting.append(dotted)
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(one for one in uses.get(name, ()) if one in uses)
    return reached


# -- tests ------------------------------------------------------------------------------------------


def _tests(files: Files, project: Project, named: Mapping[str, set[str]], store: Store) -> Iterator[Orphan]:
    for file, data in _texts(files, project.tests):
        marked = named.get(file, set())
        if "" in marked or not _unnamed(data, _TEST, {name.rpartition(".")[2] for name in marked}):
            continue
        for one in _remembered(data, file, tests_in, store):
            above = one.name
            while above and above not in marked:
                above = above.rpartition(".")[0]
            if not above:
                yield Orphan(OrphanKind.TEST, file, one.line, one.name)


# -- reading ----------------------------------------------------------------------------------------


def _texts(files: Files, places: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for file in source_files(files, places):
        if file.endswith(".py"):
            try:
                yield file, files.read(file)
            except OSError:
                continue  # told where links are read


def _unnamed(data: bytes, pattern: re.Pattern[bytes], names: set[str]) -> bool:
    """Whether a file may define what no link names: a look at its lines, without reading it."""
    return any(match[1].decode() not in names for match in pattern.finditer(data))


def _remembered(data: bytes, file: str, read: Read, store: Store) -> tuple[Defined, ...]:
    key = f"{READ_BY}:{read.__name__}:{file}:{sha256(data).hexdigest()}"
    kept: Any = store.get(key)
    if kept is not None and (found := from_record(kept)) is not None:
        return found
    found = read(data, file)
    store.put(key, as_record(found))
    return found
