"""Written Word files spoilt on purpose, one fault at a time, so that the oracles can show they see it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable

from tests.docx.oracle import NAMES, W, parts
from toolkit.render.docx.archive import zipped

Spoil = Callable[[ET.Element], None]
DOCUMENT = "word/document.xml"

for prefix, name in NAMES.items():
    ET.register_namespace(prefix, name)


def rewritten(data: bytes, part: str, spoil: Spoil) -> bytes:
    """The file with one part spoilt."""
    every = parts(data)
    root = ET.fromstring(every[part])
    spoil(root)
    every[part] = ET.tostring(root, "utf-8", xml_declaration=True)
    return zipped(every)


def parents(root: ET.Element) -> dict[ET.Element, ET.Element]:
    return {child: parent for parent in root.iter() for child in parent}


def without(tag: str, number: int = 0, inside: str = "") -> Spoil:
    """Takes away one element of a kind, with all that is in it; `inside` names its parent."""

    def spoil(root: ET.Element) -> None:
        above = parents(root)
        found = [each for each in root.iter(f"{W}{tag}") if not inside or above[each].tag == f"{W}{inside}"]
        above[found[number]].remove(found[number])

    return spoil


def unwrapped(tag: str, number: int = 0) -> Spoil:
    """Takes away a tracked change around words and leaves the words."""

    def spoil(root: ET.Element) -> None:
        above = parents(root)
        found = [each for each in root.iter(f"{W}{tag}") if len(each)][number]
        parent = above[found]
        at = list(parent).index(found)
        parent.remove(found)
        for offset, child in enumerate(list(found)):
            parent.insert(at + offset, child)

    return spoil


def renamed(tag: str, to: str, number: int = 0, inside: str = "") -> Spoil:
    """Gives one element of a kind another name."""

    def spoil(root: ET.Element) -> None:
        above = parents(root)
        found = [each for each in root.iter(f"{W}{tag}") if not inside or above[each].tag == f"{W}{inside}"]
        found[number].tag = f"{W}{to}"

    return spoil


def set_to(tag: str, attribute: str, value: str, number: int = 0) -> Spoil:
    """Gives an attribute of one element of a kind another value."""

    def spoil(root: ET.Element) -> None:
        list(root.iter(f"{W}{tag}"))[number].set(f"{W}{attribute}", value)

    return spoil


def same_id(tag: str, other: str) -> Spoil:
    """Gives the first element of a kind the identifier of the first of another."""

    def spoil(root: ET.Element) -> None:
        first, second = (next(root.iter(f"{W}{each}")) for each in (tag, other))
        first.set(f"{W}id", second.get(f"{W}id", ""))

    return spoil


def worded(tag: str, change: Callable[[str], str], number: int = 0) -> Spoil:
    """Changes the words of one element of a kind."""

    def spoil(root: ET.Element) -> None:
        found = [each for each in root.iter(f"{W}{tag}") if (each.text or "").strip()][number]
        found.text = change(found.text or "")

    return spoil
