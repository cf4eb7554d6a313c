"""Words made safe to print: no control characters, no halves of characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from toolkit.model.diagnostic import Diagnostic, Severity

from ..outcome import SetAside, Why

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """Words in which what no terminal and no XML file should get is shown as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", words)


def counted(number: int, noun: str) -> str:
    """A number with its noun: no findings, 1 finding, 2 findings."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def summary(
    findings: Iterable[Diagnostic], versions: tuple[str, ...], set_aside: Iterable[SetAside] = ()
) -> str:
    """One line: 3 findings (2 errors, 1 warning) in 11 versions; besides, 2 allowed."""
    tally = Counter(finding.severity for finding in findings)
    total = sum(tally.values())
    kinds = ", ".join(counted(tally[kind], kind.value) for kind in Severity if tally[kind])
    what = counted(total, "finding") + (f" ({kinds})" if total else "")
    reasons = Counter(one.why for one in set_aside)
    besides = ", ".join(f"{reasons[why]} {why.value}" for why in Why if reasons[why])
    aside = f"; besides, {besides}" if besides else ""
    where = f" in {counted(len(versions), 'version')}" if versions or not total else ""
    return f"{what[0].upper()}{what[1:]}{where}{aside}."
