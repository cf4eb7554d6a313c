"""python -m toolkit: the same as drafting."""

from toolkit.cli import main

main()
