"""The matrix of clauses, code, tests and results as static pages: one a document, and an index."""
