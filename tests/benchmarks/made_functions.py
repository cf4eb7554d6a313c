"""Made-up functions that carry a clause out, each with a call and what it answers, for benchmarks."""

from __future__ import annotations

import random
from typing import NamedTuple

_FORMS = (
    (
        "due",
        '''\
def {name}(received: int, urgent: bool = False) -> int:
    """The day, by number, by which the request must have been answered."""
    days = {a} // 2 if urgent else {a}
    due = received + days
    while due % 7 > 4:  # a Saturday or a Sunday
        due += 1
    return due
''',
        ("{b}", "{b}, urgent=True", "{c}"),
    ),
    (
        "accepted",
        '''\
def {name}(reference: str, held: str = "{a:08}") -> bool:
    """Whether a reference is the one held, its leading zeros left aside."""
    if not reference.strip().isdigit():
        return False
    given = reference.strip().lstrip("0") or "0"
    known = held.lstrip("0") or "0"
    return given == known
''',
        ('"{a}"', '"{b}x"', '"00{c}"'),
    ),
    (
        "state",
        '''\
def {name}(reports: tuple[int, ...], limit: int = {a}) -> str:
    """What is to be said of a device, from the ages of its reports in days."""
    if not reports:
        return "unknown"
    late = [age for age in reports if age > limit]
    if len(late) == len(reports):
        return "blocked"
    for age in sorted(reports):
        if age < {b} and age not in late:
            return "active"
    return "dormant"
''',
        ("()", "({a}, {c})", "({b}, {b})"),
    ),
    (
        "share",
        '''\
def {name}(attempts: int, met: int) -> int:
    """Of a hundred attempts, how many were met; refused where there can be no such number."""
    if attempts <= 0 or not 0 <= met <= attempts:
        return -1
    share = met * 100 // attempts
    if share >= {a}:
        return share
    shortfall = {a} - share
    return max(0, share - shortfall // {b})
''',
        ("{c}, {b}", "0, 0", "{c}, {c}"),
    ),
)
"""What a function is called for, its source, and what it is asked."""


class Made(NamedTuple):
    """One function."""

    name: str
    source: str
    calls: tuple[tuple[str, str], ...]
    """What it is asked, as arguments are written, and the answer."""


def make_function(clause: str, rng: random.Random) -> Made:
    """A function that carries out a clause, by its id."""
    purpose, form, asked = rng.choice(_FORMS)
    numbers = {"a": rng.randint(5, 30), "b": rng.randint(2, 20), "c": rng.randint(21, 90)}
    name = f"{purpose}_{clause.replace('-', '_')}"
    source = form.format(name=name, **numbers)
    space: dict[str, object] = {}
    exec(source, space)
    calls = [call.format(**numbers) for call in asked]
    return Made(name, source, tuple((call, repr(eval(f"{name}({call})", space))) for call in calls))
