"""What is said when a PDF cannot be made."""


class PdfError(Exception):
    """A PDF cannot be made; the message says why and what to do."""
