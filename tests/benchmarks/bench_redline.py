"""What a change-marked Word copy costs and is worth: ours from the sources, and others from our Word files.

    python tests/benchmarks/bench_redline.py [--peers PYTHON] [--office] [--corpora FOLDER]

The pair is made from a seed. `--peers` names an interpreter that has python-redlines, jubarte-redlines or
docx-trackdiff (the extra `benchmark`); `--office` asks LibreOffice for a second opinion; `--corpora` names
a folder of documents whose consecutive versions are compared as well. It prints figures and
passes or fails nothing, because machines differ.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml
from large_pair import Script, write_pair
from redline_judge import first_difference, judge, office_lines
from redline_peers import OURS, ROOT, Cost, installed, peer, toolkit

OFFICE = ROOT / "tests" / "docx" / "office.py"


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        script = write_pair(root, options.clauses, options.tables, options.edits, options.seed)
        old, new = (_clean(root, "LONG", version) for version in ("1.0", "2.0"))
        print(_pair_words(script, options.clauses, new))
        _heads()
        out = root / "ours.docx"
        cost = _ours(root, "LONG", "1.0", "2.0", out)
        _line(OURS, cost, out, old, new, script, options.office)
        for name, program in installed(options.peers).items():
            out = root / "peer.docx"
            out.unlink(missing_ok=True)
            cost = peer(options.peers, program, old, new, out)
            _line(name, cost, out, old, new, script, options.office)
    for folder in options.corpora:
        _corpora(folder.resolve(), options.office)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--clauses", type=int, default=4000)
    parser.add_argument("--tables", type=int, default=92)
    parser.add_argument("--edits", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--corpora", type=Path, nargs="*", default=[], metavar="FOLDER")
    return parser.parse_args()


def _clean(root: Path, code: str, version: str) -> Path:
    toolkit(root, "render", f"{code}@{version}", "-f", "docx", "-o", str(root / "out"))
    return root / "out" / f"{code}-{version}-clean.docx"


def _ours(root: Path, code: str, old: str, new: str, out: Path) -> Cost:
    cost = toolkit(root, "render", f"{code}@{new}", "--against", old, "-f", "docx", "-o", str(root / "out"))
    (root / "out" / f"{code}-{new}-against-{old}.docx").replace(out)
    return cost


def _pair_words(script: Script, clauses: int, new: Path) -> str:
    from redline_judge import text_lines

    words = sum(len(line.split()) for line in text_lines(new.read_bytes(), "new"))
    return (
        f"{clauses} clauses, {words:,} words, {sum(script.edits.values())} edits and {script.consequential} "
        f"labels and citations that follow from them: {script.words:,} words to mark\n"
    )


def _heads() -> None:
    heads = ("CPU s", "MB", "minimality", "moves", "cited wrong", "accepted", "rejected")
    print(f"{'':28}" + "".join(f"{head:>12}" for head in heads))


def _line(name: str, cost: Cost, out: Path, old: Path, new: Path, script: Script, office: bool) -> None:
    if cost.failure or not out.exists():
        print(f"{name:28}{cost.seconds:>12.2f}{cost.megabytes:>12}  failed: {cost.failure}")
        return
    verdict = judge(out.read_bytes(), old.read_bytes(), new.read_bytes(), script.moved)
    figures = (
        f"{cost.seconds:.2f}", cost.megabytes, f"{verdict.words / script.words:.3f}",
        f"{verdict.moves}/{len(script.moved)}", f"{verdict.citations}/{verdict.fields}",
        verdict.accepted[:3].strip(": "), verdict.rejected[:3].strip(": "),
    )  # fmt: skip
    print(f"{name:28}" + "".join(f"{figure:>12}" for figure in figures), flush=True)
    _reasons((verdict.accepted, verdict.rejected))
    if office:
        said = _office(out, old, new)
        print(f"{'  by LibreOffice':28}{'':60}" + "".join(f"{one[:3].strip(': '):>12}" for one in said))
        _reasons(said)


def _reasons(sides: tuple[str, str]) -> None:
    for side, said in zip(("accepted", "rejected"), sides, strict=True):
        if said != "yes":
            print(f"    {side}: {said}")


def _office(out: Path, old: Path, new: Path) -> tuple[str, str]:
    """Whether LibreOffice makes of the file what it makes of the clean ones, accepted and rejected."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, to in ((out, "marked"), (old, "old"), (new, "new")):
            (folder / f"{to}.docx").write_bytes(path.read_bytes())
        jobs = ("1:accept:marked.docx", "2:none:new.docx", "3:reject:marked.docx", "4:none:old.docx")
        subprocess.run(["/usr/bin/python3", str(OFFICE), name, *jobs], check=True, timeout=3600)
        said = [office_lines(folder / str(number)) for number in (1, 2, 3, 4)]
    for marked, clean in ((said[0], said[1]), (said[2], said[3])):
        del marked[: marked.index(clean[0]) if clean[0] in marked else 0]  # the sheet of our own copies
    return first_difference(said[0], said[1]), first_difference(said[2], said[3])


def _corpora(folder: Path, office: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(folder, root / "documents")
        for register in sorted(folder.glob("*/document.yaml")):
            known = yaml.safe_load(register.read_text("utf-8"))
            versions = [str(one["version"]) for one in known["versions"]]
            print(f"\n{known['code']}: {len(versions) - 1} pairs of versions, oldest first")
            for old, new in pairwise(versions):
                _corpus_pair(root, known["code"], old, new, office)


def _corpus_pair(root: Path, code: str, old: str, new: str, office: bool) -> None:
    before, after = _clean(root, code, old), _clean(root, code, new)
    out = root / "marked.docx"
    cost = _ours(root, code, old, new, out)
    verdict = judge(out.read_bytes(), before.read_bytes(), after.read_bytes(), [])
    second = f", by LibreOffice {' '.join(_office(out, before, after))}" if office else ""
    print(
        f"  {old} to {new}: {cost.seconds:.2f} CPU s, {cost.megabytes} MB, {verdict.words} words marked; "
        f"accepted {verdict.accepted}, rejected {verdict.rejected}{second}; "
        f"{verdict.citations} of {verdict.fields} citations wrong", flush=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
