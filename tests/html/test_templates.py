"""Templates come from the project's folder, else from the toolkit's, and can do no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toolkit.render.templates import Fragment, TemplateFileError, Templates, safe_url


def templates(folder: Path, **files: str) -> Templates:
    for name, text in files.items():
        folder.joinpath(name.replace("__", ".")).write_text(text, encoding="utf-8")
    return Templates.of(folder)


def test_a_project_s_file_comes_before_the_toolkit_s(tmp_path: Path) -> None:
    mine = templates(tmp_path, page__css="mine")
    assert mine.text("page.css") == "mine"
    assert mine.text("page.js") == Templates.of().text("page.js")


def test_values_are_escaped_and_fragments_are_not(tmp_path: Path) -> None:
    mine = templates(tmp_path, a__j2="{{ a }} {{ b }}")
    assert mine.render("a.j2", a="<b>", b=Fragment("<b>")) == "&lt;b&gt; <b>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ missing }}", "a.j2:1: 'missing' is undefined"),
        ("one\n{% if %}", "a.j2:2: "),
        ("{{ ''.__class__.__mro__ }}", "may not"),
        ("{{ view.append(1) }}", "a.j2"),
        ("{{ range(9) }}", "'range' is undefined"),
        ("{% include 'other.j2' %}", "other.j2: no such template"),
        ("{% include '../../etc/passwd' %}", "no such template"),
    ],
)
def test_a_wrong_template_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TemplateFileError) as caught:
        templates(tmp_path, a__j2=text).render("a.j2", view=[])
    assert said in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        TemplateFileError, match=r"nothing.css: no such template; looked in .* the toolkit's own"
    ):
        Templates.of(tmp_path).text("nothing.css")


def test_text_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    tmp_path.joinpath("page.css").write_bytes(b"\xff")
    with pytest.raises(TemplateFileError, match=r"page\.css: is not UTF-8"):
        Templates.of(tmp_path).text("page.css")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " \x01javascript:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example/x", "\\\\evil.example",
        "/\\evil.example", "http://[",
    ],
)  # fmt: skip
def test_addresses_that_run_or_read_are_dropped(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    "url", ["https://a.example/x?y#z", "mailto:a@b.example", "#id", "S1SR_4.4.html#id", "./a:b"]
)
def test_addresses_that_lead_to_pages_are_kept(url: str) -> None:
    assert safe_url(url) == url


def test_an_address_is_given_as_browsers_read_it() -> None:
    assert safe_url(" https://a.example/\x01x\ny") == "https://a.example/xy"


def test_a_template_that_changes_or_is_hidden_by_another_is_read_again(tmp_path: Path) -> None:
    ours, own = tmp_path / "ours", tmp_path / "own"
    for folder in (ours, own):
        folder.mkdir()
    templates = Templates((ours, own))
    (own / "page.j2").write_text("{% include 'part.j2' %}")
    for folder, text in ((own, "one"), (own, "two"), (ours, "three"), (ours, "four")):
        (folder / "part.j2").write_text(text)
        os.utime(folder / "part.j2", (1, 1))  # the clock of a file system may be too coarse to tell
        assert templates.render("page.j2") == text
    (ours / "part.j2").unlink()
    assert templates.render("page.j2") == "two"
    (own / "part.j2").unlink()
    with pytest.raises(TemplateFileError, match=r"part\.j2: no such template"):
        templates.render("page.j2")
