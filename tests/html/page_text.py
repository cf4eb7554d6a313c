"""What a page says: its words without what is not legal text, its ids, its links."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})


@dataclass
class Page:
    """A page taken apart."""

    words: str = ""
    ids: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self, within: str, drop: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.within, self.drop = within, drop
        self.open: list[tuple[str, bool, bool]] = []
        """Of each open element: its tag, whether it is left out, whether it begins what is read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        self.page.tags.add(tag)
        self.page.attributes |= set(given)
        if "id" in given:
            self.page.ids.append(given["id"])
        if "href" in given:
            self.page.hrefs.append(given["href"])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.page.headings.append(int(tag[1]))
        if tag in ("p", "tr", "caption", "h2", "h3", "h4", "pre", "td", "th", "br", "div"):
            self.page.words += " "
        if tag not in VOID:
            self.open.append((tag, tag in self.drop or "aid" in classes, self.within in (tag, *classes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()
        if tag in ("p", "tr", "caption"):
            self.page.words += " "

    def handle_data(self, data: str) -> None:
        if any(begins for _, _, begins in self.open) and not any(left for _, left, _ in self.open):
            self.page.words += data


def read_page(html: bytes, within: str = "law", drop: tuple[str, ...] = ()) -> Page:
    """The page, with the words of the elements of one class or tag; `drop` names tags to leave out."""
    reader = _Reader(within, frozenset({*drop, "script", "style"}))
    reader.feed(html.decode("utf-8"))
    reader.close()
    assert not reader.open, f"not closed: {reader.open}"
    reader.page.words = " ".join(reader.page.words.split())
    return reader.page


def assert_loads_nothing(html: bytes, drawings: bool = False) -> None:
    """Nothing is fetched, and only the page's own style and script may run, known by their digests."""
    read = read_page(html)
    assert not read.tags & {"img", "link", "iframe", "object", "embed", "form", "video", "base"}
    assert drawings or "svg" not in read.tags
    assert not {name for name in read.attributes if name.startswith("on") or name in ("style", "src")}
    text = html.decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy and policy[1].startswith("default-src &#39;none&#39;") and "unsafe" not in policy[1]
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
        assert "url(" not in inner and "@import" not in inner
