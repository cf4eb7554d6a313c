"""Which source file each block at the top level of a document belongs in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .block import Block, Clause, Gap, Table
from .document import Document, Part
from .rising import longest_rising

_Name = tuple[str, str]
"""By which a block at the top level is known again: what it is, and its id or label."""


@dataclass(slots=True)
class _Run:
    """Neighbouring blocks that go into one file."""

    home: int
    """The index of the part of the earlier document that has them; -1 where none has."""
    blocks: list[Block] = field(default_factory=list)


def parts_from(blocks: Sequence[Block], like: Document) -> tuple[Part, ...]:
    """Blocks in the files in which `like` has them, the rest in new files, so that the order stands."""
    runs = _runs(blocks, like)
    kept = _kept(runs)
    following = _following(runs, kept, like)
    parts: list[Part] = []
    for index, run in enumerate(runs):
        if index in kept:
            parts.append(replace(like.parts[run.home], blocks=tuple(run.blocks)))
        else:
            before = parts[-1].file if parts else ""
            parts.append(Part(_new_file(run.blocks, before, following[index], like), tuple(run.blocks)))
    return tuple(parts)


def _following(runs: list[_Run], kept: set[int], like: Document) -> list[str]:
    """For each run, the next file after it that is kept; empty where there is none."""
    files: list[str] = []
    file = ""
    for index in range(len(runs) - 1, -1, -1):
        files.append(file)
        file = like.parts[runs[index].home].file if index in kept else file
    return files[::-1]


def _kept(runs: list[_Run]) -> set[int]:
    """The runs that can keep their file: files are read in the order of their names."""
    known = [index for index, run in enumerate(runs) if run.home >= 0]
    return {known[place] for place in longest_rising([runs[index].home for index in known])}


def _runs(blocks: Sequence[Block], like: Document) -> list[_Run]:
    homes = {
        name: at for at, part in enumerate(like.parts) for block in part.blocks if (name := _name(block))
    }
    openings = [_opening(part) for part in like.parts]
    runs: list[_Run] = []
    loose: list[Block] = []
    for block in blocks:
        name = _name(block)
        if name is None:
            loose.append(block)
            continue
        home = homes.get(name, -1)
        if not runs or home < 0 or home != runs[-1].home:
            ahead = min(len(loose), openings[home] if home >= 0 else 0) if runs else len(loose)
            if runs:
                runs[-1].blocks += loose[: len(loose) - ahead]
            runs.append(_Run(home))
            loose = loose[len(loose) - ahead :]
        runs[-1].blocks += [*loose, block]
        loose = []
    if loose and not runs:
        runs.append(_Run(0 if like.parts else -1))
    if loose:
        runs[-1].blocks += loose
    return runs


def _name(block: Block) -> _Name | None:
    match block:
        case Clause(id=name):
            return ("clause", name)
        case Table(id=name):
            return ("table", name)
        case Gap():
            return ("gap", block.first.text)
        case _:
            return None


def _opening(part: Part) -> int:
    """How many blocks, such as a comment, a part has before the first that has a name."""
    return next((at for at, block in enumerate(part.blocks) if _name(block)), 0)


_HEAD = re.compile(r"[0-9]*[A-Za-z]*")


def _new_file(blocks: list[Block], before: str, following: str, like: Document) -> str:
    """A file name that sorts between two others, and says what it holds: 18A-dormant-meters.md."""
    folder = (before or following or _folder(like)).rpartition("/")[0]
    last, after = before.rpartition("/")[2], following.rpartition("/")[2]
    slug = _slug(blocks)
    suffix = "csv" if any(_is_matrix(block) for block in blocks) else "md"
    names = [f"{stem}-{slug}.{suffix}" for stem in (_number(blocks, like), *_stems_after(last))]
    fitting = (name for name in names if last < name and (not after or name < after))
    return f"{folder}/{next(fitting, names[-1])}"


def _stems_after(last: str) -> tuple[str, ...]:
    """What sorts shortly after a file name, where the clause's own number does not."""
    if not last:
        return ("0",)
    head = _HEAD.match(last)
    return (f"{head[0] if head else ''}a", f"{last.rpartition('.')[0]}0")


def _folder(like: Document) -> str:
    return (
        like.parts[0].file if like.parts else f"documents/{like.register.code.lower()}/{like.version.name}/"
    )


def _slug(blocks: list[Block]) -> str:
    named = next((block for block in blocks if _name(block)), None)
    match named:
        case Clause(id=slug) | Table(id=slug):
            return slug
        case Gap(reason=reason):
            return reason.lower().replace(" ", "-")
        case _:
            return "text"


def _number(blocks: list[Block], like: Document) -> str:
    """The clause's number, as long as the numbers of the other files are."""
    width = max((len(_digits(part.file)) for part in like.parts), default=2)
    labels = [block.label for block in blocks if isinstance(block, Clause)]
    labels += [block.first for block in blocks if isinstance(block, Gap)]
    own = labels[0].own if labels else "0"
    digits = re.match(r"[0-9]+", own)
    return digits[0].zfill(width or 2) + own[digits.end() :] if digits else _annex(own)


def _annex(own: str) -> str:
    """annex-a for Annex A; a section of the main body keeps its letter."""
    return own.lower().replace(" ", "-") if " " in own else own


def _is_matrix(block: Block) -> bool:
    return isinstance(block, Clause) and any(isinstance(one, Table) and one.matrix for one in block.blocks)


def _digits(file: str) -> str:
    found = re.match(r"[0-9]+", file.rpartition("/")[2])
    return found[0] if found else ""
