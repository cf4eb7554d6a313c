"""Rules of the SMETS1 Supporting Requirements and of their Annex A, DMVES."""
