"""Consultations as data: what is proposed, asked and when, and the facts that papers print from it."""
