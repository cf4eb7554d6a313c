"""What is left out, put in, replaced or moved, in words."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.compare.pairing import NONE
from toolkit.model.passage import Kind, Passage

from .acts import Act, Omitted
from .instruction import Move, Omit, Substitute
from .places import Places
from .remarks import between_gaps
from .texts import Texts


def omit_acts(texts: Texts, step: Omit) -> Iterator[Act]:
    """Passages that are left out."""
    at = texts.draft.addresses.find(step.target)
    if texts.is_told(texts.draft.before[at]):
        unit = texts.old.unit(at)
        whole = at == unit or unit == NONE
        yield Act(at, unit, "", omitted=_name(texts, at, step.whole), whole=whole)


def _name(texts: Texts, at: int, whole: bool) -> Omitted:
    """What is left out by noun and name, so that several can be told together."""
    passage = texts.draft.before[at]
    if not whole and texts.draft.old.children[at]:
        words = "the heading of" if passage.kind is Kind.HEADING else "the words of"
        return Omitted("", (f"{words} {texts.old.whole(at)} (but not what stands in it)",))
    if passage.kind is Kind.ROW:
        return Omitted("the row", (f"“{texts.old.row(at)}”",))
    if passage.kind is Kind.TERM:
        return Omitted("the definition of", (f"“{passage.texts[0].plain}”",))
    name = texts.old.whole(at) if texts.old.is_unit(at) else texts.old.part(at)
    noun, _, label = name.rpartition(" ")
    if noun in ("paragraph", "Table", texts.old.words.keyword):
        return Omitted(noun, (label,))
    return Omitted("", (name,))


def insert_acts(texts: Texts, j: int, shown: tuple[Passage, ...], places: Places) -> Iterator[Act]:
    """Passages that are put in; `j` is the index of the first of them in the new version."""
    whole = shown[0].kind is Kind.CROSSHEADING or (texts.new.is_unit(j) and shown[0].kind is not Kind.CAPTION)
    spot = places.spot(j, whole)
    header = _header(texts, j) if shown[0].kind is Kind.ROW else ()
    yield Act(
        _kept_before(texts, j) + 0.5, spot.unit, f"{spot.words} insert", shown=shown, header=header,
        by_alphabet=spot.by_alphabet, whole=spot.unit == NONE,
    )  # fmt: skip


def _kept_before(texts: Texts, j: int) -> int:
    """The old passage that a new one comes to stand after; NONE for the beginning."""
    while j >= 0 and texts.draft.pairs.to_old[j] == NONE:
        j -= 1
    return texts.draft.pairs.to_old[j] if j >= 0 else NONE


def _header(texts: Texts, j: int) -> tuple[str, ...]:
    table = texts.draft.new.parents[j]
    return tuple(text.plain for text in texts.draft.after[texts.draft.new.children[table][0]].texts)


def substitute_acts(texts: Texts, step: Substitute) -> Iterator[Act]:
    """Passages that take the place of others."""
    at = texts.draft.addresses.find(step.omitted[0].target)
    shown = tuple(one for one in step.passages if texts.is_told(one))
    if not shown or not texts.is_told(texts.draft.before[at]):
        yield from (act for omit in step.omitted for act in omit_acts(texts, omit))
        return
    if parts := between_gaps(texts.draft.before[at], shown):
        for label, clauses in parts:
            words = f"after {texts.old.words.keyword} {label.text} insert"
            yield Act(at, NONE, words, shown=clauses, whole=True)
        return
    unit = texts.old.unit(at)
    whole = at == unit or unit == NONE
    name = texts.old.whole(at) if texts.old.is_unit(at) else texts.old.part(at)
    header = _old_header(texts, at) if shown[0].kind is Kind.ROW else ()
    yield Act(at, unit, f"for {name} substitute", shown=shown, header=header, whole=whole)


def _old_header(texts: Texts, row: int) -> tuple[str, ...]:
    table = texts.draft.old.parents[row]
    return tuple(text.plain for text in texts.draft.before[texts.draft.old.children[table][0]].texts)


def move_acts(texts: Texts, step: Move, places: Places) -> Iterator[Act]:
    """A passage that goes elsewhere."""
    at = texts.draft.addresses.find(step.target)
    passage = texts.draft.before[at]
    if not texts.is_told(passage):
        return
    j = texts.new_at(at)
    whole = texts.old.is_unit(at) or passage.kind not in (Kind.ROW, Kind.COLUMNS)
    spot = places.spot(j, whole)
    name, new = texts.old.whole(at), texts.new.whole(j)
    becomes = f" and becomes {new}" if texts.draft.after[j].label != passage.label else ""
    if not whole:
        words = f"move {texts.old.part(at)} to {spot.words.replace('at the', 'the')}"
        yield Act(at, texts.old.unit(at), words)
        return
    where = spot.words if not spot.words.startswith("at the") else f"the {spot.words[7:]}"
    verb = "are" if " words " in f" {name} " else "is"
    yield Act(at, NONE, f"{name} {verb} moved to {where}{becomes}", whole=True)
