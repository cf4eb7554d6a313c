"""Markdown, CSV and YAML files to the model, with exact places; the model to canonical Markdown."""
