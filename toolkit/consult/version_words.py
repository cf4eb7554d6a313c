"""What papers call a version, whatever the register has to call it to keep its names apart."""

from __future__ import annotations

import re
from datetime import date

from toolkit.library.timeline import first_day
from toolkit.model.document import Register, Status, Version

from .wording import date_words

_NUMBER = re.compile(r"(?P<number>[0-9]+\.[0-9]+[A-Z]?)(?:-[a-z]+)?")


def version_words(version: Version, on: date | None = None) -> str:
    """4.0; 4.1 draft, where it was none of the law on that day; its title where it bears no number."""
    found = _NUMBER.fullmatch(version.name)
    if not found:
        title = version.title or version.name
        return title[:1].lower() + title[1:]
    return f"{found['number']} draft" if is_draft(version, on) else found["number"]


def consulted_words(version: Version) -> str:
    """What a consultation calls a draft: 4.1; consultation draft, where it bears a title and no number."""
    if version.title and not _NUMBER.fullmatch(version.name):
        return "consultation draft"
    return version_words(version).removesuffix(" draft")


def base_words(version: Version) -> str:
    """What a consultation calls the base of a draft: 6.0; 4.3 draft; 5.1, where that was concluded."""
    if version.title and not _NUMBER.fullmatch(version.name) and not is_draft(version):
        return "the version in legal effect"
    words = version_words(version)
    return words.removesuffix(" draft") if version.status is Status.CONCLUDED else words


def pending_words(version: Version) -> str:
    """a draft; concluded; empty of one that is the law, or was."""
    if not is_draft(version):
        return ""
    return "concluded" if version.status is Status.CONCLUDED else "a draft"


def is_draft(version: Version, on: date | None = None) -> bool:
    """Whether it had not been designated by that day; without a day, whether it never was."""
    if version.status is Status.PUBLISHED:
        return False
    start = first_day(version)
    if version.status is not Status.DESIGNATED:
        return True
    return on is not None and start is not None and start > on


def since_words(version: Version) -> str:
    """, in effect from 6 May 2020; empty where the day is not recorded."""
    return f", in effect from {date_words(version.effective)}" if version.effective else ""


def is_first(register: Register, version: Version, effect: date | None) -> bool:
    """Whether no other version was designated before that day: then it is designated, not re-designated."""
    for other in register.versions:
        start = first_day(other)
        if other.name != version.name and start and (effect is None or start < effect):
            return False
    return True
