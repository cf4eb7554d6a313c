"""What changed in the drafting after the consultation: the real differences, against what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.compare.compare import compare_versions
from toolkit.library.library import Library
from toolkit.model.change import Change, ChangeSet
from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place

from .analysis import Analysis
from .conclusions import Conclusions
from .consultation import Consultation, Provision
from .declared import Comparison
from .finding import finding
from .stage import StageDocument


def since_consultation(library: Library, documents: Iterable[StageDocument]) -> tuple[Comparison, ...]:
    """From what was consulted on to what is concluded, without what came with a new base, in order."""
    found: list[Comparison] = []
    for one in (one for one in documents if one.consulted):
        old, new = library.load(f"{one.code}@{one.consulted}"), library.load(f"{one.code}@{one.version}")
        comparison = Comparison(old.document, new.document, compare_versions(library, old, new))
        before, after = old.document.version.base, new.document.version.base
        if after not in (one.consulted, before) and before and after:
            moved, onto = library.load(f"{one.code}@{before}"), library.load(f"{one.code}@{after}")
            comparison = beyond(comparison, compare_versions(library, moved, onto))
        found.append(comparison)
    return tuple(found)


def beyond(comparison: Comparison, moved: ChangeSet) -> Comparison:
    """A comparison without the changes that came with a new base.

    Where the base of what was consulted on was overtaken, its changes were carried onto a new one; what
    the new base itself changed was decided elsewhere and is no outcome of this consultation.
    """
    carried = Counter(_said(change) for change in moved.changes)
    kept: list[Change] = []
    for change in comparison.changes.changes:
        if carried[_said(change)]:
            carried[_said(change)] -= 1
        else:
            kept.append(change)
    return replace(comparison, changes=replace(comparison.changes, changes=tuple(kept)))


def _said(change: Change) -> tuple[object, ...]:
    sides = (change.old, change.new)
    words = tuple(tuple(text.plain for text in side.texts) if side else None for side in sides)
    return (change.kind, change.clause, words)


def check_summarised(conclusions: Conclusions, analysis: Analysis) -> Iterator[Diagnostic]:
    """An error for each change that a theme is said to have led to and that the summary does not show."""
    rows = [one for row in conclusions.drafting for one in row.change.provisions]
    for theme in analysis.themes:
        for made in theme.made:
            if not any(_covers(row, made) for row in rows):
                message = (
                    f"“{theme.id}” is said to have changed {made.kind} {made.name} of {made.document}, and "
                    f"no row of drafting in {conclusions.stage.file} does."
                )
                hint = "Add it to a row of drafting, or take it out of made."
                yield finding("P169", made.place, message, hint)


def check_concluded(consultation: Consultation, analysis: Analysis) -> Iterator[Diagnostic]:
    """An error for each question on which nothing is concluded."""
    file = analysis.file or consultation.file.replace("consultation.yaml", "analysis.yaml")
    for question in consultation.questions:
        if analysis.outcome(question.id) is None:
            message = f"Nothing is concluded on {question.label}, {question.id}."
            hint = f"Add to outcomes: question: {question.id}, with its conclusion."
            yield finding("P154", Place(file), message, hint)


def _covers(row: Provision, made: Provision) -> bool:
    if (row.document, row.kind) != (made.document, made.kind):
        return False
    return made.name == row.name or _inside(made.name, row.name) or _inside(row.name, made.name)


def _inside(name: str, other: str) -> bool:
    """Whether 4.29(b) stands in 4.29."""
    return name.startswith((f"{other}(", f"{other}."))
