"""ReqIF: of the public schema, and a reader that shares nothing with the writer finds everything in it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given, settings
from lxml import etree
from random_root import roots
from reqif.models.reqif_spec_object import ReqIFSpecObject
from reqif.parser import ReqIFParser
from reqif.reqif_bundle import ReqIFBundle
from small_root import CODE, FILES, TEXT, TODAY, change, drafting, junit, sources

from tests.strategies import laws
from toolkit.check.store import NoStore
from toolkit.library.library import read_library
from toolkit.model.passage import Kind, legal_passages
from toolkit.render.exchange.reqif import reqif
from toolkit.source.files import Folder
from toolkit.trace.link import LinkKind
from toolkit.trace.project import read_project
from toolkit.trace.reading import read_sources
from toolkit.trace.tracing import Sources, Traced, trace

ROOT = Path(__file__).parents[2]


@cache
def schema() -> xmlschema.XMLSchema:
    """The public schema of ReqIF 1.2, as the package reqif passes it on."""
    with resources.as_file(resources.files("reqif") / "reqif_schema" / "reqif.xsd") as path:
        return xmlschema.XMLSchema(str(path))


def written(found: Sources) -> str:
    return "".join(reqif(found, trace(found)))


def said(bundle: ReqIFBundle, one: ReqIFSpecObject) -> dict[str, str]:
    """The attributes of an object by their names; states by their words."""
    names = bundle.lookup.get_spec_type_by_ref(one.spec_object_type).attribute_map
    values = {names[each.definition_ref].long_name: each.value for each in one.attributes}
    states = bundle.core_content.req_if_content.data_types[2].values_map
    return {
        name: states[value[0]].long_name if isinstance(value, list) else value
        for name, value in values.items()
    }


def objects(bundle: ReqIFBundle) -> dict[str, tuple[str, dict[str, str]]]:
    """Each object by its identifier, with its type."""
    content = bundle.core_content.req_if_content
    return {one.identifier: (one.spec_object_type, said(bundle, one)) for one in content.spec_objects}


def plain(xhtml: str) -> str:
    """The words, a line a block."""
    xhtml = re.sub("</xhtml:(?:p|pre|th|td)>|<xhtml:br/>", "\\g<0>\n", xhtml)
    root = etree.fromstring(f'<a xmlns:xhtml="http://www.w3.org/1999/xhtml">{xhtml}</a>')
    return "".join(root.itertext())


def test_the_small_root() -> None:
    text = written(sources(FILES, junit("test_notice"))[0])
    assert list(schema().iter_errors(text)) == []
    bundle = ReqIFParser.parse_from_string(text)
    found = {one["ReqIF.ForeignID"]: one for _, one in objects(bundle).values()}
    assert found["DEMO_NOTICE"] == {
        "ReqIF.ForeignID": "DEMO_NOTICE", "Clause": "DEMO#notice", "Label": "1.1", "Version": "2",
        "ReqIF.Text": "<xhtml:div><xhtml:p>The DCC shall give notice not less than 5 Working Days before the "
        "date.</xhtml:p></xhtml:div>",
        "Kind": "obligation", "State": "failing", "Reason": "test_notice failed: no",
        "Evidence": "code, test", "Source": f"{TEXT}:3",
    }  # fmt: skip
    assert found["DEMO_NOTICES"]["ReqIF.ChapterName"] == "Notices"
    assert "State" not in found["DEMO_TO_SUPPLIER"]
    assert found["TEST_TESTS_TEST_RULES_PY_TEST_NOTICE"]["Outcome"] == "failed"
    assert found["IMPL_CODE_RULES_PY_MANNER"] == {
        "ReqIF.ForeignID": "IMPL_CODE_RULES_PY_MANNER", "ReqIF.Name": "manner", "Source": f"{CODE}:6-8",
    }  # fmt: skip


def test_the_tree_is_that_of_the_document() -> None:
    bundle = ReqIFParser.parse_from_string(written(sources(FILES)[0]))
    known = objects(bundle)
    trees = {
        one.long_name: [
            (each.level, known[each.spec_object][1].get("Clause") or known[each.spec_object][1]["ReqIF.Name"])
            for each in bundle.iterate_specification_hierarchy(one)
        ]
        for one in bundle.core_content.req_if_content.specifications
    }
    assert trees == {
        "DEMO@2": [
            (1, "DEMO#notices"), (2, "DEMO#notice"), (2, "DEMO#manner"), (3, "DEMO#in-writing"),
            (3, "DEMO#to-supplier"), (2, "DEMO#thanks"),
        ],
        "DEMO@1": [(1, "DEMO#withdrawn")],
        "Code": [(1, "notice"), (1, "manner"), (1, "whistle")],
        "Tests": [(1, "test_notice"), (1, "test_manner")],
    }  # fmt: skip


def test_what_stands_after_limbs_stays_after_them() -> None:
    closing = FILES[TEXT].replace("- 1.3 ", "\n  and every notice is kept.\n\n- 1.3 ")
    bundle = ReqIFParser.parse_from_string(written(sources({**FILES, TEXT: closing})[0]))
    of = ("DEMO#manner", "DEMO#to-supplier")
    found = [one for _, one in objects(bundle).values() if one.get("Clause") in of]
    words = [plain(one["ReqIF.Text"]).strip() for one in found]
    assert words == ["A notice shall:", "be sent to the Responsible Supplier.", "and every notice is kept."]


def expected_links(found: Traced) -> int:
    return len(
        {
            (one.version, one.clause, link.kind, link.code)
            for one in found.verdicts
            for clause, link in (*one.claims, *one.proofs)
            if clause == one.clause
        }
    )


@settings(laws, max_examples=15)
@given(roots())
def test_any_file_is_of_the_schema(found: Sources) -> None:
    assert [one.reason for one in schema().iter_errors(written(found))] == []


@settings(laws, max_examples=25)
@given(roots())
def test_another_reader_finds_all_words_verdicts_and_links(found: Sources) -> None:
    text, traced = written(found), trace(found)
    assert text == written(found)
    bundle = ReqIFParser.parse_from_string(text)
    known = objects(bundle)
    content = bundle.core_content.req_if_content
    verdicts = [one for of, one in known.values() if of == "type-provision" and "State" in one]
    assert sorted((one["Version"], one["Clause"], one["State"], one["Kind"]) for one in verdicts) == sorted(
        (one.version, f"TMAD#{one.clause}", one.state.value, one.kind) for one in traced.verdicts
    )
    relations = content.spec_relations or []
    assert len(relations) == len({one.identifier for one in relations}) == expected_links(traced)
    for one in relations:
        kind = one.relation_type_ref.removeprefix("type-")
        assert known[one.source][0] == ("type-code" if kind == LinkKind.IMPLEMENTS else "type-test")
        assert "State" in known[one.target][1]
    placed = [each.spec_object for one in content.specifications for each in
              bundle.iterate_specification_hierarchy(one)]  # fmt: skip
    assert sorted(placed) == sorted(known)


@settings(laws, max_examples=25)
@given(roots())
def test_no_word_of_the_traced_version_is_lost(found: Sources) -> None:
    bundle = ReqIFParser.parse_from_string(written(found))
    spoken: set[str] = set()
    for _, one in objects(bundle).values():
        spoken.update(words_of(one.get("ReqIF.ChapterName", "")), words_of(plain(one.get("ReqIF.Text", ""))))
    for loaded in found.versions.values():
        for passage in legal_passages(loaded.document):
            for text in passage.texts if passage.kind is not Kind.GAP else ():
                assert words_of(text.plain) <= spoken


def words_of(text: str) -> set[str]:
    """Its words; without what stands for a footnote, whose number is printed."""
    return set(re.findall(r"\w+", re.sub(r"\[\^[^]]*\]", " ", text)))


def test_identifiers_outlive_versions_and_numbers(root: Path) -> None:
    """A clause that is renumbered in a new version is the same object."""
    before = ReqIFParser.parse_from_string(drafting(root, "trace", "-f", "reqif").stdout)
    change(root, TEXT, "- 1.3 {#thanks}", "- 1.4 {#thanks}")
    (root / "documents/demo/2").rename(root / "documents/demo/3")
    register = root / "documents/demo/document.yaml"
    register.write_text(register.read_text().replace('version: "2"', 'version: "3"'))
    after = ReqIFParser.parse_from_string(drafting(root, "trace", "-f", "reqif").stdout)
    assert objects(before).keys() == objects(after).keys()


def test_days_are_of_the_data_and_no_folder_of_the_machine_is_named(root: Path) -> None:
    text = drafting(root, "trace", "-f", "reqif").stdout
    assert set(re.findall(r'LAST-CHANGE="([^"]*)"', text)) == {"1970-01-01T00:00:00Z"}
    assert str(root) not in text
    drafting(root, "attest", "DEMO#notice", "--who", "A. Drafter", "--why", "Read.", "--date", "2020-08-06")
    text = drafting(root, "trace", "-f", "reqif").stdout
    assert "<CREATION-TIME>2020-08-06T00:00:00Z" in text


@pytest.mark.slow
def test_the_shipped_documents() -> None:
    library = read_library(Folder(ROOT))
    project, _ = read_project(library.files)
    assert project is not None
    found, _ = read_sources(library, project, NoStore(), None, TODAY)
    assert list(schema().iter_errors(written(found))) == []
