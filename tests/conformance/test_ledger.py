"""Law and code do not drift: versions, clause ids and labels are those of the documents."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rule_tables import ROOT, library

from toolkit.conformance.catalogue import RULES, Rule
from toolkit.conformance.ledger import REGISTERS, carries, may_carry, stage
from toolkit.conformance.rule import VERSION
from toolkit.conformance.ruling import Provision

FIELDS = (
    "name",
    "status",
    "line",
    "base",
    "consulted",
    "concluded",
    "effective",
    "effective_by",
    "until",
    "withdrawn",
)
MODULES = sorted((ROOT / "toolkit" / "conformance").rglob("*.py"))


@pytest.mark.parametrize("code", sorted(REGISTERS))
def test_the_ledger_is_that_of_the_registers(code: str) -> None:
    ledger, register = REGISTERS[code], library().register(code)
    assert (ledger.title, ledger.appendix) == (register.title, register.appendix)
    assert [[getattr(one, field) for field in FIELDS] for one in ledger.versions] == [
        [getattr(one, field) for field in FIELDS] for one in register.versions
    ]


@pytest.mark.parametrize(
    ("version", "change", "expected"),
    [
        ("6.1U", "6.1U", True),
        ("6.0", "6.1U", False),
        ("7.0", "6.1U", False),  # rests on 6.0, which has not got it
        ("9.0", "6.1U", False),  # what of it was designated is not recorded
        ("9.0", "7.0", True),
        ("9.0", "2020-11", False),
        ("4.1-consulted", "4.1", False),
        ("5.2", "4.1", True),
        ("4.0", "4.1", False),
        ("6.0", "4.1", True),
        ("10.0", "11.0", False),
        ("11.0", "9.0", True),
    ],
)
def test_what_a_version_carries(version: str, change: str, expected: bool) -> None:
    tmad = REGISTERS["TMAD"]
    named = tmad.version(version)
    assert named is not None
    assert carries(tmad, named, change) is expected


def test_a_stage_in_words() -> None:
    words = [stage(one) for one in REGISTERS["TMAD"].versions]
    assert words[:6] == [
        "designated on 14 February 2019",
        "designated on 6 May 2020",
        "consulted on, on 28 April 2020",
        "concluded on 4 June 2020, not designated",
        "concluded, not designated",
        "consulted on, on 24 July 2020",
    ]
    assert words[9:12] == ["withdrawn", "designated by 21 December 2020", "draft"]


@pytest.mark.parametrize(
    ("version", "unsure"), [("6.0", False), ("7.0", False), ("9.0", True), ("11.0", True)]
)
def test_what_the_record_does_not_tell(version: str, unsure: bool) -> None:
    tmad = REGISTERS["TMAD"]
    named = tmad.version(version)
    assert named is not None
    assert may_carry(tmad, named, "6.1U") is unsure


def links() -> Iterator[tuple[str, str, str, str, str]]:
    """Every link in the code: module, function, document, clause id, since."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for one in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
                if (
                    isinstance(one, ast.Call)
                    and isinstance(one.func, ast.Name)
                    and one.func.id == "implements"
                ):
                    document, clause = (
                        argument.value for argument in one.args if isinstance(argument, ast.Constant)
                    )
                    (since,) = (
                        word.value.value for word in one.keywords if isinstance(word.value, ast.Constant)
                    )
                    yield path.stem, node.name, str(document), str(clause), str(since)


LINKS = sorted(links())


def test_links_are_found() -> None:
    assert len(LINKS) > 50
    assert len(set(LINKS)) == len(LINKS)


@pytest.mark.parametrize("link", LINKS, ids=lambda link: f"{link[1]}-{link[2]}-{link[3]}")
def test_every_link_leads_to_a_clause(link: tuple[str, str, str, str, str]) -> None:
    """The clause stands in the version from which the link says that the code carries it out."""
    _, _, document, clause, since = link
    version = library().register(document).version(since)
    assert version is not None
    assert version.held
    index = library().load(f"{document}@{since}").index
    assert clause in {**index.clauses, **index.definitions, **index.tables}


@pytest.mark.parametrize("rule", [one for one in RULES if one.law.id], ids=lambda rule: rule.number)
def test_a_rule_cites_the_label_that_its_clause_bears(rule: Rule) -> None:
    _label_is_right(rule.law.provision)


def _label_is_right(clause: Provision) -> None:
    """In every version that is held and has the clause."""
    held = [one for one in library().everything() if one.document.register.code == clause.document]
    labels = {one.index.clauses[clause.id].label.text for one in held if clause.id in one.index.clauses}
    assert labels == {clause.label} or any(clause.id in one.index.definitions for one in held)


LIMBS = sorted(
    {
        (path.relative_to(ROOT).as_posix(), *[argument.value for argument in node.args])
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "limb"
        and len(node.args) == 2
        and all(isinstance(argument, ast.Constant) for argument in node.args)
    }
)


@pytest.mark.parametrize("limb", LIMBS, ids=lambda limb: limb[2])
def test_a_ruling_cites_limbs_by_their_labels(limb: tuple[str, str, str]) -> None:
    file, label, clause = limb
    code = {"tmad": "TMAD", "s1sr": "S1SR", "duis": "DUIS", "sec": "SEC"}[Path(file).parent.name]
    _label_is_right(Provision(code, label, clause))


def test_every_rule_has_its_number_and_its_function_once() -> None:
    numbers = [one.number.split("-")[0] for one in RULES]
    assert list(dict.fromkeys(numbers)) == [f"R{number}" for number in range(1, 32)]
    assert len({one.name for one in RULES}) == len({one.number for one in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.number)
def test_every_rule_explains_its_inputs(rule: Rule) -> None:
    assert rule.words.splitlines()[0].endswith(".")
    for one in rule.inputs:
        assert one.kind.words
        described = re.search(rf"^(\w+, )*{one.name}(, \w+)*: ", rule.words, re.MULTILINE)
        assert described or (one.name == VERSION and not one.required), f"{rule.number}: {one.name}"


def verified() -> set[tuple[str, str]]:
    """Document and clause id of every mark on the tests here."""
    found = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "verifies"
            ):
                document, clause = (one.value for one in node.args if isinstance(one, ast.Constant))
                found.add((str(document), str(clause)))
    return found


@pytest.mark.parametrize("mark", sorted(verified()), ids="-".join)
def test_every_verified_clause_is_there(mark: tuple[str, str]) -> None:
    document, clause = mark
    held = [one.index for one in library().everything() if one.document.register.code == document]
    assert any(clause in {**one.clauses, **one.definitions, **one.tables} for one in held)


def failures() -> Iterator[tuple[str, str]]:
    """The function and the clause of each failure that a check of messages can tell of, by literal id."""
    path = next(one for one in MODULES if one.stem == "message_checks")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for call in ast.walk(node) if isinstance(node, ast.FunctionDef) else ():
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Failure":
                clause = call.args[1]
                if isinstance(clause, ast.Constant):
                    yield node.name, str(clause.value)


@pytest.mark.parametrize("failure", sorted(set(failures())), ids="-".join)
def test_a_check_claims_the_clause_that_its_failures_rest_on(failure: tuple[str, str]) -> None:
    """Itself or the clause about it: what is reworded there must make the check suspect."""
    function, clause = failure
    claimed = {one[3] for one in LINKS if one[:2] == ("message_checks", function)}
    above, parents = clause, library().load("DUIS@3.1U").index.parents
    while above and above not in claimed:
        above = parents.get(above, "")
    assert above, f"{function} rests on {clause} and claims {', '.join(sorted(claimed)) or 'nothing'}"
