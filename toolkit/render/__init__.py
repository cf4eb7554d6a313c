"""Views and papers to HTML, PDF, Word, text and data."""
