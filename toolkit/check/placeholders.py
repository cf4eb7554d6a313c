"""Words that stand for what is to come: [TBC], [insert date], [    ] 2021, TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLACEHOLDER = re.compile(
    r"\[(?:\s*|TB[ACD]|tb[acd]"
    r"|(?i:to (?:be (?:added|agreed|completed|confirmed|decided|determined|inserted|provided|supplied)"
    r"|follow)\b)[^\[\]]*|[Ii]nsert [^\[\]]+|X{1,4}|x{2,4}|[Nn]{2,3}|[●•■○_?…\s]+|\.{2,}"
    r"|(?i:(?:insert |relevant )?(?:date|day|month|year|number|name|reference|title|amount|period|time)s?)"
    r"|[Dd]{1,2}[ ./-](?:[Mm]{2,4}|month|Month)[ ./-][Yy]{2,4}|(?i:(?:day )?month year))\]"
    r"|\b(?:TODO|FIXME|XXX+|TB[CD])\b|(?<!\w)_{3,}(?!\w)"
)
_HINTS = ("[", "TODO", "FIXME", "XXX", "TBC", "TBD", "___")
"""Every placeholder holds one of these; much sooner looked for."""


def placeholders_in(plain: str) -> Iterator[re.Match[str]]:
    """The placeholders of a text, with their brackets."""
    return _PLACEHOLDER.finditer(plain) if any(one in plain for one in _HINTS) else iter(())
