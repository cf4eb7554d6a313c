"""Packs: which papers belong together, made into a folder with its manifest, whole or not at all."""
