"""Small roots at random: a document as any, links to it and past it, evidence, attestations and results."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from hypothesis import strategies as st
from small_root import ATTESTED, PROJECT, TODAY

from tests.check.case import Tree
from tests.strategies import documents, plain_text
from toolkit.check.store import NoStore
from toolkit.library.library import read_library
from toolkit.model.index import Index
from toolkit.source.write import write_part
from toolkit.trace.attestation import write_attestations
from toolkit.trace.attesting import Word, attest
from toolkit.trace.reading import read_sources
from toolkit.trace.results import read_results
from toolkit.trace.tracing import Sources, trace

_REGISTER = 'code: TMAD\ntitle: A & B\nversions:\n  - {version: "6.1U", status: draft}\n'
_EVIDENCE = (
    "{needs: [code, test]}", "{needs: code}", "{needs: none, reason: A matter between people.}",
    "{needs: example}", "{waived: {until: 2020-12-31, reason: Later., by: N. N.}, needs: test}",
    "{review: {by: N. N., on: 2020-01-01, until: 2020-07-01}}",
    "{review: {by: N. N., on: 2020-01-01, until: 2099-07-01}}",
)  # fmt: skip


@st.composite
def roots(draw: st.DrawFn) -> Sources:
    """Everything that a trace of a random root rests on."""
    document = draw(documents(most=3))
    files = {one.file: write_part(one) for one in document.parts}
    files["documents/tmad/document.yaml"] = _REGISTER
    ids = [*Index.of(document).parents, "not-there"]
    picked = draw(st.lists(st.sampled_from(ids), max_size=5))
    files["code/rules.py"] = _code(picked, draw(st.booleans()))
    tested = draw(st.lists(st.sampled_from(ids), max_size=5))
    files["tests/test_rules.py"] = _tests(tested)
    declared = draw(st.dictionaries(st.sampled_from(ids), st.sampled_from(_EVIDENCE), max_size=4))
    lines = [f"  {name}: {needs}" for name, needs in declared.items()]
    if lines:
        files["documents/tmad/evidence.yaml"] = "\n".join(["clauses:", *lines, ""])
    results = draw(st.none() | _results(len(tested)))
    if draw(st.booleans()):
        changed = draw(st.sampled_from(["", "1:0123456789abcdef"]))
        files[ATTESTED.replace("demo", "tmad")] = _attested(files, changed)
    return _read(files, results)


def _read(files: dict[str, str], results: bytes | None) -> Sources:
    library = read_library(Tree({path: text.encode() for path, text in files.items()}))
    read = None if results is None else read_results(results, "junit.xml")[0]
    return read_sources(library, PROJECT, NoStore(), read, TODAY)[0]


def _attested(files: dict[str, str], changed: str) -> str:
    """Attestations of every link; with a fingerprint that is not that of the code, where one is given."""
    word = Word("N. N.", "Read & <checked>.", TODAY)
    lines = attest(trace(_read(files, None)).verdicts, lambda *_: True, word)
    text = write_attestations(lines).decode()
    for one in lines if changed else ():
        text = text.replace(one.code_fingerprint, changed)
    return text


def _code(ids: list[str], commented: bool) -> str:
    marks = [
        f'@implements("TMAD", "{name}", since="6.1U")\ndef f{at}(): ...\n' for at, name in enumerate(ids)
    ]
    comment = "# clause: implements TMAD 1\nx = 1\n" if commented else ""
    return "\n".join(["from toolkit.conformance.link import implements\n", *marks, comment])


def _tests(ids: list[str]) -> str:
    marks = [
        f'@pytest.mark.verifies("TMAD", "{name}")\ndef test_{at}(): ...\n' for at, name in enumerate(ids)
    ]
    return "\n".join(["import pytest\n", *marks])


@st.composite
def _results(draw: st.DrawFn, tests: int) -> bytes:
    """Results of some of the tests, of some rows."""
    cases = []
    for at in range(tests):
        words = quoteattr(draw(plain_text()))
        marks = ("", f"<failure message={words}/>", f"<skipped message={words}/>")
        for row in draw(st.sampled_from([(), ("",), ("[a]", "[b&lt;]")])):
            mark = draw(st.sampled_from(marks))
            cases.append(f'<testcase classname="tests.test_rules" name="test_{at}{row}">{mark}</testcase>')
    return f"<testsuites>{''.join(cases)}</testsuites>".encode()
