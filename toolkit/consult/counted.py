"""Which of the responses received are counted: the last of each author, in time or accepted though late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .response import Response


def counted(responses: Sequence[Response], closes: datetime) -> tuple[Response, ...]:
    """The responses that are counted, in order of receipt."""
    replaced = {response.replaces for response in responses if is_in_time(response, closes)} - {""}
    kept = (one for one in responses if is_in_time(one, closes) and one.id not in replaced)
    return tuple(sorted(kept, key=lambda response: (response.received, response.id)))


def is_in_time(response: Response, closes: datetime) -> bool:
    """Whether it came in by the closing time, or is accepted although it did not."""
    return response.received <= closes or response.accepted_late
