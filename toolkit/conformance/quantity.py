"""Numbers with a unit that rules are asked with: pence, Working Days, days."""

from __future__ import annotations

from typing import NewType

Pence = NewType("Pence", int)
"""An amount of money in whole pence; below zero it is a debt."""
WorkingDays = NewType("WorkingDays", int)
"""A period in Working Days."""
Days = NewType("Days", int)
"""A period in days of the calendar."""
