"""The words of a paper: inline Markdown to runs, with cross-references, footnote marks and placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from toolkit.model.paper import Inline, Run

from .templates import safe_url

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

PLACEHOLDER = re.compile(r"\[[A-Z]+(?: [A-Z]+)*\]")
"""[DD MMM YYYY], [XX]: what a draft leaves open until it is known."""


class PaperError(Exception):
    """A template or narrative makes no paper; the message says what is wrong with which words."""

    def __init__(self, message: str, words: str = "") -> None:
        super().__init__(message)
        self.words = words
        """As the source has them, so that their line can be found; empty where they are not known."""


References = Mapping[str, str] | None
"""What [](#id) prints, by id, such as Table 1; None while it is not known yet."""


def inline(nodes: list[SyntaxTreeNode], numbers: References) -> Inline:
    """The runs of the children of an inline node."""
    return tuple(_merged(_runs(nodes, Run(""), numbers)))


def _runs(nodes: list[SyntaxTreeNode], style: Run, numbers: References) -> Iterator[Run]:
    for node in nodes:
        match node.type:
            case "text":
                yield from _words(node.content, style)
            case "code_inline":
                yield style._replace(text=node.content, code=True)
            case "softbreak":
                yield style._replace(text=" ")
            case "hardbreak":
                yield style._replace(text="\n", line_break=True)
            case "em":
                yield from _runs(node.children, style._replace(em=True), numbers)
            case "strong":
                yield from _runs(node.children, style._replace(strong=True), numbers)
            case "link":
                yield from _link(node, style, numbers)
            case "footnote_ref":
                yield style._replace(text="", footnote=int(node.meta["id"]) + 1)
            case _:
                kind = node.type.replace("_", " ")
                raise PaperError(f"A paper cannot show an {kind} here: {node.content}.", node.content)


def _link(node: SyntaxTreeNode, style: Run, numbers: References) -> Iterator[Run]:
    address = str(node.attrs.get("href", ""))
    target = address.removeprefix("#")
    if numbers is not None and address.startswith("#") and target not in numbers:
        message = f"Nothing in the paper is called #{target}; give a heading or a table that id."
        raise PaperError(message, f"(#{target})")
    safe = safe_url(address)
    if not safe:
        raise PaperError(f"A paper cannot lead to “{address}”.", address)
    linked = style._replace(link=safe)
    if node.children:
        yield from _runs(node.children, linked, numbers)
    else:
        yield linked._replace(text=(numbers or {}).get(target) or address)


def _words(text: str, style: Run) -> Iterator[Run]:
    end = 0
    for found in PLACEHOLDER.finditer(text):
        if found.start() > end:
            yield style._replace(text=text[end : found.start()])
        yield style._replace(text=found[0], placeholder=True)
        end = found.end()
    if end < len(text):
        yield style._replace(text=text[end:])


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours that are set alike as one run; Markdown splits words at every escape."""
    last: Run | None = None
    for run in runs:
        if (
            last
            and run.text
            and last.text
            and not run.line_break
            and last._replace(text="") == run._replace(text="")
        ):
            last = last._replace(text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
