"""Plurals and singulars of defined terms, by the rules of English spelling."""

from __future__ import annotations

import re

_HEAD = re.compile(r"(\w+)( (?:of|for|to) .*)\Z", re.DOTALL)
_LAST = re.compile(r"(\w+)\Z")
_HISSING = ("s", "x", "z", "ch", "sh")
_NOT_PLURAL = ("ss", "us", "is")


def forms(name: str) -> tuple[str, ...]:
    """Other forms of a name that mean the same: Parties of Party, Changes of Supplier, Step of Steps."""
    found: list[str] = []
    last = _LAST.search(name)
    if last:
        before = name[: last.start()]
        found += [before + plural(last[1]), *(before + one for one in singulars(last[1]))]
    head = _HEAD.search(name)
    if head:
        found.append(name[: head.start()] + plural(head[1]) + head[2])
    return tuple(found)


def plural(word: str) -> str:
    """The plural of a word: Party gives Parties, Switch Switches, PPMID PPMIDs."""
    if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSING) else "s")


def singulars(word: str) -> tuple[str, ...]:
    """What a word can be the plural of; empty where it is an acronym or no plural."""
    if len(word) < 4 or not word[-2:].islower() or not word.endswith("s") or word.endswith(_NOT_PLURAL):
        return ()
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        return (word[:-2], word[:-1])
    return (word[:-1],)
