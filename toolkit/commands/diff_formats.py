"""The forms in which drafting diff tells what changed: a table from the name of a form to its writer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from toolkit.compare.paragraph import Piece, Style, filled
from toolkit.compare.report import as_json, as_text
from toolkit.library.load import Loaded
from toolkit.render.change_lines import Comparing, Declarations

from .compared import Compared

if TYPE_CHECKING:
    from toolkit.render.view import ChangeLine


@dataclass(frozen=True, slots=True)
class About:
    """What is known of two versions besides their texts."""

    consulted: Loaded | None = None
    """The version that was consulted on."""
    declarations: Declarations | None = None
    templates: Path | None = None
    """The project's own, for a page; None where no project is asked."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told, and how."""

    compared: Compared
    about: About
    notes: bool
    """Whether changes of drafting notes and examples are told of, too."""
    consequential: bool
    """Whether changes that only follow from others are."""
    colour: bool
    width: int
    """Columns of the terminal."""

    @property
    def declarations(self) -> Declarations | None:
        """What the consultation declares."""
        return self.about.declarations

    def comparing(self) -> Comparing:
        """The changes, with what the version consulted on changes where one was named."""
        one = self.compared
        found = Comparing(one.old.document, one.new.document, one.changes)
        return found.told_by(one.library, one.old, one.new, self.about.consulted)


def told(form: str, telling: Telling) -> str:
    """What changed, in one of FORMS."""
    return FORMS[form](telling)


def _text(telling: Telling) -> str:
    found = telling.comparing()
    lines = list(found.lines(telling.declarations, not telling.notes))
    remarks = {line.number: _remark(line) for line in lines}
    text = as_text(
        found.changes, telling.colour, telling.width, not telling.notes, telling.consequential, remarks
    )  # fmt: skip

    dropped = list(found.dropped(telling.declarations, not telling.notes))
    if not dropped or not found.bases:
        return text
    head = f"Changes that {found.bases.consulted} made and {found.new.name} does not:"
    items = (f"- {line.label[:1].upper()}{line.label[1:]}: {line.kind}{_brackets(line)}" for line in dropped)
    return "\n".join([text, head, *(_filled(item, telling.width) for item in items)]) + "\n"


def _filled(item: str, width: int) -> str:
    return filled([Piece(item, Style.SAME)], 0, width, False, hanging=2)


def _remark(line: ChangeLine) -> str:
    parts = [line.stage.value if line.stage else "", *map(str, line.declared)]
    return "; ".join(filter(None, parts))


def _brackets(line: ChangeLine) -> str:
    return f" ({'; '.join(map(str, line.declared))})" if line.declared else ""


def _json(telling: Telling) -> str:
    found = telling.comparing()
    data = as_json(found.changes)
    lines = {line.number: line for line in found.lines(telling.declarations)}
    for row in data["summary"]:
        row.update(_known(lines[row["number"]], telling))
    if found.bases:
        data["consulted"] = found.bases.consulted
        for change, stage in zip(data["changes"], found.bases.stages, strict=True):
            change["stage"] = stage.value
        dropped = found.dropped(telling.declarations)
        data["dropped"] = [_dropped(line, telling) for line in dropped]
    return _dumped(data)


def _known(line: ChangeLine, telling: Telling) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if telling.declarations:
        known["declared"] = [one._asdict() for one in line.declared]
    if telling.about.consulted:
        known["stage"] = line.stage.value if line.stage else None
    return known


def _dropped(line: ChangeLine, telling: Telling) -> dict[str, Any]:
    return {"label": line.label, "kind": line.kind, "heading": line.heading, **_known(line, telling)}


def _html(telling: Telling) -> str:
    """The change-marked page; what only follows can be hidden on it, and notes are on none."""
    from toolkit.render.build_view import build_view
    from toolkit.render.html import html
    from toolkit.render.templates import Templates

    one, about = telling.compared, telling.about
    view = build_view(
        one.library, one.new, one.old, declarations=about.declarations, consulted=about.consulted
    )
    return html(view, Templates.of(about.templates)).decode("utf-8")


def _table(telling: Telling) -> str:
    from toolkit.render.change_table import as_columns

    return as_columns(_rows(telling), telling.width)


def _csv(telling: Telling) -> str:
    from toolkit.render.change_table import as_csv

    return as_csv(_rows(telling))


def _rows(telling: Telling) -> tuple[tuple[str, ...], ...]:
    from toolkit.render.change_table import change_table

    return change_table(telling.comparing(), telling.declarations, not telling.notes, telling.consequential)


def _instructions(telling: Telling) -> str:
    from toolkit.compare.instructions.arrange import in_words
    from toolkit.compare.instructions.plain import as_plain

    found = telling.comparing()
    wording = in_words(found.changes, found.old, found.new, telling.notes)
    return as_plain(wording, telling.width, telling.colour)


def _instructions_markdown(telling: Telling) -> str:
    from toolkit.compare.instructions.arrange import in_words
    from toolkit.compare.instructions.markdown import as_markdown

    found = telling.comparing()
    return as_markdown(in_words(found.changes, found.old, found.new, telling.notes))


def _instructions_json(telling: Telling) -> str:
    from toolkit.compare.instructions.data import as_data
    from toolkit.compare.instructions.draw_up import draw_up

    found = telling.comparing()
    return _dumped(as_data(draw_up(found.changes, found.old, found.new)))


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Telling], str]] = MappingProxyType(
    {
        "text": _text,
        "html": _html,
        "table": _table,
        "csv": _csv,
        "instructions": _instructions,
        "instructions-md": _instructions_markdown,
        "instructions-json": _instructions_json,
        "json": _json,
    }
)
"""By name. Data is the same whatever `notes` says, so that it can be carried out."""
WITH_STAGES = ("text", "html", "table", "csv", "json")
"""Those that tell the declared change and the stage of each change."""
