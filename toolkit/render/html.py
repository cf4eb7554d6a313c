"""One document, clean or change-marked, as one self-contained accessible HTML page."""

from __future__ import annotations

import base64
import hashlib
import re

from .anchor import Anchors, anchors
from .change_tally import change_tally, kind_words
from .inline import Targets, html_ink
from .layout import Entry, Line, Sheet, lay_out
from .margin import Margin, MarginNote
from .outside import addresses
from .templates import Fragment, Templates
from .view import View

MARKED = ("changes",)
"""What a change-marked page has beyond a clean one."""

MARGIN = ("states", "margin")
"""The style sheets of a page with a margin."""


def html(view: View, templates: Templates, margin: Margin | None = None) -> bytes:
    """The page as UTF-8: nothing is loaded from anywhere, and it works without its script.

    A margin is there for the reader to switch on; without one the page has no such switch.
    """
    bears = anchors(view)
    leading = targets(view, bears)
    sheet = lay_out(view, bears, html_ink(leading))
    tips = dict(leading.tips)
    notes = _notes(margin, tips) if margin else {}
    entries = sheet.contents
    if view.outside:
        entries = (*entries, Entry(1, "", "Provisions and terms of other documents", "#_outside", False))
    if view.marked:
        entries = (Entry(1, "", f"Changes from version {view.against}", "#_changes", False), *entries)
    text = templates.render(
        "page.html.j2",
        view=view,
        sheet=sheet,
        tips=tuple((name, tip) for tip, name in tips.items()),
        margin=margin,
        notes=notes,
        entries=entries,
        addresses=addresses(view, ".html"),
        heading=heading(view),
        language=view.language,
        marking=view.marking,
        tally=change_tally(view),
        kind_words=kind_words,
        old_name=f"Version {view.against}",
        new_name=f"Version {view.version}",
        **dress(
            templates,
            MARKED if view.marked else (),
            (*_styles(sheet), *(MARGIN if margin else ())),
            marking=view.marking,
        ),
    )
    return text.encode("utf-8", "replace")


def _notes(margin: Margin, tips: dict[str, str]) -> dict[str, tuple[MarginNote, str]]:
    """Each note with the id of the tip that tells its reason; the tips grow by those reasons."""
    return {
        name: (note, tips.setdefault(note.reason, f"_t{len(tips) + 1}"))
        for name, note in margin.notes.items()
    }


def _styles(sheet: Sheet[Fragment]) -> tuple[str, ...]:
    """The style sheets beyond those of every page."""
    return ("footnotes",) if any(isinstance(one, Line) and one.back for one in sheet.blocks) else ()


def targets(view: View, bears: Anchors, prefix: str = "_t") -> Targets:
    """Where the links of a page may lead, with the tips that they show, whose anchors have a prefix."""
    ids = frozenset(name for name in bears.ids if name) | {entry.key for entry in view.outside}
    files = {key: href for key, href in addresses(view, ".html").items() if href}
    tips: dict[str, str] = {}
    for shown in view.passages:
        for link in (link for text in (*shown.old_links, *shown.new_links) for link in text):
            if link.tip:
                tips.setdefault(link.tip, f"{prefix}{len(tips) + 1}")
    return Targets(ids, files, tips)


def heading(view: View) -> str:
    """The title of the window and the file: what it is, which version, and against what it is marked."""
    against = f", change-marked against {view.against}" if view.against else ""
    return f"{view.code} {view.version}{against}: {view.title}"


def dress(
    templates: Templates,
    more: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    scripts: tuple[str, ...] = (),
    marking: str = "",
) -> dict[str, Fragment | str]:
    """The style sheet and the script of a page, with the policy that allows these two and nothing else.

    `more` names what a page has beyond page.css and page.js: changes for changes.css and changes.js;
    `styles` and `scripts` name further ones. `marking` is what a copy that is not for everybody says.
    """
    names = ("page", *more)
    style = "\n".join(templates.text(f"{name}.css").strip("\n") for name in (*names, *styles))
    if marking:
        style = f"{style}\n{templates.text('marking.css')}".replace("MARKING;", f"{_quoted(marking)};")
    script = "\n".join(templates.text(f"{name}.js").strip("\n") for name in (*names, *scripts))
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": Fragment(style), "script": Fragment(script), "policy": policy}


def _quoted(words: str) -> str:
    """Words as a string of a style sheet."""
    return '"' + re.sub(r"[^A-Za-z0-9 .,:;-]", lambda one: f"\\{ord(one[0]):x} ", words) + '"'


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
