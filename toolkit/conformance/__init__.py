"""The rules of the Code that code carries out: plain functions on plain values, each with its clause.

Every rule returns a Ruling: an outcome, a reason in plain words and the clause it rests on. A rule never
raises for what it is asked: what is unknown, missing or malformed is a Ruling that refuses.
"""
