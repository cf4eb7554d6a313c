"""Links are found in every form that Python allows, and what is not written out is a finding."""

from __future__ import annotations

import textwrap

import pytest

from toolkit.trace.python_links import python_links

FILE = "code/rules.py"


def links(source: str, file: str = FILE) -> list[tuple[str, str, str, str, str]]:
    found, wrong = python_links(textwrap.dedent(source).encode(), file)
    assert wrong == ()
    return [(one.kind.value, one.document, one.clause, one.name, one.since) for one in found]


def findings(source: str) -> list[tuple[str, int, int]]:
    _, wrong = python_links(textwrap.dedent(source).encode(), FILE)
    return [(one.code, one.place.line, one.place.column) for one in wrong]


PLAIN = ("implements", "TMAD", "a", "f", "")

IMPORT = "from toolkit.conformance.link import implements"
CLAIM = "@implements('TMAD', 'a')"

FORMS = {
    "plain": f"{IMPORT}\n{CLAIM}\ndef f(): ...",
    "alias": f"{IMPORT} as carries_out\n@carries_out('TMAD', 'a')\ndef f(): ...",
    "module": "import toolkit.conformance.link\n"
    "@toolkit.conformance.link.implements('TMAD', 'a')\ndef f(): ...",
    "module alias": f"import toolkit.conformance.link as law\n{CLAIM.replace('@', '@law.')}\ndef f(): ...",
    "package": f"from toolkit.conformance import link\n{CLAIM.replace('@', '@link.')}\ndef f(): ...",
    "keywords": f"{IMPORT}\n@implements(clause='a', document='TMAD')\ndef f(): ...",
    "async": f"{IMPORT}\n{CLAIM}\nasync def f(): ...",
    "among others": f"{IMPORT}\nimport functools\n@functools.cache\n{CLAIM}\n@property\ndef f(): ...",
    "a class": f"{IMPORT}\n{CLAIM}\nclass f: ...",
    "a name for it": f"{IMPORT}\nmark = implements\n@mark('TMAD', 'a')\ndef f(): ...",
    "imported below a condition": f"if True:\n    {IMPORT}\n{CLAIM}\ndef f(): ...",
}


@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_each_form_of_the_decorator(source: str) -> None:
    assert links(source) == [PLAIN]


def test_a_relative_import() -> None:
    source = "from .link import implements\n@implements('TMAD', 'a')\ndef f(): ..."
    assert links(source, "toolkit/conformance/tmad.py") == [PLAIN]


def test_methods_and_nested_functions_are_named_in_full() -> None:
    source = """
        from toolkit.conformance.link import implements

        class Gate:
            @implements("TMAD", "a", since="6.1U")
            def opens(self):
                @implements("TMAD", "b")
                async def inner(): ...
    """
    assert links(source) == [
        ("implements", "TMAD", "a", "Gate.opens", "6.1U"),
        ("implements", "TMAD", "b", "Gate.opens.inner", ""),
    ]


def test_a_function_may_carry_out_several_clauses() -> None:
    source = """
        from toolkit.conformance.link import implements
        @implements("TMAD", "a")
        @implements("S1SR", "b")
        def f(): ...
    """
    assert [one[1:3] for one in links(source)] == [("TMAD", "a"), ("S1SR", "b")]


def test_another_decorator_of_the_same_name_is_none() -> None:
    assert links("from elsewhere import implements\n@implements('TMAD', 'a')\ndef f(): ...") == []
    assert links("def implements(*a): ...\n@implements('TMAD', 'a')\ndef f(): ...") == []


TESTS = {
    "a mark": "import pytest\n@pytest.mark.verifies('TMAD', 'a')\ndef test_f(): ...",
    "pytest by another name": "import pytest as pt\n@pt.mark.verifies('TMAD', 'a')\ndef test_f(): ...",
    "mark imported": "from pytest import mark\n@mark.verifies('TMAD', 'a')\ndef test_f(): ...",
    "a name for the mark": "import pytest\nlaw = pytest.mark.verifies\n@law('TMAD', 'a')\ndef test_f(): ...",
}


@pytest.mark.parametrize("source", TESTS.values(), ids=TESTS)
def test_each_form_of_the_mark(source: str) -> None:
    assert links(source) == [("verifies", "TMAD", "a", "test_f", "")]


def test_rows_of_a_parametrise_are_named() -> None:
    source = """
        import pytest
        @pytest.mark.parametrize("x", [
            1,
            pytest.param(2, marks=pytest.mark.verifies("TMAD", "a")),
            pytest.param(3, marks=[pytest.mark.slow, pytest.mark.verifies("TMAD", "b")], id="three"),
        ])
        def test_f(x): ...
    """
    assert [(one[2], one[3]) for one in links(source)] == [("a", "test_f[1]"), ("b", "test_f[three]")]


def test_a_mark_on_a_class_or_module_speaks_for_all_of_it() -> None:
    source = """
        import pytest
        pytestmark = pytest.mark.verifies("TMAD", "whole")

        class TestGate:
            pytestmark = [pytest.mark.verifies("TMAD", "gate")]
            def test_opens(self): ...
    """
    assert [(one[2], one[3]) for one in links(source)] == [("whole", ""), ("gate", "TestGate")]


WRONG = {
    "a variable": ("@implements('TMAD', CLAUSE)", "T102"),
    "an f-string": ("@implements('TMAD', f'{x}')", "T102"),
    "a number": ("@implements('TMAD', 324)", "T102"),
    "unpacked": ("@implements(*PAIR)", "T102"),
    "one argument": ("@implements('TMAD')", "T103"),
    "four": ("@implements('TMAD', 'a', '6.0', 'b')", "T103"),
    "an unknown keyword": ("@implements('TMAD', 'a', until='6.0')", "T103"),
    "not called": ("@implements", "T103"),
}


@pytest.mark.parametrize(("mark", "code"), WRONG.values(), ids=WRONG)
def test_what_is_not_written_out_is_a_finding_at_its_place(mark: str, code: str) -> None:
    source = f"{IMPORT}\n{mark}\ndef f(): ..."
    assert findings(source) == [(code, 2, 2)]


def test_a_file_that_is_no_python_is_a_finding() -> None:
    assert findings("from toolkit.conformance.link import implements\n\ndef f(:\n") == [("T101", 3, 1)]


def test_any_bytes_are_read() -> None:
    for data in (b"implements \xff\xfe", b"implements\x00", b"verifies " + b"(" * 3000):
        assert python_links(data, FILE)[0] == ()
