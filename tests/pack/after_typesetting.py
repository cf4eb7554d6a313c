"""A process that has set a document as PDF and then has others set by workers: run by test_making.py."""

from __future__ import annotations

from functools import partial

from tests.sample_view import sample
from toolkit.pack.making import make_all
from toolkit.pack.plan import Output
from toolkit.pack.writers import document_pdf
from toolkit.render.templates import Templates

if __name__ == "__main__":
    templates = Templates.of()
    write = partial(document_pdf, sample(), identifier="sample", created="2020-08-06")
    alone = write(templates)
    outputs = tuple(Output(f"{number}.pdf", "Sample", "Sample", "PDF", write) for number in range(3))
    print(sum(attempt.made == alone for _, attempt in make_all(outputs, templates, 2)), "alike")
