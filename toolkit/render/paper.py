"""Papers: a template filled with values, and with texts that name values, read into a Paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.consult.folder import Narrative
from toolkit.model.paper import Fact, Paper, PaperAttachment, plain

from .paper_escape import Markdown, key
from .paper_fault import readable
from .paper_markdown import read_body, read_line
from .paper_nodes import Numbering
from .paper_text import PaperError
from .templates import TemplateFileError, Templates

CONSULTATION, DIRECTION, RESPONSE_FORM = "consultation", "direction", "response-form"
CONCLUSIONS, GOVERNMENT_RESPONSE = "conclusions", "government-response"
DIRECTION_LETTER, NOTICE = "direction-letter", "covering-notice"
TEMPLATES = {
    kind: f"{kind}.md.j2"
    for kind in (
        CONSULTATION, DIRECTION, RESPONSE_FORM, CONCLUSIONS, GOVERNMENT_RESPONSE, DIRECTION_LETTER, NOTICE,
    )
}  # fmt: skip


class Imprint(NamedTuple):
    """What every paper of a pack bears."""

    classification: str
    author: str
    """The issuer, as it signs."""
    date: str
    """ISO, for the properties of the file."""


class Told(NamedTuple):
    """Texts that stand in the data."""

    texts: tuple[Narrative, ...]
    values: Mapping[str, object] | None = None
    """What they can name, where that is not what the paper itself can: questions name what was proposed."""


@dataclass(frozen=True, slots=True)
class PaperSources:
    """All that the papers of one pack are made from."""

    folder: str
    """Where the narratives lie, relative to the root."""
    narratives: Mapping[str, Narrative]
    values: Mapping[str, object]
    """By name; safe to put into Markdown."""
    told: Mapping[str, Told]
    """Texts of the data that may name values, by what templates call them: asked, outcomes."""
    imprint: Imprint
    attachments: tuple[PaperAttachment, ...]
    templates: Templates


class PaperMaker:
    """Makes the papers of one pack; knows which narrative none of them has printed."""

    def __init__(self, sources: PaperSources) -> None:
        self._sources = sources
        self._narrative = _Texts(sources, sources.narratives.values(), sources.values)
        self._told = {
            name: _Texts(sources, told.texts, sources.values if told.values is None else told.values)
            for name, told in sources.told.items()
        }

    def paper(self, kind: str) -> Paper:
        """Make one of the papers, such as consultation, direction or conclusions.

        PaperError where a template or narrative is missing, names an unknown value, or makes no paper;
        the message begins with file and line where they are known.
        """
        template = TEMPLATES[kind]
        values = {**self._sources.values, **self._told, "narrative": self._narrative}
        try:
            filled = self._sources.templates.render(template, **values)
        except TemplateFileError as error:
            raise PaperError(readable(str(error), values)) from error
        try:
            front, body = _split(filled)
            return _paper(kind, front, body, self._sources)
        except PaperError as error:
            raise PaperError(f"{self._place(error.words, template)}: {error}") from error

    def fill(self, markdown: str, place: str) -> str:
        """Markdown with its values by name filled in; TemplateFileError, with the place, for unknown ones."""
        return self._sources.templates.fill(markdown, place, **self._sources.values)

    def _place(self, words: str, template: str) -> str:
        """The file and line that hold some words: a narrative's, else the template's."""
        narratives = ((one.file, one.text) for one in self._sources.narratives.values())
        for file, text in (*narratives, (template, self._sources.templates.text(template))):
            for number, line in enumerate(text.splitlines(), start=1):
                if words and words in line:
                    return f"{file}:{number}"
        return template

    @property
    def unused(self) -> tuple[Narrative, ...]:
        """Narrative that no paper made so far has printed."""
        return self._narrative.unprinted()


class _Texts(Mapping[str, Markdown]):
    """Texts with values by name, filled in when a template asks for them."""

    def __init__(
        self, sources: PaperSources, texts: Iterable[Narrative], values: Mapping[str, object]
    ) -> None:
        self._sources = sources
        self._values = values
        self._texts = {key(text.name): text for text in texts}
        self._printed: dict[str, Markdown] = {}

    def __getitem__(self, name: str) -> Markdown:
        if name not in self._texts:
            folder = self._sources.folder
            # not a KeyError: Jinja2 would turn that into an unknown value, and lose what to do about it
            file = f"{folder}/{name.replace('_', '-')}.md"
            raise PaperError(f"{file}:1: This text is missing, and a paper prints it: write it.")
        if name not in self._printed:
            text = self._texts[name]
            if not text.text.strip():
                raise PaperError(f"{text.file}:1: This text is empty, and a paper prints it: write it.")
            filled = self._sources.templates.fill(text.text.strip("\n"), text.file, **self._values)
            self._printed[name] = Markdown(filled)
        return self._printed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def unprinted(self) -> tuple[Narrative, ...]:
        return tuple(text for name, text in self._texts.items() if name not in self._printed)


_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_SETTINGS = {"title", "subtitle", "contents", "numbers"}


def _split(filled: str) -> tuple[dict[str, str], str]:
    """The lines `label: value` between the first two rules, and what follows them."""
    found = _FRONT.match(filled)
    if not found:
        raise PaperError("It has no front matter; begin it with ---, title: … and ---.")
    lines = (line.partition(": ") for line in found[1].splitlines() if line.strip())
    return {label.strip(): value.strip() for label, _, value in lines}, filled[found.end() :]


def _paper(kind: str, front: dict[str, str], body: str, sources: PaperSources) -> Paper:
    read = read_body(body, _numbering(front))
    return Paper(
        kind=kind,
        title=plain(read_line(front.get("title", ""))),
        subtitle=plain(read_line(front.get("subtitle", ""))),
        facts=tuple(
            Fact(label, read_line(value)) for label, value in front.items() if label not in _SETTINGS
        ),
        blocks=read.blocks,
        footnotes=read.footnotes,
        attachments=sources.attachments,
        classification=sources.imprint.classification,
        author=sources.imprint.author,
        date=sources.imprint.date,
        contents=front.get("contents") != "no",
    )


def _numbering(front: Mapping[str, str]) -> Numbering:
    """What `numbers:` asks for: sections unless it is said otherwise."""
    wanted = front.get("numbers", Numbering.SECTIONS)
    try:
        return Numbering(wanted)
    except ValueError as error:
        known = ", ".join(Numbering)
        raise PaperError(f"numbers: {wanted} is not known; write {known}.", wanted) from error
