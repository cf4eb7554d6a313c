"""What the papers of every later stage can name: the stage, its documents, its enclosures, its direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from toolkit.consult.consultation import Consultation
from toolkit.consult.enclosure import Enclosure
from toolkit.consult.listed_file import stage_files
from toolkit.consult.stage import Published, Stage, StageDocument, StageKind
from toolkit.consult.stage_facts import StageDocumentFacts, StageFacts
from toolkit.consult.version_words import version_words
from toolkit.consult.wording import annex_letter, closing_words, date_words, listing, number_words
from toolkit.model.document import Version
from toolkit.model.index import Index

from .paper import Imprint
from .paper_escape import DayValue, Markdown, key, safe
from .paper_extract import DATE, Extracts, Periods
from .paper_values import OPEN_DAY, BareLabels, Labels, act_words


def stage_values(facts: StageFacts, indexes: Mapping[str, Index]) -> dict[str, object]:
    """The values of a stage; `indexes` holds its versions, and what was consulted on: TMAD@4.1."""
    stage = facts.stage
    index = {one.code: indexes[f"{one.code}@{one.version.name}"] for one in facts.documents}
    return {
        "title": Markdown.of(stage.title),
        "title_capitals": Markdown.of(stage.title.upper()),
        "filename": Markdown.of(stage.filename),
        "classification": Markdown.of(stage.classification),
        "published": published_value(stage.published),
        "issuer": safe(stage.issuer._asdict()),
        "mailbox": Markdown.of(stage.issuer.mailbox),
        "documents": tuple(map(document_value, facts.documents)),
        "document": {key(one.code): document_value(one) for one in facts.documents},
        "enclosures": tuple(_of_document(one, facts) for one in facts.enclosures),
        "enclosure": {key(one.key): enclosure_value(one) for one in facts.enclosures},
        "files": safe([one._asdict() for one in stage_files(facts)]),
        "enclosure_list": Markdown.of(_enclosure_list(facts.enclosures)),
        "clause": {key(code): Labels(one) for code, one in index.items()},
        "label": {key(code): BareLabels(one) for code, one in index.items()},
        "extract": {key(code): Extracts(one) for code, one in index.items()},
        "period": {key(code): Periods(one) for code, one in index.items()},
        "dated": {key(code): Periods(one, DATE) for code, one in index.items()},
        "was": {
            "clause": {key(one.code): Labels(indexes[name]) for one, name in _earlier(facts)},
            "period": {key(one.code): Periods(indexes[name]) for one, name in _earlier(facts)},
            "version": {key(one.code): _number(indexes[name]) for one, name in _earlier(facts)},
        },
    }


def _number(index: Index) -> Markdown:
    return Markdown.of(version_words(index.document.version).removesuffix(" draft"))


def imprint(stage: Stage) -> Imprint:
    """What the papers of a stage bear."""
    return Imprint(stage.classification, stage.issuer.signed, stage.published.day.isoformat())


def _earlier(facts: StageFacts) -> Iterator[tuple[StageDocument, str]]:
    """Each document with the name of the version consulted on, else of what it is first marked against.

    Of a direction it is what it is marked against: the law before.
    """
    for one in facts.stage.documents:
        marked = [copy.against for copy in facts.stage.enclosed if copy.code == one.code and copy.against]
        directed = facts.stage.kind is StageKind.DIRECTION
        for version in (*marked, one.consulted) if directed else (one.consulted, *marked):
            if version:
                yield one, f"{one.code}@{version}"
                break


def consultation_value(consultation: Consultation) -> dict[str, object]:
    """What was consulted on, asked and planned."""
    timetable = consultation.timetable
    closing = closing_words(timetable.closes.day, timetable.closing_time)
    return {
        "title": Markdown.of(consultation.title),
        "package": Markdown.of(consultation.package),
        "filename": Markdown.of(consultation.filename),
        "reference": Markdown.of(consultation.reference),
        "published": DayValue.on(timetable.published.day),
        "briefing": DayValue.on(timetable.briefing.day) if timetable.briefing else None,
        "closes": DayValue.on(timetable.closes.day, closing),
        "redesignation": DayValue.on(timetable.redesignation.day),
        "last_day": DayValue.on(timetable.window.last),
        "recipients": Markdown.of(listing(consultation.responding.recipients)),
        "laws": Markdown.of(listing([f"the {law}" for law in consultation.responding.laws])),
    }


def published_value(published: Published) -> Markdown:
    """A day with its weekday, or a month."""
    return DayValue.on(published.day) if published.exact else Markdown.of(published.words)


def document_value(one: StageDocumentFacts) -> dict[str, Any]:
    """What a paper says of one version."""
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "code": one.code,
            "title": one.title,
            "name": one.name,
            "words": one.words,
            "number": version_words(one.version).removesuffix(" draft"),
            "appendix": f"Appendix {one.appendix}" if one.appendix else "",
            "appendix_letters": one.appendix,
            "consulted": one.consulted,
            "consulted_base": one.consulted_base,
            "in_effect": listing([version_words(each) for each in one.current]),
            "in_effect_from": _from(one.current),
            "first": one.first,
            "clean": one.clean.label if one.clean else "",
            "marked": listing([each.label for each in one.marked]),
            "matrix_words": one.direction_words,
        }
    )


def _from(current: Sequence[Version]) -> str:
    days = [date_words(one.effective) if one.effective else "a day not recorded" for one in current]
    return listing(list(dict.fromkeys(days)))


def enclosure_value(one: Enclosure) -> dict[str, Any]:
    """What a paper says of one attachment or annex."""
    return safe(  # type: ignore[no-any-return]  # a dictionary stays one
        {
            "label": one.label,
            "mark": one.mark,
            "number": one.number,
            "title": one.title,
            "files": one.files,
            "elsewhere": not one.files,
        }
    )


def _of_document(one: Enclosure, facts: StageFacts) -> dict[str, Any]:
    """An attachment or annex with the document that it is a copy of, if it is one."""
    codes = {copy.code for copy in one.copies}
    document = next((each for each in facts.documents if each.code in codes), None)
    return {
        **enclosure_value(one),
        "document": Markdown.of(document.title if document else ""),
        "appendix": Markdown.of(document.appendix if document else "–"),
    }


def _enclosure_list(enclosures: Sequence[Enclosure]) -> str:
    """Attachments 1 to 4; Annex A; empty where there is none."""
    if not enclosures:
        return ""
    plural = {"Attachment": "Attachments", "Annex": "Annexes"}[enclosures[0].series]
    first, last = enclosures[0], enclosures[-1]
    joined = "and" if len(enclosures) == 2 else "to"
    return first.label if first is last else f"{plural} {first.mark} {joined} {last.mark}"


def _directed(forms: Sequence[StageDocumentFacts], number: int, final: bool) -> dict[str, Any]:
    """One document that is directed, in one version or in several that are in effect side by side."""
    marks = [one.clean.mark for one in forms if one.clean] if final else []
    marks = marks or [annex_letter(number)]
    enclosed = [each.label for one in forms for each in ((one.clean,) if one.clean else ()) + one.marked]
    names = [version_words(one.version).removesuffix(" draft") for one in forms]
    return {
        **document_value(forms[0]),
        "annex": Markdown.of(f"Annex{'es' * (len(marks) > 1)} {listing(marks)}"),
        "letter": Markdown.of(listing(marks)),
        "forms": len(forms),
        "count": Markdown.of(number_words(len(forms))),
        "names": Markdown.of(f"{forms[0].code} {listing(names)}"),
        "attachments": Markdown.of(listing(enclosed)),
    }


def directed_values(facts: StageFacts, effect: date | None, final: bool) -> dict[str, object]:
    """What the legal text of a direction names: a document each, with the Annex that sets it out.

    In a draft the Annexes follow the documents, A, B, C; a direction that is made has its own enclosures.
    """
    grouped = {
        code: tuple(one for one in facts.documents if one.code == code)
        for code in dict.fromkeys(one.code for one in facts.documents)
    }
    directed = tuple(
        _directed(forms, number, final) for number, forms in enumerate(grouped.values(), start=1)
    )
    return {
        "directed": directed,
        "act": act_words([forms[0].first for forms in grouped.values()]),
        "effect": DayValue.on(effect).date if effect else OPEN_DAY,
        "count_directed": Markdown.of(number_words(len(directed))),
    }
