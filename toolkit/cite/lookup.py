"""Looks one label up where it is said to stand: in a version that is held, or in an inventory."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from toolkit.library.external import External
from toolkit.model.block import Clause, Gap

from .citation import Problem, Target
from .context import Catalogue
from .enumeration import pieces_of
from .keyword import keyword_of
from .mention import ANNEXES, Cited, Kind
from .provisions import Provisions

NOT_USED = "Not used"
_BRACKETED = re.compile(r"\([A-Z]+\)")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a label was found to mean."""

    target: Target | None = None
    problem: Problem | None = None
    message: str = ""
    hint: str = ""
    clause: Clause | None = None
    """The clause of a held document that it names."""


def in_document(provisions: Provisions, cited: Cited, kind: Kind, keyword: str) -> Finding:
    """Look a label up in a version that is held."""
    if kind is Kind.TABLE:
        return _table(provisions, cited)
    if kind in ANNEXES:
        return annex(provisions, cited, kind, keyword) or _none(provisions, cited, kind)
    clauses = [found for found in map(provisions.clause, cited.readings) if found]
    if not clauses:
        other = next(filter(None, map(provisions.in_other_case, cited.readings)), None)
        if other is not None:
            return in_other_case(provisions, cited.label, other)
        return _gap(provisions, cited) or _none(provisions, cited, kind)
    finding = Finding(target_of(provisions, clauses[0]), clause=clauses[0])
    if len(clauses) > 1 and len(cited.readings) > 1:
        both = " or ".join(clause.label.text for clause in clauses)
        message = f"“{cited.parts[0].text}” may mean {both} of {_name(provisions)}."
        return replace(finding, problem=Problem.AMBIGUOUS, message=message, hint="Cite the label in full.")
    return _checked(finding, cited, provisions.keyword, provisions.code, kind, keyword)


def in_inventory(
    catalogue: Catalogue, external: External, cited: Cited, kind: Kind, keyword: str, version: str
) -> Finding:
    """Look a label up in the inventory of a document that is not held."""
    label = cited.label if kind not in ANNEXES else f"{kind.title()} {cited.label}"
    if kind is Kind.TABLE:
        label = f"Table {cited.label}"
    found = catalogue.entry(external, label)
    small = _BRACKETED.sub(lambda part: part[0].lower(), label)
    if found is None and small != label and catalogue.entry(external, small):
        finding = in_inventory(catalogue, external, replace(cited, readings=(small,)), kind, keyword, version)
        return finding if finding.problem else _level_case(finding, external.keyword, label, small)
    if found is None:
        called = label if kind in ANNEXES or kind is Kind.TABLE else f"{external.keyword} {label}"
        message = f"{called} is not in the inventory of the {external.title}."
        hint = (
            f"If the provision exists, add its label and heading to {external.file}; else mend the citation."
        )
        return Finding(None, Problem.NOT_LISTED, message, hint)
    target = Target(external.code, version, "", label, found[1], external=True)
    finding = Finding(target)
    exact = replace(cited, heading=cited.heading if found[0] == label else "")
    return _checked(finding, exact, external.keyword, external.code, kind, keyword)


def in_other_case(provisions: Provisions, label: str, clause: Clause) -> Finding:
    """A clause that was cited with a sub-level in the wrong case."""
    pieces = len(pieces_of(label))
    right = "".join(clause.label.parts[-pieces:])
    return _level_case(
        Finding(target_of(provisions, clause), clause=clause), provisions.keyword, label, right
    )


def _level_case(finding: Finding, keyword: str, label: str, right: str) -> Finding:
    message = f"There is no {label}; {keyword} {right} is written with other letters."
    if label.startswith("("):
        message = f"There is no {label} here; there is {right}."
    return replace(finding, problem=Problem.LEVEL_CASE, message=message, hint=f"Write {right}.")


def annex(provisions: Provisions, cited: Cited, kind: Kind, keyword: str) -> Finding | None:
    """An annex, appendix or schedule of a document itself; None where it has none of that letter."""
    for word in (kind, *sorted(ANNEXES - {kind})):
        clause = provisions.index.labels.get(f"{word.title()} {cited.label}")
        if clause is None:
            continue
        finding = Finding(target_of(provisions, clause), clause=clause)
        if word is kind:
            return _checked(finding, cited, "", provisions.code, kind, keyword)
        message = f"{provisions.code} calls it {clause.label.text}, not {kind.title()} {cited.label}."
        hint = f"Write {clause.label.text}."
        return replace(finding, problem=Problem.WRONG_KEYWORD, message=message, hint=hint)
    return None


