"""The small root, on disk."""

from pathlib import Path

import pytest
from small_root import FILES, junit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {**FILES, "trace.yaml": "code: [code]\ntests: [tests]\n"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "junit.xml").write_bytes(junit())
    return tmp_path
