"""Amending instructions: a change set as a legal instrument would put it, for people and for programs."""
