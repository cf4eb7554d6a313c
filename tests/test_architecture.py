"""The shape of the toolkit: imports go down, each outside package has one owner, modules have a sentence."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "toolkit"

FLOORS = (
    ("model",),
    ("source",),
    ("library",),
    ("cite",),
    ("check", "compare", "conformance"),
    ("trace", "amend", "obligation"),
    ("consult",),
    ("render",),
    ("pack",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""Ground floor first. A package imports only from floors below; peers do not import each other."""

OWNERS = {
    "click": ("commands/", "cli.py"),
    "docx": ("render/docx/",),
    "jinja2": ("render/templates.py",),
    # Word files out; filled Word forms in; messages of the DUIS in, which are validated against a schema
    "lxml": ("render/docx/", "source/word_form.py", "conformance/duis/request.py"),
    "markdown_it": ("source/", "render/paper_"),
    "mdit_py_plugins": ("source/", "render/paper_"),
    # spreadsheets out and in
    "openpyxl": ("render/workbook.py", "source/spreadsheet.py"),
    # what is put right in a PDF, and what one says
    "pikepdf": ("render/pdf_finish.py", "render/pdf_words.py"),
    "pydantic": ("source/yaml_", "library/", "consult/", "trace/"),
    "pytest": ("trace/pytest_",),
    "rapidfuzz": ("compare/",),
    "typst": ("render/pdf_typeset.py",),
    "weasyprint": ("render/pdf_press.py",),
    "yaml": ("source/yaml_file.py",),
}
"""From an outside package to the only places that may import it."""


def modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 50
    return found


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, inside functions too."""
    here = path.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level]) if node.level else ""
            stem = ".".join(part for part in (base, node.module or "") if part)
            yield from ((node.lineno, f"{stem}.{alias.name}") for alias in node.names)


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def test_imports_go_down() -> None:
    level = {name: number for number, floor in enumerate(FLOORS) for name in floor}
    wrong = []
    for path in modules():
        own = part_of(path)
        if own == "__init__":
            continue
        assert own in level, f"{path} stands on no floor"
        for line, name in imports(path):
            pieces = name.split(".")
            other = pieces[1] if pieces[0] == "toolkit" and len(pieces) > 1 else own
            if other in level and other != own and level[other] >= level[own]:
                wrong.append(f"{path}:{line}: {own} must not import {other}")
    assert not wrong, "\n".join(wrong)


def test_outside_packages_have_one_owner() -> None:
    wrong = []
    used = set()
    for path in modules():
        file = path.relative_to(PACKAGE).as_posix()
        for line, name in imports(path):
            package = name.split(".")[0]
            used.add(package)
            if package in OWNERS and not any(file.startswith(owner) for owner in OWNERS[package]):
                wrong.append(f"{path}:{line}: {package} belongs to {', '.join(OWNERS[package])}")
    assert not wrong, "\n".join(wrong)
    outside = used - sys.stdlib_module_names - {"toolkit"} - set(OWNERS)
    assert not outside, f"no owner is named for {outside}"


def test_the_model_uses_the_standard_library_only() -> None:
    for path in sorted((PACKAGE / "model").glob("*.py")):
        for line, name in imports(path):
            package = name.split(".")[0]
            assert package in sys.stdlib_module_names or name.startswith("toolkit.model"), f"{path}:{line}"


def test_every_module_says_what_it_is() -> None:
    silent = [str(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not silent


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"weasyprint", "docx", "pydantic", "markdown_it", "jinja2"}),
        (["--help"], {"weasyprint", "docx", "pydantic", "markdown_it", "jinja2"}),
        (["check"], {"weasyprint", "typst", "docx", "jinja2", "pikepdf"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_heavy_packages_stay_out(arguments: list[str], unwanted: set[str]) -> None:
    program = (
        "import sys\nfrom toolkit.cli import group\n"
        f"try: group({arguments!r}, prog_name='drafting')\nexcept SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(ast.literal_eval(done.stderr.strip().splitlines()[-1]))
    assert "toolkit" in loaded
    assert not loaded & unwanted


def test_no_two_test_files_bear_one_name() -> None:
    """pytest imports them by their name alone."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
