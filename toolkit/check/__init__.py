"""Rules that a version of a document is held against, and the forms in which findings are reported."""
