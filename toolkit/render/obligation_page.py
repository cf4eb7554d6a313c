"""Obligations as one self-contained page: who, what, when, with filters and the words they were read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from toolkit.cite.citation import Citation
from toolkit.library.load import Loaded
from toolkit.obligation.obligation import Kind, Obligation

from .html import dress
from .layout import Entry
from .obligation_rows import ASKING, NOBODY, Told, by_actor, called, kind_words, when, who
from .templates import Templates


class Piece(NamedTuple):
    """Words, with the address that they lead to; empty where to none."""

    words: str
    href: str


class Row(NamedTuple):
    """One reading on the page."""

    one: Obligation
    id: str
    href: str
    """Of the clause in the clean copy."""
    who: str
    named: bool
    whens: tuple[str, ...]
    units: str
    """Those of its periods, each on a line, for the filter."""
    actors: str
    pieces: tuple[Piece, ...]
    """The words of its passage, with what they cite."""
    state: str


class Group(NamedTuple):
    """The readings under one heading."""

    id: str
    heading: str
    rows: tuple[Row, ...]


class Part(NamedTuple):
    """The readings of one version."""

    id: str
    title: str
    version: str
    file: str
    groups: tuple[Group, ...]
    total: int


class Choices(NamedTuple):
    """What can be chosen of one property, each with its count."""

    name: str
    label: str
    values: tuple[tuple[str, int], ...]


def clean_copy(loaded: Loaded) -> str:
    """The file name, without its ending, of the clean copy that the page leads to."""
    return _slug(f"{loaded.document.register.code}-{loaded.document.version.name}-clean")


def obligation_html(told: Told, versions: Sequence[Loaded], templates: Templates) -> bytes:
    """The page as UTF-8: nothing is loaded from anywhere, and without its script it is the whole list."""
    files = {loaded.document.name: f"{clean_copy(loaded)}.html" for loaded in versions}
    parts = tuple(_part(told, loaded, files) for loaded in versions)
    some = told.obligations
    return templates.render(
        "obligations.html.j2",
        heading="Obligations: who must do what, and when",
        language="en-GB",
        entries=tuple(_entries(parts)),
        parts=parts,
        total=len(some),
        kinds=tuple((kind_words(kind), sum(one.kind is kind for one in some)) for kind in Kind),
        uncertain=sum(one.uncertain for one in some),
        actors=tuple((called(name, told), counts) for name, counts in by_actor(some)),
        kind_names=tuple(map(kind_words, ASKING)),
        choices=tuple(_choices(told)),
        traced=told.states is not None,
        **dress(templates, ("obligations",)),
    ).encode("utf-8", "replace")


def _part(told: Told, loaded: Loaded, files: dict[str, str]) -> Part:
    name = loaded.document.name
    some = [one for one in told.obligations if one.version_name == name]
    seen: Counter[str] = Counter()
    groups = []
    for number, (heading, members) in enumerate(groupby(some, key=lambda one: one.heading)):
        rows = tuple(_row(told, one, files, seen) for one in members)
        groups.append(Group(f"{_slug(name)}-{number}", heading, rows))
    register = loaded.document.register
    return Part(_slug(name), register.title, f"{register.code} {loaded.document.version.name}", files[name],
                tuple(groups), len(some))  # fmt: skip


def _row(told: Told, one: Obligation, files: dict[str, str], seen: Counter[str]) -> Row:
    name = f"{_slug(one.version_name)}_{one.clause}"
    seen[name] += 1
    units = dict.fromkeys(timing.unit or "no unit" for timing in one.timings)
    return Row(
        one,
        name if seen[name] == 1 else f"{name}_{seen[name]}",
        _address(files[one.version_name], one.clause),
        who(one),
        bool(one.actors),
        tuple(map(when, one.timings)),
        "\n".join(units),
        "\n".join(_actors(one)),
        tuple(_pieces(one, files)),
        told.state(one),
    )


def _actors(one: Obligation) -> tuple[str, ...]:
    return one.actors or (() if one.kind is Kind.DECLARATION else (NOBODY,))


def _pieces(one: Obligation, files: dict[str, str]) -> Iterator[Piece]:
    at = 0
    for citation in one.citations:
        href = _cited(citation, files)
        if href and citation.start >= at:
            yield Piece(one.words[at : citation.start], "")
            yield Piece(one.words[citation.start : citation.end], href)
            at = citation.end
    yield Piece(one.words[at:], "")


def _cited(citation: Citation, files: dict[str, str]) -> str:
    target = citation.target
    file = files.get(f"{target.document}@{target.version}", "") if target else ""
    return _address(file, target.id) if file and target else ""


def _address(file: str, name: str) -> str:
    return f"./{quote(file)}" + (f"#{quote(name)}" if name else "")


def _entries(parts: Sequence[Part]) -> Iterator[Entry]:
    for part in parts:
        yield Entry(1, "", part.version, f"#{part.id}", False)
        for group in part.groups:
            label, _, title = group.heading.partition(" ")
            if title:
                yield Entry(2, label, title, f"#{group.id}", False)


def _choices(told: Told) -> Iterator[Choices]:
    some = told.obligations
    yield _choice("actor", "Who", (name for one in some for name in _actors(one)))
    yield _choice("modal", "Modal", (one.modal for one in some))
    yield _choice("kind", "Kind", (one.kind.value for one in some))
    yield _choice("version", "Document", (one.version_name for one in some), by_count=False)
    units = (dict.fromkeys(timing.unit or "no unit" for timing in one.timings) for one in some)
    yield _choice("unit", "Unit of time", (unit for one in units for unit in one))
    if told.states is not None:
        yield _choice("state", "Carried out", filter(None, map(told.state, some)))


def _choice(name: str, label: str, values: Iterator[str], by_count: bool = True) -> Choices:
    counts = Counter(values)
    ordered = (
        sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if by_count else list(counts.items())
    )
    return Choices(name, label, tuple(ordered))


def _slug(name: str) -> str:
    return name.replace("@", "-").replace(" ", "-").replace(":", "-").replace("/", "-")
