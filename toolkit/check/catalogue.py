"""Every rule, in order of code: a rule that is not listed here does not run."""

from __future__ import annotations

from .rule import Rule
from .rules import (
    ambiguous_citation,
    device_clause_without_row,
    duplicate_definition,
    lost_id,
    matrix_row_without_clause,
    placeholder,
    singular_keyword,
    term_case,
    undefined_term,
    unresolved_citation,
    unused_clause_citation,
    unused_definition,
    wrong_document,
    wrong_heading,
    wrong_keyword,
)

RULES: tuple[Rule, ...] = (
    unresolved_citation.RULE,
    unused_clause_citation.RULE,
    wrong_document.RULE,
    wrong_heading.RULE,
    singular_keyword.RULE,
    undefined_term.RULE,
    unused_definition.RULE,
    duplicate_definition.RULE,
    term_case.RULE,
    lost_id.RULE,
    placeholder.RULE,
    matrix_row_without_clause.RULE,
    device_clause_without_row.RULE,
    wrong_keyword.RULE,
    ambiguous_citation.RULE,
)
