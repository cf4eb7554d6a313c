"""Where the provisions and terms of other documents are: in sibling files, where these are made."""

from __future__ import annotations

from urllib.parse import quote

from .view import View


def addresses(view: View, suffix: str) -> dict[str, str]:
    """From the key of each Outside to its address in a sibling file of that suffix; empty without one."""
    return {entry.key: _address(entry.file, entry.fragment, suffix) for entry in view.outside}


def _address(file: str, fragment: str, suffix: str) -> str:
    if not file:
        return ""
    return f"{quote(file)}{suffix}" + (f"#{quote(fragment)}" if fragment else "")
