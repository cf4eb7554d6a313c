"""Rules of the SMETS1 Transition and Migration Approach Document."""
