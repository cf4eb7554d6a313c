"""Case folders of rules as small libraries in memory: good.md and bad.md, with what stands around them."""

from dataclasses import dataclass
from pathlib import Path

from toolkit.library.library import Library, read_library

_REGISTER = """\
code: DEMO
title: Demonstration Document
{annexes}versions:
{base}  - {{version: "1.1", status: draft{rests}}}
"""
_ANNEX = """\
annexes:
  - {label: Annex A, title: Device Model Variations, file: matrix.csv, id: annex-a, abbreviation: DMVES}
"""
_OTHER = """\
code: OTHER
title: Other Document
versions:
  - {version: "1.0", status: draft}
"""
_BASE = """\
  - {version: "1.0", status: draft}
"""


@dataclass(frozen=True)
class Tree:
    """Files in memory, by path."""

    content: dict[str, bytes]

    def folders(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted({rest.split("/")[0] for rest in self._under(folder) if "/" in rest}))

    def names(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(rest for rest in self._under(folder) if "/" not in rest))

    def read(self, path: str) -> bytes:
        if path not in self.content:
            raise FileNotFoundError(path)
        return self.content[path]

    def _under(self, folder: str) -> list[str]:
        return [path.removeprefix(f"{folder}/") for path in self.content if path.startswith(f"{folder}/")]


def case(folder: Path, side: str) -> Library:
    """The library of one side of a case, good or bad.

    DEMO 1.1 has the text of good.md or bad.md. base.md is DEMO 1.0, from which it was derived; matrix.csv,
    or good.csv and bad.csv, its Annex A; external.yaml an inventory; document.yaml, or good.yaml
    and bad.yaml, another register; other.md is OTHER 1.0, another document; documents/ holds others, and
    further versions of DEMO.
    """
    files = {
        "documents/demo/1.0/01-text.md": folder / "base.md",
        "documents/demo/1.1/01-text.md": folder / f"{side}.md",
        "documents/demo/1.1/matrix.csv": _first(folder / f"{side}.csv", folder / "matrix.csv"),
        "documents/_external/external.yaml": folder / "external.yaml",
        "documents/demo/document.yaml": _first(folder / f"{side}.yaml", folder / "document.yaml"),
        "documents/other/1.0/01-text.md": folder / "other.md",
    }
    others = (file for file in folder.glob("documents/*/**/*") if file.is_file())
    files |= {file.relative_to(folder).as_posix(): file for file in others}
    content = {path: file.read_bytes() for path, file in files.items() if file.exists()}
    content.setdefault("documents/demo/document.yaml", _register(content))
    if "documents/other/1.0/01-text.md" in content:
        content["documents/other/document.yaml"] = _OTHER.encode()
    return read_library(Tree(content))


def _first(*files: Path) -> Path:
    return next((file for file in files if file.exists()), files[-1])


def _register(content: dict[str, bytes]) -> bytes:
    based = "documents/demo/1.0/01-text.md" in content
    annexed = "documents/demo/1.1/matrix.csv" in content
    return _REGISTER.format(
        annexes=_ANNEX if annexed else "",
        base=_BASE if based else "",
        rests=', base: "1.0"' if based else "",
    ).encode()
