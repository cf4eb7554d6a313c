"""Instructions in sentences, numbered, those about one clause under one lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from toolkit.compare.pairing import NONE
from toolkit.model.change import ChangeSet
from toolkit.model.document import Document
from toolkit.model.letters import to_letters, to_roman
from toolkit.model.passage import Passage

from .acts import Act, Cells, Grid
from .draw_up import Draft
from .names import Names
from .sentences import TABLE_FROM, Told, tell
from .texts import Texts


class Line(NamedTuple):
    """A line of an instruction: what it says, and what is set out under it."""

    depth: int
    """0 for the instruction itself, 1 for (a), 2 for (i)."""
    marker: str
    """1., (a) or (i)."""
    words: str
    shown: tuple[Passage, ...] = ()
    """Inserted text, to be set out in quotation marks."""
    header: Cells = ()
    """The column headings of rows among it."""
    grid: Grid | None = None
    closing: str = ""
    """What follows the inserted text or the table: a full stop, or ; and."""


class Wording(NamedTuple):
    """Amending instructions as they are printed."""

    title: str
    lead: str
    lines: tuple[Line, ...]


AS_IT_STANDS = (
    "Each instruction speaks of the text, and of the numbers of its provisions, as they stand before any of "
    "these instructions takes effect."
)


def in_words(changes: ChangeSet, old: Document, new: Document, notes: bool = False) -> Wording:
    """The instructions that make one version of another, in words.

    Drafting notes and comments are no legal text; they are told of only where `notes` asks for it.
    """
    draft = Draft.of(changes, old, new)
    names = Names.of(old, draft.old)
    told = tell(Texts(draft, names, Names.of(new, draft.new), notes), tuple(draft.steps()))
    lines: list[Line] = []
    for number, instruction in enumerate(_instructions(told, names), start=1):
        lines += [instruction[0]._replace(marker=f"{number}."), *instruction[1:]]
    code, name = old.register.code, new.register.code
    title = f"Amendments to {code} {old.version.name} that make it {name} {new.version.name}"
    return Wording(title, AS_IT_STANDS if len(lines) > 1 else "", tuple(lines))


def _instructions(told: Told, names: Names) -> Iterator[list[Line]]:
    """Each instruction as lines, those about one clause together."""
    for (unit, whole), group in groupby(told.acts, key=lambda act: (act.unit, act.whole)):
        acts = list(group)
        if whole or unit == NONE:
            yield from ([_line(0, "", _upper(act.said), act, ".")] for act in acts)
        else:
            yield _about(names.whole(unit), acts)
    if told.renumbered:
        yield _renumbered(told)
    if told.citations:
        header = ("Provision", "For", "Substitute")
        words = "In each provision named in the first column of this table, for each citation in the second"
        grid = Grid(header, tuple((one[0], f"“{one[1]}”", f"“{one[2]}”") for one in told.citations))
        yield [Line(0, "", f"{words} substitute that in the third:", grid=grid)]


def _renumbered(told: Told) -> list[Line]:
    if len(told.renumbered) < TABLE_FROM:
        return [Line(0, "", " and ".join(f"{one[0]} becomes {one[1]}" for one in told.renumbered) + ".")]
    words = "Each provision named in the first column of this table is renumbered as in the second:"
    return [Line(0, "", words, grid=Grid(("Provision", "Becomes"), told.renumbered))]


def _about(name: str, acts: Sequence[Act]) -> list[Line]:
    """One instruction about one clause or table: a sentence, or a lead-in with (a), (b) and on."""
    parts = [(inside, list(group)) for inside, group in groupby(acts, key=lambda act: act.inside)]
    if len(acts) == 1:
        act = acts[0]
        return [_line(0, "", f"In {_inside(name, act.inside)}, {act.said}", act, ".")]
    if len(parts) == 1:
        lines = [Line(0, "", f"In {_inside(name, parts[0][0])}—")]
        return lines + _lettered(1, parts[0][1], ".")
    lines = [Line(0, "", f"In {name}—")]
    for at, (inside, group) in enumerate(parts):
        closing = "." if at + 1 == len(parts) else "; and" if at + 2 == len(parts) else ";"
        marker = f"({to_letters(at + 1)})"
        within = f"in {inside}" if inside else ""
        if len(group) == 1:
            words = ", ".join(filter(None, [within, group[0].said]))
            lines.append(_line(1, marker, words, group[0], closing))
        elif inside:
            lines += [Line(1, marker, f"{within}—"), *_lettered(2, group, closing)]
        else:
            lines += [_line(1, "", act.said, act, closing) for act in group]
    return _relettered(lines)


def _relettered(lines: Sequence[Line]) -> list[Line]:
    """Lines lettered (a), (b) and on, with “and” before the last of them and a full stop after it."""
    last = max(at for at, line in enumerate(lines) if line.depth == 1)
    done: list[Line] = []
    letter = 0
    for at, line in enumerate(lines):
        letter += line.depth == 1
        marker = f"({to_letters(letter)})" if line.depth == 1 else line.marker
        ends_point = at + 1 == len(lines) or lines[at + 1].depth == 1
        closing = "." if at + 1 == len(lines) else "; and" if at + 1 == last else ";"
        line = line._replace(marker=marker)
        done.append(_ended(line, closing) if ends_point and line.depth else line)
    return done


def _ended(line: Line, closing: str) -> Line:
    """A line with another ending."""
    if line.shown or line.grid:
        return line._replace(closing=closing)
    words = line.words.removesuffix("; and").removesuffix(";").removesuffix(".")
    return line._replace(words=words + closing)


def _inside(name: str, inside: str) -> str:
    """Clause 8.4(b); the heading of Clause 5; Clause 1.2, in the definition of “Device”."""
    if not inside:
        return name
    label = inside.removeprefix("paragraph ")
    if label != inside and label.startswith("(") and label.endswith(")") and " " not in label:
        return name + label
    if inside in ("the heading", "the title"):
        return f"{inside} of {name}"
    return f"{name}, in {inside}"


def _lettered(depth: int, acts: Sequence[Act], closing: str) -> list[Line]:
    lines = []
    for at, act in enumerate(acts, start=1):
        end = closing if at == len(acts) else "; and" if at + 1 == len(acts) else ";"
        marker = f"({to_letters(at)})" if depth == 1 else f"({to_roman(at)})"
        lines.append(_line(depth, marker, act.said, act, end))
    return lines


def _line(depth: int, marker: str, words: str, act: Act, closing: str) -> Line:
    words = words.removesuffix(",").replace(",,", ",")
    if act.shown:
        return Line(depth, marker, f"{words}—", act.shown, act.header, None, closing)
    if act.grid:
        return Line(
            depth,
            marker,
            f"{words}, with these entries:",
            (),
            (),
            act.grid,
            "" if closing == "." else closing,
        )
    return Line(depth, marker, words + closing)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
