"""Dates, numbers and lists in words, in the style of the papers and the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def date_words(day: date) -> str:
    """6 August 2020"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Thursday"""
    return WEEKDAYS[day.weekday()]


def day_words(day: date) -> str:
    """Thursday 6 August 2020"""
    return f"{weekday(day)} {date_words(day)}"


def moment_words(day: date, at: time) -> str:
    """16:00 on Thursday 3 September 2020"""
    return f"{at:%H:%M} on {day_words(day)}"


def closing_words(day: date, at: time | None) -> str:
    """16:00 on Thursday 3 September 2020; only the day where no time was said."""
    return moment_words(day, at) if at else day_words(day)


def number_words(number: int) -> str:
    """no, one … twelve; figures from 13 on. ValueError below 0: nothing that a paper counts is negative."""
    if number < 0:
        raise ValueError(f"{number} cannot be counted")
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """a; a and b; a, b and c"""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def annex_letter(number: int) -> str:
    """The letter of the number-th annex, from 1: A … Z, AA, BB …; ValueError below 1."""
    if number < 1:
        raise ValueError("annexes are counted from 1")
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
