"""What each fault in the data of Uplift 1.2 leads to, and that a change of data moves every paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from overlay import NAME, ROOT, TEMPLATES, UNREADABLE, UPLIFT, library, papers, prepared, table, uplift, words

from toolkit.model.diagnostic import Severity
from toolkit.pack.consultation import plan_consultation
from toolkit.pack.prepare import prepare


def errors(changed: Mapping[str, str | None]) -> list[tuple[str, str, int, str]]:
    """Code, file, line and message of each."""
    found = prepared(changed)[1]
    return [
        (one.code, one.place.file, one.place.line, one.message)
        for one in found
        if one.severity is Severity.ERROR
    ]


def test_a_moved_closing_time_moves_in_every_paper() -> None:
    moved = papers(uplift(consultation=("2020-09-03 16:00", "2020-09-04 12:30")))
    for paper, count in (("consultation", 4), ("response-form", 2)):
        assert words(moved[paper]).count("12:30 on Friday 4 September 2020") == count
        assert "3 September" not in words(moved[paper])


def test_a_moved_effect_date_moves_the_window() -> None:
    text = words(
        papers(uplift(consultation=("redesignation: 2020-09-29", "redesignation: 2020-09-30")))[
            "consultation"
        ]
    )
    assert "Wednesday 30 September 2020" in text
    assert "Friday 30 October 2020" in text
    assert "29 October" not in text


def test_a_document_fewer_takes_a_letter_and_an_attachment_away() -> None:
    text = (ROOT / UPLIFT / "consultation.yaml").read_text(encoding="utf-8")
    for without in (
        r"  - code: TMAD\n    drafts:\n      - version: 6.1U\n",
        r"      TMAD:\n(        - .*\n)+",
        r"  - id: (mprn-leading-zeros|engineering-menu-pin)\n    topic(.*\n)+?    provisions:\n",
        r"  - id: (mprn-validation|engineering-menu-pin)\n    about(.*\n)+?    changes: .*\n",
    ):
        text, count = re.subn(without, "", text)
        assert count
    texts: dict[str, str | None] = {f"{UPLIFT}/consultation.yaml": text}
    texts |= {f"{UPLIFT}/{name}.md": "Words." for name in ("documents", "introduction", "executive-summary")}
    found = papers(texts)
    assert table(found["consultation"], 1)[0][:2] == ["1", "PPMID firmware"]
    assert table(found["consultation"], 5)[-1][0] == "Attachment 6"
    direction = words(found["direction"])
    assert re.search("Appendix AM, is re-designated [^.]* Annex A to this direction", direction)
    assert "Annex D to this direction" not in direction
    assert "Re-designation of three documents" in found["direction"].subtitle


FAULTS = [
    ("consultation", '- "3.24"', '- "3.3"', "P121", "Clause 3.24 of TMAD 6.1U is new"),
    ("consultation", '- "3.24"', '- "3.24"\n        - "4.29"', "P122", "Clause 4.29 is declared as changed"),
    ("consultation", '- "3.24"', '- "3.24"\n        - "3.99"', "P123", "clause 3.99"),
    ("consultation", "versions: [3.0U]", "versions: [3.1U]", "P121", "Clause 3.5.12 of DUIS 3.0U is new"),
    ("consultation", "closes: 2020-09-03", "closes: 2020-09-05", "P112", "Saturday 5 September 2020"),
    ("consultation", "version: 6.1U", "version: 6.1", "P102", "no version 6.1"),
    ("consultation", "published: 2020-08-06", "published: 2020-08-07", "P104", "Thursday 6 August 2020"),
    ("consultation", "{{ redesignation }}, or", "{{ re_designation }}, or", "P131", "re_designation"),
    ("next_steps", "{{ working_days_open }}", "{{ working_days_left }}", "P131", "working_days_left"),
    ("responding", "attachment.response_form", "attachment.reply_form", "P131", "reply_form"),
    ("introduction", "The {{ issuer.code }} takes", "The {{ issuer.code }", "P131", "unexpected '}'"),
    ("introduction", "{{ package }} gathers", "{{ package / count }} gathers", "P131", "unsupported"),
    ("introduction", "{{ package }} gathers", "{{ package.__class__ }} gathers", "P131", "may not"),
    ("change_engineering_menu_pin", "pin-to-installer", "pin-not-to-smso", "P131", "pin-not-to-smso"),
    ("change_engineering_menu_pin", "pin-to-installer", "pin-to-nobody", "P131", "pin-to-nobody"),
    ("documents", "[](#table-documents)", "[](#table-papers)", "P131", "#table-papers"),
]


@pytest.mark.parametrize(("name", "old", "new", "code", "says"), FAULTS)
def test_a_fault_stops_the_pack_and_is_named(name: str, old: str, new: str, code: str, says: str) -> None:
    changed = uplift(**{name: (old, new)})
    found = errors(changed)
    assert any(one[0] == code and says in one[3] for one in found), found
    plan, _ = plan_consultation(library(changed), NAME, TEMPLATES)
    assert plan is None


def test_an_undeclared_change_is_placed_in_the_draft() -> None:
    ((_, file, line, _),) = [
        one for one in errors(uplift(consultation=('- "3.24"', '- "3.3"'))) if "3.24" in one[3]
    ]
    assert "{#mprn-leading-zeros}" in (ROOT / file).read_text(encoding="utf-8").splitlines()[line - 1]


@pytest.mark.parametrize(("text", "says"), [(None, "missing"), (" \n\n", "empty")])
def test_a_missing_or_empty_text_is_named_with_the_file_to_write(text: str | None, says: str) -> None:
    ((code, file, line, message),) = errors({f"{UPLIFT}/responding.md": text})
    assert says in message
    assert (code, file, line, "write it" in message) == ("P131", f"{UPLIFT}/responding.md", 1, True)


def test_an_unknown_value_is_named_at_its_line() -> None:
    ((_, file, line, _),) = errors(uplift(next_steps=("Secretary of State will", "{{ minister }} will")))
    text = (ROOT / file).read_text(encoding="utf-8").splitlines()
    assert "Secretary of State will" in text[line - 1]


@pytest.mark.parametrize("file", ["consultation.yaml", "responding.md"])
@pytest.mark.parametrize(("text", "code"), [(UNREADABLE, "S006"), ("a\x00b", "S002")])
def test_a_file_that_cannot_be_read_is_named(file: str, text: str, code: str) -> None:
    assert errors({f"{UPLIFT}/{file}": text})[0][:2] == (code, f"{UPLIFT}/{file}")


def test_an_unprinted_text_is_a_warning() -> None:
    ready, found = prepared({f"{UPLIFT}/afterthought.md": "Words."})
    assert ready is not None
    assert [(one.code, one.place.file) for one in found] == [("P132", f"{UPLIFT}/afterthought.md")]


def test_an_unknown_consultation_names_the_nearest() -> None:
    _, (found,) = prepare(library({}), "2020-08-uplift-1.3", TEMPLATES)
    assert (found.code, NAME in found.hint) == ("P133", True)