def target_of(provisions: Provisions, clause: Clause) -> Target:
    """A clause as a target."""
    heading = provisions.heading_over(clause.id)
    return Target(provisions.code, provisions.version, clause.id, clause.label.text, heading)


def whole(catalogue: Catalogue, code: str, version: str) -> Target:
    """A whole document as a target."""
    register = catalogue.register(code)
    if register is not None:
        return Target(code, version, heading=register.title)
    external = catalogue.external(code)
    return Target(code, version, heading=external.title if external else "", external=True)


def _table(provisions: Provisions, cited: Cited) -> Finding:
    label = f"Table {cited.label}"
    table = provisions.index.captions.get(label)
    if table is None:
        return _none(provisions, cited, Kind.TABLE)
    target = Target(provisions.code, provisions.version, table.id, label, table.title.plain)
    return headed(Finding(target), cited, table.title.plain, label)


def _gap(provisions: Provisions, cited: Cited) -> Finding | None:
    for reading in cited.readings:
        gap = provisions.gap(reading)
        if gap is not None:
            return _in_gap(provisions, gap, reading)
    return None


def _in_gap(provisions: Provisions, gap: Gap, label: str) -> Finding:
    heading = provisions.heading_over(provisions.by_key.get(gap.first.key[:-1], ""))
    target = Target(provisions.code, provisions.version, "", label, heading, gap=gap.reason)
    if gap.reason != NOT_USED:
        return Finding(target)
    message = f"{provisions.keyword} {label} of {_name(provisions)} is declared [Not used]."
    return Finding(None, Problem.NOT_USED, message, "Cite the provision that took its place, or none.")


def _none(provisions: Provisions, cited: Cited, kind: Kind) -> Finding:
    word = provisions.keyword if kind in (Kind.CLAUSE, Kind.SECTION, Kind.PARAGRAPH) else kind.title()
    label = cited.label if kind is not Kind.CLAUSE or not cited.label.startswith("(") else cited.parts[0].text
    message = f"{word} {label} does not exist in {_name(provisions)}."
    hint = _near(provisions, cited.label) if word == provisions.keyword else ""
    return Finding(None, Problem.NO_SUCH_PROVISION, message, hint or "Mend the label, or name the document.")


def _near(provisions: Provisions, label: str) -> str:
    """What exists where a missing label would stand."""
    other_case = provisions.other_case(label)
    if other_case:
        return f"There is a {other_case}; capital and small letters make different numbers."
    near = provisions.nearest(label)
    if len(near) == 1:
        return f"The nearest is {near[0]}."
    return f"The nearest are {' and '.join(near)}." if near else ""


def _checked(finding: Finding, cited: Cited, expected: str, code: str, kind: Kind, keyword: str) -> Finding:
    """The finding with what is wrong with the heading in brackets, or with the keyword."""
    if finding.clause is None or finding.clause.heading is not None:
        target = finding.target
        heading = target.heading if target else ""
        finding = headed(finding, cited, heading, f"{expected or kind.title()} {cited.label}")
    if finding.problem or not expected or not keyword or _called(kind, keyword, expected):
        return finding
    called = keyword_of(keyword)[0].title()
    message = f"{code} calls its provisions {expected}s, not {called}s."
    hint = f"Write {expected} {cited.label}."
    return replace(finding, problem=Problem.WRONG_KEYWORD, message=message, hint=hint)


def _called(kind: Kind, keyword: str, expected: str) -> bool:
    if keyword.startswith("§"):
        return expected.lower() in ("§", "section")
    if expected == "§":
        return kind is Kind.SECTION
    return kind.value == expected.lower()


def headed(finding: Finding, cited: Cited, heading: str, name: str) -> Finding:
    """The finding with what is wrong with the heading in brackets, where it is known what it should say."""
    if not cited.heading or not heading or _folded(cited.heading) == _folded(heading):
        return finding
    message = f"{name} is headed “{heading}”, not “{cited.heading}”."
    return replace(finding, problem=Problem.HEADING_DIFFERS, message=message, hint=f"Write ({heading}).")


def _folded(heading: str) -> str:
    return " ".join(heading.replace("’", "'").replace("–", "-").lower().split())


def _name(provisions: Provisions) -> str:
    return f"{provisions.code} {provisions.version}"
