"""The papers of a consultation: a template filled with facts and narrative, read into a Paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.consult.facts import ConsultationFacts
from toolkit.consult.folder import ConsultationFolder, Narrative
from toolkit.consult.stance import Organisation, Stance
from toolkit.model.index import Index
from toolkit.model.paper import Fact, Paper, PaperAttachment, plain

from .paper_escape import Markdown, key, safe
from .paper_extract import Extracts, Periods
from .paper_fault import readable
from .paper_markdown import read_body, read_line
from .paper_text import PaperError
from .paper_values import values
from .templates import TemplateFileError, Templates

CONSULTATION, DIRECTION, RESPONSE_FORM = "consultation", "direction", "response-form"
TEMPLATES = {
    CONSULTATION: "consultation.md.j2",
    DIRECTION: "direction.md.j2",
    RESPONSE_FORM: "response-form.md.j2",
}
_CHOICES = {"stances": tuple(Stance), "organisations": tuple(Organisation)}


@dataclass(frozen=True, slots=True)
class PaperSources:
    """All that the papers of one consultation are made from."""

    folder: ConsultationFolder
    facts: ConsultationFacts
    indexes: Mapping[str, Index]
    """The drafts by name: TMAD@6.1U."""
    templates: Templates


class PaperMaker:
    """Makes the papers of one consultation; knows which narrative none of them has printed."""

    def __init__(self, sources: PaperSources) -> None:
        self._sources = sources
        self._values = _values(sources)
        self._narrative = _Texts(sources, self._values, sources.folder.narratives.values())
        questions = (Narrative(one.id, one.text, str(one.place)) for one in sources.facts.questions)
        self._asked = _Texts(sources, self._values, questions)

    def paper(self, kind: str) -> Paper:
        """Make one of the papers: consultation, direction or response-form.

        PaperError where a template or narrative is missing, names an unknown value, or makes no paper;
        the message begins with file and line where they are known.
        """
        template = TEMPLATES[kind]
        values = {**self._values, "narrative": self._narrative, "asked": self._asked}
        try:
            filled = self._sources.templates.render(template, **values)
        except TemplateFileError as error:
            raise PaperError(readable(str(error), values)) from error
        try:
            front, body = _split(filled)
            return _paper(kind, front, body, self._sources.facts)
        except PaperError as error:
            raise PaperError(f"{self._place(error.words, template)}: {error}") from error

    def fill(self, markdown: str, place: str) -> str:
        """Markdown with its values by name filled in; TemplateFileError, with the place, for unknown ones."""
        return self._sources.templates.fill(markdown, place, **self._values)

    def _place(self, words: str, template: str) -> str:
        """The file and line that hold some words: a narrative's, else the template's."""
        narratives = ((one.file, one.text) for one in self._sources.folder.narratives.values())
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
        self, sources: PaperSources, values: Mapping[str, object], texts: Iterable[Narrative]
    ) -> None:
        self._sources = sources
        self._values = values
        self._texts = {key(text.name): text for text in texts}
        self._printed: dict[str, Markdown] = {}

    def __getitem__(self, name: str) -> Markdown:
        if name not in self._texts:
            folder = self._sources.folder.consultation.file.rpartition("/")[0]
            # not a KeyError: Jinja2 would turn that into an unknown value, and lose what to do about it
            raise PaperError(f"{folder}: a text is missing; write {folder}/{name.replace('_', '-')}.md.")
        if name not in self._printed:
            text = self._texts[name]
            filled = self._sources.templates.fill(text.text.strip("\n"), text.file, **self._values)
            self._printed[name] = Markdown(filled)
        return self._printed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def unprinted(self) -> tuple[Narrative, ...]:
        return tuple(text for name, text in self._texts.items() if name not in self._printed)


def _values(sources: PaperSources) -> dict[str, object]:
    first = {
        document.code: sources.indexes[f"{document.code}@{document.drafts[0].version}"]
        for document in sources.facts.documents
    }
    return {
        **values(sources.facts, sources.indexes),
        "extract": {code: Extracts(index) for code, index in first.items()},
        "period": {code: Periods(index) for code, index in first.items()},
        **safe(_CHOICES),
    }


_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_SETTINGS = {"title", "subtitle", "contents", "sections"}


def _split(filled: str) -> tuple[dict[str, str], str]:
    """The lines `label: value` between the first two rules, and what follows them."""
    found = _FRONT.match(filled)
    if not found:
        raise PaperError("It has no front matter; begin it with ---, title: … and ---.")
    lines = (line.partition(": ") for line in found[1].splitlines() if line.strip())
    return {label.strip(): value.strip() for label, _, value in lines}, filled[found.end() :]


def _paper(kind: str, front: dict[str, str], body: str, facts: ConsultationFacts) -> Paper:
    read = read_body(body, front.get("sections") != "unnumbered")
    consultation = facts.consultation
    return Paper(
        kind=kind,
        title=plain(read_line(front.get("title", ""))),
        subtitle=plain(read_line(front.get("subtitle", ""))),
        facts=tuple(
            Fact(label, read_line(value)) for label, value in front.items() if label not in _SETTINGS
        ),
        blocks=read.blocks,
        footnotes=read.footnotes,
        attachments=tuple(PaperAttachment(one.number, one.title, one.files) for one in facts.attachments),
        classification=consultation.classification,
        author=consultation.issuer.legal_name,
        date=consultation.timetable.published.day.isoformat(),
        contents=front.get("contents") != "no",
    )
