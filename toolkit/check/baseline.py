"""A baseline: the findings that an old code starts with, so that only new ones fail.

A finding is known again by its rule, the id of the clause it stands in and the words it is about; neither
lines nor labels nor files count, so that re-wrapping, moving and renumbering change nothing. The document
counts but not the version: a new draft starts with what the text that it was copied from had. Of findings
that are alike as many are known as one version had.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from toolkit.model.diagnostic import Diagnostic

from .outcome import Outcome, SetAside, Why
from .report.sources import Sources

SCHEMA = "drafting-toolkit/baseline/1"
_ANY_SCHEMA = "drafting-toolkit/baseline/"
_FIELDS = ("rule", "document", "clause", "words")

Key = tuple[str, str, str, str]
"""Code, document (or file, for what is found in a register), id of the clause, and words."""
Baseline = Counter[Key]


class BaselineError(ValueError):
    """A file that is no baseline. The text says what is wrong with it."""


def baseline_of(findings: Iterable[Diagnostic], sources: Sources) -> Baseline:
    """The baseline of findings: of each key, the most that any one version has."""
    tally: dict[str, Baseline] = {}
    for one in findings:
        tally.setdefault(sources.version_of(one), Counter())[_key(one, sources)] += 1
    most: Baseline = Counter()
    for counted in tally.values():
        most |= counted
    return most


def _key(finding: Diagnostic, sources: Sources) -> Key:
    document = sources.version_of(finding).partition("@")[0] or finding.place.file
    words = sources.words(finding.place) or finding.message
    return (finding.code, document, finding.owner, words)


def held_against(outcome: Outcome, baseline: Baseline, sources: Sources) -> Outcome:
    """An outcome in which what the baseline knows is set aside; the first of those that are alike."""
    left: dict[str, Baseline] = {}
    seen: set[Key] = set()
    new: list[Diagnostic] = []
    known: list[SetAside] = []
    for finding in outcome.findings:
        key = _key(finding, sources)
        remaining = left.setdefault(sources.version_of(finding), Counter())
        if remaining[key] < baseline[key]:
            remaining[key] += 1
            seen.add(key)
            known.append(SetAside(finding, Why.KNOWN))
        else:
            new.append(finding)
    aside = sorted((*outcome.set_aside, *known), key=lambda one: one.finding.order)
    return Outcome(tuple(new), tuple(aside), len(baseline.keys() - seen))


# -- the file ---------------------------------------------------------------------------------------


def write_baseline(baseline: Baseline, name_of: Callable[[str], str]) -> str:
    """The file of a baseline, sorted, so that its changes are read easily; `name_of` names a code."""
    entries = [
        {**dict(zip(_FIELDS, key, strict=True)), "name": name_of(key[0]), "count": count}
        for key, count in sorted(baseline.items())
    ]
    return json.dumps({"schema": SCHEMA, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(data: bytes) -> Baseline:
    """The baseline in the bytes of a file; BaselineError where there is none in it."""
    try:
        content = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BaselineError(f"is not UTF-8 (byte 0x{data[error.start]:02X} at {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"is not JSON ({error})") from error
    schema = content.get("schema") if isinstance(content, dict) else None
    if isinstance(schema, str) and schema != SCHEMA and schema.startswith(_ANY_SCHEMA):
        raise BaselineError(f"is of another version of the toolkit ({schema}; this one reads {SCHEMA})")
    if schema != SCHEMA:
        raise BaselineError(f"does not say “schema”: “{SCHEMA}”")
    entries = content.get("findings")
    if not isinstance(entries, list):
        raise BaselineError("has no list of findings")
    found: Baseline = Counter()
    for number, entry in enumerate(entries, start=1):
        key, count = _entry(entry, number)
        found[key] += count
    return found


def _entry(entry: Any, number: int) -> tuple[Key, int]:
    if not isinstance(entry, dict):
        raise BaselineError(f"has no object as its finding {number}")
    key = tuple(entry.get(field) for field in _FIELDS)
    count = entry.get("count", 1)
    if not all(isinstance(value, str) for value in key) or type(count) is not int:
        raise BaselineError(f"lacks rule, document, clause or words in its finding {number}")
    rule, document, clause, words = map(str, key)
    return (rule, document, clause, words), max(count, 0)
