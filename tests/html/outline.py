"""What a page shows in its main part, line by line, so that an expected page can be read and reviewed."""

from __future__ import annotations

from html.parser import HTMLParser

_INLINE = frozenset(
    {"a", "b", "code", "del", "dfn", "em", "ins", "kbd", "span", "strong", "sup", "svg", "rect"}
)
_SILENT = frozenset({"svg", "rect", "script", "style", "option"})
_VOID = frozenset({"br", "input", "meta"})
_CELLS = frozenset({"td", "th"})


class _Outline(HTMLParser):
    def __init__(self, within: str) -> None:
        super().__init__(convert_charrefs=True)
        self.within = within
        self.lines: list[str] = []
        self.line = ""
        self.open: list[str] = []
        self.inside = 0
        self.href: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            return
        begins = self.within in (tag, *given.get("class", "").split())
        self.open.append(tag)
        if begins or self.inside:
            self.inside += 1
        if not self.inside or tag in _SILENT:
            return
        if tag in _CELLS:
            self.line += " | "
        elif tag not in _INLINE:
            self._end()
        if given.get("id"):
            self.line += f"{{#{given['id']}}} "
        if tag in ("ins", "del"):
            self.line += "{+" if tag == "ins" else "[-"
        if tag == "a":
            self.href.append(given.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if not self.inside:
            return
        self.inside -= 1
        if tag == "a":
            self.line = f"{self.line.rstrip()} <{self.href.pop()}>"
        if tag in ("ins", "del"):
            self.line += "+}" if tag == "ins" else "-]"
        if tag not in _INLINE and tag not in _CELLS:
            self._end()

    def handle_data(self, data: str) -> None:
        if self.inside and not _SILENT & set(self.open):
            self.line += data

    def _end(self) -> None:
        words = " ".join(self.line.split())
        if words:
            self.lines.append(words)
        self.line = ""


def outline(html: bytes, within: str = "main") -> str:
    """The lines of a page in order: ids as {#id}, addresses as <address>, cells between bars."""
    reader = _Outline(within)
    reader.feed(html.decode("utf-8"))
    reader.close()
    return "\n".join(reader.lines) + "\n"
