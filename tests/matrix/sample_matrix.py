"""A root whose provisions are in every state there is, for the pages of the matrix."""

from __future__ import annotations

from dataclasses import replace

from tests.trace.small_root import CODE, EVIDENCE, FILES, OLD, TESTS, TEXT, attested, sources
from toolkit.render.matrix.build import build_matrix
from toolkit.render.matrix.view import Matrix
from toolkit.trace.coverage import coverage
from toolkit.trace.tracing import Sources, trace

EXAMPLE = """
  > [!EXAMPLE]
  > By `toolkit.conformance.rules.notice`:
  >
  > | days | ⇒ outcome |
  > |------|-----------|
  > | 4    | not met   |
  > | 5    | met       |
"""

WRITTEN = {
    **FILES,
    TEXT: FILES[TEXT].replace("before the date.\n", f"before the date.\n{EXAMPLE}\n")
    + """\
- 1.4 {#reports} The DCC shall publish each report.
- 1.5 {#later} The DCC shall keep a register.
- 1.6 {#tested} The DCC shall confirm receipt.
- 1.7 {#meaning} In this document:

  Notice {#def-notice}
  : means what Clause 1.1 requires.

  Table 1.1 {#periods}: Periods

  | Notice | Days |
  | ------ | ---- |
  | First  | 5    |

- 1.8 {#records} The DCC shall keep the records of each notice for 5 years.
""",
    OLD: FILES[OLD] + "- 1.3 {#records} The DCC shall keep the records of each notice for 5 years.\n",
    CODE: FILES[CODE]
    + """
@implements("DEMO", "tested", since="2")
def confirm():
    text = "</code></pre><script>alert(1)</script>"
    return text

@implements("DEMO", "records")
def keep_records(): ...

@implements("DEMO", "records")
def keep_copies(): ...
""",
    TESTS: FILES[TESTS]
    + """
@pytest.mark.verifies("DEMO", "records")
def test_records(): ...
""",
    EVIDENCE: FILES[EVIDENCE]
    + """\
  reports: {needs: [code, test]}
  later: {needs: [code], waived: {until: 2020-12-31, reason: Built in Release 2.}}
  tested: {needs: [code, test]}
  records: {needs: [code, test]}
""",
}

HOSTILE = "<img src=x onerror=alert(1)>&quot;{{ 7*7 }}"

_SAID = HOSTILE.replace("<", "&lt;")

RESULTS = f"""\
<testsuites>
<testcase classname="tests.test_rules" name="test_notice"/>
<testcase classname="tests.test_rules" name="test_manner[a]"><failure message="{_SAID}"/></testcase>
<testcase classname="tests.test_rules" name="test_manner[b]"/>
<testcase classname="tests.test_rules" name="test_manner[c]"><skipped message="not today"/></testcase>
<testcase classname="tests.test_rules" name="test_records"/>
<testcase classname="documents.demo.2.01.md" name="notice[line-11]"/>
<testcase classname="documents.demo.2.01.md" name="notice[line-10]"/>
</testsuites>
""".encode()


def everything() -> Sources:
    """The root read: one clause failing, missing, suspect, unverified, not run, waived, passing each."""
    files = attested(WRITTEN)
    files[TEXT] = files[TEXT].replace("given in writing", "made in writing on paper")
    files[TEXT] = files[TEXT].replace("for 5 years", "for 7 years and a day")
    files[TESTS] += '\n@pytest.mark.verifies("DEMO", "in-writing")\ndef test_writing(): ...\n'
    return sources(files, RESULTS)[0]


def matrix(read: Sources) -> Matrix:
    """The pages of a root."""
    traced = trace(read)
    return build_matrix(read, traced, coverage(traced.verdicts), traced.findings)


def everything_matrix() -> Matrix:
    return matrix(everything())


def without_results() -> Matrix:
    return matrix(replace(everything(), results=None))
