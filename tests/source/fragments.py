"""Random Markdown-like text: lines put together from what Markdown readers stumble over."""

from __future__ import annotations

import html
import re

from hypothesis import strategies as st

INDENTS = ("", "", "", "", " ", "  ", "  ", "   ", "    ", "      ", "\t", " \t", "          ")
MARKERS = (
    "", "", "", "- ", "- ", "* ", "+ ", "1. ", "2) ", "> ", "> ", "# ", "## ", "### ", ": ", "~ ", "-  ",
    "-     ", "-\t", "- - ", "- > ", ": - ", "-", ">",
)  # fmt: skip
LABELS = (
    "", "", "", "(a) ", "(b) ", "(i) ", "(ii) ", "(A) ", "(aa) ", "3.1 ", "3.2 ", "3 ", "4 ", "3.1A ", "A ",
    "Annex A ", "A1 ", "3.1 to 3.4 ", "(c) to (gg) ", "Table 3.1", "Table 5: ", "Term ", "3.1", "(a)",
)  # fmt: skip
IDS = ("", "", "", "{#x} ", "{#y-1} ", "{#Bad Id} ", "{#BAD} ", "{#} ", " {#q}")
WORDS = (
    "", "alpha", "beta gamma;", "[Not used]", "[Not reproduced]", "| a | b |", "| --- | --- |", "|---|",
    "--- | ---", "a | b", "---", "===", "***", "```", "~~~", "```xml", "``` a`b", "~~~ a`b", "<!-- c -->",
    "<!-- open", "-->", "<div>", "</div>", "<b>bold</b> x", "<?php", "[!NOTE]", "[!EXAMPLE]", "[!TIP]",
    "*em* x", "**st** y", "_u_ v", "`co de`", "``a`b``", "\\", "\\* z", "&amp; w", "&nbsp;", "\u00a0",
    "\u00a0x", "\u2028y", "two  spaces", "trail  ", "trail\\", "[link](http://a)", "[ref]: http://x",
    "a_b_c", "x*y*z", "1. one", "# h #", "foo (DMC)", "(DMC)", "{#tail}", "term {#tt}", "to 3.4 [Not used]",
    "\ufeffx", "| a\\|b | `c\\|d` |", "\\|", "a\\\\|b", "é—“q”", "&#49; q", "&lt;b&gt;", "<a b",
    "x <!-- in --> y", "#", "##", "##x", "- ", "+", "\\- x", "5 < 6 & 7", "***a***", "*a **b** c*",
    "_a*b*_", "*a*b*c*", "**a*", "a * b", "&#32;", "&#10;x", "::", "> q", "[not used]", "(a)", "(a) x",
    "3.1 x", "[^n]", "[^n]: x", "foo[^b-1]: y", "[^n]:", "\\[^n]: z", "[^No]",
)  # fmt: skip

lines = st.builds(
    lambda *parts: "".join(parts),
    *map(st.sampled_from, (INDENTS, MARKERS, LABELS, IDS, WORDS, ("", " ", "  ", " alpha"))),
)
markdown = st.lists(st.one_of(st.just(""), lines, lines, lines), min_size=1, max_size=9).map("\n".join)

INLINE = (
    "*", "**", "***", "_", "__", "`", "``", "a", "b", "foo", "“x”", "\\", "\\\n", "\n", "&amp;", "&nbsp;",
    "&#10;", "&#32;", "&x;", "&", "(", ")", ".", "é", "\u00a0", "<b>", "[", "]", "\t", "1", "|", "!", "\\*",
    "[^n]", "[^", "^n]", ":", "{#x}", " ", "  ", "\\|",
)  # fmt: skip

inline = st.lists(st.sampled_from(INLINE), min_size=1, max_size=14).map("".join)

_RESOLVED = re.compile(r"\\(.)|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", re.DOTALL)


def letters_and_digits(source: str) -> str:
    """All letters and digits of Markdown source in order: what no layout may change."""
    resolved = _RESOLVED.sub(lambda found: found[1] or html.unescape(found[0]), source)
    return "".join(re.findall(r"[^\W_]+", resolved))
