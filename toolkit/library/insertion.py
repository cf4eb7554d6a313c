"""A new clause among others: the label that fits, an id that nothing has borne, and the part with it."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_uppercase

from toolkit.model.block import Block, Clause, Definition, Gap, Item, Paragraph
from toolkit.model.document import Document, Part
from toolkit.model.label import Label, Ordinal
from toolkit.model.numbering import Level, Style, in_annex, read_label, to_letters, to_roman
from toolkit.model.text import EMPTY, Text
from toolkit.source.patterns import slug

from .finding import LibraryError

_ID_WORDS = 5
_SMALL_WORDS = frozenset(
    slug("a an and any as at be by for from in is it its no of on or shall such that the this to").split("-")
)


def label_after(document: Document, after: Clause, siblings: tuple[Block, ...]) -> Label:
    """The label of a clause inserted after another: 4.31 at the end of a list, else 4.30A, (ba), (iiA).

    Where the siblings already write inserted numbers with small letters (18.22a), so does this.
    """
    own = [block for block in siblings if isinstance(block, Clause | Gap)]
    own = [one for one in own if in_annex(_first(one)) == in_annex(after.label)]
    place = next(number for number, block in enumerate(own) if block is after)
    if place + 1 == len(own):
        return _spelled(document, after, _next(after))
    following = own[place + 1]
    taken = _first(following).key[-1]
    last = after.label.key[-1]
    if last.suffix:
        raised = Ordinal.of(last.number, last.suffix[:-1] + chr(ord(last.suffix[-1]) + 1))
        if raised >= taken or not raised.suffix[-1].isalpha():
            hint = "Insert it elsewhere, or renumber."
            raise LibraryError(f"No label lies between {after.label.text} and the next.", hint)
        return _spelled(document, after, raised)
    letter = "a" if _small_letters(own) else "A"
    inserted = Ordinal.of(last.number, letter)
    if inserted >= taken:
        raise LibraryError(
            f"{after.label.text} already has an inserted clause after it.", "Insert after that one."
        )
    return _spelled(document, after, inserted)


def _first(block: Clause | Gap) -> Label:
    return block.first if isinstance(block, Gap) else block.label


def _small_letters(siblings: list[Clause | Gap]) -> bool:
    return any(one.label.key[-1].suffix.islower() for one in siblings if isinstance(one, Clause))


def _next(after: Clause) -> Ordinal:
    return Ordinal.of(after.label.key[-1].number + 1)


def _spelled(document: Document, after: Clause, ordinal: Ordinal) -> Label:
    """The label with its last number replaced, written in the style of its level."""
    level = document.register.scheme.levels_under(after.label)[after.level - 1]
    own = written_like(after.label.own, level, ordinal)
    parent = Label(after.label.parts[:-1], after.label.key[:-1]) if level.bracketed else Label(())
    reading = read_label(document.register.scheme, own, parent, after.level - 1, after.label)
    if reading is None:
        raise LibraryError(f"{own} is no label of this document's numbering.")
    return reading.label


def written_like(own: str, level: Level, ordinal: Ordinal) -> str:
    """The label of another number beside a clause that prints `own`, in the style of its level."""
    number, suffix = ordinal.number, ordinal.suffix
    match level.style:
        case Style.LETTER:
            return f"({to_letters(number)}{suffix.upper()})"
        case Style.UPPER:
            return f"({to_letters(number).upper()}{suffix.lower()})"
        case Style.ROMAN:
            return f"({to_roman(number)}{suffix.upper()})"
        case Style.NUMBER:
            return f"({number}{suffix})"
        case Style.SECTION if "." not in own:
            letters = own[: len(own) - len(own.lstrip(ascii_uppercase))]
            return f"{letters}{number}{suffix}" if letters != own else to_letters(number).upper()
        case _:
            head, dot, _ = own.rpartition(".")
            return f"{head}{dot}{number}{suffix}"


def fresh_id(words: str, taken: set[str]) -> str:
    """An id from the words of a clause that is none of those taken."""
    chosen = [word for word in slug(words).split("-") if word not in _SMALL_WORDS][:_ID_WORDS]
    base = "-".join(chosen) or "new-clause"
    number, candidate = 1, base
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def insert_after(part: Part, after: Clause, clause: Clause) -> Part:
    """The part with a clause put directly after another; ValueError where that other is not in it."""
    blocks, done = _insert(part.blocks, after, clause)
    if not done:
        raise ValueError(f"{after.label.text} is not in {part.file}")
    return replace(part, blocks=blocks)


def _insert(blocks: tuple[Block, ...], after: Clause, clause: Clause) -> tuple[tuple[Block, ...], bool]:
    for number, block in enumerate(blocks):
        if block is after:
            return (*blocks[: number + 1], clause, *blocks[number + 1 :]), True
        if isinstance(block, Clause | Definition | Item):
            inner, done = _insert(block.blocks, after, clause)
            if done:
                return (*blocks[:number], replace(block, blocks=inner), *blocks[number + 1 :]), True
    return blocks, False


def siblings_of(blocks: tuple[Block, ...], clause: Clause) -> tuple[Block, ...]:
    """The blocks among which a clause stands; empty where it does not stand there."""
    if any(block is clause for block in blocks):
        return blocks
    for block in blocks:
        if isinstance(block, Clause | Definition | Item):
            found = siblings_of(block.blocks, clause)
            if found:
                return found
    return ()


def new_clause(after: Clause, label: Label, clause_id: str, words: str) -> Clause:
    """A clause like the one it follows: a heading where that is one, else a list item."""
    text = Text(" ".join(words.split()))
    if after.heading is not None:
        return Clause(label, after.level, clause_id, True, text or EMPTY, (), after.depth)
    lead = (Paragraph(text),) if text else ()
    return Clause(label, after.level, clause_id, True, None, lead, 0)
