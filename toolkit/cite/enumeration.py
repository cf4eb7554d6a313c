"""The labels after a keyword: one, a list or a range, with their sub-levels and headings.

Every pattern here is bounded, so that reading costs no more than the length of what is read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.model.numbering import roman

from .keyword import UNIT
from .mention import ANNEXES, Cited, Kind, LabelPart

_DOTTED = r"\d{1,4}(?:[A-Z]{1,2}|[a-z])?(?:\.\d{1,4}(?:[A-Z]{1,2}|[a-z])?){0,6}"
_SECTION = r"[A-Z]{1,2}\d{1,3}[A-Z]?(?:\.\d{1,4}(?:[A-Z]{1,2}|[a-z])?){0,4}"
_STOP = r"(?![\w%])(?![,:/]\d)"
_PLACEHOLDER = r"\[X{1,3}\]"

_NUMBER = re.compile(rf"(?:{_DOTTED}|{_SECTION}){_STOP}|{_PLACEHOLDER}")
_LETTERS = re.compile(r"[A-Z]{1,2}(?![\w’'])")
_PIECE = (
    r"[a-z]{1,2}|[a-z][A-Z]|[ivxlc]{3,7}|[IVXLC]{3,7}|([a-z])\1{2,3}"
    r"|[ivxlc]{1,6}[A-Z]|[A-Z]{1,2}|\d{1,2}[A-Z]?"
)
_BRACKET = re.compile(rf"\((?:{_PIECE})\)")
_SPACED_BRACKET = re.compile(r"\s{1,2}(\((?:[a-z]|([a-z])\2|[ivxlc]{2,7}|[A-Z])\))")
_HEADING = re.compile(r"\s{1,3}\((?=[A-Z“‘])([^()]{2,119}(?:\([^()]{1,60}\)[^()]{0,60})?)\)")
_JOIN = re.compile(
    r"(?:,?\s{1,3}(and/or|and|or|(?:up\s)?to(?:\sand\sincluding)?|through|&|[–—-])"
    r"(?:,\s{1,3}(?:where|if|when|so far as|to the extent|as|in)\s[^,.;()]{1,60},)?"
    r"\s{1,3}(?:(?:also|both|either)\s{1,3})?"
    r"|(,)\s{1,3}|\s{0,2}([–—])\s{0,2}|(-)(?=\d|[A-Z]\d|\())"
)
_RANGES = frozenset({"to", "up to", "to and including", "up to and including", "through", "–", "—", "-"})
_CAPITAL_WORD = re.compile(r"\s{1,3}[A-Z][a-z]")
_LOWER_CASE = re.compile(r"[a-z]")

MOST_PARTS = 8
"""No label is deeper; what goes on longer is no label."""


class _Read(NamedTuple):
    """A label as read, before it is known how it is joined."""

    end: int
    parts: tuple[LabelPart, ...]


def read_labels(text: str, at: int, kind: Kind, plural: bool) -> tuple[Cited, ...]:
    """The labels that stand at a place in a text after a keyword; empty where there is none."""
    first = _first(text, at, kind)
    if first is None:
        return ()
    found = [_cited(text, first, ("".join(part.text for part in first.parts),), "", kind)]
    while True:
        following = _following(text, found[-1], kind, plural)
        if following is None:
            return tuple(found)
        found.append(following)


def _first(text: str, at: int, kind: Kind) -> _Read | None:
    start = _start_of_label(text, at, kind, 2)
    if start is None and kind in (Kind.PARAGRAPH, Kind.CLAUSE):
        bracket = _BRACKET.match(text, at)
        start = LabelPart(at, bracket.end(), bracket[0]) if bracket else None
    return _with_brackets(text, start) if start else None


def _start_of_label(text: str, at: int, kind: Kind, letters: int) -> LabelPart | None:
    """The unbracketed part that a label begins with: 4.12, N6.4, AL."""
    number = _NUMBER.match(text, at)
    if number:
        return LabelPart(at, number.end(), number[0])
    if kind is Kind.SECTION or kind in ANNEXES:
        found = _LETTERS.match(text, at)
        most = 1 if kind is Kind.SECTION else letters
        if found and len(found[0]) <= most:
            return LabelPart(at, found.end(), found[0])
    return None


def _with_brackets(text: str, start: LabelPart) -> _Read:
    parts = [start]
    while len(parts) < MOST_PARTS:
        end = parts[-1].end
        found = _BRACKET.match(text, end)
        spaced = None if found else _SPACED_BRACKET.match(text, end)
        if found:
            parts.append(LabelPart(end, found.end(), found[0]))
        elif spaced:
            parts.append(LabelPart(spaced.start(1), spaced.end(), spaced[1]))
        else:
            break
    return _Read(parts[-1].end, tuple(parts))


def _cited(text: str, read: _Read, readings: tuple[str, ...], join: str, kind: Kind) -> Cited:
    heading = _HEADING.match(text, read.end) if kind is not Kind.PARAGRAPH else None
    if heading is None or not _LOWER_CASE.search(heading[1]):
        return Cited(read.parts[0].start, read.end, read.parts, readings, join, "", read.end)
    return Cited(read.parts[0].start, read.end, read.parts, readings, join, heading[1], heading.end())


def _following(text: str, before: Cited, kind: Kind, plural: bool) -> Cited | None:
    """The next label of a list or range, or None where the list ends."""
    joined = _JOIN.match(text, before.stop)
    if not joined:
        return None
    join = joined[1] or joined[2] or joined[3] or joined[4]
    join = "to" if join in _RANGES else join
    bracket = _BRACKET.match(text, joined.end())
    if bracket:
        read = _with_brackets(text, LabelPart(bracket.start(), bracket.end(), bracket[0]))
        readings = _readings(before.readings[0], read)
        return _cited(text, read, readings, join, kind) if readings else None
    start = _start_of_label(text, joined.end(), kind, 2 if plural else 1)
    if start is None or not _continues(text, before, start, plural):
        return None
    read = _with_brackets(text, start)
    return _cited(text, read, ("".join(part.text for part in read.parts),), join, kind)


def _continues(text: str, before: Cited, start: LabelPart, plural: bool) -> bool:
    """Whether a number after a comma or an "and" is a label, and no quantity, date or word."""
    if UNIT.match(text, start.end):
        return False
    if start.text.isdigit() and _CAPITAL_WORD.match(text, start.end):
        return False
    if plural:
        return True
    if start.text in ("A", "I"):
        return False
    first = before.parts[0].text
    if first.startswith("("):
        return False
    return first.count(".") == start.text.count(".") and first[0].isalpha() == start.text[0].isalpha()


_PIECES = re.compile(r"[^()]+|\([^()]*\)")


def pieces_of(label: str) -> list[str]:
    """The parts of a full label: 18.1, (d), (viii)."""
    return _PIECES.findall(label)


def _readings(before: str, read: _Read) -> tuple[str, ...]:
    """What "(c)" can mean after "4.2(a)": it takes the place of a like limb.

    One that it comes after in order is likelier than one that it comes before, a deeper likelier.
    """
    pieces = pieces_of(before)
    own = "".join(part.text for part in read.parts)
    first = read.parts[0].text
    alike = [n for n in range(len(pieces) - 1, -1, -1) if _alike(first, pieces[n])]
    alike.sort(key=lambda n: not _comes_after(first, pieces[n]))
    return tuple("".join(pieces[:n]) + own for n in alike)


def _alike(one: str, other: str) -> bool:
    return other.startswith("(") and bool(_places(one).keys() & _places(other).keys())


def _comes_after(one: str, other: str) -> bool:
    places, before = _places(one), _places(other)
    return any(places[style] > before[style] for style in places.keys() & before.keys())


_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _places(bracketed: str) -> dict[str, int]:
    """The styles a bracketed part can be of, with its place among its like: (i) is letter 9 or numeral 1."""
    inside = bracketed[1:-1]
    letters = 26 * (len(inside.rstrip(_CAPITALS) or inside) - 1) + ord(inside[0].lower()) - ord("a") + 1
    if inside[0].isdigit():
        return {"number": int(inside.rstrip(_CAPITALS))}
    if inside.isupper():
        return {"upper": letters}
    numeral = roman(inside.rstrip(_CAPITALS))
    if not numeral:
        return {"letter": letters}
    return {"roman": numeral, "letter": letters} if len(inside) == 1 else {"roman": numeral}
