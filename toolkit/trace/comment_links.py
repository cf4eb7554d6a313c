"""The links that comments declare, in files of any language: `# clause: implements TMAD 3.24`.

The clause is given by its label, or by its id after #: `// clause: verifies TMAD#mprn-leading-zeros`.
A comment speaks for the lines from its own to the next blank line. With the id, nothing has to be attested
anew when the clause is renumbered.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256

from toolkit.model.diagnostic import Diagnostic
from toolkit.model.place import Place
from toolkit.source.encoding import decode

from .finding import finding
from .link import Link, LinkKind

_BEGINS = r"(?:\#|//|--|;|%|\*|/\*|<!--|\(\*|'|REM\b)"
_CLAIM = re.compile(rf"{_BEGINS}\s*clause:\s*(?P<said>.*?)\s*(?:\*/|-->|\*\))?\s*$")
_LABEL = r"(?:Table\s+)?[A-Z]{0,2}\d[\w.()]*|Annex\s+[A-Z]"
_SAID = re.compile(
    r"(?P<kind>implements|verifies)\s+(?P<document>[A-Za-z][\w. -]*?)"
    rf"(?:\s*(?P<hash>#)\s*(?P<id>[\w-]+)|\s+(?P<label>{_LABEL}))(?:\s+since\s+(?P<since>\S+))?\Z"
)


def comment_links(data: bytes, file: str) -> tuple[tuple[Link, ...], tuple[Diagnostic, ...]]:
    """The links in the comments of one file, in order, and what is wrong with them. Never fails."""
    if b"clause:" not in data:
        return (), ()
    text = decode(data, file).text
    if text is None:
        return (), ()
    lines = text.splitlines()
    seen: Counter[str] = Counter()
    links: list[Link] = []
    found: list[Diagnostic] = []
    for number, line in enumerate(lines, start=1):
        claim = _CLAIM.search(line) if "clause:" in line else None
        if claim is None:
            continue
        place = Place(file, number, claim.start() + 1, number, len(line) + 1)
        said = _SAID.match(claim["said"])
        if said is None:
            message = f"“clause: {claim['said']}” does not say what implements or verifies which clause."
            hint = "Write clause: implements TMAD 3.24, or clause: verifies TMAD#clause-id."
            found.append(finding("T103", place, message, hint))
            continue
        last = _last(lines, number)
        body = "\n".join(part.strip() for part in lines[number:last])
        digest = f"1:{sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
        clause = said["id"] or " ".join(said["label"].split())
        seen[clause] += 1
        mark = clause if seen[clause] == 1 else f"{clause}~{seen[clause]}"
        links.append(
            Link(
                LinkKind(said["kind"]), said["document"].strip(), clause, file, "", number, last, digest,
                said["since"] or "", by_label=said["hash"] is None, mark=mark, place=place,
            )
        )  # fmt: skip
    return tuple(links), tuple(found)


def _last(lines: list[str], number: int) -> int:
    """The last line before the next blank one."""
    last = number
    while last < len(lines) and lines[last].strip():
        last += 1
    return last
