"""Findings in the forms that people and programs read; form.py lists them."""
