"""One rule a file; catalogue.py lists them."""
