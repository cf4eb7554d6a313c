"""The response template as CSV and YAML, for those who do not answer on the Word form."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Mapping

from .consultation import Consultation
from .response import Channel, Confidentiality
from .response_fields import RECEIPT, field_names
from .stance import Organisation, Stance

_WIDTH = 100


def blank_csv(consultation: Consultation) -> str:
    """One row of headings; each response is a row under it. The last two columns may be left out."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow((*field_names(consultation), *RECEIPT))
    return out.getvalue()


def blank_yaml(consultation: Consultation, asked: Mapping[str, str]) -> str:
    """A file to be filled in; `asked` gives the words of each question by its label."""
    lines = [
        *_remark(f"A response to “{consultation.title}”. Leave empty, or take out, what does not apply."),
        "respondent:   # the organisation that answers",
        *_remark(f"One of: {'; '.join(Organisation)}."),
        "organisation:",
        'contact: ""   # name and e-mail address; never published',
        *_remark("yes where the whole response is confidential, with the name of its author."),
        "confidential: no",
        f"# received: {consultation.timetable.closes.day} 12:00   # for whoever takes the response in",
        f"# channel: {Channel.EMAIL}   # {', '.join(Channel)}",
        "",
        *_remark(f"A stance is one of: {'; '.join(Stance)}."),
        *_remark(
            f"confidentiality is one of: {', '.join(Confidentiality)}. Say under reason which part and why. "
            "Longer texts are written under text: |- and set in, as the first is here."
        ),
        "answers:",
    ]
    for question in consultation.questions:
        lines += _remark(f"{question.label}: {asked.get(question.label) or question.about}", "  ")
        lines += [
            f"  - question: {question.id}",
            "    stance:",
            "    confidentiality: none",
            '    reason: ""',
            "    text: |-",
            "",
        ]
    lines += [*_remark("Comments on no question in particular."), "general:", "  text: |-", ""]
    return "\n".join(lines)


def _remark(words: str, indent: str = "") -> list[str]:
    prefix = f"{indent}# "
    return textwrap.wrap(" ".join(words.split()), _WIDTH, initial_indent=prefix, subsequent_indent=prefix)
