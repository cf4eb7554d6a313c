"""The tools that make a change-marked Word file, ours and others, each run as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

OURS = "drafting toolkit"
PEERS = {
    "python-redlines (Docxodus)": (
        "python_redlines",
        "from python_redlines import DocxodusEngine\n"
        "made = DocxodusEngine().run_redline('A', old, new, detect_moves=True)[0]\n"
        "out.write_bytes(made)",
    ),
    "jubarte-redlines": (
        "jubarte_redlines",
        "from jubarte_redlines import compare_documents\n"
        "out.write_bytes(compare_documents(old.read_bytes(), new.read_bytes(), author='A'))",
    ),
    "docx-trackdiff": (
        "docx_trackdiff",
        "from docx_trackdiff.compare import main\n"
        "sys.argv = ['compare', str(old), str(new), str(out)]\n"
        "main()",
    ),
}
"""From the name of a tool to the module that it is and what makes `out` from `old` and `new` with it."""

_HEAD = "import sys\nfrom pathlib import Path\nold, new, out = map(Path, sys.argv[1:4])\n"


class Cost(NamedTuple):
    """What one run took, its children included."""

    seconds: float
    """Of CPU."""
    megabytes: int
    """Of memory at the peak of its largest process."""
    failure: str = ""
    """Its last words, where it failed."""


def run(*command: str, cwd: Path = ROOT) -> Cost:
    """Run a command to its end."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a tool that is installed has been compiled
    process = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read().decode("utf-8", "replace").strip() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    failure = (said.splitlines() or ["no word of why"])[-1] if process.returncode else ""
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, failure)


def toolkit(root: Path, *arguments: str) -> Cost:
    """Run the toolkit on a root."""
    cost = run(sys.executable, "-m", "toolkit", "--root", str(root), *arguments)
    if cost.failure:
        raise SystemExit(f"drafting {' '.join(arguments)}: {cost.failure}")
    return cost


def installed(python: str) -> dict[str, str]:
    """The peers that an interpreter has: from name to program."""
    found = {}
    for name, (module, program) in PEERS.items():
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0:
            found[name] = _HEAD + program
    return found


def peer(python: str, program: str, old: Path, new: Path, out: Path) -> Cost:
    """Let a peer make the change-marked file."""
    return run(python, "-c", program, str(old), str(new), str(out))
