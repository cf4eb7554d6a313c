"""What texts cite and which defined terms they use: read from plain words, resolved to their targets."""
