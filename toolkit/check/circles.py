"""What leans on itself in the end: the circles of a graph, without recursion and in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(leans: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """The largest sets of names in which each leads to each (Tarjan 1972); one alone only if to itself.

    `leans` gives for every name those that it leads to, all of them names too.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for start in leans:
        if start in number:
            continue
        work = [(start, iter(leans[start]))]
        while work:
            name, following = work[-1]
            if name not in number:
                number[name] = low[name] = len(number)
                path.append(name)
                on_path.add(name)
            other = next((one for one in following if one not in number or one in on_path), None)
            if other is not None and other not in number:
                work.append((other, iter(leans[other])))
                continue
            if other is not None:
                low[name] = min(low[name], number[other])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[name])
            if low[name] == number[name]:
                yield from _closed(name, leans, path, on_path)


def _closed(
    name: str, leans: Mapping[str, Sequence[str]], path: list[str], on_path: set[str]
) -> Iterator[frozenset[str]]:
    """Take a finished set off the path."""
    members = [path.pop()]
    while members[-1] != name:
        members.append(path.pop())
    on_path.difference_update(members)
    if len(members) > 1 or name in leans[name]:
        yield frozenset(members)
