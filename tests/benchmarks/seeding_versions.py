"""Faults between versions: renumberings, ids, rows of a matrix, placeholders and bases."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from seeding import ROOT, At, Draft, Fault, Seeding, added, base_lines, rewritten, shuffled

_LABELLED = re.compile(r"- (\d[\d.]*\d) \{#([\w-]+)\} ")
_REGISTER = "documents/{}/document.yaml"


def _cited(draft: Draft) -> list[tuple[At, list[At]]]:
    """Numbered clauses with an id, and the lines that cite them alone and in full, and are not themselves."""
    found = []
    base = base_lines(draft)
    for at in draft.lines():
        match = _LABELLED.match(at.text)
        if not match:
            continue
        words = re.compile(rf"Clause {re.escape(match[1])}(?![\w.]*\w|\()(?!\.\d)(?! (?:of the|and|to|or) )")
        citing = [
            one for one in draft.lines()
            if words.search(one.text) and one.number != at.number and one.text in base
            and not one.text.lstrip().startswith((">", "#"))
        ]  # fmt: skip
        taken = f"{match[1]}a" in draft.loaded.index.labels
        if citing and at.text in base and not taken:
            found.append((at, citing))
    return found


def _stale(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A clause given another label: by one put before it, by a swap, or by a gap in its place."""
    cases = [(draft, at, citing) for draft in drafts for at, citing in _cited(draft)]
    for draft, at, citing in shuffled(rng, cases):
        match = _LABELLED.match(at.text)
        assert match
        label, rest = match[1], at.text[match.end(1) :]
        new = "{#planted-duty} The DCC shall publish on the DCC Website a summary of what it has done."
        kind = rng.choice(("inserted", "moved", "at the end"))
        lines = [f"- {label} {new}", f"- {label}a{rest}"]
        if kind == "moved":
            lines = [f"- {label} [Not used]", f"- {label}a{rest}"]
        if kind == "at the end" and len(draft.files[at.path]) > at.number + 1:
            lines = [f"- {label}a{rest}"]
        files, moved = draft.changed([(at, lines), *((one, [one.text]) for one in citing)])
        spots = tuple((one.path, number) for one, number in zip(citing, moved[1:], strict=True))
        anywhere = (f"documents/{draft.code.lower()}/", 0)
        yield Fault(
            draft.name, files, (*spots, anywhere), f"{label} {kind}; cited in {citing[0].text.strip()[:80]}"
        )


def _lost(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """The id of a provision of the base, written otherwise or left out."""
    cases = [at for draft in drafts for at in draft.lines()
             if at.text in base_lines(draft) and re.search(r"\{#[\w-]+\} \w.{40}", at.text)]  # fmt: skip
    for at in shuffled(rng, cases):
        form = rng.choice(("{{#{}-new}}", "{{#the-{}}}", "{{#renamed}}"))
        old = at.text[at.text.index("{#") + 2 : at.text.index("}")]
        text = at.text.replace(f"{{#{old}}}", form.format(old), 1)
        yield rewritten(at, [text])


_WAITING = (
    "before the end of [DD MMM YYYY].", "by [TBC].", "within [XX] Working Days.", "on [insert date].",
    "by TBC.",
    "within [●] days.", "as the Panel decides [TODO].", "in the form of [insert reference].", "by [date].",
    "no later than [    ] 2021.", "in accordance with Clause [X].", "by [to be confirmed].", "FIXME.",
)  # fmt: skip


def _placeholders(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    sentences = (f"The DCC shall publish the list {one}" for one in shuffled(rng, _WAITING))
    yield from added(drafts, rng, sentences)


def _rows(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A row that names nothing, or what has no place in it."""
    rows = [at for draft in drafts for at in draft.lines(".csv") if re.search(r"Clause \d", at.text)]
    for at in shuffled(rng, rows):
        wrong = rng.choice(
            ("–", "", "Clause 18.5", "Clause 9.1", "Clause 18.99", "Clause 18.22b", "Clause 9")
        )
        if wrong in ("–", ""):
            cells = at.text.split(",")
            text = ",".join(wrong if "Clause" in cell else cell for cell in cells)
        else:
            text = re.sub(r"Clause [\w.()]+", wrong, at.text, count=1)
        yield rewritten(at, [text])


def _rowless(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A clause of a matrix taken out of every row that also names another."""
    for draft in drafts:
        rows = list(draft.lines(".csv"))
        labels = sorted({one for row in rows for one in re.findall(r"Clause ([\w.]+(?:\(\w+\))*)", row.text)})
        for label in shuffled(rng, labels):
            spot = next((at for at in draft.lines() if f"against this Clause {label}" in at.text), None)
            if spot is None:
                continue
            cell = re.compile(rf"Clause {re.escape(label)}(?![\w(])(?:; )?")
            changes = [(row, [cell.sub("–", row.text).replace("; –", "").replace("–Clause", "Clause")])
                       for row in rows if cell.search(row.text)]  # fmt: skip
            files, _ = draft.changed(changes)
            yield Fault(draft.name, files, ((spot.path, spot.number + 1),), f"{label} in no row")


_REGISTERS = (
    ("SRPD@3.1U", '  - {version: "3.1", status: designated, effective: 2020-07-24, base: "3.0", held: no}'),
    ("SRPD@3.1U", '  - {version: "3.2", status: designated, effective: 2020-05-07, held: no}'),
    ("SRPD@3.1U", '  - {version: "4.0", status: designated, effective: 2020-08-01, held: no}'),
    ("SRPD@3.1U", '  - {version: "3.0.1", status: designated, effective: 2020-08-06, base: "3.0", held: no}'),
    ("SRPD@3.1U", '  - {version: "3.5", status: designated, effective: unknown,'
     " effective_by: 2020-07-31, held: no}"),
    ("DUIS@3.1U", '  - {version: "3.1.1", status: designated, line: "3.1", effective: 2020-05-06, held: no}'),
    ("DUIS@3.1U", '  - {version: "3.1B", line: "3.1", status: designated, effective: 2020-08-06,'
     ' base: "3.1", held: no}'),
    ("DUIS@3.1U", '  - {version: "3.2", line: "3.1", status: designated, effective: 2019-11-30, held: no}'),
    ("DUIS@3.1U", '  - {version: "3.3", line: "3.1", status: designated, effective: unknown,'
     " effective_by: 2020-08-05, held: no}"),
    ("DUIS@3.1U", '  - {version: "3.1.2", line: "3.1", status: designated, effective: 2020-02-29, held: no}'),
    ("SRPD@3.1U", '  - {version: "3.0A", status: designated, effective: 2020-06-30, base: "3.0", held: no}'),
    ("DUIS@3.1U", '  - {version: "3.1C", line: "3.1", status: designated, effective: 2020-08-01,'
     ' base: "3.1", held: no}'),
)  # fmt: skip


def _overtaken(drafts: list[Draft], rng: random.Random) -> Iterator[Fault]:
    """A newer version put into the register of a draft whose base is not overtaken."""
    for name, change in shuffled(rng, _REGISTERS):
        code = name.split("@")[0].lower()
        path = _REGISTER.format(code)
        text = f"{ROOT.read(path).decode()}{change}\n"
        yield Fault(name, {path: text.encode()}, ((f"documents/{code}/", 0),), f"{name}: {change.strip()}")


SEEDINGS: dict[str, Seeding] = {
    "C110": _lost, "C111": _placeholders, "C112": _rows, "C113": _rowless, "C118": _stale, "C126": _overtaken,
}  # fmt: skip
