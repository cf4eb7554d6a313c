"""Citations in documents of other schemes: a main body's Sections, the American code's signs."""

from dataclasses import dataclass

from toolkit.cite.context import Catalogue, Context
from toolkit.cite.resolve import citations
from toolkit.library.library import read_library
from toolkit.model.text import Text


@dataclass(frozen=True)
class Memory:
    """A tree of files that is written in a test."""

    texts: dict[str, str]

    def folders(self, folder: str) -> tuple[str, ...]:
        return self._next(folder, inner=True)

    def names(self, folder: str) -> tuple[str, ...]:
        return self._next(folder, inner=False)

    def read(self, path: str) -> bytes:
        return self.texts[path].encode("utf-8")

    def _next(self, folder: str, inner: bool) -> tuple[str, ...]:
        rest = [path.removeprefix(f"{folder}/") for path in self.texts if path.startswith(f"{folder}/")]
        return tuple(sorted({path.split("/")[0] for path in rest if ("/" in path) == inner}))


def context(code: str, numbering: str, text: str) -> Context:
    """The context of a library of one document."""
    register = f"code: {code}\ntitle: {code}\nnumbering: {numbering}\n{VERSIONS}"
    files = Memory({"documents/x/document.yaml": register, "documents/x/1/01.md": text})
    library = read_library(files)
    assert not library.diagnostics
    loaded = library.load(code)
    assert not [one for one in loaded.diagnostics if one.severity == "error"]
    return Catalogue.of(library).context(loaded)


VERSIONS = 'versions:\n  - {version: "1", status: draft}\n'
MAIN_BODY = """## H DCC Services {#services}

### H14 Testing {#testing}

- H14.1 {#tests} There are tests:
  - (a) {#tests-a} one; and
  - (b) {#tests-b} two.
"""
FEDERAL = """## 478.11 Meaning of terms {#meaning}

- (a) {#a} Words:
  - (1) {#a-1} one; and
  - (2) {#a-2} two.

## 478.12 Effect {#effect}

- (a) {#b} It has effect.
"""


def targets(words: str, at: str, where: Context) -> list[str]:
    """What each citation leads to: the id, else the problem."""
    found = citations(Text(words), at, where)
    return [one.target.id if one.target else str(one.problem) for one in found]


def test_main_body() -> None:
    where = context("CODE", "main-body", MAIN_BODY)
    words = "Section H14.1(b), Sections H and H14, Section H14 (Testing), this Section H14, this Section"
    assert targets(words, "tests", where) == [
        "tests-b",
        "services",
        "testing",
        "testing",
        "testing",
        "services",
    ]
    assert targets("Section H14 of this Code, Section Z of this Code", "", where) == [
        "testing",
        "no-such-provision",
    ]
    wrong = citations(Text("Clause H14.1"), "", where)[0]
    assert wrong.target and wrong.problem == "wrong-keyword"


def test_federal() -> None:
    where = context("CFR478", "cfr", FEDERAL)
    words = (
        "§ 478.11(a)(2), §§ 478.11 and 478.12, paragraph (a)(1) of this section, paragraphs (a)(1) and (2)"
    )
    assert targets(words, "a-1", where) == ["a-2", "meaning", "effect", "a-1", "meaning", "a-1", "a-2"]
    assert (
        targets("§ 479.1 of this chapter, section 922 of the Act, section 925(d)", "a", where)
        == [
            "unknown-document",
        ]
        * 3
    )


def test_two_main_bodies() -> None:
    """Where two documents call their provisions Sections, a Section alone may be of either."""
    files = Memory(
        {
            "documents/x/document.yaml": f"code: X\ntitle: X\n{VERSIONS}",
            "documents/x/1/01.md": "## 1 One {#one}\n",
            **{
                f"documents/_external/{code}.yaml": f"code: {code}\ntitle: {code}\nkeyword: Section\n"
                f"entries:\n  - {{label: G, heading: Security}}\n"
                for code in ("SEC", "REC")
            },
        }
    )
    library = read_library(files)
    where = Catalogue.of(library).context(library.load("X"))
    found = citations(Text("Section G, Section G of the REC"), "one", where)
    assert [one.target.document if one.target else one.problem for one in found] == [
        "unknown-document",
        "REC",
    ]


def test_a_main_body_of_which_parts_are_held() -> None:
    """Others are told by the inventory what it has; its own text is looked up in itself."""
    main_body = "## G Security {#g}\n\n### G1 Duty {#g1}\n\n- G1.1 {#g-duty} The DCC shall act.\n"
    files = Memory(
        {
            "documents/sec/document.yaml": f"code: SEC\ntitle: Code\nnumbering: main-body\n{VERSIONS}",
            "documents/sec/1/01.md": main_body,
            "documents/x/document.yaml": f"code: X\ntitle: X\n{VERSIONS}",
            "documents/x/1/01.md": "## 1 One {#one}\n",
            "documents/_external/sec.yaml": "code: SEC\ntitle: Code\nkeyword: Section\n"
            "entries:\n  - {label: G1, heading: Duty}\n  - {label: H, heading: Services}\n",
        }
    )
    library = read_library(files)
    catalogue = Catalogue.of(library)
    text = Text("Section G1, Section H of the SEC, Section G1.1")
    theirs = citations(text, "one", catalogue.context(library.load("X")))
    assert [one.target.external if one.target else one.problem for one in theirs] == [
        True,
        True,
        "not-listed",
    ]
    own = citations(text, "g-duty", catalogue.context(library.load("SEC")))
    assert [one.target.id if one.target else one.problem for one in own] == [
        "g1",
        "no-such-provision",
        "g-duty",
    ]
