from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_workers_come_back_from_a_process_that_has_set_a_pdf_itself() -> None:
    # a forked worker waited for ever for the threads that typst had left behind
    script = [sys.executable, "-m", "tests.pack.after_typesetting"]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("3 alike\n", "")
