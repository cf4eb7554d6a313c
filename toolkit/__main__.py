"""python -m toolkit: the same as drafting."""

from toolkit.cli import main

if __name__ == "__main__":  # workers of a pack load this module under another name
    main()
