"""The index page of a pack: everything in it, by what it belongs to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from toolkit.model.paper import Paper, plain

from .plan import Made

if TYPE_CHECKING:
    from toolkit.render.index_page import IndexEntry
    from toolkit.render.templates import Templates


def index_page(paper: Paper, templates: Templates, made: tuple[Made, ...]) -> bytes:
    """The page that lists what was written, headed like the paper of the pack."""
    from toolkit.render.index_page import IndexGroup, IndexPage, index_html

    groups = tuple(
        IndexGroup(group, tuple(_entries(tuple(members))))
        for group, members in groupby(made, key=lambda one: one.output.group)
    )
    facts = tuple((fact.label, plain(fact.words)) for fact in paper.facts)
    page = IndexPage(paper.title, paper.subtitle, facts, "", groups, paper.author, marking=paper.marking)
    return index_html(page, templates)


def _entries(made: tuple[Made, ...]) -> list[IndexEntry]:
    """One entry for each title, with its formats in the order in which they were planned."""
    from toolkit.render.index_page import IndexEntry, IndexFile

    titles = dict.fromkeys(one.output.title for one in made)
    return [
        IndexEntry(
            title,
            "",
            tuple(IndexFile(one.output.file, one.size) for one in made if one.output.title == title),
        )
        for title in titles
    ]
