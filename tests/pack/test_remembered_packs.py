"""What is remembered of building packs: it saves work, and never changes a byte."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_paper import sample_paper
from sample_view import marked_sample

from toolkit.check.store import kept
from toolkit.consult.disclosure import Disclosure, disclosure
from toolkit.consult.published import Secret
from toolkit.pack import remembered, secrecy
from toolkit.pack.build import Result, build
from toolkit.pack.plan import Made, Output, Plan
from toolkit.pack.secrecy import Leak, LeakError
from toolkit.pack.writers import document_outputs, paper_outputs
from toolkit.render.templates import NotingTemplates, Templates, own_folder

TESTS = Path(__file__).parents[1]
STORE = "cache/pack.sqlite"


def _page(name: str, words: str, templates: Templates) -> bytes:
    """A writer: its template includes another, and it asks for an asset besides."""
    return templates.render(f"{name}.j2", words=words).encode() + templates.data("style.css")


def _index(made: tuple[Made, ...]) -> bytes:
    return " ".join(f"{one.output.file} {one.size}" for one in made).encode()


class Workshop:
    """A folder with templates, a pack of two pages, and what is remembered of it."""

    def __init__(self, root: Path) -> None:
        self.root, self.out, self.store = root, root / "out", root / STORE
        self.words = {"one": "first", "two": "second"}
        self.template("one.j2", "{% include 'part.j2' %} {{ words }}")
        self.template("two.j2", "{{ words }}")
        self.template("part.j2", "A part.")
        self.template("style.css", "plain")

    def template(self, name: str, text: str) -> None:
        path = self.root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def plan(self) -> Plan:
        outputs = tuple(
            Output(f"{name}.html", name, "Papers", "HTML", partial(_page, name, words))
            for name, words in self.words.items()
        )
        return Plan("toy", "Toy", (), (), outputs, _index, Templates((self.root / "templates",)))

    def rebuilt(self, workers: int = 1) -> set[str]:
        """Build with what is remembered; the files that were made anew."""
        with kept(self.store) as store:
            return anew(build(self.plan(), self.out, workers=workers, store=store))

    def holds_what_a_fresh_build_gives(self) -> bool:
        fresh = self.root / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        build(self.plan(), fresh)
        return tree(self.out) == tree(fresh)


def anew(result: Result) -> set[str]:
    assert not result.failures, result.failures
    return {one.output.file for one in result.made if not one.as_it_was}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    shop = Workshop(tmp_path)
    assert shop.rebuilt() == {"index.html", "one.html", "two.html"}
    return shop


@pytest.mark.parametrize("workers", [1, 2])
def test_what_rests_on_nothing_new_is_as_it_was(workshop: Workshop, workers: int) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in workshop.out.iterdir()}
    assert workshop.rebuilt(workers) == set()
    after = {path.name: path.stat().st_mtime_ns for path in workshop.out.iterdir()}
    assert {name for name in before if before[name] != after[name]} <= {"manifest.json"}
    assert workshop.holds_what_a_fresh_build_gives()


def test_new_words_make_their_own_page_anew_and_old_words_again(workshop: Workshop) -> None:
    workshop.words["two"] = "2 more"
    assert workshop.rebuilt() == {"two.html"}
    assert workshop.holds_what_a_fresh_build_gives()
    workshop.words["two"] = "second"
    assert workshop.rebuilt() == {"two.html"}
    assert workshop.holds_what_a_fresh_build_gives()


@pytest.mark.parametrize(
    ("template", "pages"),
    [("part.j2", {"one"}), ("one.j2", {"one"}), ("two.j2", {"two"}), ("style.css", {"one", "two"})],
)
def test_a_template_makes_anew_what_asks_for_it(workshop: Workshop, template: str, pages: set[str]) -> None:
    text = (workshop.root / "templates" / template).read_text()
    workshop.template(template, text[::-1] if template in ("part.j2", "style.css") else f"{text}!")
    assert workshop.rebuilt() - {"index.html"} == {f"{page}.html" for page in pages}
    assert workshop.holds_what_a_fresh_build_gives()


def test_a_template_that_changes_while_a_pack_is_built_leaves_nothing_remembered(workshop: Workshop) -> None:
    workshop.words["one"], workshop.words["two"] = "1", "2"

    def write(done: int, total: int, file: str) -> None:
        if file == "one.html":
            workshop.template("style.css", "other")

    with kept(workshop.store) as store:
        build(workshop.plan(), workshop.out, write, store=store)
    workshop.template("style.css", "plain")
    assert workshop.rebuilt() >= {"two.html"}
    assert workshop.holds_what_a_fresh_build_gives()


def test_other_code_makes_everything_anew(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "maker", lambda: b"another toolkit")
    assert workshop.rebuilt() == {"one.html", "two.html"}


def test_what_makes_files_is_the_code_the_packages_and_the_libraries() -> None:
    told = remembered.maker().decode()
    assert remembered.toolkit_digest() in told
    assert sys.version in told
    for package in ("weasyprint", "typst", "jinja2", "lxml", "pikepdf", "python_docx"):
        assert f"\n{package}-" in told.lower()
    assert "libpango" in told


def test_a_file_of_the_pack_that_was_written_over_is_made_anew(workshop: Workshop) -> None:
    (workshop.out / "one.html").write_bytes(b"scribbled")
    (workshop.out / "two.html").unlink()
    assert workshop.rebuilt() == {"one.html", "two.html"}
    assert workshop.holds_what_a_fresh_build_gives()


def test_a_failure_is_not_remembered(workshop: Workshop) -> None:
    workshop.template("one.j2", "{{ nothing }}")
    for _ in range(2):
        with kept(workshop.store) as store:
            result = build(workshop.plan(), workshop.out, store=store)
        assert [one.file for one in result.failures] == ["one.html"]
    workshop.template("one.j2", "{{ words }}")
    assert workshop.rebuilt() == {"index.html", "one.html"}


def test_a_writer_that_cannot_be_written_down_is_asked_every_time(workshop: Workshop) -> None:
    output = Output("a.html", "a", "Papers", "HTML", lambda templates: b"a")
    plan = Plan("toy", "Toy", (), (), (output, *workshop.plan().outputs), None, workshop.plan().templates)
    for _ in range(2):
        with kept(workshop.store) as store:
            assert anew(build(plan, workshop.out, store=store)) == {"a.html"}


def test_an_interrupted_build_is_followed_by_a_right_one(workshop: Workshop) -> None:
    workshop.words["one"], workshop.words["two"] = "1", "2"

    def interrupt(done: int, total: int, file: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), kept(workshop.store) as store:
        build(workshop.plan(), workshop.out, interrupt, store=store)
    workshop.rebuilt()
    assert workshop.holds_what_a_fresh_build_gives()


def test_what_is_remembered_holds_digests_and_names_of_templates_and_no_words(workshop: Workshop) -> None:
    workshop.words["one"] = "zzconfidential"
    workshop.rebuilt()
    assert b"zzconfidential" in (workshop.out / "one.html").read_bytes()
    assert b"zzconfidential" not in workshop.store.read_bytes()
    assert b"style.css" in workshop.store.read_bytes()


SAID = "We have forty thousand such meters in our portfolio."


def sealed(workshop: Workshop, *said: str) -> Plan:
    """The plan where an answer says something in confidence."""
    secrets = (Secret(one, "an answer", "ash.yaml") for one in said)
    return replace(workshop.plan(), hidden=disclosure(secrets, ()))


def test_a_file_that_is_as_it_was_is_kept_back_once_it_says_what_is_confidential(workshop: Workshop) -> None:
    workshop.words["one"] = SAID
    other = "Nobody has as many as eight sheds by the sea."
    for _ in range(2):
        with kept(workshop.store) as store:
            build(sealed(workshop, other), workshop.out, store=store)
    before = tree(workshop.out)
    for _ in range(2):
        with kept(workshop.store) as store, pytest.raises(LeakError, match=r"one\.html gives away"):
            build(sealed(workshop, other, SAID), workshop.out, store=store)
    assert tree(workshop.out) == before


def test_a_file_is_searched_once_for_the_same(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def leaks(outputs: list[tuple[str, bytes]], hidden: Disclosure) -> tuple[Leak, ...]:
        searched.extend(name for name, _ in outputs)
        return ()

    monkeypatch.setattr(secrecy, "leaks", leaks)
    told = []
    for said, words in ((SAID, "1"), (SAID, "1"), (SAID, "2"), (f"{SAID} More.", "2")):
        workshop.words["one"] = words
        with kept(workshop.store) as store:
            build(sealed(workshop, said), workshop.out, store=store)
        told.append(set(searched))
        searched.clear()
    every = {"index.html", "manifest.json", "one.html", "two.html"}
    assert told[:2] == [every, set()]
    assert told[2] - {"index.html"} == {"one.html", "manifest.json"}
    assert told[3] == every


# -- the law: whatever happened before, a remembered build is a fresh build, byte for byte ------------

_WORDS = st.sampled_from(["first", "second", "third"])
_STEPS = st.one_of(
    st.tuples(st.just("words"), st.sampled_from(["one", "two"]), _WORDS),
    st.tuples(st.just("template"), st.sampled_from(["part.j2", "style.css"]), _WORDS),
    st.tuples(st.just("scribble"), st.sampled_from(["one.html", "two.html", "index.html"]), _WORDS),
    st.tuples(st.just("lose"), st.sampled_from(["one.html", "manifest.json", "index.html"]), _WORDS),
    st.tuples(st.just("damage"), st.integers(0, 20_000), st.integers(1, 255)),
    st.tuples(st.just("forget"), st.just(STORE), _WORDS),
    st.tuples(st.just("swap"), st.just(""), _WORDS),
)


@settings(max_examples=60)
@given(steps=st.lists(_STEPS, max_size=6))
def test_a_remembered_build_is_a_fresh_build(
    steps: list[tuple[str, Any, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    shop = Workshop(tmp_path_factory.mktemp("shop"))
    shop.rebuilt()
    for step in steps:
        _happens(shop, *step)
        shop.rebuilt()
        assert shop.holds_what_a_fresh_build_gives()
    assert shop.rebuilt() == set()


def _happens(shop: Workshop, what: str, where: Any, how: Any) -> None:
    match what:
        case "words":
            shop.words[where] = how
        case "template":
            shop.template(where, how)
        case "scribble":
            (shop.out / where).write_text(how)
        case "lose" if where == "manifest.json":
            shutil.rmtree(shop.out)  # without its manifest a folder is no pack, and nothing is written there
        case "lose":
            (shop.out / where).unlink()
        case "damage" if shop.store.is_file():
            data = bytearray(shop.store.read_bytes())
            data[where % len(data)] ^= how
            shop.store.write_bytes(data)
        case "forget":
            (shop.root / where).unlink(missing_ok=True)
        case "swap":
            one, two = shop.out / "one.html", shop.out / "two.html"
            bytes_one, bytes_two = one.read_bytes(), two.read_bytes()
            one.write_bytes(bytes_two)
            two.write_bytes(bytes_one)


@pytest.mark.parametrize(
    "record", ["null", "[]", '["a","b"]', "[[1],2]", '[[["a"]],"b"]', '"words"', "[[], 3]"]
)
def test_a_record_of_something_else_changes_nothing(workshop: Workshop, record: str) -> None:
    connection = sqlite3.connect(workshop.store)
    keys = [key for (key,) in connection.execute("SELECT key FROM records")]
    connection.close()
    assert len(keys) == 2
    with kept(workshop.store) as store:
        for key in keys:
            store.put(key, json.loads(record))
    assert workshop.rebuilt() == {"one.html", "two.html"}
    assert workshop.holds_what_a_fresh_build_gives()


def test_a_store_that_is_locked_is_done_without(workshop: Workshop) -> None:
    connection = sqlite3.connect(workshop.store)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        assert workshop.rebuilt() == {"one.html", "two.html"}
    finally:
        connection.close()
    assert workshop.holds_what_a_fresh_build_gives()


# -- the writers that there are ---------------------------------------------------------------------


def outputs() -> tuple[Output, ...]:
    from datetime import datetime

    day = datetime(2020, 8, 6)
    return (
        *paper_outputs(sample_paper(), "paper", "Paper", "Papers", "toy"),
        *document_outputs(marked_sample(), "marked", "Marked", "Papers", "toy", "DCC", day),
    )


def asked() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for output in outputs():
        noting = NotingTemplates.over(Templates.of())
        output.make(noting)
        found[output.file] = noting.asked
    return found


def test_each_writer_tells_which_templates_it_asks_for() -> None:
    page = {"frame.html.j2", "page.css", "page.js"}
    told = asked()
    assert told["paper.html"] == {"paper.html.j2", *page}
    assert told["marked.html"] == {
        "page.html.j2", "passages.html.j2", "changes.html.j2", "changes.css", "changes.js", *page
    }  # fmt: skip
    assert told["paper.docx"] == told["marked.docx"] == {"reference.docx"}
    assert told["marked.pdf"] == {"document.typ", "fonts"}
    printed = {name for name in told["paper.pdf"] if not name.startswith("fonts/")}
    assert printed == {"paper-print.html.j2", "sheet.html.j2", "print.css", "paper-print.css"}
    assert "fonts/source-serif-4-400.otf" in told["paper.pdf"]


def test_a_writer_needs_no_template_that_it_did_not_ask_for(tmp_path: Path) -> None:
    for output in outputs():
        noting = NotingTemplates.over(Templates.of())
        made = output.make(noting)
        bare = tmp_path / output.file
        for name in noting.asked:
            source, target = own_folder() / name, bare / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        assert output.make(Templates((bare,))) == made


KEYS = """
import sys
sys.path[:0] = [{tests!r}, {pack!r}]
from test_remembered_packs import outputs
from toolkit.pack.plan import digest
from toolkit.pack.remembered import in_full
print([digest(in_full(one.make)) for one in outputs()])
"""


def test_the_same_values_are_known_again_in_another_process() -> None:
    code = KEYS.format(tests=str(TESTS), pack=str(TESTS / "pack"))
    told = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=TESTS.parent, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1
    assert len(set(told.pop().split(","))) == 6


def test_equal_values_are_known_again_whether_one_object_or_two() -> None:
    words = "".join(["Words that ", "are the same"])
    same = "".join(["Words that ", "are the same"])
    assert words is not same
    assert remembered.in_full((words, words)) == remembered.in_full((words, same))
    assert remembered.in_full((words, words)) != remembered.in_full((words, f"{same}."))
